"""What a casebook needs now and then beside the work in it: a backup, fewer old ones, and a swept vault."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from factcheck.storage.backups import Backup, back_up, is_due, thin
from factcheck.storage.casebook import Casebook


def look_after(
    path: Path, now: datetime, go_on: Callable[[], bool] = lambda: True
) -> Iterator[Backup]:
    """The backup that was made, if the record had gone on since the last; on connections of its own."""
    if is_due(path):
        made = back_up(path, now, go_on)
        if made is not None:
            yield made
    thin(path)
    with closing(Casebook.open(path, read_only=True)) as casebook:
        in_use = {kept.sha256 for kept in casebook.kept_files()}
        if casebook.vault.unreferenced(in_use):
            casebook.vault.sweep(casebook.files_named())
