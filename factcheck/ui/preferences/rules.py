"""The page of rules: what the program looks for, what the desk has added, and what it does not want marked."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.detection.catalogue import detectors
from factcheck.model.rule import DeskRule
from factcheck.ui.desk import Desk
from factcheck.ui.dialogs.frame import said
from factcheck.ui.preferences.house_rules import HouseRules, be_plain
from factcheck.ui.preferences.rule_dialog import RuleDialog
from factcheck.ui.preferences.rule_rows import Row, rows_of
from factcheck.ui.theme import INTERFACE, Theme, sans
from factcheck.ui.tool_tips import literal

_HINT = (
    "What is changed here holds from the next look on: for articles opened from now, and for the open"
    " one after “Look for claims again” in the Article menu."
)


class RulesPage(QWidget):
    """A switch for every rule; the desk's own can be written, edited and deleted."""

    def __init__(self, desk: Desk, theme: Theme, keys: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._reason = desk.session.read_only_reason
        self._detectors = detectors()
        self._rows: list[Row] = []
        self._is_filling = False
        self.table = QTableWidget(0, 2)
        self.add = QPushButton("New rule…")
        self.edit = QPushButton("Edit…")
        self.delete = QPushButton("Delete")
        self.hint = said(_HINT, small=True)
        self.house = HouseRules(desk, keys)
        self._set_up()
        self._place()
        self._connect()
        self.set_theme(theme)
        self.refresh()

    # What it is made of

    def _set_up(self) -> None:
        self.table.setAccessibleName("Rules")
        self.table.setHorizontalHeaderLabels(["Rule", "Looks for"])
        be_plain(self.table)
        self.table.horizontalHeader().resizeSection(0, 190)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for button in (self.add, self.edit, self.delete):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
        self.add.setEnabled(not self._reason)
        for part in (self.table, self.add, self.edit, self.delete):
            part.setToolTip(self._reason)

    def _place(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.edit, self.delete):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addWidget(self.house)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.itemChanged.connect(self._on_switched)
        self.table.itemDoubleClicked.connect(lambda _item: self._edit())
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        self._desk.changed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._rows:
            self.refresh()
        for table in (self.table, self.house.table):
            table.setStyleSheet(
                f"QTableWidget {{ border: 1px solid {theme.tokens['edge']}; }}"
                f"QTableWidget:focus {{ border: 2px solid {theme.tokens['accent']}; }}"
                "QTableWidget::item { padding-left: 8px; }"
            )

    # What it shows

    def refresh(self) -> None:
        """Show the rules as the casebook has them; what was chosen stays chosen."""
        chosen = self._row
        self._is_filling = True
        self._rows = rows_of(self._desk.rules, self._detectors)
        self.table.clearSpans()
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            if row.is_heading:
                self._show_heading(number, row)
            else:
                self._show_rule(number, row)
        keys = [row.key for row in self._rows]
        there = chosen.key and chosen.key in keys
        first = next(n for n, row in enumerate(self._rows) if not row.is_heading)
        self.table.setCurrentCell(keys.index(chosen.key) if there else first, 0)
        self._is_filling = False
        self._on_chosen()

    def _show_heading(self, number: int, row: Row) -> None:
        item = QTableWidgetItem(row.title)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(sans(INTERFACE, weight=QFont.Weight.DemiBold))
        self.table.setItem(number, 0, item)
        self.table.setItem(number, 1, QTableWidgetItem())
        self.table.setSpan(number, 0, 1, 2)

    def _show_rule(self, number: int, row: Row) -> None:
        name, about = QTableWidgetItem(row.title), QTableWidgetItem(row.about)
        shown = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        switched = shown if self._reason else shown | Qt.ItemFlag.ItemIsUserCheckable
        name.setFlags(switched)
        about.setFlags(shown)
        name.setCheckState(Qt.CheckState.Checked if row.is_on else Qt.CheckState.Unchecked)
        about.setToolTip(literal(row.about))
        if not row.is_on:
            for item in (name, about):
                item.setForeground(self._theme.colour("ink_3"))
        self.table.setItem(number, 0, name)
        self.table.setItem(number, 1, about)

    @property
    def _row(self) -> Row:
        """The row that is chosen; a heading where none is."""
        number = self.table.currentRow()
        return self._rows[number] if 0 <= number < len(self._rows) else Row("")

    # What it does

    def _on_chosen(self) -> None:
        own = self._row.rule is not None and not self._reason
        self.edit.setEnabled(own)
        self.delete.setEnabled(own)

    def _on_switched(self, item: QTableWidgetItem) -> None:
        if self._is_filling or item.column() != 0:
            return
        row, on = self._rows[item.row()], item.checkState() is Qt.CheckState.Checked
        if row.is_heading or on == row.is_on:
            return
        rules, stamp = self._desk.rules, self._desk.session.stamp()
        if row.rule is not None:
            change = rules.write(replace(row.rule, is_on=on), stamp)
        else:
            change = rules.switch(row.detector, on, stamp)
        if not self._desk.do(change):
            self.refresh()

    def _add(self) -> None:
        self._ask(None)

    def _edit(self) -> None:
        if self._row.rule is not None and not self._reason:
            self._ask(self._row.rule)

    def _ask(self, rule: DeskRule | None) -> None:
        dialog = RuleDialog(self._desk, self._theme, rule, self.window())
        if dialog.exec():
            keys = [row.key for row in self._rows]
            self.table.setCurrentCell(keys.index(dialog.rule.id), 0)
        dialog.deleteLater()

    def _delete(self) -> None:
        if self._row.rule is not None:
            self._desk.do(self._desk.rules.delete(self._row.rule, self._desk.session.stamp()))
