"""Totals: parts against the whole they make, as lists, votes, seats, games, and sums told outright."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.consistency.figures.amounts import (
    PERCENT,
    POINTS,
    Amount,
    Span,
    added,
    figure,
    inside,
    meet,
    multiplied,
    printed_like,
    taken,
)
from factcheck.consistency.figures.phrases import F, Phrase
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

RULE = "sum-total"
_W = r"(?:[\s-][A-Za-z’'-]+)"
_SEP = r"\s*(?:,\s*(?:and\s+|plus\s+)?|\s+and\s+|\s+plus\s+|\s*\+\s*)(?:another\s+|a further\s+)?"
_PARTS = rf"(?P<parts>{F}{_W}{{0,6}}?(?:{_SEP}(?:(?!including|of|about)[A-Za-z’'-]+\s+){{0,3}}?{F}{_W}{{0,6}}?){{1,8}})"
_IN_ALL = re.compile(
    rf"{_PARTS}\s*[,;:(–—-]+\s*(?:or\s+|and\s+|so\s+|making\s+|that is\s+|that makes\s+|together\s+)?(?P<t>{F}){_W}{{0,3}}?\s+"
    r"(?:in all|in total|altogether|all told|all together|total)\b"
    rf"|{_PARTS.replace('?P<parts>', '?P<parts2>')}\s*[,;:(–—-]*\s+(?:for|making|or|giving|bringing it to|which is|that is)?\s*"
    rf"(?:a (?:combined |grand |overall )?total of|totall?ing|totals|comes? to|adds? up to|amounts? to|adding up to|making|which makes|that makes|which add up to"
    rf"|for a combined)\s+(?:just\s+)?(?P<t2>{F})",
    re.I,
)
_OUTRIGHT = re.compile(
    rf"(?P<parts>{F}(?:\s*(?P<sign>plus|and|\+|minus|less|-|–|−|times|multiplied by|x|×|divided by|÷)\s*{F}){{1,8}})\s*"
    rf"(?:equals?|=|is equal to|makes?|adds? up to|comes? to|gives?|leaves?)\s*(?P<t>{F})",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:includ\w+|among|at least|mostly|such as|for example|e\.g\.|others?|of whom|of which|of them|some|more|each|per|apiece"
    r"|respectively|so far|too|also|nearly all|about half|either|aged|minutes?|hours?|times)\b",
    re.I,
)
_LISTED = re.compile(
    rf"(?P<t>{F})(?P<what>{_W}{{0,9}}?)(?P<link>\s*:\s*|\s+[–—]\s+|\s*--\s*|\s*\()(?P<list>[^.;:()–—!?]+)(?P<end>[.;)–—]|--|$)",
    re.I,
)
_PART = re.compile(rf"({F})([^\ue000-\uefff]*)")
_NOUN = re.compile(
    r"\s*((?:\s*(?!(?:and|plus|or|on|in|at|of|for|from|to|with|by|who|that|were|was|are|is|had|have|has|as)\b)[a-z][\w’'-]*){0,2})"
)
_SPLIT = re.compile(r"\s*,\s*(?:and\s+|plus\s+|as well as\s+)?|\s+(?:and|plus)\s+")
_COUNTED = re.compile(
    rf"(?:another\s+|a further\s+)?(?:(?P<f>{F})|(?P<one>an?|one)\b)\s*(?P<noun>\S.*)?$", re.I
)
_NAMED = re.compile(
    rf"(?P<noun>(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,2}})\s(?P<f>{F})(?P<one>)$"
)
_PEOPLE = re.compile(
    r"\b(?:people|persons?|men|man|woman|women|children|child|boys?|girls?|adults?|passengers?|victims?|members?|officers?"
    r"|soldiers?|students?|pupils?|teachers?|civilians?|workers?|jurors?|players?|patients?|residents?|survivors?|medals?"
    r"|gold|silver|bronze|wins?|defeats?|draws?|votes?)\b",
    re.I,
)
_DOES = re.compile(
    r"\b(?:speaks?|have|has|had|owns?|likes?|wants?|said|says?|uses?|used|takes?|took|plays?|stud(?:y|ies)|reads?|works?|lives?|knows?"
    r"|believes?|supports?|drinks?|eats?|smokes?|can|will|could|would)\b",
    re.I,
)
_SMALL = 60  # a whole that an article can list to the last: five dead, 60 passengers
_LEAVING = re.compile(
    rf"(?P<a>{F})\s+(?:out\s+)?of\s+(?:(?:the|its|his|her|their|all|a)\s+)?{_W}{{0,3}}?\s?(?P<t>{F})(?P<what>{_W}{{0,6}}?),?\s+"
    rf"leaving\s+(?:just|only|him with|her with|it with|them with)?\s*(?P<m>{F})(?P<rest>{_W}{{0,2}})"
    rf"|\b[Oo]f\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?P<t2>{F})(?P<what2>{_W}{{1,6}}?),\s+(?P<a2>{F}){_W}{{1,5}}?,?\s+leaving\s+"
    rf"(?:just|only)?\s*(?P<m2>{F})(?P<rest2>{_W}{{0,2}})",
    re.I,
)
_EACH = re.compile(
    rf"(?P<n>{F}){_W}{{1,3}}?\s+(?:of|with)\s+(?P<k>{F}){_W}{{0,3}}?(?:\s+each)?\s*[,;:(–—-]*\s+"
    rf"(?:(?P<t>{F}){_W}{{0,2}}?\s+(?:in all|in total|altogether|all told)\b|(?:for |making )?a total of\s+(?P<t2>{F}))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole, said in figures or as “a woman”."""

    value: float
    tight: Span
    wide: Span
    said: str
    position: TextPosition


def totals(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """Parts against their whole, in one sentence."""
    if len(phrase.amounts) < 2:
        return
    yield from _in_all(subject, phrase)
    yield from _outright(subject, phrase)
    yield from _listed(subject, phrase)
    yield from _leaving(subject, phrase)
    yield from _each(subject, phrase)


def parts_of(phrase: Phrase, words: str) -> list[Part] | None:
    """The figures among some words as parts; None where they are not all in one unit."""
    found = _PART.findall(words)
    parts = [part(phrase.amount(sign), noun) for sign, noun in found]
    units = {phrase.amount(sign).unit for sign, _ in found}
    return parts if len(units) == 1 else None


def part(amount: Amount, noun: str = "") -> Part:
    """An amount as a part of a whole, with the noun behind it."""
    tight, wide = _summed(amount)
    told = _NOUN.match(noun)
    said = f"{amount.said} {told[1].strip()}".strip() if told is not None else amount.said
    return Part(amount.value, tight, wide, said, amount.position)


def _summed(amount: Amount) -> tuple[Span, Span]:
    """The spans of an amount in a sum: $3 million is not any sum that rounds to three million."""
    if not amount.is_plain:
        return amount.tight, amount.wide
    value, spans = amount.value, []
    generous = 0.02 if amount.unit == "" and amount.value < 1000 else 0.05
    for span, most in ((amount.tight, 0.02), (amount.wide, generous)):
        half = min((span[1] - span[0]) / 2, most * abs(value)) if amount.unit != PERCENT else 0.5
        spans.append((value - half, value + half))
    return spans[0], spans[1]


def against(
    subject: Subject,
    parts: Sequence[Part],
    whole: Amount,
    lower: Outcome | None = Outcome.CONFLICT,
    rule: str = RULE,
) -> Iterator[Finding]:
    """Parts against their whole; ``lower`` is what it means that they make less."""
    sums = added([p.tight for p in parts]), added([p.wide for p in parts])
    value = sum(p.value for p in parts)
    tight, wide = _summed(whole)
    if meet(sums[0], tight):
        outcome: Outcome | None = Outcome.CONSISTENT
    elif meet(sums[1], wide):
        return
    else:
        outcome = Outcome.CONFLICT if value > whole.value else lower
    if outcome is None or not parts:
        return
    yield _finding(subject, parts, whole, value, outcome, rule)


def _finding(
    subject: Subject,
    parts: Sequence[Part],
    whole: Amount,
    value: float,
    outcome: Outcome,
    rule: str,
) -> Finding:
    right = printed_like(value, whole, 2)
    summed = " + ".join(printed_like(p.value, whole, 2) for p in parts)
    said = [inside(p.said) for p in parts]
    listed = ", ".join(said[:-1]) + f" and {said[-1]}" if len(said) > 1 else said[0]
    if outcome is Outcome.CONSISTENT:
        message = f"{listed[0].upper()}{listed[1:]} make {right}, as the text says."
        arithmetic = f"{summed} = {right}"
        advice = ""
    else:
        message = f"The text says {inside(whole.said)}; {listed} make {right}."
        arithmetic = f"{summed} = {right}, not {inside(whole.words)}"
        advice = "Ask which of the figures is right, and whether the parts are all there are."
    rows = [SumRow("", printed_like(p.value, whole, 2), p.position) for p in parts]
    rows += [
        SumRow("makes", right, is_result=True),
        SumRow("the text says", whole.said, whole.position),
    ]
    places = (whole.position, *(p.position for p in parts))
    return subject.finding(
        rule, FindingKind.SUMS, outcome, message, places, arithmetic, rows, advice
    )


def _alike(parts: Sequence[Part] | None, phrase: Phrase, whole: Amount, words: str) -> bool:
    """Whether parts and whole are of one unit and the words between them leave no part out."""
    if parts is None or _OPEN.search(words):
        return False
    units = {phrase.amount(sign).unit for sign in re.findall(F, words)}
    return units == {whole.unit} and whole.unit not in (PERCENT, POINTS)


def _in_all(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“12 men and 9 women, 20 in all”, “$3 million and $2 million, for a total of $6 million”."""
    for match in _IN_ALL.finditer(phrase.words):
        words, whole = match["parts"] or match["parts2"], phrase.amount(match["t"] or match["t2"])
        if whole.unit == "" and not re.search("[a-z]", words.replace("and", "")):
            continue  # “the next 10, 11, 12 countries” is no sum
        parts = parts_of(phrase, words)
        if parts is not None and _alike(parts, phrase, whole, words):
            yield from against(subject, parts, whole)


def _outright(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“463,000 plus 654,000 equals 1,117,000.”"""
    for match in _OUTRIGHT.finditer(phrase.words):
        signs = set(re.findall(rf"{F}\s*(\S[^\ue000-\uefff]*?)\s*(?={F})", match["parts"]))
        if len(signs) != 1:
            continue
        parts, whole = parts_of(phrase, match["parts"]), phrase.amount(match["t"])
        sign = signs.pop().lower()
        if parts is None:
            continue
        if sign in ("plus", "and", "+"):
            yield from against(subject, parts, whole)
        elif sign in ("minus", "less", "-", "–", "−") and len(parts) == 2:
            yield from difference(subject, parts[0], parts[1], whole)
        elif sign in ("times", "multiplied by", "x", "×") and len(parts) == 2:
            yield from _product(subject, parts[0], parts[1], whole)


def difference(
    subject: Subject, whole: Part, less: Part, left: Amount, rule: str = RULE
) -> Iterator[Finding]:
    """What is left of a whole without a part, against what the text says is left."""
    tight, wide = taken(whole.tight, less.tight), taken(whole.wide, less.wide)
    value = whole.value - less.value
    if not meet(tight, left.tight) and meet(wide, left.wide):
        return
    outcome = Outcome.CONSISTENT if meet(tight, left.tight) else Outcome.CONFLICT
    right = printed_like(value, left, 2)
    fits = outcome is Outcome.CONSISTENT
    shown = [printed_like(p.value, left, 2) for p in (whole, less)]
    message = f"{whole.said} less {inside(less.said)} is {right}"
    message = message[0].upper() + message[1:]
    arithmetic = f"{shown[0]} − {shown[1]} = {right}"
    rows = (
        SumRow("", whole.said, whole.position),
        SumRow("", f"− {less.said}", less.position),
        SumRow("leaves", right, is_result=True),
        SumRow("the text says", left.said, left.position),
    )
    yield subject.finding(
        rule,
        FindingKind.SUMS,
        outcome,
        f"{message}, as the text says."
        if fits
        else f"{message}; the text says {inside(left.said)}.",
        (left.position, whole.position, less.position),
        arithmetic if fits else f"{arithmetic}, not {inside(left.words)}",
        rows,
        "" if fits else "Ask which of the figures is right.",
    )


def _product(subject: Subject, one: Part, other: Part, whole: Amount) -> Iterator[Finding]:
    tight, wide = multiplied(one.tight, other.tight), multiplied(one.wide, other.wide)
    if not meet(tight, whole.tight) and meet(wide, whole.wide):
        return
    fits = meet(tight, whole.tight)
    right = printed_like(one.value * other.value, whole, 2)
    arithmetic = f"{figure(one.value, 2)} × {figure(other.value, 2)} = {right}"
    rows = (
        SumRow("", one.said, one.position),
        SumRow("", f"× {other.said}", other.position),
        SumRow("makes", right, is_result=True),
        SumRow("the text says", whole.said, whole.position),
    )
    yield subject.finding(
        RULE,
        FindingKind.SUMS,
        Outcome.CONSISTENT if fits else Outcome.CONFLICT,
        f"{one.said[0].upper()}{one.said[1:]} times {other.said} is {right}"
        + (", as the text says." if fits else f"; the text says {inside(whole.said)}."),
        (whole.position, one.position, other.position),
        arithmetic if fits else f"{arithmetic}, not {inside(whole.words)}",
        rows,
        "" if fits else "Ask which of the figures is right.",
    )


def _listed(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“Five people were killed: two men, two women and two children.”"""
    for match in _LISTED.finditer(phrase.words):
        whole = phrase.amount(match["t"])
        parts = _counted(subject, phrase, match)
        if parts is None or not whole.is_plain or len(parts) < 2:
            continue
        if len(parts) == whole.value and not _PEOPLE.match(match["what"].strip()):
            continue  # “three teams: 12 men, 14 women and five children” are three
        if _may_overlap(match["list"]):
            continue
        if _OPEN.search(match["list"]) or _OPEN.search(match["what"]):
            continue
        complete = _is_of_people(match, whole) or _repeats_the_noun(match)
        yield from against(subject, parts, whole, Outcome.CONFLICT if complete else None)


def _may_overlap(words: str) -> bool:
    """Whether the items say what some do, which others may do too: “200 speak Welsh and 500 speak English”."""
    behind = re.findall(
        rf"{F}\s+(?!in\b|from\b|of\b|for\b|on\b|at\b|by\b|with\b)([a-z]+[a-rt-z])\b", words
    )
    return len(behind) > len(set(behind)) or _DOES.search(words) is not None


def _is_of_people(match: re.Match[str], whole: Amount) -> bool:
    """Whether the list is of people, medals or votes, so few that an article tells them all."""
    told = _PEOPLE.search(f"{match['what']} {match['list']}")
    return told is not None and whole.value <= _SMALL


def _repeats_the_noun(match: re.Match[str]) -> bool:
    """Whether each item ends with what the whole counts: ballots, of these and of those ballots."""
    noun = next(iter(match["what"].lower().split()), "")
    return bool(noun) and all(item.lower().endswith(noun) for item in _items(match["list"]))


def _counted(subject: Subject, phrase: Phrase, match: re.Match[str]) -> list[Part] | None:
    """The items of a list, where each of them begins with how many it is and all are of the whole's unit."""
    whole = phrase.amount(match["t"])
    parts: list[Part] = []
    at = match.start("list")
    for item in _items(match["list"]):
        start = phrase.words.index(item, at)
        at = start + len(item)
        found = _COUNTED.match(item) or _NAMED.match(item)
        if found is None or not found["noun"] or len(item.split()) > 10:
            return None
        if found["f"]:
            amount = phrase.amount(found["f"])
            if amount.unit != whole.unit or amount.unit in (PERCENT, POINTS):
                return None
            place = phrase.place(start, at)
            parts.append(replace(part(amount), said=_without_quotes(subject.words(place))))
        elif whole.unit:
            return None
        else:
            place = phrase.place(start, at)
            parts.append(Part(1, (1, 1), (1, 1), subject.words(place), place))
    return parts


def _without_quotes(words: str) -> str:
    return " ".join(re.sub(r"[“”\"„«»]", "", words).split())


def _items(words: str) -> list[str]:
    return [item for item in (i.strip() for i in _SPLIT.split(words)) if item]


def _leaving(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“It lost 12 of its 30 staff, leaving 20.”"""
    for match in _LEAVING.finditer(phrase.words):
        side = "" if match["t"] else "2"
        whole, less, left = (phrase.amount(match[name + side]) for name in "tam")
        rest, what = (match["rest" + side] or "").split(), (match["what" + side] or "").split()
        same = not rest or rest[0].lower() in ("survivors", "left", "remaining", "others", "behind")
        same = same or (bool(what) and rest[0].lower() == what[0].lower())
        if same and whole.unit == less.unit == left.unit and whole.value > less.value:
            yield from difference(subject, part(whole), part(less), left)


def _each(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“Five teams of 11 players, 50 in all.”"""
    for match in _EACH.finditer(phrase.words):
        number, each, whole = (
            phrase.amount(sign) for sign in (match["n"], match["k"], match["t"] or match["t2"])
        )
        if (
            number.unit == ""
            and each.unit == whole.unit
            and not _OPEN.search(match[0].replace("each", ""))
        ):
            yield from _product(subject, part(number), part(each), whole)
