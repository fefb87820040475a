"""Where paragraphs begin inside a text that is parsed as one piece."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

_BREAKS = "claims.breaks"
_ENDED = re.compile(r"[.!?:…][”\"’')\]]*\s*$")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def breaks_in(text: str, places: Sequence[int]) -> tuple[int, ...]:
    """The characters of the parsed text at which a new paragraph of ``text`` begins; ``places`` as a surface has them."""
    first, last = (places[0], places[-1] + 1) if len(places) else (0, 0)
    if "\n" not in text[first:last]:
        return ()
    blank = _BLANK_LINE.search(text, first, last) is not None
    if not blank and not _is_one_a_line(text[first:last]):
        return ()  # lines broken for their length alone
    found = []
    for at in range(1, len(places)):
        between = text[places[at - 1] : places[at]]
        if "\n" in between and (not blank or between.count("\n") > 1):
            found.append(at)
    return tuple(found)


def _is_one_a_line(text: str) -> bool:
    """Whether the lines end where sentences do."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(_ENDED.search(line) is not None for line in lines) * 2 > len(lines)


def set_breaks(doc: Doc, breaks: tuple[int, ...]) -> None:
    """Tell the detectors where paragraphs begin."""
    doc.user_data[_BREAKS] = breaks


def breaks_of(doc: Doc) -> tuple[int, ...]:
    """The characters at which paragraphs begin after the first; none where nobody said."""
    found = doc.user_data.get(_BREAKS)
    return found if isinstance(found, tuple) else ()
