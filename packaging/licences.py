"""Copies the licence of every package in this environment: licences.py FOLDER."""

import shutil
import sys
from importlib.metadata import distributions
from pathlib import Path

NAMES = ("licen", "copying", "notice", "authors")


def main(folder: Path) -> None:
    """Writes FOLDER/PACKAGE-VERSION/… with the licence files that the package was installed with."""
    for package in distributions():
        for file in package.files or ():
            source = Path(str(package.locate_file(file)))
            if file.name.lower().startswith(NAMES) and source.is_file():
                target = folder / f"{package.name}-{package.version}" / file.name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
