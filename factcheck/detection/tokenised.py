"""Sees text that was cut into tokens, blanks before its commas, as ordinary text, so that the parser reads it well."""

from __future__ import annotations  # array is generic to the type checker only

import re
from array import array

_BLANK_BEFORE = re.compile(r"\w [,;](?= )")
_PLAIN = re.compile(r"\w[,;](?= )")
_BLANK_AT_END = re.compile(r"\w [.!?](?: ?[”\"]|$)")
_TEX_QUOTES = re.compile(r"``|(?<!')''(?!')")
_JOINS = re.compile(
    r" (?=[,;:.!?%)\]](?:\s|$))"  # “however ,”
    r"|(?<=[(\[]) "  # “( GM )”
    r"|(?<=\w) (?=['’](?:s|re|ve|d|ll|m)\b)"  # “Dow 's”
    r"|(?<=\w) (?=n['’]t\b)"
    r"|(?<=[$€£]) (?=\d)"
)
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[—–])$")


def is_tokenised(text: str) -> bool:
    """Whether blanks stand before the commas of the text and after none of its words at once."""
    blanks, plain = len(_BLANK_BEFORE.findall(text)), len(_PLAIN.findall(text))
    return blanks > plain or (plain == 0 and _BLANK_AT_END.search(text) is not None)


def rejoined(text: str, places: array[int]) -> tuple[str, array[int]]:
    """The text with ``…'' as quotation marks and, where it was tokenised, without the blanks; places kept."""
    if "``" in text or "''" in text:
        text, places = _with_marks(text, places)
    if is_tokenised(text):
        text, places = _without(text, places, [match.start() for match in _JOINS.finditer(text)])
        text, places = _without(text, places, _inside_marks(text))
    return text, places


def _with_marks(text: str, places: array[int]) -> tuple[str, array[int]]:
    """``…'' as one character each; an ending mark stands for its last place, so that both are inside."""
    letters: list[str] = []
    kept = array("I")
    last = 0
    for match in _TEX_QUOTES.finditer(text):
        letters.append(text[last : match.start()])
        kept.extend(places[last : match.start()])
        before = text[max(0, match.start() - 1) : match.start()]
        opens = match.group() == "``" or (
            bool(_BEFORE_OPENING.search(before)) and text[match.end() : match.end() + 1].isalpha()
        )
        letters.append("“" if opens else "”")
        kept.append(places[match.start() if opens else match.end() - 1])
        last = match.end()
    letters.append(text[last:])
    kept.extend(places[last:])
    return "".join(letters), kept


def _without(text: str, places: array[int], gone: list[int]) -> tuple[str, array[int]]:
    letters: list[str] = []
    kept = array("I")
    last = 0
    for at in gone:
        letters.append(text[last:at])
        kept.extend(places[last:at])
        last = at + 1
    letters.append(text[last:])
    kept.extend(places[last:])
    return "".join(letters), kept


def _inside_marks(text: str) -> list[int]:
    """The blanks just inside quotation marks: “ like these ”."""
    gone = [match.end() for match in re.finditer(r"“(?= )", text)]
    gone += [match.start() for match in re.finditer(r" (?=”)", text)]
    opened = False
    for match in re.finditer('"', text):
        at = match.start() - 1 if opened else match.end()
        if text[at : at + 1] == " ":
            gone.append(at)
        opened = not opened
    return sorted(set(gone))
