"""The part of the status line that tells of a job: what it is, how far it has come, and a way to stop it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from factcheck.ui.status_parts import ShareBar, Words
from factcheck.ui.theme import MENU, Theme, sans


class UnderWay(QWidget):
    """Hidden while nothing is under way."""

    stop_asked = Signal()  # of a job that brought no way of its own to stop it
    came_or_went = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._stop_it: Callable[[], None] | None = None
        self._words = Words(is_plain=True)
        self._bar = ShareBar(theme)
        self._bar.setAccessibleName("Progress")
        self._stop = QToolButton()
        self._stop.setText("Stop")
        self._stop.setFont(sans(MENU))
        self._stop.setFixedHeight(22)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self._ask_to_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for widget in (self._words, self._bar, self._stop):
            row.addWidget(widget)
        self.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        tokens = theme.tokens
        self._words.set_theme(theme, "ink_3")
        self._bar.set_theme(theme)
        self._stop.setStyleSheet(
            f"QToolButton {{ color: {tokens['ink']}; background: {tokens['raised']};"
            f" border: 1px solid {tokens['edge']}; border-radius: 4px; padding: 0 9px; }}"
            f"QToolButton:focus {{ border: 2px solid {tokens['accent']}; padding: 0 8px; }}"
        )

    def tell(
        self, sentence: str, share: float | None, stop: Callable[[], None] | None = None
    ) -> None:
        """Show a job, its share done where that is known; ``stop`` is what the button does."""
        self._stop_it = stop
        self._words.say(sentence)
        self._bar.show_share(share or 0.0)
        self._bar.setVisible(share is not None)
        self._stop.setAccessibleName(f"Stop: {sentence.partition('…')[0].lower()}")
        if self.isHidden():
            self.show()
            self.came_or_went.emit()

    def clear(self) -> None:
        """Nothing is under way any more."""
        self._stop_it = None
        self.hide()
        self.came_or_went.emit()

    def _ask_to_stop(self) -> None:
        if self._stop_it is not None:
            self._stop_it()
        else:
            self.stop_asked.emit()
