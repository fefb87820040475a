"""What goes wrong when a file is kept, in words for the person at the screen."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import FileNotKept

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def told_of_source(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the file to be kept into one sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileNotKept(f"{path.name} is not there any more.") from error
    except OSError as error:
        why = error.strerror or str(error)
        raise FileNotKept(f"{path.name} could not be read: {why}.") from error


@contextmanager
def told_of_vault(path: Path) -> Iterator[None]:
    """Turns what goes wrong with the vault into one sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            why = "the disk is full. Make room and try again"
        else:
            why = f"the casebook’s vault cannot be written to ({error.strerror or error})"
        raise FileNotKept(f"{path.name} could not be kept: {why}.") from error


def changed_meanwhile(path: Path) -> FileNotKept:
    """The error for a file that another program wrote to while it was copied."""
    return FileNotKept(f"{path.name} changed while it was copied; try again once it is done.")
