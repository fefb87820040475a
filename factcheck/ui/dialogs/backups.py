"""Chooses the backup that a casebook is to go back to, and offers help with one that is damaged."""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from factcheck.errors import FactcheckError
from factcheck.storage import Backup, contents_of
from factcheck.ui.dialogs.frame import Frame, said
from factcheck.ui.theme import INTERFACE, sans
from factcheck.ui.when import time_words

_GOES_BACK = (
    "The casebook {name} goes back to what it was then. What is in it now becomes a backup first, so that you can come"
    " back to it. Files in the vault stay."
)
_TALLEST, _ROW, _GAP = 320, 28, 18  # pixels
_SIZE = 2  # the column of figures
_EDGES = """
QTreeWidget { border: 1px solid palette(mid); border-radius: 5px; padding: 1px; }
QTreeWidget:focus { border: 2px solid palette(link); padding: 0; }
QTreeWidget::item { height: 28px; }
"""


class Rescue(Enum):
    """What is to be done with a damaged casebook."""

    RESTORE = auto()
    RECOVER = auto()


class BackupsDialog(Frame):
    """The backups of a casebook, newest first: when, what each holds, how large; Enter or a double click takes one."""

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        backups: Sequence[Backup],
        now: datetime | None = None,
    ) -> None:
        super().__init__(parent, "Restore from a backup", _GOES_BACK.format(name=name), 560)
        self.list = QTreeWidget()
        self.list.setAccessibleName("Backups, newest first")
        self.list.setFont(sans(INTERFACE))
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAllColumnsShowFocus(True)
        self.list.setStyleSheet(_EDGES)
        for backup in backups:
            self._offer(columns_of(backup, now or datetime.now(UTC)))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        for column in range(self.list.columnCount()):
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, self.list.columnWidth(column) + _GAP)
        self.list.setFixedHeight(min(_TALLEST, len(backups) * _ROW + 8))
        self.list.itemDoubleClicked.connect(self.accept)
        self.column.addWidget(self.list)
        self.close_column("Restore", "Cancel")
        self.list.setFocus()

    @property
    def chosen(self) -> int:
        """Which of the backups, from 0."""
        return self.list.currentIndex().row()

    def _offer(self, columns: Sequence[str]) -> None:
        item = QTreeWidgetItem(list(columns))
        item.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, columns)))
        self.list.setColumnCount(len(columns))
        self.list.addTopLevelItem(item)


class DamagedDialog(Frame):
    """Says that a casebook is damaged and offers what can be done about it; Esc leaves it as it is."""

    def __init__(self, parent: QWidget | None, name: str, has_backups: bool) -> None:
        super().__init__(parent, "Damaged casebook", "", 520)
        self.chosen: Rescue | None = None
        self.column.addWidget(said(f"The casebook {name} is damaged.", strong=True))
        help_there = "A backup of it can be put in its place." if has_backups else ""
        words = (
            f"{help_there} What can still be read of it can be saved to a new casebook beside it. The damaged file"
            " itself is kept either way."
        ).strip()
        self.column.addWidget(said(words))
        self.setAccessibleDescription(words)
        accept, _ = self.close_column("Save what can be read", "Leave it", safe_default=True)
        accept.clicked.connect(lambda: self._choose(Rescue.RECOVER))
        if has_backups:
            restore = self.buttons.addButton(
                "Restore from a backup…", QDialogButtonBox.ButtonRole.AcceptRole
            )
            restore.setAccessibleName(restore.text())
            restore.clicked.connect(lambda: self._choose(Rescue.RESTORE))

    def _choose(self, rescue: Rescue) -> None:
        self.chosen = rescue


def columns_of(backup: Backup, now: datetime) -> tuple[str, str, str, str]:
    """When a backup was made, what it holds, how large it is, and what there is to say of it."""
    try:
        held = contents_of(backup)
        what = f"{many(held.articles, 'article')}, {many(held.claims, 'claim')}"
    except FactcheckError:
        what = "damaged"
    size = f"{backup.size / 1_000_000:.1f} MB"
    note = "before a restore" if backup.is_before_restore else ""
    return time_words(backup.made, now), what, size, note


def ask_backup(parent: QWidget | None, name: str, backups: Sequence[Backup]) -> Backup | None:
    """The backup to go back to; None where it was put away."""
    dialog = BackupsDialog(parent, name, backups)
    return backups[dialog.chosen] if dialog.exec() else None


def ask_rescue(parent: QWidget | None, name: str, has_backups: bool) -> Rescue | None:
    """What to do with a damaged casebook; None to leave it."""
    dialog = DamagedDialog(parent, name, has_backups)
    return dialog.chosen if dialog.exec() else None


def many(count: int, what: str) -> str:
    """So many of something: "1 article", "1,200 claims"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
