"""Where the program's own files lie: installed as ``factcheck.resources``, or beside the package in a checkout."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file or folder among the program's resources; FileNotFoundError if there is none."""
    roots = [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    if frozen := getattr(sys, "_MEIPASS", ""):
        roots.insert(0, Path(frozen) / "factcheck" / "resources")
    for root in roots:
        if (path := root.joinpath(*parts)).exists():
            return path
    raise FileNotFoundError(f"the program’s own file {'/'.join(parts)} is missing")
