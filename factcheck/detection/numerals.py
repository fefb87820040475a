"""Numbers in digits and in words, and the pattern that finds them."""

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
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "m": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
    "mn": 1e6,
}
_WORD = "|".join([*_UNITS, *_TENS])
WORDS = (
    rf"(?:(?:{_WORD}|an?(?=\s+(?:hundred|thousand|million|billion|trillion|dozen|half)\b))"
    rf"(?:[\s-]+(?:and\s+)?(?:{_WORD}|hundred|thousand|million|billion|trillion|dozen))*"
    rf"|(?:a\s+)?half\s+an?(?=\s))"
    rf"(?:\s+and\s+a\s+(?:half|quarter))?\b"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)(?![\d])"
NUMBER = rf"(?:{DIGITS}(?:\s?½|\s?¼|\s?¾)?|\b{WORDS})"


def number_value(text: str) -> float | None:
    """The value of a number in digits or words, or None where it is none."""
    text = text.strip().lower()
    extra = {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(text[-1:], 0.0)
    if fraction := re.search(r"(?:^|\s|(?<=\d)-)(\d+)/([1-9]\d*)$", text):
        extra, text = int(fraction[1]) / int(fraction[2]), text[: fraction.start()]
        if not text:
            return extra
    digits = text.rstrip("½¼¾ ").replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return float(digits) + extra
    return _words_value(text)


def _words_value(text: str) -> float | None:
    if re.fullmatch(r"(?:a\s+)?half\s+an?", text):
        return 0.5
    extra = 0.0
    if match := re.search(r"\s+and\s+a\s+(half|quarter)$", text):
        extra = 0.5 if match[1] == "half" else 0.25
        text = text[: match.start()]
    total = group = 0.0
    seen = False
    for word in re.split(r"[\s-]+", text):
        if word in ("and", "", "of"):
            continue
        if word in ("a", "an"):
            group, seen = 1.0, True
        elif word in _UNITS or word in _TENS:
            group, seen = group + _UNITS.get(word, _TENS.get(word, 0)), True
        elif word in SCALES and seen:
            if SCALES[word] >= 1000:
                total, group = total + max(group, 1.0) * SCALES[word], 0.0
            else:
                group = max(group, 1.0) * SCALES[word]
        else:
            return None
    return total + group + extra if seen else None
