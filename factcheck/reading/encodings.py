"""From the bytes of a text file to its text, whatever encoding it was saved in."""

import codecs
import re
import unicodedata
from collections import Counter

from factcheck.errors import UnreadableFile
from factcheck.reading.code_pages import latin_code_page, other_code_page
from factcheck.reading.east_asian import east_asian_encoding

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes looked at to judge an encoding; more does not make the judgement better
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x7f\x80-\x84\x86-\x9f\ufffd\ufffe\uffff]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x7f]")
_TOLERATED_CONTROLS = (
    0.01  # of the characters; a stray one in a long text is no reason to refuse it
)
_ENOUGH_TO_GUESS = (
    30  # bytes beyond ASCII; with fewer, a guess among all code pages is mostly wrong
)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")


def decode(data: bytes, file_name: str) -> str:
    """The text that ``data`` holds; ``UnreadableFile`` where it is no text at all."""
    text = _decoded(data)
    letters = len(text) - text.count("\0")
    if letters and len(_CONTROLS.findall(text)) > max(1, _TOLERATED_CONTROLS * letters):
        raise UnreadableFile(
            f"“{file_name}” holds no readable text: its content is not letters but raw data. "
            "Open it in the program that made it, save it as text or Word, and drop that here."
        )
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, "replace")
    if b"\x1b$" not in data[:_SAMPLE]:  # else it may be Japanese in seven bits
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if eastern := east_asian_encoding(data[:_SAMPLE]):
        return data.decode(eastern, "replace")
    if eastern := _wide_east_asian(data):
        return data.decode(eastern, "replace")
    return _decoded_bytewise(data)


def _wide_encoding(data: bytes) -> str:
    """The name of the UTF-16 that ``data`` is in without saying so, or an empty string."""
    sample = data[: _SAMPLE & ~1]
    pairs = len(sample) // 2
    if not pairs:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * pairs and even < 0.1 * odd:
        return "utf-16-le"
    if even > 0.3 * pairs and odd < 0.1 * even:
        return "utf-16-be"
    # Scripts other than Latin leave few NULs, but their high bytes look like control characters.
    if len(data) % 2 == 0 and len(_CONTROL_BYTES.findall(sample)) > 0.1 * len(sample):
        readable = [name for name in ("utf-16-le", "utf-16-be") if _is_writing(sample, name)]
        return readable[0] if readable else ""
    return ""


def _wide_east_asian(data: bytes) -> str:
    """The name of the UTF-16 in which ``data`` is an East Asian text, which has few bytes to know it by, or empty."""
    sample = data[: _SAMPLE & ~1]
    if len(data) % 2 or b"\0" not in sample:  # not even a line end
        return ""
    readable = [name for name in ("utf-16-le", "utf-16-be") if _is_writing(sample, name)]
    return readable[0] if len(readable) == 1 else ""


def _is_writing(sample: bytes, encoding: str) -> bool:
    """Whether ``sample`` reads as words of one script in this encoding."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    kinds = Counter(unicodedata.category(char)[0] for char in text)
    scripts = Counter(_script(char) for char in text if char.isalpha())
    main = sum(count for _, count in scripts.most_common(2))
    return (
        kinds["L"] > 0.5 * len(text)
        and kinds["C"] <= 0.02 * len(text) + text.count("\n") + text.count("\r")
        and any(char.isspace() for char in text)
        and main > 0.9 * scripts.total()
    )


def _script(char: str) -> int:
    """A number that letters of one script share, as far as this needs: Han and kana are one, Hangul another."""
    code = ord(char)
    if 0x3040 <= code <= 0x30FF or 0x4E00 <= code <= 0x9FFF:
        return -1
    return -2 if 0xAC00 <= code <= 0xD7A3 else code >> 8


def _decoded_bytewise(data: bytes) -> str:
    """The text of bytes that are not UTF-8, or not all of them."""
    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    in_sequences = sum(len(match) for match in _MULTIBYTE.findall(sample))
    if in_sequences >= 0.5 * high or not high:
        return data.decode("utf-8", _AS_CP1252)
    letters = sum(byte >= 0x80 or chr(byte).isalpha() for byte in sample)
    page = ""
    if high > 0.3 * letters:
        page = _guessed(sample) if high >= _ENOUGH_TO_GUESS else other_code_page(sample)
    page = page or latin_code_page(sample)
    return data.decode(page, _AS_CP1252 if page == "cp1252" else "replace")


def _guessed(sample: bytes) -> str:
    """The likeliest of all encodings, or an empty string where none is likely."""
    # Only asked for texts with many foreign bytes: on short Western texts its guess is often wrong.
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return ""
    # The two differ in the capitals; most texts of either sort are Windows’.
    is_mac = best.encoding == "mac_cyrillic" and other_code_page(sample) == "cp1251"
    return "cp1251" if is_mac else best.encoding


def _byte_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """What a byte that does not belong to the encoding says in Windows' Western code page."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.start + 1]
    return bad.decode("cp1252", "replace"), error.start + 1


_AS_CP1252 = "factcheck.cp1252"
codecs.register_error(_AS_CP1252, _byte_as_cp1252)
