"""Phrases: a stretch of text with each figure and each time as one sign, so that rules are patterns over words."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.figures.amounts import PERCENT, POINTS, Amount, Leaning, amount
from factcheck.consistency.figures.numerals import NUMBER, number_of
from factcheck.consistency.subject import Subject
from factcheck.model.detected import Quantity
from factcheck.model.text import TextPosition

FIRST, LAST = 0xE000, 0xEFFF
TIME = "\uf8f0"
F = "[\ue000-\uefff]"  # a figure in a pattern
NO_F = "[^\ue000-\uefff.;:!?]"  # anything that goes on in the same clause, and is no figure
MOST_FIGURES, LONGEST = (
    60,
    3_000,
)  # in one phrase; longer ones are tables, and no prose to hold to a pattern

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_NEARLY = (
    r"nearly|almost|close to|just under|just below|just short of|a little under|a little less than"
    r"|slightly under|slightly less than|not quite|approaching|virtually"
)
_JUST_OVER = (
    r"just over|just above|a little over|a little more than|slightly over|slightly more than|a bit over"
    r"|a bit more than|just more than"
)
_OVER = (
    r"(?:well |far |much )?(?:more than|over|above|upwards of)|at least|in excess of|greater than|exceeding|no fewer than"
    r"|no less than|not less than|a minimum of|a minimum|minimum|topping|north of"
)
_UNDER = (
    r"(?:well |far |much )?(?:less than|fewer than|under|below)|at most|no more than|not more than|up to|as many as"
    r"|as much as|a maximum of|a maximum|maximum|within"
)
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|circa|some|an estimated|estimated|perhaps|maybe|say|like|nearer"
    r"|in the region of|of the order of|~|≈|c\."
)
_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:(?P<n>{_NEARLY})|(?P<j>{_JUST_OVER})|(?P<o>{_OVER})|(?P<u>{_UNDER})|(?P<a>{_ABOUT})))"
    r",?\s*(?:an?\s|the\s)?$",
    re.I,
)
_AFTER = re.compile(
    r"\s(?:(?P<a>or so|or thereabouts|give or take)|(?P<o>or more|or over|plus(?=\s*[,.;:)])|and counting)|(?P<u>or less|or fewer))\b|(?P<plus>\+)",
    re.I,
)
_LEANINGS = {
    "n": Leaning.NEARLY,
    "j": Leaning.JUST_OVER,
    "o": Leaning.OVER,
    "plus": Leaning.OVER,
    "u": Leaning.UNDER,
    "a": Leaning.ABOUT,
}
_COMPARED = re.compile(
    r"(?:percent|per cent|%|points?|times|third|half|quarter|much|far|\d)\s*$", re.I
)
_BEYOND = re.compile(r".*\bthan\b|over\b|above\b|below\b", re.I)
_HINTS = re.compile(r"[a-z~≈.],?\s*$", re.I)
_TEMPERATURE = re.compile(
    r"(?<![\w.,$€£¥#])(?P<n>(?:[-−–]|minus\s|negative\s)?\d{1,4}(?:\.\d{1,2})?)\s?(?:[°º˚]\s?|degrees?\s)?(?P<unit>[CF])(?![\w’']|\.\w|-\d)"
)
_SCALE = re.compile(r"[CF](?![\w’'])")
_STONE = re.compile(
    rf"(?P<n>{NUMBER})[ -]stone(?:,?\s(?P<lb>\d{{1,2}})\s?(?:lbs?|pounds?))?(?=\s*[(,]|\s+or\b)",
    re.I,
)
_SCORE = re.compile(r"(?<![\w.,-])(?P<a>\d{1,3})-(?P<b>\d{1,3})(?![\w-])")
_SQUARE = re.compile(
    r"(?<![\w.,])(?P<n>\d[\d,]{0,12}(?:\.\d+)?)[ -]square[ -](?P<unit>miles?|kilomet(?:er|re)s?|f(?:oo|ee)t|met(?:er|re)s?)\b"
)
_SQUARES = {"mi": "mi²", "ki": "km²", "fo": "ft²", "fe": "ft²", "me": "m²"}
_AND_A_PART = re.compile(
    r"(?P<word>\w+)\s+and\s+(?P<part>(?:an?|one)[\s-](?P<n>half|third|quarter|fifth|sixth|eighth|tenth))\b(?!\s+(?:hours?|years?|million|billion))",
    re.I,
)
_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6}
_PARTS |= {"eighth": 1 / 8, "tenth": 1 / 10}
_HALF = re.compile(
    r"(?:(?<=\bby )|(?<=\bin )|(?<=\bto )|(?<=\bone-)|(?<=[,(–] )|(?<=\bor )|(?<=\bfor )|(?<=\bthan )|(?<=\bnearly )"
    r"|(?<=\balmost )|(?<=\babout )|(?<=\broughly )|(?<=\bexactly ))half\b(?!\s+(?:an?|past|time|hour|year|day|century))|(?<![\w-])(?-i:Half)(?= of\b)",
    re.I,
)
_PART = re.compile(
    r"(?:hal(?:f|ves)|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?$", re.I
)
_POINTS = re.compile(r"[\s-](?:percentage[\s-])?points?\b", re.I)
_AGED = re.compile(r"old|age|year|month|week|day", re.I)
_PERCENT = re.compile(r"%|per|pct", re.I)
_NUMBER = re.compile(r"[\d.,]+|[a-z]+(?:-[a-z]+)?")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_OPAQUE = frozenset({"ordinal", "year", "month", "week", "day"})
_MARKS = re.compile(r"[“”\"„«»]+")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\t]")
_CODE = re.compile(r"[A-Z]{3}$")
MEASURES = frozenset(
    """percent percentage-point cent penny km m dm cm mm mi nmi ft in yd kg g mg t ton lb oz l ml gal pt qt bbl ha acre
    km² m² mi² ft² m³ ft³ mph km/h m/s knot °C °F degree""".split()  # noqa: SIM905 - a list of symbols reads so
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """``words`` of a stretch of text in which one sign stands for each of ``amounts``, and another for every time."""

    words: str
    amounts: tuple[Amount, ...]
    times: tuple[TextPosition, ...]
    _here: tuple[int, ...]
    _there: tuple[int, ...]

    def amount(self, sign: str) -> Amount:
        """The amount that a sign stands for."""
        return self.amounts[ord(sign) - FIRST]

    @property
    def shares(self) -> list[Amount]:
        """Those of its amounts that are percentages or fractions."""
        return [amount for amount in self.amounts if amount.unit == PERCENT]

    @property
    def start(self) -> int:
        """Where the stretch of text begins."""
        return self._there[0]

    @property
    def end(self) -> int:
        """Where the stretch of text ends."""
        return self._there[-1]

    def place(self, start: int, end: int) -> TextPosition:
        """Where in the article the words from ``start`` to ``end`` stand."""
        return TextPosition(self._offset(start), max(self._offset(start), self._offset(end)))

    def _offset(self, at: int) -> int:
        index = bisect_right(self._here, at) - 1
        offset = self._there[index] + at - self._here[index]
        return offset if index + 1 == len(self._there) else min(offset, self._there[index + 1])


def phrase_at(subject: Subject, window: TextPosition) -> Phrase | None:
    """The phrase of a stretch of text; None where it has no figure, or is too long or too full for prose."""
    if len(window) > LONGEST:
        return None
    quantities = subject.inside(subject.quantities, window)
    found = list(_amounts(subject, window, quantities))
    if not found or len(found) > MOST_FIGURES:
        return None
    taken = [a for a, _, _ in found]
    times = [
        t.position
        for t in subject.inside(subject.times, window)
        if not any(t.position.overlaps(a.position) for a in taken)
    ]
    times += [q.position for q in quantities if _is_time(subject, q) and q.position not in times]
    signs = [(start, end, chr(FIRST + i)) for i, (_, start, end) in enumerate(found)]
    free = [t for t in times if not any(t.start < e and s < t.end for s, e, _ in signs)]
    signs += [(t.start, t.end, TIME) for t in free]
    return _written(subject.text, window, sorted(signs), tuple(taken), tuple(sorted(free)))


def phrases(subject: Subject) -> tuple[Phrase, ...]:
    """The phrase of each sentence that has a figure, in text order."""
    return subject.once(_all)


def _all(subject: Subject) -> tuple[Phrase, ...]:
    found = (phrase_at(subject, sentence) for sentence in _whole_sentences(subject))
    return tuple(phrase for phrase in found if phrase is not None)


def _whole_sentences(subject: Subject) -> Iterator[TextPosition]:
    """The sentences, those that a parser cut where nothing ends put together again: “to -20 | Celsius”."""
    last: TextPosition | None = None
    for sentence in subject.sentences:
        if last is not None and _goes_on(subject.text, last, sentence):
            last = TextPosition(last.start, sentence.end)
            continue
        if last is not None:
            yield last
        last = sentence
    if last is not None:
        yield last


def _goes_on(text: str, one: TextPosition, other: TextPosition) -> bool:
    if not 0 <= other.start - one.end <= 1 or len(one) > LONGEST:
        return False
    tail = text[max(one.start, one.end - 3) : other.start]
    return "\n" not in tail and tail.rstrip()[-1:].isalnum()


def _amounts(
    subject: Subject, window: TextPosition, quantities: list[Quantity]
) -> Iterator[tuple[Amount, int, int]]:
    """The amounts of a window in text order, each with the stretch of text that its sign takes the place of."""
    text = subject.text
    read = [*_unknown_to_detection(text, window)]
    for quantity in quantities:
        start, end = quantity.position.start, quantity.position.end
        if not any(start < e and s < end for s, e, _, _ in read) and not _is_time(
            subject, quantity
        ):
            read.append((start, end, quantity.value, _unit(subject, quantity)))
    last = window.start
    for start, stop, value, unit in sorted(read):
        if start < last or not _is_of_this_world(value):
            continue
        points = _POINTS.match(text, stop, window.end) if unit == POINTS else None
        end = points.end() if points is not None else stop
        begin, finish, leaning = _lean(text, max(last, start - 40), start, end, window.end)
        words = text[start:end]
        yield (
            amount(TextPosition(start, end), words, value, unit, leaning, text[begin:finish]),
            begin,
            finish,
        )
        last = finish


def _is_of_this_world(value: float) -> bool:
    """Whether a value is one that an article can mean, and that sums can be made with."""
    return value == 0 or 1e-9 <= abs(value) <= 1e18


def _unknown_to_detection(text: str, window: TextPosition) -> Iterator[tuple[int, int, float, str]]:
    """Temperatures such as 43C, weights in stone, and a bare “half”: where they stand, with value and unit."""
    words = window.of(text)
    if _SCALE.search(words):
        for m in _TEMPERATURE.finditer(text, window.start, window.end):
            if _paired(text, m):
                yield m.start(), m.end(), _degrees(m["n"]), "°" + m["unit"]
    if "-" in words and ("vot" in words or "split" in words):
        for m in _SCORE.finditer(text, window.start, window.end):
            yield m.start("a"), m.end("a"), float(m["a"]), ""
            yield m.start("b"), m.end("b"), float(m["b"]), ""
    if "stone" in words:
        for m in _STONE.finditer(text, window.start, window.end):
            stone = (number_of(m["n"]) or 0.0) + int(m["lb"] or 0) / 14
            yield m.start(), m.end(), stone, "st"
    if "square" in words:
        for m in _SQUARE.finditer(text, window.start, window.end):
            value = float(m["n"].replace(",", ""))
            yield m.start(), m.end(), value, _SQUARES[m["unit"][:2]]
    if " and a" in words or " and one" in words:
        for m in _AND_A_PART.finditer(text, window.start, window.end):
            if number_of(m["word"]) is None:
                yield m.start("part"), m.end("part"), _PARTS[m["n"].lower()], "part"
    if "half" in words or "Half" in words:
        for m in _HALF.finditer(text, window.start, window.end):
            yield m.start(), m.end(), 0.5, "part"


def _degrees(words: str) -> float:
    return float(re.sub(r"[−–]|minus\s|negative\s", "-", words, flags=re.I))


def _paired(text: str, match: re.Match[str]) -> bool:
    """Whether a number glued to C or F is a temperature: by a degree sign, or by the other scale close to it."""
    if any(sign in match[0] for sign in "°º˚d"):
        return True
    other = "F" if match["unit"] == "C" else "C"
    near = text[max(0, match.start() - 14) : match.end() + 14]
    return re.search(rf"\d\s?[°º˚]?\s?{other}\b", near) is not None or "temperature" in text


def _is_time(subject: Subject, quantity: Quantity) -> bool:
    """Whether a figure is an age, a rank or a bare year, which no sum is made with."""
    words = subject.words(quantity.position)
    if quantity.unit in _OPAQUE:
        return quantity.unit == "ordinal" or _AGED.search(words) is not None
    return _YEAR.fullmatch(words) is not None


def _unit(subject: Subject, quantity: Quantity) -> str:
    """The unit that sums are made in; what is counted is read from the words around instead."""
    if _POINTS.match(subject.text, quantity.position.end):
        return POINTS
    words = subject.words(quantity.position)
    if quantity.unit == PERCENT and not _PERCENT.search(words):
        return ""  # what a parser took for its noun
    if quantity.unit in MEASURES or (_CODE.match(quantity.unit) and not _NUMBER.fullmatch(words)):
        return quantity.unit
    if 0 < quantity.value < 1 and _PART.search(subject.words(quantity.position)):
        return "part"
    return ""


def _lean(text: str, since: int, start: int, end: int, limit: int) -> tuple[int, int, Leaning]:
    """Where the figure begins and ends with the words that make it lean, and which way it does."""
    if _HINTS.search(text, since, start) and (before := _BEFORE.search(text, since, start)):
        if _BEYOND.match(before[0]) and _COMPARED.search(
            text, max(0, before.start() - 12), before.start()
        ):
            return start, end, Leaning.PLAIN  # “20 percent more than $10” is no $10 or more
        return before.start(), end, _LEANINGS[str(before.lastgroup)]
    after = _AFTER.match(text, end, limit)
    if after:
        return start, after.end(), _LEANINGS[str(after.lastgroup)]
    return start, end, Leaning.PLAIN


def _written(
    text: str,
    window: TextPosition,
    signs: list[tuple[int, int, str]],
    amounts: tuple[Amount, ...],
    times: tuple[TextPosition, ...],
) -> Phrase:
    """The words with the signs in, and where each run of them came from; quotation marks fall away."""
    words: list[str] = []
    here, there = [0], [window.start]
    at, length = window.start, 0
    for start, end, sign in [*signs, (window.end, window.end, "")]:
        for run, offset in _runs(text, at, start):
            here.append(length)
            there.append(offset)
            words.append(run)
            length += len(run)
        here.append(length)
        there.append(start)
        words.append(sign)
        length += len(sign)
        here.append(length)
        there.append(end)
        at = end
    return Phrase("".join(words), amounts, times, tuple(here), tuple(there))


def _runs(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The text between two signs, without quotation marks, private characters made blank."""
    at = start
    for mark in _MARKS.finditer(text, start, end):
        yield _plain(text[at : mark.start()]), at
        at = mark.end()
    yield _plain(text[at:end]), at


def _plain(words: str) -> str:
    return _SPACES.sub(" ", _PRIVATE.sub(" ", words)).replace("\n", " ")
