"""Knows Japanese, Korean and Chinese texts in the encodings from before Unicode, by which of their letters are common."""

import codecs
import re

_FEWEST = 10  # letters beyond ASCII; with fewer, most texts could be in any of these
_LIKELY = 0.85  # of those letters
_KANA = re.compile("[\u3041-\u30fe]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SIGN = re.compile("[\u2010-\u203b\u3000-\u301f\uff01-\uff5e·]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ESCAPES = re.compile(rb"\x1b\$[@B]")
# In these two, the half of the characters that are common stand under the lower lead bytes.
_COMMON_LEADS = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}


def east_asian_encoding(sample: bytes) -> str:
    """The name of the encoding in which ``sample`` is an East Asian text, or an empty string."""
    if _ESCAPES.search(sample):
        return "iso2022_jp" if _decoded(sample, "iso2022_jp") else ""
    scores = {
        name: _score(sample, name) for name in ("euc_jp", "cp932", "cp949", "big5", "gb18030")
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _LIKELY else ""


def _decoded(sample: bytes, encoding: str) -> str:
    """The text that the bytes are in that encoding, whose last letter may be cut; empty where they are none."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return ""
    return "" if _CONTROL.search(text.replace("\x1b", "")) else text


def _score(sample: bytes, encoding: str) -> float:
    """How much of what is beyond ASCII is common in texts of the encoding’s language, from 0 to 1."""
    wide = "".join(char for char in _decoded(sample, encoding) if ord(char) > 0x7F)
    if len(wide) < _FEWEST:
        return 0.0
    signs, kana, hangul = (len(pattern.findall(wide)) for pattern in (_SIGN, _KANA, _HANGUL))
    if encoding in {"euc_jp", "cp932"}:
        han = sum("\u4e00" <= char <= "\u9fff" for char in wide)
        return (signs + kana + han) / len(wide) if kana > 0.15 * len(wide) else 0.0
    narrow = sum(char.encode(encoding)[-1] < 0x80 for char in wide)
    if encoding != "big5" and narrow > 0.2 * len(wide):
        return 0.0  # an apostrophe and the letter after it, in a Western text
    if encoding == "cp949":
        return (signs + hangul) / len(wide) if hangul > 0.4 * len(wide) else 0.0
    if kana > 0.1 * len(wide):
        return 0.0
    leads = _COMMON_LEADS[encoding]
    common = sum(char.encode(encoding)[0] in leads for char in wide if char >= "\u3400")
    return (signs + common) / len(wide)
