"""“Never” against once, “unbeaten” against a defeat, and what else a life cannot have had both ways."""

import re
from collections.abc import Iterator

from factcheck.consistency.sameness.opposed import opposed
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import Word, content, stem, words_of
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind
from factcheck.model.text import TextPosition

_NEVER = re.compile(
    r"\b(?:(?:has|have|was|were|is|are) never (?:been )?|(?<!had )(?<!d )(?<!’d )never )(?P<verb>[a-z]{3,})\b(?P<rest>[^,;:.!?—–()]*)"
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|no-one|no [a-z]+) (?:has|have) (?:ever )?(?P<verb>[a-z]{3,})\b(?P<rest>[^,;:.!?—–()]*)"
)
_DENIES = re.compile(
    r"\b(?:not|never|no|nor|den\w+|alleg\w+|accus\w+|would|could|should|might|if|almost|nearly|claim\w*|until|except|before)\b|n[’']t\b"
)
_SAID = re.compile(r"\b(?:said|says?|told|tells|claim\w*|accord\w+|contrary|report\w*)\b")
_UNBEATEN = re.compile(
    r"\b(?:unbeaten|undefeated|without (?:a )?(?:defeat|loss)|(?:has|have|had) not lost|(?:has|have)n[’']t lost|yet to lose|yet to be beaten|(?:has|have) won every (?:game|match)|never lost)\b(?P<scope>[^,;:.!?—–()]*)"
)
_SEASON = re.compile(
    r"\s*(?:so far )?(?:(?:in )?this (?:season|year|term|campaign|spring|summer|autumn|winter))?(?: so far)?\s*"
)
_WINLESS = re.compile(
    r"\b(?:winless|without (?:a )?(?:win|victory)|(?:has|have) not won|(?:has|have)n[’']t won|yet to win|(?:has|have) lost every (?:game|match))\b(?P<scope>[^,;:.!?—–()]*)"
)
_WON = re.compile(
    r"\b(?P<owner>their|its|his|her) (?:(?:only|home|away|\d+[-–]\d+) )?(?P<deed>win|victory)(?= (?:at|over|against|away|in)\b)"
    r"|\b(?:they|it|he|she|the team|the side) (?P<lost>beat\b|defeated\b|won (?:\d+[-–]\d+ )?(?:at|against|away))"
)
_BEATEN = re.compile(
    r"\b(?P<owner>their|its|his|her|the|a)? ?(?:(?:only|home|away|first|heavy|narrow|\d+[-–]\d+) )?(?P<deed>defeats?|loss)(?= (?:at|to|by|against|away|in|on)\b)"
    r"|\b(?:they|it|he|she|the team|the side) (?P<lost>lost (?:\d+[-–]\d+ )?(?:to|at|against|away)|were beaten|was beaten)\b"
)
_ENDED = re.compile(
    r"\b(?:end\w*|until|before|first|since|last season|previous|last year|avoid\w*|without|no|not|never|run|streak|record)\b|n[’']t\b"
)
_UNMARRIED = re.compile(
    r"\b(?:has |had |have )?never (?:been )?married\b|\blifelong (?:bachelor|spinster)\b"
)
_SPOUSE = re.compile(
    r"\b(?:his|her) (?:late |second |third |former |ex-|first )?(?:ex-)?(?:wife|husband|widow|widower)\b|\b(?:is|was) divorced\b|\bdivorced (?:in|from)\b"
)
_ONLY_CHILD = re.compile(r"\b(?:an|the|her|his|their) only child\b(?! of\b)|\bonly child of\b")
_SIBLING = re.compile(
    r"\b(?:his|her) (?:older |elder |younger |twin |late |little |big |half-)?(?:brother|sister|sibling)s?\b"
)
_YOUNGEST = re.compile(
    r"\byoungest (?:of (?:the |their )?\w+ (?:children|sisters|brothers|siblings|sons|daughters)|child|sibling)\b"
)
_OLDEST = re.compile(
    r"\b(?:oldest|eldest) (?:of (?:the |their )?\w+ (?:children|sisters|brothers|siblings|sons|daughters)|child|sibling)\b"
)
_YOUNGER = re.compile(r"\b(?:his|her) (?:younger|kid|baby) (?:brother|sister|sibling)s?\b")
_OLDER = re.compile(r"\b(?:his|her) (?:older|elder|big) (?:brother|sister|sibling)s?\b")
_CHILDLESS = re.compile(r"\b(?:childless|(?:has|had|have) no children|never had children)\b")
_OFFSPRING = re.compile(
    r"\b(?:his|her|their) (?:older |elder |younger |twin |late |two |three |four )?(?:sons?|daughters?|children)\b"
)
_LIVES = (
    (_UNMARRIED, _SPOUSE),
    (_ONLY_CHILD, _SIBLING),
    (_CHILDLESS, _OFFSPRING),
    (_YOUNGEST, _YOUNGER),
    (_OLDEST, _OLDER),
)
_WEAK = frozenset(  # stems
    "again be befor end ever feel forget get going hav hear know mind say see that the think want".split()  # noqa: SIM905
)
_UNTIL_NOW = re.compile(r"\b(?:before|until|till|previously)\b")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OWNERS = frozenset(["his", "her", "its", "their"])
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_FIRST_TIME = re.compile(r"\bfor the (?:very )?first time\b(?! (?:since|in|this|that|at|under|as))")
_BEFORE = re.compile(
    r"\b(?:also|already|previously) (?P<verb>[a-z]{3,})\b|\bhad (?:also |already |previously )?(?P<had>[a-z]{3,})\b(?=[^,;.!?]*\bin (?:1[89]|20)\d\d)"
)
_TRIGGER = re.compile(
    r"never|nobody|no[ -]one|\bno [a-z]+ (?:has|have)|unbeaten|undefeated|winless|without|not (?:lost|won)|n[’']t (?:lost|won)|yet to|"
    r"every (?:game|match)|first time|only child|childless|no children|youngest|oldest|eldest|bachelor|spinster"
)
_NEAR = 6


def nevers_against_once(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """Where a never happened after all, the unbeaten lost, or the only child has a brother."""
    for passage in passages:
        if not _TRIGGER.search(passage.lower):
            continue
        near = [
            p
            for p in passages[max(0, passage.number - _NEAR) : passage.number + _NEAR + 1]
            if p is not passage
        ]
        yield from _never(subject, passage, near)
        yield from _first_time(subject, passage, near)
        yield from _unbeaten(subject, passage, near, _UNBEATEN, _BEATEN)
        yield from _unbeaten(subject, passage, near, _WINLESS, _WON)
        yield from _nobody(subject, passage, near)
        yield from _lives(subject, passage, near)


def _never(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """“Has never lost an election”, and elsewhere “lost the 1998 election”."""
    for match in passage.matches(_NEVER):
        verb = stem(match["verb"])
        rest = [
            w
            for w in words_of(match["rest"], TextPosition(0, len(match["rest"])))
            if not w.is_empty
        ]
        if (
            _UNTIL_NOW.search(passage.lower)
            or verb in _WEAK
            or (not rest and "been" not in match[0])
        ):
            continue
        for other in near:
            if _DENIES.search(other.lower) or all(_SAID.search(p.lower) for p in (passage, other)):
                continue
            deed = _done(other, verb, rest[0].stem if rest else "")
            if deed is None or not _same_doer(passage, match.start(), other, deed[0]):
                continue
            yield _conflict(
                subject,
                passage.at(*match.span()),
                TextPosition(deed[0].start, deed[-1].end),
                "never ≠ once",
                "Did it happen, or not?",
            )
            return


def _done(passage: Passage, verb: str, thing: str) -> list[Word] | None:
    """The words from the same verb, in the past, to the same object close behind it."""
    words = passage.words
    for index, word in enumerate(words):
        if word.stem != verb or word.lower.endswith(("ing", "s")):
            continue
        if word.lower == verb and (not index or words[index - 1].lower not in _OWNERS):
            continue  # “may visit”, but not “his visit”
        for length, following in enumerate(words[index + 1 : index + 6], 2):
            if following.stem == thing or (not thing and _YEAR.fullmatch(following.text)):
                return words[index : index + length]
    return None


def _same_doer(passage: Passage, before: int, other: Passage, deed: Word) -> bool:
    """Whether the doers may be one: the same name, or a pronoun on either side."""
    first = [w for w in passage.words if w.end - passage.position.start <= before]
    second = [w for w in other.words if w.end <= deed.start]
    if not first or not second:
        return False
    one, two = _doer(first), _doer(second)
    if not one or not two or one == two:
        return bool(one)
    if one in _PRONOUNS and two in _PRONOUNS:
        return {one, two} == {"it", "they"}  # a club is either
    return one in _PRONOUNS or two in _PRONOUNS


def _doer(words: list[Word]) -> str:
    """The stem of the last name or noun, or the pronoun, before a verb; "" where there is none."""
    for word in reversed(words):
        if word.lower in _PRONOUNS:
            return word.lower
        if not word.is_empty:
            return word.stem
    return ""


def _first_time(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """“Won the race for the first time”, and elsewhere “also won the race in 2010”."""
    match = next(passage.matches(_FIRST_TIME), None)
    if match is None or _DENIES.search(passage.lower):
        return
    for other in near:
        if _DENIES.search(other.lower) or any(word.stem == "will" for word in other.words):
            continue
        for found in other.matches(_BEFORE):
            start = other.position.start + found.start("verb" if found["verb"] else "had")
            index = next(i for i, word in enumerate(other.words) if word.start >= start)
            verb, behind = (
                other.words[index],
                [w for w in other.words[index + 1 : index + 8] if not w.is_empty],
            )
            dated = any(_YEAR.fullmatch(word.text) for word in behind)
            if (
                verb.stem not in passage.stems
                or not dated
                or not behind
                or behind[0].stem not in passage.stems
            ):
                continue
            done = next((w for w in passage.words if w.stem == verb.stem), verb)
            if _same_doer(
                passage, done.start - passage.position.start, other, other.words[max(0, index - 1)]
            ):
                yield _conflict(
                    subject,
                    TextPosition(done.start, passage.position.start + match.end()),
                    TextPosition(other.position.start + found.start(), behind[-1].end),
                    "the first time ≠ once more",
                    "Was it the first time?",
                )
                return


def _unbeaten(
    subject: Subject,
    passage: Passage,
    near: list[Passage],
    record: re.Pattern[str],
    against: re.Pattern[str],
) -> Iterator[Finding]:
    """Unbeaten and a defeat, winless and a win, of one team in one season."""
    match = next(passage.matches(record), None)
    if match is None or not _SEASON.fullmatch(match["scope"]) or _UNTIL_NOW.search(passage.lower):
        return
    for other in near:
        if _ENDED.search(other.lower):
            continue
        for found in other.matches(against):
            if found["deed"] and not found["owner"]:
                continue
            if not _in_scope(subject, match["scope"], other):
                continue
            yield _conflict(
                subject,
                passage.at(match.start(), match.start("scope")),
                other.at(*found.span()),
                f"{match[0].strip()} ≠ {found[0].strip()}",
                "Was that in the same season?",
            )
            return


def _nobody(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """“Nobody has ever survived the jump”, and elsewhere “two people survived it”."""
    for match in passage.matches(_NOBODY):
        verb = stem(match["verb"])
        things = _stems(match["rest"])
        if verb in _WEAK or not things or _UNTIL_NOW.search(passage.lower):
            continue
        for other in near:
            if _DENIES.search(other.lower) or all(_SAID.search(p.lower) for p in (passage, other)):
                continue
            for index, word in enumerate(other.words):
                behind = other.words[index + 1 : index + 4]
                same = things & {w.stem for w in behind} or (
                    behind and behind[0].lower in ("it", "them")
                )
                if (
                    word.stem != verb
                    or word.lower == verb
                    or word.lower.endswith("ing")
                    or not same
                ):
                    continue
                yield _conflict(
                    subject,
                    passage.at(*match.span()),
                    TextPosition(other.words[max(0, index - 2)].start, behind[-1].end),
                    "nobody ≠ somebody",
                    "Did it happen, or not?",
                )
                return


def _stems(words: str) -> frozenset[str]:
    return content(words_of(words, TextPosition(0, len(words))))


def _in_scope(subject: Subject, scope: str, other: Passage) -> bool:
    """Whether a defeat may lie in this season: it is given no other year."""
    if "season" not in scope and "year" not in scope:
        return True
    years = {
        t.value[:4] for t in subject.inside(subject.times, other.position) if t.value[:4].isdigit()
    }
    return not years or subject.published is None or str(subject.published.year) in years


def _lives(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """A person who never married and a former wife; an only child and a brother; no children and a son."""
    for said, against in _LIVES:
        match = next(passage.matches(said), None)
        if match is None or re.search(r"\bnot an only\b", passage.lower):
            continue
        for other in near:
            found = next(other.matches(against), None)
            if (
                found is not None
                and _is_of_same_person(passage, other)
                and not _DENIES.search(other.lower)
            ):
                yield _conflict(
                    subject,
                    passage.at(*match.span()),
                    other.at(*found.span()),
                    f"{match[0]} ≠ {found[0]}",
                    "Whose is it?",
                )
                return


def _is_of_same_person(passage: Passage, other: Passage) -> bool:
    """Whether one of the two goes on with a pronoun of the other, and no other person comes between."""
    near = abs(passage.number - other.number) <= 3
    names = [
        {w.stem for w in p.words[1:] if w.is_name and not w.is_empty} for p in (passage, other)
    ]
    return near and (not all(names) or bool(names[0] & names[1]))


def _conflict(
    subject: Subject, one: TextPosition, other: TextPosition, arithmetic: str, advice: str
) -> Finding:
    return opposed(subject, "ordinal", FindingKind.ORDINALS, one, other, arithmetic, advice)
