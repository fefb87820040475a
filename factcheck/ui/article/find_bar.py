"""The bar under the article in which words are searched for."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from factcheck.ui.article.hits import Hit, find_all
from factcheck.ui.overriding import override
from factcheck.ui.theme import LABEL, figures, sans


class FindBar(QWidget):
    """Tells which hits there are and which of them is the current one; it paints none."""

    found = Signal(object, object)  # every hit, and the current one or None
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._hits: list[Hit] = []
        self._current = -1
        self._from = 0
        self.setAutoFillBackground(True)
        self.field = QLineEdit(self, placeholderText="Find in article", clearButtonEnabled=True)
        self.field.setAccessibleName("Find in article")
        self.field.setMinimumWidth(160)
        self.field.setMaximumWidth(360)
        self.count = QLabel(self)
        self.count.setAccessibleName("Hits")
        self.previous = self._button("Previous hit", Qt.ArrowType.UpArrow)
        self.next = self._button("Next hit", Qt.ArrowType.DownArrow)
        self.close_button = QToolButton(self, autoRaise=True)
        self.close_button.setText("✕")
        self.close_button.setAccessibleName("Close find")
        self.close_button.setToolTip("Close  (Esc)")
        for part in (self.field, self.close_button):
            part.setFont(sans())
        self.count.setFont(figures(sans(LABEL)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(6)
        for widget in (self.field, self.previous, self.next, self.count):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.close_button)
        self.field.textEdited.connect(lambda _words: self._search())
        self.field.textChanged.connect(lambda words: None if words else self._search())
        self.field.installEventFilter(self)
        self.next.clicked.connect(lambda: self.step(1))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def set_text(self, text: str) -> None:
        """Search in another article from now on."""
        self._text = text
        if self.isVisible():
            self._search()

    def open_bar(self, start: int, words: str = "") -> None:
        """Show the bar and search from the code point ``start``; ``words`` replace what was typed last."""
        self._from = start
        if words:
            self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        if self.isVisible():
            self.hide()
            self.found.emit([], None)
            self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, round the ends."""
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._from = self._hits[self._current][0]
        self._tell()

    @property
    def current_hit(self) -> Hit | None:
        return self._hits[self._current] if self._hits else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape
            if is_escape and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                if is_escape:
                    self.close_bar()
                    return True
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                    self.step(-1 if back else 1)
                    return True
        return bool(super().eventFilter(watched, event))

    def _button(self, name: str, arrow: Qt.ArrowType) -> QToolButton:
        button = QToolButton(self, arrowType=arrow, autoRaise=True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _search(self) -> None:
        self._hits = find_all(self._text, self.field.text())
        at = bisect_left(self._hits, self._from, key=lambda hit: hit[0])
        self._current = at if at < len(self._hits) else 0
        self._tell()

    def _tell(self) -> None:
        for button in (self.next, self.previous):
            button.setEnabled(bool(self._hits))
        if self._hits:
            self.count.setText(f"{self._current + 1:,} of {len(self._hits):,}")
        else:
            self.count.setText("No hit" if self.field.text().strip() else "")
        self.found.emit(self._hits, self.current_hit)
