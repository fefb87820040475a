"""Where an article comes in: dropped here, opened from a file, or pasted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factcheck.ui.actions import Actions
from factcheck.ui.key_caps import CapButton
from factcheck.ui.lettering import tint
from factcheck.ui.overriding import override
from factcheck.ui.theme import LABEL, Theme, sans

_HEIGHT, _LARGE_HEIGHT, _LARGE_WIDTH = 168, 300, 640


class DropArea(QWidget):
    """A dashed frame with two buttons. The window takes what is dropped; this shows that it would."""

    def __init__(self, theme: Theme, actions: Actions, is_large: bool) -> None:
        super().__init__()
        self._theme = theme
        self._actions = actions
        self._is_hovered = False
        self._head = QLabel("Drop an article here." if is_large else "Drop an article here")
        formats = "Word, PDF, web page, plain text"
        self._formats = QLabel(f"{formats}." if is_large else formats)
        self._head.setFont(sans(22 if is_large else 16, weight=QFont.Weight.DemiBold))
        self._formats.setFont(sans(16 if is_large else LABEL + 0.5))
        self.setAccessibleName("Drop an article here")
        self.setAccessibleDescription(f"{formats}. Or open a file, or paste text.")
        self.buttons = [
            CapButton(actions["open"], self._keys("open"), theme, "Open…"),
            CapButton(actions["paste-article"], self._keys("paste-article"), theme, "Paste text"),
        ]
        self.setFixedHeight(_LARGE_HEIGHT if is_large else _HEIGHT)
        if is_large:
            self.setMaximumWidth(_LARGE_WIDTH)
        self._place(28 if is_large else 14)
        self.set_theme(theme)

    def _place(self, gap: int) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        column.addStretch()
        for label in (self._head, self._formats):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(gap)
        column.addLayout(row)
        column.addStretch()

    def _keys(self, name: str) -> str:
        return next(iter(self._actions.keys_in_force(self._actions.spec(name))), "")

    def read_keys(self) -> None:
        """Show the keys as they are now."""
        for button, name in zip(self.buttons, ("open", "paste-article"), strict=True):
            button.set_keys(self._keys(name))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for label, token in ((self._head, "ink"), (self._formats, "ink_2")):
            tint(label, theme.colour(token))
        for button in self.buttons:
            button.set_theme(theme)
        self.update()

    def set_hovered(self, on: bool) -> None:
        """Show that files are held over the window."""
        self._is_hovered = on
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self._is_hovered else "edge"))
        pen.setWidthF(2 if self._is_hovered else 1)
        pen.setDashPattern([3.5, 2.5] if self._is_hovered else [4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("selection" if self._is_hovered else "chrome"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
