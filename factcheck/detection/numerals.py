"""Numbers in digits and in words, and the pattern that finds them."""

import math
import re

_UNITS = {
    word: value
    for value, word in enumerate(
        [
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
    )
}
_TENS = {
    word: 10 * (value + 2)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    )
}
_UNITS |= {"nought": 0, "naught": 0}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "m": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "bln": 1e9,
    "tln": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
_PARTS = {
    "half": 0.5,
    "halves": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fourth": 0.25,
    "fourths": 0.25,
    "fifth": 0.2,
    "fifths": 0.2,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "seventh": 1 / 7,
    "sevenths": 1 / 7,
    "eighth": 0.125,
    "eighths": 0.125,
    "ninth": 1 / 9,
    "ninths": 1 / 9,
    "tenth": 0.1,
    "tenths": 0.1,
}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_BIG = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_BIGGER = r"(?=\s+(?:thousand|million|billion|trillion)\b)"
_WORD = "|".join([*_UNITS, *_TENS])
WORDS = (
    rf"(?:(?:{_WORD}|hundred{_BIGGER}|an?(?=\s+(?:{_BIG}|half)\b))"
    rf"(?:[\s-]+(?:and\s+)?(?:{_WORD}|(?:{_BIG})s?\b)){{0,12}}(?:\s+point(?:[\s-]+(?:{_WORD})){{1,6}})?"
    rf"|(?:a\s+)?half\s+an?(?=\s)|(?:(?:a|three)\s+)?(?:half|quarters?)(?:\s+of\s+a)?{_BIGGER})"
    rf"(?:\s+and\s+a\s+(?:half|quarter))?\b"
)
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?|(?<![\d.] )\d{1,3}(?: \d{3})+(?:\.\d+)?"
    r"|\d{1,18}(?:\.\d{1,9})?|(?<!\d)\.\d{1,9})(?![\d])"
)
NUMBER = rf"(?:{DIGITS}(?:\s\d{{1,2}}/[2-9]\d?(?!\d)|\s?[½¼¾⅓⅔]|\s+and\s+a\s+(?:half|quarter)\b)?|[½¼¾⅓⅔]|\b{WORDS})"
FRACTION = (
    rf"(?<!\band )\b(?P<n>(?:one|an?)[\s-](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    rf"|(?:{_WORD})[\s-](?:halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths))\b"
)


def number_value(text: str) -> float | None:
    """The value of a number in digits or words, or None where it is none or past all measure."""
    text = re.sub(r"\s+", " ", text.strip().lower())
    extra = _SIGNS.get(text[-1:], 0.0)
    text = text.rstrip("½¼¾⅓⅔ ") if extra else text
    if not text:
        return extra
    if fraction := re.search(r"(?:^|\s|(?<=\d)-)(\d{1,6})/([1-9]\d{0,5})$", text):
        extra, text = int(fraction[1]) / int(fraction[2]), text[: fraction.start()]
        if not text:
            return extra
    if text[0].isdigit() and (half := re.search(r" and a (half|quarter)$", text)):
        extra, text = _PARTS[half[1]], text[: half.start()]
    digits = re.sub(r"[, ]", "", text)
    if re.fullmatch(r"\d*\.?\d+", digits):
        value: float | None = float(digits) + extra
    else:
        value = _fraction_value(text)
        value = _words_value(text) if value is None else value
    return value if value is not None and math.isfinite(value) else None


def _fraction_value(text: str) -> float | None:
    """Two thirds, a quarter, half a."""
    if re.fullmatch(r"(?:(?:a|three) )?(?:half|quarters?)(?: an?| of a)?", text):
        return (0.25 if "quarter" in text else 0.5) * (3 if "three" in text else 1)
    words = re.split(r"[\s-]", text)
    if len(words) == 2 and words[1] in _PARTS:
        count = 1 if words[0] in ("a", "an") else _UNITS.get(words[0], _TENS.get(words[0]))
        return None if count is None else count * _PARTS[words[1]]
    return None


def _words_value(text: str) -> float | None:
    extra = 0.0
    if point := re.search(r" point[ -](.+)$", text):
        whole = _words_value(text[: point.start()])
        places = (
            "".join(f"{_words_value(part):.0f}" for part in re.split(r"[ ]", point[1]) if part)
            if all(_words_value(part) is not None for part in re.split(r"[ ]", point[1]))
            else ""
        )
        return None if whole is None or not places else whole + float(f"0.{places}")
    if match := re.search(r"\s+and\s+a\s+(half|quarter)$", text):
        extra = _PARTS[match[1]]
        text = text[: match.start()]
    total = group = 0.0
    last = 1.0
    seen = False
    for part in re.split(r"[\s-]+", text):
        word = part.removesuffix("s") if part[:-1] in SCALES and len(part) > 3 else part
        if word in ("and", "", "of"):
            continue
        if word in ("a", "an"):
            group, seen = 1.0, True
        elif word == "hundred" and not seen:
            group, seen, last = 100.0, True, 100.0
        elif word in _UNITS or word in _TENS:
            group, seen, last = group + _UNITS.get(word, _TENS.get(word, 0)), True, 1.0
        elif word in SCALES and seen:
            last = SCALES[word]
            if last >= 1000:
                total, group = total + max(group, 1.0) * last, 0.0
            else:
                group = max(group, 1.0) * last
        else:
            return None
    return total + group + extra * last if seen else None


ORDINALS = {
    word: number + 1
    for number, word in enumerate(
        [
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
        ]
    )
}
ORDINALS |= {word[:-1] + "ieth": value for word, value in _TENS.items()}
ORDINALS |= {f"{word}th": int(value) for word, value in SCALES.items() if len(word) > 4}


def ordinal_value(text: str) -> float | None:
    """The rank that an ordinal names: 21st, twenty-first, two hundredth."""
    text = text.strip().lower()
    if found := re.fullmatch(r"([\d,]{1,20})(?:st|nd|rd|th)", text):
        return float(found[1].replace(",", ""))
    *before, last = re.split(r"[\s-]+", text)
    if last not in ORDINALS:
        return None
    rank, number = ORDINALS[last], number_value(" ".join(before)) if before else 0.0
    if number is None or (before and rank < 100 and number % 100 in range(1, 20)):
        return None
    value = number * rank if before and rank >= 100 else number + rank
    return value if math.isfinite(value) else None
