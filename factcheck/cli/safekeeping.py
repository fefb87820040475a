"""The commands that look after a casebook: is it whole, and what can be saved of it."""

import argparse
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.steps import DONE, NEEDS_A_PERSON, NOT_DONE
from factcheck.errors import CasebookDamaged
from factcheck.model.change import Stamp
from factcheck.storage import Casebook, Progress

if TYPE_CHECKING:
    from factcheck.storage.recovering import Saved

_SLOW = 64 << 20  # bytes of a file from which its reading is shown


def verify(options: argparse.Namespace) -> int:
    """Hold a casebook against its own record and its vault: 0 whole, 1 something was found, 2 no casebook."""
    try:
        with closing(Casebook.open(options.casebook, read_only=True)) as casebook:
            found = _print_problems(casebook)
            if not found:
                _print_whole(casebook)
            if options.report is not None and not _print_match(casebook, options.report):
                found += 1
    except CasebookDamaged as error:
        print(error)
        return NEEDS_A_PERSON
    return NEEDS_A_PERSON if found else DONE


def recover(options: argparse.Namespace) -> int:
    """Save what can be read of a damaged casebook into a new one: 0 all of it, 1 not all, 2 nothing."""
    from factcheck.storage.recovering import Saved
    from factcheck.storage.recovering import recover as save

    stamp = Stamp(options.by, datetime.now(UTC))
    shows = sys.stderr.isatty()
    for item in save(options.casebook, options.out, stamp):
        if isinstance(item, Saved):
            print("\r\033[K" * shows, end="", file=sys.stderr)
            _print_saved(item, options.out)
            return NEEDS_A_PERSON if item.amiss else DONE
        if shows:
            print(f"\r{item}\033[K", end="", file=sys.stderr, flush=True)
    return NOT_DONE


def _print_saved(saved: "Saved", out: Path) -> None:
    print(f"Saved to {out}:")
    print(f"  articles    {saved.articles}, with {saved.claims} claims")
    print(f"  record      {saved.entries} entries")
    print(f"  vault       {saved.files} {'file' if saved.files == 1 else 'files'}")
    if saved.from_record:
        print(f"  filled in   {saved.from_record} records from what the record says of them")
    if saved.amiss:
        print("Not as it was:")
    for sentence in saved.amiss:
        print(f"  {sentence}")


def _print_problems(casebook: Casebook) -> int:
    """How many problems there are, each printed; the reading of large files is shown on a terminal."""
    found, shows = 0, sys.stderr.isatty()
    for item in casebook.verify():
        if isinstance(item, Progress):
            if shows and item.total > _SLOW:
                share = 100 * item.done // item.total
                print(f"\rReading a file of the vault… {share} %\033[K", end="", file=sys.stderr)
            continue
        found += 1
        print("\r\033[K" * shows, end="", file=sys.stderr)
        print(item)
    print("\r\033[K" * shows, end="", file=sys.stderr)
    return found


def _print_whole(casebook: Casebook) -> None:
    articles, claims = casebook.counts()
    head, files, unsealed = casebook.head(), len(casebook.kept_files()), casebook.unsealed()
    print(f"The casebook {casebook.path.name} is whole.")
    print(f"  articles    {articles}, with {claims} claims")
    print(f"  record      {head.number} entries, each sealing the one before")
    print(f"  last entry  {head.fingerprint or 'none'}")
    print(f"  vault       {files} {'file' if files == 1 else 'files'} as kept")
    if unsealed:
        print(
            f"  unsealed    {unsealed} records by an earlier version, which kept their number only;"
            " changes to them from before they were next edited would not show"
        )


def _print_match(casebook: Casebook, fingerprint: str) -> bool:
    """Whether a printed report's fingerprint is that of an entry, which is printed."""
    entries = casebook.entries_sealed(fingerprint)
    for entry in entries:
        after = casebook.head().number - entry.number
        many = "one was" if after == 1 else f"{after} were"
        later = f"{many} recorded since" if after else "nothing was recorded since"
        at = f"{entry.change.stamp.at.astimezone():%Y-%m-%d %H:%M}"
        print(f"A report with {fingerprint} was made after entry {entry.number} ({at}); {later}.")
    if not entries:
        print(f"No entry of the record has the fingerprint {fingerprint}.")
    return bool(entries)
