"""Movements: what a sentence says went from one figure to another, which way, and by how much."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.consistency.changes.extents import FACTOR, Size, factor_of, size_of, times_of
from factcheck.consistency.figures.amounts import PERCENT, POINTS, Amount
from factcheck.consistency.figures.phrases import FIRST, NO_F, TIME, F, Phrase
from factcheck.model.text import TextPosition

UP = (
    r"rose|risen|ris(?:es|ing|e)|increas(?:e|es|ed|ing)|gr[eo]w(?:s|n|ing|th)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|(?:went|go|goes|gone|going|edged|inched|crept) up|up"
    r"|rais(?:e|es|ed|ing)|swell(?:s|ed|ing)?|swollen|leap(?:s|ed|t)?|rocket(?:s|ed)?|expand(?:s|ed|ing)?|higher"
    r"|more|hik(?:e|es|ed|ing)|greater|larger|bigger|above"
)
DOWN = (
    r"fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|dip(?:s|ped|ping)?"
    r"|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|slid(?:es?|ing)?|slip(?:s|ped|ping)?|s[aiu]nk(?:s|ing)?"
    r"|shr[aiu]nk(?:s|ing)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion|tions)|slash(?:es|ed|ing)?|tumbl(?:e|es|ed|ing)"
    r"|lower(?:s|ed|ing)?|(?:went|go|goes|gone|going|edged|inched) down|down|trim(?:s|med|ming)?|dwindl(?:e|es|ed|ing)"
    r"|less|fewer|smaller|cheaper|below|los(?:t|s|es|ing)"
)
_TURN = rf"(?:(?P<up>\b(?:{UP})\b)|(?P<down>\b(?:{DOWN})\b))"
TURN = re.compile(_TURN, re.I)
_EITHER = rf"\b(?:{UP}|{DOWN})\b"
_LOOSE = re.compile(
    r"^(?:up|down|more|less|fewer|above|below|higher|lower|larger|bigger|greater|smaller|cheaper|cuts?)$",
    re.I,
)
_ARTICLE = r"(?:(?:an?|the|its|his|her|their|just|only|as high as|as low as|as many as|as few as)\s+(?:[\w’'-]+\s+){0,4}?(?:of\s+)?)?"
_NO_MORE = r"(?!\s*:|\s+(?:more|additional|extra|others?)\b)"
_FROM_TO = re.compile(
    rf"\bfrom\s+{_ARTICLE}(?P<a>{F})(?P<mid>{NO_F}{{0,60}}?)\bto\s+{_ARTICLE}(?P<b>{F}){_NO_MORE}",
    re.I,
)
_TO_FROM = re.compile(
    rf"\bto\s+{_ARTICLE}(?P<b>{F})(?P<mid>{NO_F}{{0,60}}?)\bfrom\s+{_ARTICLE}(?P<a>{F})(?!\s*:)",
    re.I,
)
_UP_FROM = re.compile(
    rf"(?P<b>{F})(?P<mid>{NO_F}{{0,60}}?)(?P<turn>\b(?:up|down|rise|increase|jump|gain|drop|fall|decline|decrease|loss)\b)\s+(?:(?:by|of)\s+)?"
    rf"(?:(?P<s>{F})[^\ue000-\uefff.,;:!?]{{0,20}}?\s+)?(?:from|on|over|compared with|compared to|against)\s+"
    rf"(?:{TIME}[^\ue000-\uefff.;]{{0,30}}?\bwhen\b[^\ue000-\uefff.;]{{0,30}}?)?{_ARTICLE}(?P<a>{F})(?!\s*(?:to|-|–)\s*{F})",
    re.I,
)
_THAN = re.compile(
    rf"(?P<b>{F})(?P<mid>{NO_F}{{0,60}}?)\s(?P<s>{F})[\s-](?P<turn>lower|higher|more|less|fewer|larger|smaller|bigger|greater"
    rf"|cheaper|above|below)\b(?:\s+than)?(?P<mid2>{NO_F}{{0,60}}?)(?P<a>{F})",
    re.I,
)
_CUT_IN = re.compile(
    rf"(?P<s>{F})[\s-](?:[a-z-]+\s){{0,2}}?(?P<turn>{_EITHER})\s+(?:in|of|on|to)\s+{NO_F}{{0,40}}?(?P<a>{F})"
    rf"(?P<mid>{NO_F}{{0,50}}?)\bto\s+(?P<b>{F}){_NO_MORE}",
    re.I,
)
_CUT_BY = re.compile(
    rf"(?P<turn>{_EITHER})\s+{NO_F}{{0,40}}?(?P<a>{F})(?P<mid>{NO_F}{{0,40}}?)\bby\s+(?P<s>{F}),?\s+to\s+(?P<b>{F}){_NO_MORE}",
    re.I,
)
_CUT_TO = re.compile(
    rf"(?P<a>{F})(?P<mid>{NO_F}{{0,50}}?)(?P<turn>{_EITHER})\s+by\s+(?P<s>{F}),?\s+to\s+(?P<b>{F}){_NO_MORE}",
    re.I,
)
_TWICE = re.compile(
    rf"(?P<b>{F})(?P<mid>{NO_F}{{0,40}}?)[,–—(]\s*(?:(?:which|that)\s+(?:is|was)\s+)?(?:(?P<s>{F})\s+of|(?P<times>(?:(?:more than|nearly|almost|about|over"
    rf"|roughly|around|less than)\s+)?(?:twice|double|triple|treble|quadruple|three times|four times|five times|ten times|half)))"
    rf"(?:\s+as\s+(?:many|much|high|large|big|long)\s+as)?\s+(?:the|its|his|her|their|last\s+\w+[’']s)\s+(?:[\w’'-]+\s+){{0,4}}?(?P<a>{F})",
    re.I,
)
_YEAR_BY_YEAR = re.compile(
    rf"{TIME}{NO_F}{{0,40}}?(?P<a>{F})(?P<noun>\s+[a-z]+)?{NO_F}{{0,50}}?[;,]\s*(?:and\s+|but\s+)?(?:in\s+)?{TIME}{NO_F}{{0,40}}?(?P<b>{F})"
    rf"(?P<mid>{NO_F}{{0,25}}?)(?:,|–|—)\s*(?:an?\s+)?(?P<turn>{_EITHER})\s+(?:(?:of|by)\s+)?(?P<s>{F})",
    re.I,
)
_THEN_AND_THEN = re.compile(
    rf"(?P<a>{F}){NO_F}{{0,20}}?{TIME}(?:,|\s+and|\s+but|\s+to)\s{NO_F}{{0,12}}?(?P<b>{F})(?P<mid>){NO_F}{{0,15}}?{TIME},?\s+(?:or\s+)?(?:an?\s+)?"
    rf"(?P<turn>{_EITHER})\s+(?:(?:of|by)\s+)?(?P<s>{F})",
    re.I,
)
_IT_TO = re.compile(
    rf"(?P<a>{F})(?P<mid>[^\ue000-\uefff.!?]{{0,90}}?)\b(?:this|that|it|which|the (?:figure|number|rate|share|total|level))"
    rf"(?:\s+(?:has|have|had|since|now|then)){{0,3}}\s+(?P<turn>{_EITHER})\s+(?:back\s+)?to\s+(?P<b>{F}){_NO_MORE}",
    re.I,
)
_BY_TURN = re.compile(
    rf"{_EITHER}(?:\s+(?:by|[a-z]+ly|another|an?|only|just|of|further|total)){{0,3}}\s+(?P<s>{F})",
    re.I,
)
_NOUN = (
    r"increase|rise|jump|fall|drop|cut|decline|decrease|reduction|growth|gain|surge|hike|raise|loss|dip|slump|plunge|climb"
    r"|difference|gap|change|discount|higher|lower|more|less|fewer"
)
_SIZED = re.compile(rf"(?P<s>{F})(?:[\s-]+[a-z-]+){{0,2}}?[\s-]+(?P<turn>{_NOUN})\b", re.I)
_BY = re.compile(rf"\bby\s+(?:an?\s+)?(?:whopping\s+|massive\s+|full\s+)?(?P<s>{F})", re.I)
_BEHIND = re.compile(
    rf"(?:\s[a-z]{{2,14}}){{0,3}}?(?:\s+(?:in|by|at|on|for|over|during|as of))?\s*{TIME}?(?:\s[a-z]{{2,14}}){{0,2}}?"
    rf"[\s,;–—(-]+(?:(?:or|that is|that[’']s|which is|i\.e\.|an?|the|representing|marking|meaning|up|down|by|it was|this is"
    rf"|equivalent to|making for)\s+){{0,3}}"
    rf"(?:(?P<turn>{_EITHER}|difference|change)\s+(?:of|by)\s+(?:an?\s+)?)?(?P<s>{F})(?P<more>[\s-][a-z -]{{0,30}})?",
    re.I,
)
_SET_OFF = re.compile(rf"{NO_F}{{0,20}}[,(–—]\s*(?:(?:an?|or|that is)\s+)*")
_IN_TIME = re.compile(rf"(?:\s[a-z]+)?\s(?:in|during)\s{TIME}")
_WITHIN = re.compile(r"\b(?:in|during|over)\b")
_STRAIGHT = re.compile(
    rf"(?:\s+(?:[a-z]+ly|again|further|back|only|just|on average))*(?:\s+(?:by\s+)?(?:an?\s+)?{F}(?:\s+[a-z-]+){{0,2}})?"
    rf"(?:\s+(?:(?:in|over|during|since|between|for|by)\s+)?(?:the\s+)?(?:[a-z]+\s+)?{TIME}(?:\s+and\s+{TIME})?)?[\s,–—-]*",
    re.I,
)
_STOP = re.compile(r"[.;:!?]|\b(?:while|whereas|but|although|though)\b", re.I)
_DOWN_TO = re.compile(r"\s(?:up|down)\s*$", re.I)
_YEARLY = re.compile(
    r"(?:\s+[a-z]+){0,2}?\s+(?:(?:an?|per|each|every) (?:year|month|week|day|quarter|decade)\b|annual|yearly|monthly|on average)"
    rf"|(?:\s+[a-z]+){{0,2}}?\s+(?:an?|per|each|every)\s{TIME}",
    re.I,
)
_ANOTHER = re.compile(rf"\b(?:and|as|with|after|when|because|which|that|who|if)\b|{F}", re.I)
_BETWEEN = re.compile(
    rf"(?P<s>{F})[\s-](?:[a-z-]+\s)?(?:difference|gap|spread|margin)\s+between\s+{NO_F}{{0,40}}?(?P<a>{F}){NO_F}{{0,40}}?\band\s+"
    rf"{NO_F}{{0,40}}?(?P<b>{F})"
    rf"|(?:difference|gap|spread)\s+between\s+{NO_F}{{0,40}}?(?P<a2>{F}){NO_F}{{0,40}}?\band\s+{NO_F}{{0,40}}?(?P<b2>{F})"
    rf"[\s,]+(?:is|was|of|or)\s+(?P<s2>{F})",
    re.I,
)
_ANY = re.compile(rf"{_TURN}|\bfrom\b|-fold|\bdifference|\bgap\b|doubl|tripl|halv", re.I)


@dataclass(frozen=True, slots=True)
class Movement:
    """From ``base`` to ``result``; ``turn`` is 1 for up, −1 for down, 0 where no word tells."""

    base: Amount
    result: Amount
    turn: int
    sizes: tuple[Size, ...]
    verb: TextPosition | None
    is_outright: bool
    is_of_other_times: bool

    @property
    def places(self) -> tuple[TextPosition, ...]:
        """Where its figures stand."""
        return (self.base.position, self.result.position)


def movements(phrase: Phrase) -> Iterator[Movement]:
    """The movements a phrase tells of, each once."""
    seen: set[tuple[TextPosition, ...]] = set()
    if len(phrase.amounts) < 2 or _ANY.search(phrase.words) is None:
        return
    for found in (*_pairs(phrase), *_others(phrase), *_side_by_side(phrase)):
        if found.places not in seen:
            seen.add(found.places)
            yield found


def _pairs(phrase: Phrase) -> Iterator[Movement]:
    """From one figure to another, or to one from another, with what stands around."""
    words = phrase.words
    for pattern in (_FROM_TO, _TO_FROM):
        for match in pattern.finditer(words):
            both = matched(phrase.amount(match["a"]), phrase.amount(match["b"]))
            if both is None or re.search(_EITHER, _DOWN_TO.sub("", match["mid"]), re.I):
                continue
            start = match.start()
            stops = [m.end() for m in _STOP.finditer(words, max(0, start - 140), start)]
            since = max([max(0, start - 140), *stops])
            if pattern is _FROM_TO and (other := words.rfind(" from ", since, start)) >= 0:
                since = other
            yield _around(phrase, *both, since, start, match.end(), match["mid"])


def _around(
    phrase: Phrase, base: Amount, result: Amount, since: int, start: int, end: int, mid: str
) -> Movement:
    """The movement of a pair of figures, with its direction and its size from the words before and behind it."""
    words = phrase.words
    turns = list(TURN.finditer(words, since, start))
    ways = {1 if m["up"] else -1 for m in turns}
    last = turns[-1] if turns else None
    turn = ways.pop() if len(ways) == 1 else 0
    sizes = list(_before(phrase, since, start)) if len(turns) < 2 or turn else []
    behind = _BEHIND.match(words, end)
    if behind is not None:
        sized = _behind(phrase, behind)
        if sized is not None:
            sizes.append(sized)
            told = TURN.search(behind[0])
            if told is not None and not turn and not turns:
                turn = 1 if told["up"] else -1
    factor = FACTOR.search(words, end, end + 50)
    if factor is not None and _SET_OFF.fullmatch(words, end, factor.start()):
        told_factor = factor_of(phrase, factor)
        sizes += [told_factor] if told_factor is not None else []
    is_outright = last is not None and len(turns) == 1 and _is_outright(words, last, start)
    dated = TIME in mid and words[end : end + 25].lstrip(" ,").startswith(
        ("in " + TIME, TIME, "by " + TIME)
    )
    other_times = _is_yearly(phrase, sizes) or (dated and TIME in words[since:start])
    if TIME not in mid and _IN_TIME.match(words, end) and _WITHIN.search(words, since, start):
        other_times = True  # “up 12 percent in the first half, from 100 to 106 in May”
    verb = phrase.place(*last.span()) if last is not None else None
    return Movement(base, result, turn, tuple(sizes), verb, is_outright, other_times)


def _is_outright(words: str, turn: re.Match[str], start: int) -> bool:
    """Whether a word such as “rose” is told of the figures themselves, which follow it with at most a size between."""
    between = words[turn.end() : start]
    if _LOOSE.match(turn[0]):
        return not between.strip() and re.search(F, words[: turn.start()]) is None
    return _STRAIGHT.fullmatch(between) is not None


def _before(phrase: Phrase, since: int, start: int) -> Iterator[Size]:
    words = phrase.words
    done: set[str] = set()
    for pattern in (_BY_TURN, _BY, _SIZED):
        for match in pattern.finditer(words, since, start):
            between = words[match.end() : start]
            if match["s"] not in done and not _ANOTHER.search(between) and len(between) < 70:
                done.add(match["s"])
                size = size_of(phrase.amount(match["s"]))
                if size is not None:
                    yield size
    for factor in FACTOR.finditer(words, since, start):
        between = words[factor.end() : start]
        if _ANOTHER.search(between) or len(between) > 70:
            continue
        size = factor_of(phrase, factor)
        if size is not None:
            yield size


def _behind(phrase: Phrase, match: re.Match[str]) -> Size | None:
    """The size told after both figures: “, a rise of 20 percent”, “ (up 20 percent)”."""
    size = size_of(phrase.amount(match["s"]))
    if size is None:
        return None
    told = (
        match["turn"]
        or TURN.search(match["more"] or "")
        or re.search(r"\b(?:up|down)\s*$", match[0][: match.start("s") - match.start()])
    )
    if size.kind == "difference" and not told:
        return None
    is_set_off = re.search(rf"[,;–—(-]\s*(?:or\s+)?(?:up\s+|down\s+)?{F}", match[0]) is not None
    return size if told or is_set_off else None


def _others(phrase: Phrase) -> Iterator[Movement]:
    """Movements told without a pair: “up 25 percent from”, “50 percent lower than”, “a 2 percent cut in”, “it fell to”."""
    words = phrase.words
    for pattern in (
        _UP_FROM,
        _THAN,
        _CUT_IN,
        _CUT_BY,
        _CUT_TO,
        _YEAR_BY_YEAR,
        _THEN_AND_THEN,
        _IT_TO,
    ):
        for match in pattern.finditer(words):
            base, result = phrase.amount(match["a"]), phrase.amount(match["b"])
            if result.unit == "" and base.unit == PERCENT:
                continue  # “12 of 20 hospitals, up from 40 percent”
            both, told = matched(base, result), TURN.fullmatch(match["turn"])
            broken = re.search(rf"[;]|\band\b|{_EITHER}", match["mid"])
            if both is None or told is None or (broken and pattern is not _IT_TO):
                continue
            if pattern is _IT_TO and ((broken and ";" not in broken[0]) or not both[0].unit):
                continue
            said = match.groupdict().get("s")
            size = size_of(phrase.amount(said)) if said else None
            if pattern is _CUT_TO and both[0].unit != PERCENT:
                continue
            if pattern is _THAN and (size is None or size.kind == "difference"):
                continue
            sizes = (size,) if size is not None else ()
            verb = phrase.place(*match.span("turn"))
            turn = 1 if told["up"] else -1
            yield Movement(*both, turn, sizes, verb, True, _is_yearly(phrase, sizes))


def _side_by_side(phrase: Phrase) -> Iterator[Movement]:
    """Two figures told beside each other: “twice the $30,000”, “a gap of ten points between 20% and 30%”."""
    words = phrase.words
    for match in _TWICE.finditer(words):
        both = matched(phrase.amount(match["a"]), phrase.amount(match["b"]))
        size = times_of(phrase, match)
        if both is not None and size is not None and not re.search(r"\band\b", match["mid"]):
            yield Movement(*both, 0, (size,), None, False, False)
    for match in _BETWEEN.finditer(words):
        signs = [match[name] or match[f"{name}2"] for name in "sab"]
        size, both = size_of(phrase.amount(signs[0])), matched(*map(phrase.amount, signs[1:]))
        if size is not None and both is not None and size.kind in ("points", "difference"):
            yield Movement(*both, 0, (size,), None, False, False)


def _is_yearly(phrase: Phrase, sizes: Iterable[Size]) -> bool:
    """Whether a size is that of each year, and not of the whole way between both figures."""
    signs = {a.position: chr(FIRST + i) for i, a in enumerate(phrase.amounts)}
    found = (signs[size.position] for size in sizes if size.amount is not None)
    return any(_YEARLY.match(phrase.words, phrase.words.index(sign) + 1) for sign in found)


def matched(base: Amount, result: Amount) -> tuple[Amount, Amount] | None:
    """Two figures in one unit and scale: 8 to 5 percent, 5 to 10 million, 95 cents to $1.10; None where they are of two."""
    base, result = _in_whole(base, result.unit), _in_whole(result, base.unit)
    if base.unit != result.unit:
        if base.unit == "" and not base.is_part:
            base = replace(base, unit=result.unit)
        elif result.unit == "" and not result.is_part:
            result = replace(result, unit=base.unit)
        else:
            return None
    if base.unit == POINTS or min(base.value, result.value) <= 0:
        return None
    return _scaled_alike(base, result)


def _scaled_alike(base: Amount, result: Amount) -> tuple[Amount, Amount] | None:
    """“5 to 10 million” as five million to ten; None where it may be five alone."""
    if result.is_scaled and not base.is_scaled and base.value < 1000:
        return None
    return base, result


WHOLE = {("cent", "USD"), ("cent", "EUR"), ("penny", "GBP")}


def _in_whole(amount: Amount, unit: str) -> Amount:
    """Cents as dollars where the other figure is in dollars."""
    if (amount.unit, unit) not in WHOLE:
        return amount
    spans = [(low / 100, high / 100) for low, high in (amount.tight, amount.wide)]
    return replace(amount, unit=unit, value=amount.value / 100, tight=spans[0], wide=spans[1])
