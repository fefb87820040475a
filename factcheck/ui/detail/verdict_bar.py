"""The six verdicts as buttons; they never scroll away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from factcheck.model.verdict import State
from factcheck.ui.actions import Actions
from factcheck.ui.key_caps import CapButton, caps_width, paint_caps, paint_focus
from factcheck.ui.lettering import draw_line
from factcheck.ui.marks import MARK, paint_state
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, Theme, sans

# in full and where the panel is narrow, in the order of the rows
_TEXTS = {
    State.VERIFIED: ("Verified", "Verified"),
    State.CONTRADICTED: ("Contradicted", "Contradicted"),
    State.UNVERIFIABLE: ("Could not be verified", "Could not verify"),
    State.AUTHORS_WORD: ("Author’s word", "Author’s"),
    State.WAITING: ("Waiting for…", "Waiting…"),
    State.NOT_A_CLAIM: ("Not a claim", "Not a claim"),
}

_BRIEF_SIZE = 12


class VerdictButton(CapButton):
    """A verdict with its mark and key; the one in force has the thick edge of its colour and bold words."""

    def __init__(
        self, action: QAction, keys: str, state: State, theme: Theme, parent: QWidget
    ) -> None:
        full, brief = _TEXTS[state]
        super().__init__(action, keys, theme, full, state, parent)
        self.state = state
        self._brief = brief
        self.is_brief = False
        self.setCheckable(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(90, 30)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, 30)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, in_force = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        edge = theme.of_state(self.state) if in_force else theme.colour("edge")
        if self.underMouse() and self.isEnabled() and not in_force:
            edge = theme.colour("accent")
        thickness = 2.0 if in_force else 1.0
        painter.setPen(QPen(edge, thickness))
        painter.setBrush(theme.colour("selection" if self.isDown() else "raised"))
        half = thickness / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, 5, 5)
        self._paint_words(painter, in_force)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), theme, 4)
        painter.end()

    def _paint_words(self, painter: QPainter, in_force: bool) -> None:
        theme, mirrored = self._theme, self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inset = 6 if self.is_brief else 9
        inner = QRectF(self.rect()).adjusted(inset, 0, -inset, 0)
        paint_caps(painter, inner, self._caps, theme)
        left = inner.right() - MARK if mirrored else inner.left()
        mark = QRectF(left, round(inner.center().y() - MARK / 2), MARK, MARK)
        paint_state(painter, mark, self.state, theme)
        before, after = MARK + (5 if self.is_brief else 8), caps_width(self._caps) + 4
        inner.adjust(after if mirrored else before, 0, -before if mirrored else -after, 0)
        bold = in_force and not self.is_brief
        weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        font = sans(_BRIEF_SIZE if self.is_brief else INTERFACE, weight=weight)
        ink = theme.colour("ink" if self.isEnabled() else "ink_3")
        draw_line(painter, inner, self._brief if self.is_brief else self.text(), font, ink)


class VerdictBar(QWidget):
    """Two rows of three buttons."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self._state = State.OPEN
        self._reason = ""
        self.buttons: dict[State, VerdictButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setSpacing(6)
        self._grid.setContentsMargins(12, 10, 12, 9)
        for column, stretch in enumerate((4, 4, 6)):
            self._grid.setColumnStretch(column, stretch)
        by_state = {spec.state: (spec, action) for spec, action in actions if spec.state}
        for index, state in enumerate(_TEXTS):
            spec, action = by_state[state]
            button = VerdictButton(action, actions.shown_keys(spec), state, theme, self)
            button.clicked.connect(self._show_state)
            action.changed.connect(self._renew_keys)
            self._grid.addWidget(button, index // 3, index % 3)
            self.buttons[state] = button
        self.setAccessibleName("Verdict")

    def show_state(self, state: State) -> None:
        """Show which verdict is in force."""
        self._state = state
        self._show_state()

    def set_reason(self, reason: str) -> None:
        """Why no verdict can be given, as the tool tip; empty where one can."""
        self._reason = reason
        self._renew_keys()

    def set_narrow(self, narrow: bool) -> None:
        """Shorter words, for narrow panels."""
        for button in self.buttons.values():
            button.is_brief = narrow
            button.update()
        for column, stretch in enumerate((16, 16, 18) if narrow else (4, 4, 6)):
            self._grid.setColumnStretch(column, stretch)
        side, end = (6, 7) if narrow else (12, 10)
        self._grid.setSpacing(4 if narrow else 6)
        self._grid.setContentsMargins(side, end, side, end - 1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.buttons.values():
            button.set_theme(theme)
        self.update()

    def _show_state(self) -> None:
        # a click ticks its button at once; the verdict may have been put away, or not been recorded
        for state, button in self.buttons.items():
            button.setChecked(state is self._state)

    def _renew_keys(self) -> None:
        for spec, _ in self._actions:
            if spec.state in self.buttons:
                button = self.buttons[spec.state]
                button.set_keys(self._actions.shown_keys(spec))
                button.setToolTip(self._reason or button.toolTip())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("chrome"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("separator"))
        painter.end()
