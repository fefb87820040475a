"""Small numbers as articles write them: 45, forty-five, a dozen, 50th, fiftieth."""

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_ONES)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_VALUES |= {"a": 1, "an": 1, "dozen": 12, "hundred": 100}
_FIRSTS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    "hundredth": 100,
}

_SMALL = "|".join(sorted(_ONES[1:], key=len, reverse=True))
_TEN = "|".join(_TENS)
_WORDS = (
    rf"(?:(?:an?|{_SMALL})[ -]hundred(?:[ -]and)?[ -])?(?:(?:{_TEN})(?:[ -](?:{_SMALL}))?|{_SMALL})"
    rf"|(?:an?|{_SMALL})[ -]hundred|a dozen"
)
NUMBER = rf"(?:(?<![\d.,])\d{{1,3}}(?:,\d{{3}})?(?:\.\d{{1,2}})?(?![\d,]*\d)|\b(?:{_WORDS})\b)"

_ORDINAL_ENDS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
)
ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)\b"
    rf"|\b(?:(?:(?:an?|one|two|three)[ -]hundred(?:[ -]and)?[ -])?(?:(?:{_TEN})[ -](?:{_ORDINAL_ENDS})"
    rf"|(?:{_ORDINAL_ENDS})|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth)"
    r"|(?:(?:one|two|three|four|five)[ -])?hundredth)\b)"
)


def number_of(words: str) -> float | None:
    """The value of what NUMBER matched, or of an ordinal; None where it is none."""
    bare = words.casefold().replace(",", "").strip()
    try:
        return float(bare.rstrip("stndrh") if bare[:1].isdecimal() else bare)
    except ValueError:
        pass
    total = 0
    for part in bare.replace("-", " ").split():
        if part == "and":
            continue
        value = _value(part)
        if value is None:
            return None
        total = max(total, 1) * value if part.startswith(("hundred", "dozen")) else total + value
    return float(total) if total else None


def _value(word: str) -> int | None:
    if word in _FIRSTS:
        return _FIRSTS[word]
    if word.endswith("ieth"):
        word = word.removesuffix("ieth") + "y"
    elif word.endswith("th"):
        word = word.removesuffix("th")
    return _VALUES.get(word)
