"""The list of house rules: words that are not marked again, by whom and since when, to be taken back."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.model.claim import KIND_NAMES
from factcheck.model.rule import HouseRule
from factcheck.ui.desk import Desk
from factcheck.ui.dialogs.frame import said
from factcheck.ui.tool_tips import literal
from factcheck.ui.when import since_words

_ROW = 26
SHOWN = 4  # rows at once
_ABOUT = "House rules: words that are not marked again in any article of this casebook."


class HouseRules(QWidget):
    """One row a rule, the latest first."""

    def __init__(self, desk: Desk, keys: str) -> None:
        super().__init__()
        self._desk = desk
        self._reason = desk.session.read_only_reason
        self._shown: list[HouseRule] = []
        self.table = QTableWidget(0, 4)
        self.forget = QPushButton("Mark them again")
        by_key = f" {keys} on a claim makes one." if keys else ""
        self.about = said(f"{_ABOUT}{by_key}", small=True)
        self._set_up()
        self._place()
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.forget.clicked.connect(self._forget)
        desk.changed.connect(self.refresh)
        self.refresh()

    def _set_up(self) -> None:
        self.table.setAccessibleName("House rules")
        self.table.setHorizontalHeaderLabels(["Not marked again", "Kind", "By", "Since"])
        be_plain(self.table)
        self.table.setFixedHeight(_ROW * (SHOWN + 1) + 6)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 130), (2, 110), (3, 96)):
            header.resizeSection(column, width)
        self.forget.setAutoDefault(False)
        self.forget.setAccessibleName("Mark these words again")
        for part in (self.table, self.forget):
            part.setToolTip(self._reason)

    def _place(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.forget)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def refresh(self) -> None:
        """Show the rules as the casebook has them."""
        row, now = self.table.currentRow(), datetime.now(UTC)
        self._shown = list(reversed(self._desk.rules.house))
        self.table.setRowCount(len(self._shown))
        for number, rule in enumerate(self._shown):
            cells = (rule.words, KIND_NAMES[rule.kind], rule.by, since_words(rule.made, now))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(" ".join(words.split()))
                item.setToolTip(literal(item.text()))
                self.table.setItem(number, column, item)
        self.table.setCurrentCell(min(max(0, row), len(self._shown) - 1), 0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        there = 0 <= self.table.currentRow() < len(self._shown)
        self.forget.setEnabled(there and not self._reason)

    def _forget(self) -> None:
        rule = self._shown[self.table.currentRow()]
        self._desk.do(self._desk.rules.forget(rule, self._desk.session.stamp()))


def be_plain(table: QTableWidget) -> None:
    """Rows to choose one of, without a grid; nothing is written in the table itself."""
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
