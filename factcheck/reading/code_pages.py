"""Tells code pages apart: in the right one, words are spelt as some language spells them and signs stand in place."""

import re
from itertools import pairwise

_PAGES = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "mac_roman", "cp850")
_WESTERN = (
    "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "ãõáâàçéêíóôúü", "àèéìòùí", "åäöéü", "æøåéö", "áðéíóúýþæö",
    "ëïéèöüáó", "àçèéíïòóúü",
)  # fmt: skip
_CENTRAL = (
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "ăâîşţșț",
    "čćđšž",
    "äöüß",
)
_ALPHABETS = {
    "cp1252": _WESTERN,
    "mac_roman": _WESTERN,
    "cp850": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": ("çğıöşüâîûi̇",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),
}
_OTHER_PAGES = ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256")
_QUOTES = frozenset("«»“”‘’„–—… \u00a0")
_MAC_QUOTES = frozenset("ÐÑÒÓÔÕĐŃŇŐĞŠŅŌ")  # what dashes and quotation marks of an old Mac turn into
_FEWEST = 4  # letters beyond ASCII
_DOUBT = 0.1  # by so much another page must be the better one
# Signs inside a word, those that no word ends with after one, and control characters.
_SIGN_AT_WORD = re.compile(
    r"(?<=[a-zA-ZÀ-ɏ])(?:[£§¨©ª«®¯°²³´¸¹º»¼½¾×÷ˆ˜†‡•‰‹›€‚„ˇ˘˙˛˝ﬁﬂ](?=[a-zA-ZÀ-ɏ])"
    r"|[¡¢¤¥¦¬±¶¿√∞∂∑∏π∫≈∆◊≤≥╗╝┐└┴┬├─┼╔╩╦╠═╬┘┌█▄▀])|[\x80-\x9fˇ˘˙˛˝]"
)
_ODD_QUOTE = re.compile(r"(?<=\w)[“‘](?=\w)|(?<=\s)”(?=\w)")


def latin_code_page(sample: bytes) -> str:
    """The name of the code page of Latin letters that the bytes are most likely in; Windows’ Western one in doubt."""
    scores = {page: _score(sample.decode(page, "replace"), page) for page in _PAGES}
    scores["cp1252"] += _DOUBT
    return max(_PAGES, key=lambda page: scores[page])


def other_code_page(sample: bytes) -> str:
    """The name of the code page of other letters in which the few words in ``sample`` are words; empty if in none."""
    for page in _OTHER_PAGES:
        text = sample.decode(page, "replace")
        beyond = [char for char in text if char > "\x7f"]
        is_all_words = all(char.isalpha() or char in _QUOTES for char in beyond)
        is_mixed = any(_is_mixed(*pair) for pair in pairwise(text))
        if len(beyond) >= _FEWEST and is_all_words and not is_mixed and not _misplaced(text):
            return page
    return ""


def _is_mixed(char: str, other: str) -> bool:
    """Whether two letters that stand side by side are of two scripts."""
    return char.isalpha() and other.isalpha() and char.isascii() != other.isascii()


def _score(text: str, page: str) -> float:
    """How well the text reads, 1 where every letter is one of a single language and no sign is out of place."""
    letters = [char.lower() for char in text if char > "\x7f" and char.isalpha()]
    faults = len(_SIGN_AT_WORD.findall(text)) + len(_ODD_QUOTE.findall(text)) + _misplaced(text)
    known = max(sum(char in alphabet for char in letters) for alphabet in _ALPHABETS[page])
    beyond = max(1, sum(char > "\x7f" for char in text))
    return (known / len(letters) if letters else 1.0) - 2 * (faults + text.count("\ufffd")) / beyond


def _misplaced(text: str) -> int:
    """How many capitals beyond ASCII stand where none does: after a small letter, or for a quotation mark."""
    places = zip(f" {text}", text, f"{text[1:]} ", f"{text[2:]}  ", strict=False)
    return sum(
        before.islower()
        or (after.isupper() and later.islower())
        or (before in ",.!?" and not after.isalpha())
        or (char in _MAC_QUOTES and (before + after).isspace())
        or (char in _MAC_QUOTES and before.isalpha() and not after.isupper())
        for before, char, after, later in places
        if char > "\x7f" and char.isupper()
    )
