"""Where the casebook of somebody who chose none lies, and whose it is."""

import getpass
from pathlib import Path

from factcheck.storage.opening import CASEBOOK_SUFFIX


def default_casebook() -> Path:
    """The casebook of somebody who never chose one, in that person's own data folder."""
    from platformdirs import user_data_path  # a tenth of the time in which the window appears

    return user_data_path("factcheck", appauthor=False) / f"desk{CASEBOOK_SUFFIX}"


def log_in_name() -> str:
    """The name of who is logged in, for verdicts that nobody signed otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "checker"
