"""The one row of chrome: menus left, the title in the middle, focus and the palette field right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from factcheck.ui.actions import Actions, Menu
from factcheck.ui.key_caps import cap_of, caps_width, paint_caps
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, MENU, Theme, sans
from factcheck.ui.tool_tips import literal

HEIGHT = 36
_BEFORE_CAP, _INSIDE = 16, 6  # pixels between the words and the cap, and from it to the edge
TITLE_FROM = 1000  # pixels of width below which the title would crowd the menus


class PaletteField(QPushButton):
    """Looks like a field to type in, and opens the palette, whose key it shows on a cap."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget) -> None:
        super().__init__("Go to a claim or command", parent)
        self._actions = actions
        self._theme = theme
        self.setFont(sans(MENU))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.text())
        self.clicked.connect(actions["palette"].trigger)
        actions["palette"].changed.connect(self._show_keys)
        self._show_keys()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        ink = theme.tokens["ink_3"]
        self.setStyleSheet(f"QPushButton {{ color: {ink}; text-align: left; min-width: 150px; }}")

    def _show_keys(self) -> None:
        self._caps = cap_of(self._actions.shown_keys(self._actions.spec("palette")))
        self.setToolTip(self._actions["palette"].toolTip())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + _BEFORE_CAP + round(caps_width(self._caps)), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        room = QRectF(self.rect()).adjusted(_INSIDE, 0, -_INSIDE, 0)
        paint_caps(painter, room, self._caps, self._theme)
        painter.end()


class TopBar(QWidget):
    """Menus from the table of actions, and the name of what is open."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAutoFillBackground(True)
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(True)
        self.menus.setFont(sans(INTERFACE))
        self.menus.setAccessibleName("Menus")
        _fill(self.menus, actions)
        self._title = QLabel(self)
        self._title.setFont(sans(MENU))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._focus = QToolButton(self)
        self._focus.setText("Focus")
        self._focus.setFont(sans(INTERFACE))
        self._focus.setCheckable(True)
        self._focus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._focus.setToolTip(actions["focus"].toolTip())
        self._focus.clicked.connect(actions["focus"].trigger)
        self._palette = PaletteField(actions, theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.menus, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._focus)
        row.addWidget(self._palette)
        self._full_title = ""
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        palette = self._title.palette()
        palette.setColor(self._title.foregroundRole(), theme.colour("ink_2"))
        self._title.setPalette(palette)
        self._palette.set_theme(theme)

    def set_title(self, title: str) -> None:
        """The words in the middle; they are cut where they would reach the menus."""
        self._full_title = title
        self._place_title()

    def set_focused(self, on: bool) -> None:
        self._focus.setChecked(on)

    def show_focus_button(self, shown: bool) -> None:
        self._focus.setVisible(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_title()

    def _place_title(self) -> None:
        wide = self.width() >= TITLE_FROM
        self._title.setVisible(wide)
        if not wide:
            return
        left = self.menus.sizeHint().width() + 24
        right = (self._focus.x() if self._focus.isVisible() else self._palette.x()) - 12
        room = max(0, 2 * min(self.width() // 2 - left, right - self.width() // 2))
        text = self._title.fontMetrics().elidedText(
            self._full_title, Qt.TextElideMode.ElideRight, room
        )
        self._title.setText(text)
        self._title.setToolTip(literal(self._full_title))
        self._title.setGeometry((self.width() - room) // 2, 0, room, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)


def _fill(bar: QMenuBar, actions: Actions) -> None:
    menus: dict[Menu, QMenu] = {menu: bar.addMenu(menu.value) for menu in Menu}
    for spec, action in actions:
        menu = menus[spec.menu]
        if spec.starts_group:
            menu.addSeparator()
        menu.addAction(action)
    for menu in menus.values():
        menu.setToolTipsVisible(False)
