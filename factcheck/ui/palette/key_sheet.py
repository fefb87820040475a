"""The key sheet: every key in force, in the four columns of the table."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from factcheck.model.verdict import State
from factcheck.ui.actions import TABLE, Actions, Column
from factcheck.ui.key_caps import cap_of, caps_of, caps_width, paint_caps
from factcheck.ui.lettering import centred, draw_line, inset, leading
from factcheck.ui.marks import MARK, paint_state
from factcheck.ui.overriding import override
from factcheck.ui.palette.veil import Panel, Veil
from factcheck.ui.theme import INTERFACE, MENU, Theme, palette, sans

_ROW, _HEAD, _GUTTER, _MARGIN = 24, 30, 36, 26
_WIDEST, _NARROWEST, _ROOMY = (
    1316,
    205,
    250,
)  # pixels of the sheet, of a column, of one with single caps
_CLOSING = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Question,
    Qt.Key.Key_F1,
)


class KeySheet(Veil):
    """Shows the keys; Esc or a click anywhere puts it away."""

    def __init__(self, window: QWidget, theme: Theme, actions: Actions) -> None:
        super().__init__(window, theme)
        self._actions = actions
        self._lines: list[_Line] = []
        self._columns: list[QWidget] = []
        self.setAccessibleName("Key sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._panel = Panel(theme, self)
        self._panel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._scroll = QScrollArea(self._panel)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName("Keys")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self._panel)
        layout.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        layout.addWidget(self._scroll)

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._panel.set_theme(theme)
        if self.is_open:
            self._fill()

    def open(self) -> None:
        """Show the keys as they are now."""
        self.cover()
        self._fill()
        self.place()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        spoken = ". ".join(line.accessibleName() for line in self._lines)
        self.setAccessibleDescription(spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _fill(self) -> None:
        self._columns = [QWidget() for _ in Column]
        self._lines = []
        for column, widget in zip(Column, self._columns, strict=True):
            layout = QVBoxLayout(widget)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            layout.addWidget(_Line(column.value, "", self._theme, is_head=True))
            for spec in (spec for spec in TABLE if spec.column is column):
                keys = next(iter(self._actions.keys_in_force(spec)), "")
                line = _Line(spec.text, keys, self._theme, spec.state)
                layout.addWidget(line)
                self._lines.append(line)
            layout.addStretch()

    @override
    def place(self) -> None:
        if not self._columns:
            return
        width = min(_WIDEST, self.width() - 48)
        inner = width - 2 * _MARGIN
        gap = _GUTTER if width > 1100 else 18
        across = 4 if inner >= 4 * _NARROWEST + 3 * gap else 2
        is_roomy = (inner - (across - 1) * gap) / across >= _ROOMY
        for line in self._lines:
            line.set_roomy(is_roomy)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(12)
        for index, column in enumerate(self._columns):
            column.setParent(sheet)
            row, place = divmod(index, across)
            # the last stands under the first, the shortest of the four; the others reach down beside both
            rows = 2 if across == 4 and index in range(1, 4) else 1
            grid.addWidget(column, row, place, rows, 1)
            grid.setColumnStretch(place, 1)
            column.show()
        before = self._scroll.takeWidget()
        self._scroll.setWidget(sheet)
        sheet.setAutoFillBackground(False)  # which the scroll area has just switched on
        if before is not None:
            before.deleteLater()
        wanted = sheet.sizeHint().height() + 34
        height = min(wanted, self.height() - 32)
        self._panel.setGeometry(
            (self.width() - width) // 2, (self.height() - height) // 2, width, height
        )
        self.setPalette(palette(self._theme))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                bar.setValue(bar.value() + 4 * _ROW)
            case Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - 4 * _ROW)
            case key if key in _CLOSING:
                self.close_veil()
        event.accept()


class _Line(QWidget):
    """A line of the sheet: mark, words, caps; or the head of a column over its rule."""

    def __init__(
        self,
        words: str,
        keys: str,
        theme: Theme,
        state: State | None = None,
        is_head: bool = False,
    ) -> None:
        super().__init__()
        self._words, self._keys, self._theme = words, keys, theme
        self._caps = caps_of(keys)
        self._state, self._is_head = state, is_head
        self.setFixedHeight(_HEAD if is_head else _ROW)
        spoken = " ".join(self._caps) or "no key"
        self.setAccessibleName(words if is_head else f"{words.removesuffix('…')}: {spoken}")

    def set_roomy(self, is_roomy: bool) -> None:
        """A cap for each key, or one for all of them where columns are narrow."""
        self._caps = caps_of(self._keys) if is_roomy else cap_of(self._keys)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self._is_head:
            font = sans(INTERFACE, weight=QFont.Weight.DemiBold)
            line = rect.adjusted(0, 0, 0, -8)
            draw_line(painter, line, self._words, font, theme.colour("ink"))
            painter.fillRect(QRectF(0, rect.bottom() - 5, rect.width(), 1), theme.colour("edge"))
            painter.end()
            return
        paint_caps(painter, rect, self._caps, theme)
        words = inset(rect, 0, caps_width(self._caps) + 8, painter)
        if self._state is not None:
            paint_state(painter, centred(leading(rect, MARK, painter), MARK), self._state, theme)
            words = inset(words, MARK + 7, 0, painter)
        draw_line(painter, words, self._words, sans(MENU), theme.colour("ink"))
        painter.end()
