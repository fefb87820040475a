"""Puts the beginning of a new casebook in the place of a spoilt one, so that SQLite finds its way to the rows.

The pages that say where each table stands are written when a casebook is made, and stay as they are: in a file that this
version made they are those of any other it makes. What a wrong guess brings up is told from records by their look.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from factcheck.storage.casebook import Casebook

_HEAD = 100  # bytes that say how the file is built
_PAGE = 4096
_INTERIOR = 5  # the kind of page that leads to others


def mend_head(copy: Path) -> None:
    """The head that every casebook has, with the number of pages that this one has."""
    made = _new_casebook()
    with copy.open("r+b") as file:
        file.write(_fitting(made[:_HEAD], copy.stat().st_size))


def mend_contents(copy: Path) -> None:
    """The head, and every page of the table of tables."""
    made = _new_casebook()
    size = max(copy.stat().st_size // _PAGE * _PAGE, len(made))
    with copy.open("r+b") as file:
        file.truncate(size)
        for number in _pages_of_contents(made, 1):
            file.seek((number - 1) * _PAGE)
            file.write(made[(number - 1) * _PAGE : number * _PAGE])
        file.seek(0)
        file.write(_fitting(made[:_HEAD], size))


def _new_casebook() -> bytes:
    with tempfile.TemporaryDirectory(prefix="casebook-") as folder:
        path = Path(folder) / "made.casebook"
        Casebook.open(path).close()
        return path.read_bytes()


def _fitting(head: bytes, size: int) -> bytes:
    """The head with the number of pages of a file of this size, and no list of free ones, which may be spoilt too."""
    fitting = bytearray(head)
    fitting[28:32] = (size // _PAGE).to_bytes(4, "big")
    fitting[32:40] = bytes(8)
    fitting[92:96] = fitting[24:28]  # so that the number of pages is believed
    return bytes(fitting)


def _pages_of_contents(made: bytes, number: int) -> Iterator[int]:
    """The numbers of the pages that the table of tables is in, from this one down."""
    yield number
    page = made[(number - 1) * _PAGE : number * _PAGE]
    start = _HEAD if number == 1 else 0
    if page[start] != _INTERIOR:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for index in range(count):
        at = start + 12 + 2 * index
        cell = int.from_bytes(page[at : at + 2], "big")
        yield from _pages_of_contents(made, int.from_bytes(page[cell : cell + 4], "big"))
    yield from _pages_of_contents(made, int.from_bytes(page[start + 8 : start + 12], "big"))
