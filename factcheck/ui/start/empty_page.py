"""The start page of a casebook with nothing in it: where the first article comes in, and the sample."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.ui.actions import Actions
from factcheck.ui.start.drop_area import DropArea
from factcheck.ui.start.side import SampleLink
from factcheck.ui.theme import Theme


class EmptyPage(QWidget):
    """A large drop area in the middle, and nothing to distract from it."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.drop_area = DropArea(theme, actions, is_large=True)
        self._sample = SampleLink(theme, actions)
        self._sample.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.drop_area, 6)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addLayout(row)
        column.addSpacing(24)
        column.addWidget(self._sample)
        column.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        self.drop_area.set_theme(theme)
        self._sample.set_theme(theme)
