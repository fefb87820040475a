"""From a file or a pasted text to a manuscript; one module a format."""

from factcheck.reading.files import MAX_BYTES, read_file, read_rich_text, read_text
from factcheck.reading.formats import FORMATS, SUFFIXES

__all__ = ["FORMATS", "MAX_BYTES", "SUFFIXES", "read_file", "read_rich_text", "read_text"]
