"""The preferences: five pages, each applied at once."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.actions import Actions
from factcheck.ui.desk import Desk
from factcheck.ui.dialogs.frame import Frame, said
from factcheck.ui.overriding import override
from factcheck.ui.preferences.general import GeneralPage
from factcheck.ui.preferences.keys import KeysPage
from factcheck.ui.preferences.rules import RulesPage
from factcheck.ui.preferences.sources import SourcesPage
from factcheck.ui.settings import Settings
from factcheck.ui.theme import INTERFACE, Theme, sans

_CASEBOOK = (
    "Everything your desk has checked is in this one file. Copy it to keep it safe, while no window"
    " has it open. It belongs on a disk of your own: folders that are synchronised or shared over a"
    " network can spoil it. “Open casebook…” in the File menu changes to another."
)


class PreferencesDialog(Frame):
    """Says ``applied`` after every change, so that the window can follow at once."""

    applied = Signal()

    def __init__(
        self,
        settings: Settings,
        actions: Actions,
        desk: Desk,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "Preferences", "", 760)
        self._settings = settings
        self.general = GeneralPage(settings)
        self.keys = KeysPage(settings, actions)
        self.rules = RulesPage(desk, theme, actions.shown_keys(actions.spec("remember")))
        self.sources = SourcesPage(desk)
        self.open_folder = QPushButton("Open its folder")
        self.names = QListWidget()
        self.pages = QStackedWidget()
        for name, page in (
            ("General", self.general),
            ("Keys", self.keys),
            ("Rules", self.rules),
            ("Sources", self.sources),
            ("Casebook", self._casebook_page()),
        ):
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(120, 32))
            self.names.addItem(item)
            self.pages.addWidget(page)
        self._place()
        self.set_theme(theme)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.names.setCurrentRow(0)
        self.general.changed.connect(self._apply)
        self.keys.changed.connect(self.applied)
        self.general.checker.setFocus()

    def _place(self) -> None:
        self.names.setFont(sans(INTERFACE))
        self.names.setAccessibleName("Pages of the preferences")
        self.names.setFixedWidth(132)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.names)
        row.addWidget(self.pages, 1)
        self.column.addLayout(row, 1)
        close, _ = self.close_column("Close")
        close.setAutoDefault(False)
        close.setDefault(False)
        self.resize(860, 660)

    def _casebook_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        where = QLabel(str(self._settings.casebook))
        where.setFont(sans(INTERFACE))
        where.setWordWrap(True)
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setAccessibleName(f"The casebook lies in {self._settings.casebook}")
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.open_folder.setAutoDefault(False)
        self.open_folder.setAccessibleName("Open the casebook’s folder")
        self.open_folder.clicked.connect(self._open_folder)
        row = QHBoxLayout()
        row.addWidget(self.open_folder)
        row.addStretch()
        column.addWidget(said("Your casebook", strong=True))
        column.addWidget(where)
        column.addLayout(row)
        column.addWidget(said(_CASEBOOK, small=True))
        column.addStretch()
        return page

    def set_theme(self, theme: Theme) -> None:
        """Show another colour set, as when it was just chosen here."""
        tokens = theme.tokens
        self.names.setStyleSheet(
            f"QListWidget {{ background: {tokens['chrome']}; border: none; padding: 2px; }}"
            f"QListWidget::item {{ padding-left: 8px; border-radius: 5px; color: {tokens['ink']}; }}"
            f"QListWidget::item:selected {{ background: {tokens['selection']};"
            f" color: {tokens['ink']}; }}"
            f"QListWidget:focus {{ border: 2px solid {tokens['accent']}; padding: 0; }}"
        )
        self.keys.table.setStyleSheet(
            f"QTableWidget {{ border: 1px solid {tokens['edge']}; }}"
            f"QTableWidget:focus {{ border: 2px solid {tokens['accent']}; }}"
            "QTableWidget::item { padding-left: 8px; }"
        )
        self.rules.set_theme(theme)

    def _apply(self) -> None:
        self.keys.refresh()
        self.applied.emit()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._settings.casebook.parent)))

    @override
    def done(self, result: int) -> None:
        self.general.keep()
        super().done(result)
