"""Numbers with their units: money, percent, measures, ages, and what is counted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from factcheck.detection.currencies import CODE, SIGN, WORD, currency
from factcheck.detection.numerals import FRACTION, NUMBER, SCALES, number_value, ordinal_value
from factcheck.detection.times import FoundTime
from factcheck.detection.words import words

_SCALE = r"(?:(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)s?|bn|tn|mn|m|k|bln|tln|mln|mil|(?-i:B)|(?<=\d)b)"
_PERCENT = r"(?:percentage[ -]points?|percents?\b|per cents?\b|percentage\b|pct\b|%|points?(?= (?:lower|higher|ahead|behind)))"
_MORE = r"(?:\s+and\s+a\s+(?P<more>half|quarter)\b(?!\s+of))?"
_MINUS = r"(?P<minus>(?:\bminus\s|\bnegative\s|(?<![\w.,\d)])(?<!\d )[-−]\s?(?=\d)))?"
_NUMBER_AND_SCALE = rf"{_MINUS}(?P<n>{NUMBER})(?:[\s-]?(?P<scale>{_SCALE})\b)?{_MORE}"
_MONEY = re.compile(rf"(?P<sign>{SIGN}|\b{CODE}(?=\s?\d))\s?{_NUMBER_AND_SCALE}", re.I)
_MONEY_AFTER = re.compile(
    rf"(?<![\w.]){_NUMBER_AND_SCALE}(?:[\s-](?P<word>{WORD})\b|\s?(?P<code>{CODE}\b|[€£¥₹₽$](?!\s?\d))"
    rf"(?:\s(?P<late>million|billion|trillion)\b)?)",
    re.I,
)
_SHARE = re.compile(rf"(?<![\w.]){_NUMBER_AND_SCALE}[\s-]?(?P<word>{_PERCENT})", re.I)
_BARE = re.compile(
    rf"(?<![\w.,/:#@’'-]){_MINUS}(?P<n>{NUMBER})(?:[\s-]?(?P<scale>{_SCALE})\b)?{_MORE}(?![\w/:@]|,\d|-\w)",
    re.I,
)
_PART = re.compile(rf"{FRACTION}(?P<scale>)(?P<minus>)(?!-)", re.I)
_VAGUE = re.compile(
    r"\b(?P<word>dozens|hundreds|thousands|millions|billions|scores|tens of thousands)\b of\b", re.I
)
_AGE = re.compile(
    rf"(?<![\w.])(?P<n>{NUMBER})[\s-](?P<unit>year|month|week|day)s?(?:[\s-]olds?|\s+of\s+age)\b"
    rf"|(?<![\w.])(?P<n2>\d{{1,3}})\s?(?:yo|y/o)\b|\b(?:aged|age|ages)\s(?P<n3>\d{{1,3}})\b",
    re.I,
)
_RANK = re.compile(
    r"\b(?:\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)|(?:[a-z]{2,12}[\s-]){0,3}?(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|eleventh|twelfth|[a-z]{3,6}teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|hundredth"
    r"|thousandth|millionth|billionth|trillionth))\b",
    re.I,
)
_WEIGHT = re.compile(r"weigh|weight|heav|lift|lost|lose|gain|carr|meat|fat|grams|ounce", re.I)
_FEET = re.compile(r"\b(?:ft|feet|foot),?\s?$", re.I)
_GLUED = frozenset({"in", "pt", "l", "t", "g", "qt"})  # words elsewhere: units only behind a digit
RANK = "ordinal"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in characters of the text, its value, and its unit: USD, percent, km, or "" for a bare one."""

    start: int
    end: int
    value: float
    unit: str

    @property
    def measures(self) -> bool:
        """Whether a unit of money, share or measure stands beside it."""
        return self.unit != ""


def find_figures(text: str, times: list[FoundTime]) -> list[Figure]:
    """The figures of the text in text order; those inside dates and durations are left to the dates."""
    taken = bytearray(len(text) + 1)
    for time in times:
        taken[time.start : time.end] = b"\1" * (time.end - time.start)
    found: list[Figure] = []
    for pattern, unit_of in (
        *_PATTERNS,
        (_METRES, _metres),
        (_measured(), _measure),
        (_PART, _bare),
        (_BARE, _bare),
    ):
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end("n")]):  # “miles an hour” ends in a time
                continue
            unit = unit_of(match)
            value = _value(match)
            if unit is None or value is None:
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            found.append(Figure(match.start(), match.end(), value, unit))
    return _joined(text, sorted(found, key=lambda figure: figure.start))


_SMALLER = {("ft", "in"): 12, ("lb", "oz"): 16, ("USD", "cent"): 100, ("EUR", "cent"): 100}
_SMALLER |= {("GBP", "penny"): 100}
_LINK = re.compile(r"\s?(?:,|and)?\s?")


_SENTENCE_END = re.compile(r"\s?(?:[.;!?](?!\d)|$)")


def _is_small_change(text: str, money: Figure, figure: Figure) -> bool:
    """Whether a bare number ends the sentence straight behind dollars, euros or pounds: “15 dollars 50.”"""
    if figure.unit or not 0 < figure.value < 100 or money.unit not in ("USD", "EUR", "GBP"):
        return False
    said = text[money.start : money.end][-1:].isalpha() and figure.start - money.end == 1
    return said and _SENTENCE_END.match(text, figure.end) is not None


def _joined(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures with “5 feet 2 inches” and “3 dollars and 50 cents” as one each."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        parts = _SMALLER.get((last.unit, figure.unit)) if last is not None else None
        if last is not None and _is_small_change(text, last, figure):
            parts = 100
        if last is not None and parts and _LINK.fullmatch(text, last.end, figure.start):
            value = last.value + figure.value / parts
            joined[-1] = Figure(last.start, figure.end, value, last.unit)
        else:
            joined.append(figure)
    return joined


def _value(match: re.Match[str]) -> float | None:
    value = number_value(match["n"])
    if value is None:
        return None
    value += {"half": 0.5, "quarter": 0.25}.get(match.groupdict().get("more") or "", 0.0)
    scale = (match["scale"] or match.groupdict().get("late") or "").lower()
    if scale:
        value *= SCALES.get(scale) or SCALES[scale.removesuffix("s")]
    return -value if match["minus"] else value


def _sign(match: re.Match[str]) -> str | None:
    return currency(match["sign"]) or None


def _money_word(match: re.Match[str]) -> str | None:
    if match["code"]:
        return currency(match["code"]) or None
    word = match["word"].lower()
    if word in ("pound", "pounds") and _is_weight(match):
        return "lb"
    return currency(word) or None


def _is_weight(match: re.Match[str]) -> bool:
    """Whether the pounds are those of a scale: “a 3-pound fish”, “he weighs 80 pounds”."""
    if match["scale"] or "," in match["n"]:
        return _WEIGHT.search(match.string, max(0, match.start() - 40), match.start()) is not None
    if "-" in match.string[match.end("n") : match.start("word")]:
        return True
    near = match.string[max(0, match.start() - 40) : match.end() + 25]
    return _WEIGHT.search(near) is not None


def _share(match: re.Match[str]) -> str | None:
    return "percentage-point" if "point" in match["word"].lower() else "percent"


_LONG = re.compile(r"\s(?:tall|long|high|wide|deep|away|above|below|x|×|by|race|sprint|is)\b", re.I)
_METRES = re.compile(
    rf"(?<![\w.])(?P<minus>)(?P<n>{NUMBER})(?P<scale>)\s?(?P<word>(?-i:m))\b", re.I
)


def _metres(match: re.Match[str]) -> str | None:
    """“1.8m tall”; elsewhere a bare m is a million."""
    return "m" if _LONG.match(match.string, match.end()) else None


def _measure(match: re.Match[str]) -> str | None:
    word = re.sub(r"\s+", " ", match["word"])
    feet = word == "in" and _FEET.search(match.string[max(0, match.start() - 6) : match.start()])
    if word in _GLUED and not feet and not match.string[match.start("word") - 1].isdigit():
        return None
    units = _units()
    found = units.get(word)
    return found or units.get(word.lower()) if len(word) > 1 else found


def _bare(match: re.Match[str]) -> str | None:
    return ""


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_MONEY, _sign),
    (_SHARE, _share),
    (_MONEY_AFTER, _money_word),
)


@cache
def _units() -> dict[str, str]:
    table = {}
    for line in words("units"):
        symbol, *forms = line.split(", ")
        table.update(dict.fromkeys([symbol, *forms], symbol))
    return table


@cache
def _measured() -> re.Pattern[str]:
    """A number before a unit: those of several words first, then any word, which the table then knows or not."""
    several = sorted((form for form in _units() if " " in form), key=len, reverse=True)
    phrases = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in several)
    word = rf"(?P<word>(?:{phrases})\b|°(?:\s?[CF]\b)?|[A-Za-zµμ²³/]{{1,24}}\b[²³]?(?:-hours?)?|[A-Za-z]{{1,2}}[23]\b)"
    number = _NUMBER_AND_SCALE.replace("(?P<n>", r"(?P<n>\d{1,2}/\d{1,2}(?![\d/])|")
    return re.compile(rf"(?<![\w./]){number}(?:[\s-]?\(?){word}", re.I)


def ages_and_ranks(text: str, taken: list[tuple[int, int]]) -> list[Figure]:
    """Ages in years, months, weeks or days, and ranks (“third”, “21st”), outside the stretches ``taken``."""
    found = []
    for match in _AGE.finditer(text):
        value = number_value(match["n"] or match["n2"] or match["n3"])
        if value is not None:
            unit = (match["unit"] or "year").lower()
            found.append(Figure(match.start(), match.end(), value, unit))
    for match in _RANK.finditer(text):
        start, rank = _rank(match)
        end = match.end()
        free = all(e <= start or end <= s or (start <= s and e < end) for s, e in taken)
        if rank is not None and free:
            found.append(Figure(start, match.end(), rank, RANK))
    return found


def _rank(match: re.Match[str]) -> tuple[int, float | None]:
    """The longest ending of the words that is a rank: in “the very first”, “first”."""
    starts = [0, *(m.end() for m in re.finditer(r"[\s-]", match[0]))]
    for start in starts:
        if (rank := ordinal_value(match[0][start:])) is not None:
            return match.start() + start, rank
    return match.start(), None


def vague_counts(text: str) -> list[tuple[int, int]]:
    """Where the text counts without a number: dozens of, thousands of."""
    return [match.span("word") for match in _VAGUE.finditer(text)]
