"""Plain text: from the bytes of a file, or from what was pasted, to lines."""

from factcheck.reading.cleaning import clean
from factcheck.reading.encodings import decode
from factcheck.reading.manuscript import Reading, refuse_too_long
from factcheck.reading.paragraph import lines_of


def read_plain(data: bytes, file_name: str) -> Reading:
    """The text that the bytes hold, in whatever encoding."""
    return read_plain_text(decode(data, file_name), file_name)


def read_plain_text(text: str, file_name: str) -> Reading:
    """The text as it is, but for its line ends."""
    cleaned = clean(text)
    refuse_too_long(cleaned, file_name)
    return Reading(cleaned, lines_of(cleaned))
