"""One form for every text: line ends become ``\\n``, byte-order marks and NULs go, nothing else is changed.

But halves of characters, which are none and could not be stored, become replacement characters.
"""

import re

_DROPPED = re.compile("[\0\ufeff]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """``text`` with ``\\n`` for every line end and without byte-order marks and NULs."""
    # Dropped first: a NUL between CR and LF would otherwise make two line ends of one.
    return _LINE_END.sub("\n", _HALF_CHARACTER.sub("\ufffd", _DROPPED.sub("", text)))
