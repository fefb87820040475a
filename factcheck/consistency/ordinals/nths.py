"""Firsts and nths as the article tells them: of what, whose, since when; and two that cannot both be right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from factcheck.consistency.sameness.events import sorts_of
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import content, stem, words_of
from factcheck.consistency.subject import Subject
from factcheck.model.days import day_words
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_STOP = (
    r"(?:in|on|at|of|by|for|from|to|with|without|between|among|against|after|before|since|under|over|into|during|as|"
    r"and|or|but|when|while|that|which|who|whose|than|is|are|was|were|be|been|has|have|had|will|would|can|could|may|"
    r"might|did|do|does|says?|said|if|because|so|then|not|this|the|a|an|his|her|its|their|our|it|he|she|they|came|comes)"
)
_NTH = re.compile(
    rf"(?P<owner>\b(?:the|this|a|his|her|its|their|our|my|[a-z]+[’']s?)\s+)?(?<![\w-])(?P<nth>{ORDINAL})\b"
    rf"(?P<phrase>(?:[ -](?!{_STOP}\b)[a-z0-9’'-]+){{0,5}})"
)
_SINCE = re.compile(r"\bsince\b(?: the| its| his| her| their)?(?P<when> [^,;:.!?—–()…]+)")
_AFTER_IT = re.compile(r"[^,;:.!?—–()…]*")
_ELIDED = re.compile(rf"\b(?:[a-z]{{3,}}est|most [a-z]+|only|{ORDINAL}) ([a-z]{{3,}})\b")
_IS_THE = re.compile(
    r"\b([a-z]{3,}),? (?:is|was|will be|would be|has been|becomes|became) (?:only )?(?:the )?$"
)
_PASSED = frozenset(
    [
        "goal",
        "try",
        "point",
        "wicket",
        "touchdown",
        "card",
        "penalty",
        "save",
        "chance",
        "shot",
        "run",
        "set",
    ]
)
_NOT_COUNTED = frozenset(
    """lady half quarter hand world minister amendment degree class floor street avenue place person name century day
    week month year hour minute night step time round part thing one stage phase edition act choice division
    grade base inning aid party generation leg sight order""".split()  # noqa: SIM905
)
_LATER = re.compile(
    r"\b(?:then|later|earlier|previous\w*|before that|after that|next|last (?:week|month|year|season|time)|followed|"
    r"and then|again|soon|afterwards|eventually|once|already|had been|while|whereas|another|other)\b"
)
_EVENT = re.compile(
    r"\b(?:it|this|that) (?:is|was|will be|would be|became|marked|marks)\b|\b(?:in|with|on|at) (?:this|what)\b|\bthis,"
)
_NEAR = 12  # passages
_MOST = 60  # nths that are held against each other
_TALKS = frozenset(
    ["call", "communication", "conversation", "contact", "talk", "phon", "exchang"]
)  # stems
_PRONOUN_SUBJECTS = frozenset(["this", "that", "which", "they", "she", "who", "there"])
_PRONOUN = frozenset(["his", "her", "its", "their", "our", "my"])


@dataclass(frozen=True)
class Nth:
    """The nth of something in a passage: “their first reported call since the invasion”.

    ``head`` and ``modifiers`` are stems; ``behind`` are the stems of what follows in the clause, without ``since``.
    """

    position: TextPosition
    passage: Passage
    rank: int
    owner: str
    head: str
    modifiers: frozenset[str]
    behind: frozenset[str]
    since: str
    since_at: TextPosition | None
    start: int
    words: str

    @property
    def since_stems(self) -> frozenset[str]:
        return _stems(self.since)


def nths_in(passages: list[Passage]) -> list[Nth]:
    """Every nth of the article, in text order; what is numbered but not counted (the first lady) is none."""
    return [nth for passage in passages for nth in _in_passage(passage)]


def _in_passage(passage: Passage) -> Iterator[Nth]:
    for match in passage.matches(_NTH):
        phrase = match["phrase"].split()
        end = match.end()
        behind = _AFTER_IT.match(passage.lower, end)
        rest = behind[0] if behind else ""
        since = _SINCE.search(rest)
        if not phrase and since is not None and (before := _last(passage, match)):
            phrase = [before]
        head = stem(phrase[-1]) if phrase else ""
        if phrase == ["time"]:
            head = _done_in(passage, end + len(rest[: since.start()] if since else rest), end)
            phrase = [head]
        if not head or phrase[-1] in _NOT_COUNTED or head in _NOT_COUNTED or head.isdigit():
            continue
        since_at = passage.at(end + since.start(), end + since.end()) if since else None
        clause = rest[: since.start()] if since else rest
        yield Nth(
            passage.at(match.start("nth"), end),
            passage,
            rank_of(match["nth"]),
            (match["owner"] or "").strip(),
            head,
            frozenset(stem(word) for word in phrase[:-1]),
            _stems(clause),
            since["when"].strip() if since else "",
            since_at,
            match.start(),
            " ".join(passage.string[match.start("nth") : end].split()),
        )


def _done_in(passage: Passage, end: int, start: int) -> str:
    """The stem of what was done “for the third time”: the last past participle of the clause."""
    place = passage.at(start, max(start, end))
    done = [
        w
        for w in passage.words
        if place.contains(w.position) and w.lower.endswith(("ed", "wn", "en", "ught"))
    ]
    return done[-1].stem if done else ""


def _last(passage: Passage, nth: re.Match[str]) -> str:
    """The noun that is left out: “the longest closure … and the second since”, “the visit is the first by”."""
    if found := _IS_THE.search(passage.lower, max(0, nth.start() - 40), nth.start("nth")):
        return found[1] if found[1] not in _PRONOUN_SUBJECTS else ""
    ranked = [m[1] for m in _ELIDED.finditer(passage.lower, 0, nth.start())]
    return ranked[-1] if ranked else ""


def _stems(words: str) -> frozenset[str]:
    return content(words_of(words, TextPosition(0, len(words))))


def rank_of(word: str) -> int:
    """The number of an ordinal: 3 for “third” and “3rd”."""
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(re.sub(r"\D", "", word))


def nths_against_each_other(subject: Subject, nths: list[Nth]) -> Iterator[Finding]:
    """Two nths of one thing that differ, or that must agree and do."""
    told: set[TextPosition] = set()
    for one, other in combinations(nths[:_MOST], 2):
        if one.passage.number == other.passage.number or other.position in told:
            continue
        far = other.passage.number - one.passage.number > _NEAR
        if far and not one.passage.is_headline and not (one.since and other.since):
            continue
        finding = _held(subject, one, other, nths)
        if finding is not None:
            told.add(other.position)
            yield finding


def _held(subject: Subject, one: Nth, other: Nth, nths: list[Nth]) -> Finding | None:
    if not _fits(one, other):
        return None
    if one.since and other.since:
        return _both_since(subject, one, other)
    if one.rank == other.rank or not _is_same_head(one, other):
        return None
    if one.passage.is_headline and not other.passage.is_headline:
        again = any(
            nth.rank == one.rank and nth.head == one.head and not nth.passage.is_headline
            for nth in nths
        )
        return None if again or not _same_owner(one, other) else _conflict(subject, one, other)
    if _same_event(subject, one, other):
        return _conflict(subject, one, other)
    return None


def _fits(one: Nth, other: Nth) -> bool:
    """Whether what is counted may be the same, by its noun, its adjectives and its owner."""
    same_head = _is_same_head(one, other) or {one.head, other.head} <= _TALKS
    owners = {one.owner, other.owner}
    if not same_head or (len(owners & _PRONOUN) > 1):
        return False
    return one.modifiers <= other.modifiers or other.modifiers <= one.modifiers


def _is_same_head(one: Nth, other: Nth) -> bool:
    """Whether both count one sort of event: closures, and the times that it was closed."""
    return one.head == other.head or bool(sorts_of(one.head) & sorts_of(other.head))


def _same_owner(one: Nth, other: Nth) -> bool:
    """Whether a headline’s nth may be the text’s: they share a word beside it, or “his” takes up a full name of it."""
    shared = one.passage.stems & other.passage.stems - {one.head} - one.modifiers
    named = bool(one.modifiers & other.modifiers) and other.owner in _PRONOUN
    return (bool(shared) or named) and not _LATER.search(other.passage.lower)


def _same_event(subject: Subject, one: Nth, other: Nth) -> bool:
    """Whether both say “it was” and “this” of one event, with no word of another time."""
    if not (
        one.owner == other.owner in _PRONOUN or (one.modifiers and one.modifiers == other.modifiers)
    ):
        return False
    if one.head in _PASSED or (one.behind and other.behind and not one.behind & other.behind):
        return False
    for nth in (one, other):
        lead = nth.passage.lower[max(0, nth.start - 30) : nth.start]
        if not _EVENT.search(lead) or _LATER.search(nth.passage.lower):
            return False
        if any(
            not t.value.startswith("P") for t in subject.inside(subject.times, nth.passage.position)
        ):
            return False
    return True


def _both_since(subject: Subject, one: Nth, other: Nth) -> Finding | None:
    shared = one.since_stems & other.since_stems
    if not shared or not _no_other_time(subject, one, other):
        return None
    early, late = _in_order(one, other)
    if early is None or late is None:
        same = one.since_stems <= other.since_stems or other.since_stems <= one.since_stems
        if not same or not _is_same_head(one, other):
            return None
        if one.rank != other.rank:
            return _conflict(subject, one, other)
        return _agree(subject, one, other)
    if late.rank > early.rank:
        return _conflict(subject, one, other)
    return _link(subject, early, late) if early.rank - late.rank == 1 else None


def _in_order(one: Nth, other: Nth) -> tuple[Nth | None, Nth | None]:
    """The one counted from an event and the one counted from the day after it; nothing where neither is."""
    after = [nth for nth in (one, other) if nth.since.startswith(("day after", "the day after"))]
    if len(after) != 1:
        return None, None
    return (other if after[0] is one else one), after[0]


def _no_other_time(subject: Subject, one: Nth, other: Nth) -> bool:
    """Whether no word or date puts the two at different times."""
    days = []
    for nth in (one, other):
        if _LATER.search(nth.passage.lower.replace("the day after", "")):
            return False
        inside = subject.inside(subject.times, nth.passage.position)
        dated = [t for t in inside if t.value[:1].isdigit() or t.value[:1] == "X"]
        days.append(
            {t.value for t in dated if not (nth.since_at and nth.since_at.overlaps(t.position))}
        )
    return not all(days) or bool(days[0] & days[1])


def _conflict(subject: Subject, one: Nth, other: Nth) -> Finding:
    return subject.finding(
        "ordinal",
        FindingKind.ORDINALS,
        Outcome.CONFLICT,
        f"The text says “{one.words}” and, of what reads as the same, “{other.words}”.",
        (one.position, other.position),
        f"{one.rank} ≠ {other.rank}",
        _rows(one, other),
        "Count them: which of the two is right?",
    )


def _agree(subject: Subject, one: Nth, other: Nth) -> Finding:
    return subject.finding(
        "ordinal",
        FindingKind.ORDINALS,
        Outcome.CONSISTENT,
        f"“{one.words}” and “{other.words}” are counted from the same point, and agree.",
        (one.position, other.position),
        f"{one.rank} = {other.rank}",
        _rows(one, other),
    )


def _link(subject: Subject, early: Nth, late: Nth) -> Finding:
    """“Second since the invasion” and “first since the day after”: one of them was on that very day."""
    began = _day(subject, early)
    day_after = day_words(began + timedelta(days=1)) if began else "the day after"
    now = _told_on(subject, (early, late))
    rows = [
        SumRow("counted from", day_words(began) if began else early.since, early.since_at),
        SumRow(f"number {late.rank}", day_after, late.since_at),
        SumRow(f"number {early.rank}", now or "this one", early.position, is_result=True),
    ]
    last = f"number {early.rank} is {'that of ' + now if now else 'this one'}"
    return subject.finding(
        "ordinal",
        FindingKind.ORDINALS,
        Outcome.CONSISTENT,
        f"“{early.words}” and “{late.words}” must agree, and do if one was on {day_after}.",
        (early.position, late.position),
        f"number {late.rank} on {day_after}, none in between, {last}",
        rows,
        "Look up whether there was one on that day, and none since.",
    )


def _day(subject: Subject, nth: Nth) -> date | None:
    if nth.since_at is None:
        return None
    for time in subject.inside(subject.times, nth.since_at):
        try:
            return date.fromisoformat(time.value)
        except ValueError:
            continue
    return None


def _told_on(subject: Subject, nths: tuple[Nth, Nth]) -> str:
    """The day that one of the passages gives beside the point it counts from."""
    for nth in nths:
        for time in subject.inside(subject.times, nth.passage.position):
            if nth.since_at is not None and nth.since_at.overlaps(time.position):
                continue
            try:
                return day_words(date.fromisoformat(time.value))
            except ValueError:
                continue
    return ""


def _rows(one: Nth, other: Nth) -> tuple[SumRow, ...]:
    return (
        SumRow(_shown(one), str(one.rank), one.position),
        SumRow(_shown(other), str(other.rank), other.position),
    )


def _shown(nth: Nth) -> str:
    return f"{nth.words}, since {nth.since}" if nth.since else nth.words
