"""Draws keys as caps, and the button that carries one."""

import sys
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.model.verdict import State
from factcheck.ui.lettering import centred, draw_line, inset, leading, trailing, width_of
from factcheck.ui.marks import MARK, paint_state
from factcheck.ui.overriding import override
from factcheck.ui.pressing import PressButton
from factcheck.ui.theme import INTERFACE, Theme, sans

CAP = 20  # the height of a key cap, pixels
_GAP = 4
_PADDING = 5.5
_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "-": "−"}
_MAC = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥", "Meta": "⌃"}


def caps_of(keys: str) -> list[str]:
    """The caps of a shortcut as the table writes it: "Ctrl+Shift+F" gives Ctrl, Shift and F."""
    if not keys:
        return []
    names = [*keys[:-2].split("+"), "+"] if keys.endswith("++") else keys.split("+")
    if keys == "+":
        names = ["+"]
    shown = {**_ARROWS, **(_MAC if sys.platform == "darwin" else {})}
    return [shown.get(name, name) for name in names]


def cap_of(keys: str) -> list[str]:
    """The whole shortcut on one cap: "Ctrl Shift F"."""
    return [" ".join(caps_of(keys))] if keys else []


def caps_width(caps: list[str]) -> float:
    """The pixels that ``caps`` take side by side."""
    font = sans(12)
    return sum(_cap_width(cap, font) for cap in caps) + _GAP * max(0, len(caps) - 1)


def paint_caps(painter: QPainter, rect: QRectF, caps: list[str], theme: Theme) -> None:
    """The caps side by side, ending where a line in ``rect`` ends, in the middle of its height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = sans(12)
    left = trailing(rect, caps_width(caps), painter).left()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    top = round(rect.center().y() - CAP / 2)
    for cap in caps:
        box = QRectF(round(left) + 0.5, top + 0.5, round(_cap_width(cap, font)) - 1, CAP - 1)
        painter.setPen(QPen(theme.colour("separator"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.colour("ink_2"))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
        left += _cap_width(cap, font) + _GAP
    painter.restore()


def _cap_width(cap: str, font: QFont) -> float:
    return max(float(CAP), width_of(cap, font) + 2 * _PADDING)


def paint_focus(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 5) -> None:
    """The accent ring, 2 pixels, inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


class CapButton(PressButton):
    """A button that does an action of the table and shows its key on a cap."""

    def __init__(
        self,
        action: QAction,
        keys: str,
        theme: Theme,
        text: str = "",
        state: State | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._theme = theme
        self._state = state
        self._caps = cap_of(keys)
        self.setText(text or action.text().partition("\t")[0].replace("&", ""))
        self.setAccessibleName(self.text().removesuffix("…"))
        self.setAccessibleDescription(action.toolTip())
        self.setToolTip(action.toolTip())
        self.setFont(sans(INTERFACE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self.setEnabled)
        self.clicked.connect(action.trigger)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._caps = cap_of(keys)
        self.setToolTip(self._action.toolTip())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = 9 + width_of(self.text(), self.font()) + 9
        width += caps_width(self._caps) + 10 if self._caps else 0
        return QSize(ceil(width + (MARK + 8 if self._state else 0)), 30)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pressed = self.isDown() or self.isChecked()
        painter.setBrush(theme.colour("selection" if pressed else "raised"))
        hovered = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(theme.colour("accent" if hovered else "edge"), 1))
        painter.drawRoundedRect(box, 5, 5)
        inner = QRectF(self.rect()).adjusted(9, 0, -9, 0)
        paint_caps(painter, inner, self._caps, theme)
        if self._state is not None:
            paint_state(painter, centred(leading(inner, MARK, painter), MARK), self._state, theme)
            inner = inset(inner, MARK + 8, 0, painter)
        ink = theme.colour("ink" if self.isEnabled() else "ink_3")
        draw_line(painter, inner, self.text(), self.font(), ink)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme)
        painter.end()
