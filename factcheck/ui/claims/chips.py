"""The round buttons that open a list of values to show."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from factcheck.ui.key_caps import paint_focus
from factcheck.ui.lettering import draw_line, width_of
from factcheck.ui.overriding import override
from factcheck.ui.pressing import PressButton
from factcheck.ui.theme import LABEL, Theme, palette, sans

_ARROW = "▾"


def _tick(action: QAction, text: str, on: bool) -> None:
    action.setText(f"{text}\t✓" if on else text)


class _StayingMenu(QMenu):
    """A menu of ticks that stays open while several are set."""

    @override
    def mouseReleaseEvent(self, event: Any) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable() and action.actionGroup() is None:
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)


class Chip(PressButton):
    """A button "Name: value ▾" over a menu of values."""

    chosen = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._brief = name
        self.is_brief = False
        self.is_active = False
        self.menu = _StayingMenu(self)
        self.setFont(sans(LABEL))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.menu.setPalette(palette(theme))
        self.update()

    def show_value(self, text: str, brief: str, active: bool) -> None:
        """Show what is chosen, in full and in a word, and whether it hides anything."""
        self.setText(text)
        self._brief, self.is_active = brief, active
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def set_brief(self, brief: bool) -> None:
        if brief != self.is_brief:
            self.is_brief = brief
            self.updateGeometry()
            self.update()

    def open_menu(self) -> None:
        """Drop the menu under the button."""
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @property
    def _shown(self) -> str:
        return f"{self._brief if self.is_brief else self.text()} {_ARROW}"

    def width_when(self, brief: bool) -> int:
        """The pixels the chip takes, in a word or in full."""
        shown = f"{self._brief if brief else self.text()} {_ARROW}"
        return ceil(width_of(shown, self.font())) + 20

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_when(self.is_brief), 24)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.width_when(brief=True), 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.colour("selection" if self.is_active else "raised"))
        lively = self.is_active or self.underMouse()
        painter.setPen(QPen(theme.colour("accent" if lively else "edge"), 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = QRectF(self.rect()).adjusted(10, 0, -9, 0)
        draw_line(painter, inner, self._shown, self.font(), theme.colour("ink"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), theme, box.height() / 2)
        painter.end()


class ValuesChip(Chip):
    """A chip over values of which several can be ticked; none ticked shows all."""

    def __init__(
        self,
        name: str,
        values: Mapping[Any, str],
        icon_of: Callable[[Any, Theme], QIcon],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, theme, parent)
        self._values = dict(values)
        self._icon_of = icon_of
        self._actions = {value: self.menu.addAction(text) for value, text in values.items()}
        for action in self._actions.values():
            action.setCheckable(True)
            # the icon stands where the tick would, so the tick stands where a key would
            action.toggled.connect(partial(_tick, action, action.text()))
            action.triggered.connect(self._tell)
        self.menu.addSeparator()
        self._any = self.menu.addAction("Any")
        self._any.triggered.connect(self.clear)
        self.set_theme(theme)
        self._show()

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for value, action in self._actions.items():
            action.setIcon(self._icon_of(value, theme))

    @property
    def values(self) -> frozenset[Any]:
        """What is ticked."""
        return frozenset(v for v, action in self._actions.items() if action.isChecked())

    def tick(self, values: Iterable[Any]) -> None:
        """Tick just these; nothing is told."""
        wanted = set(values)
        for value, action in self._actions.items():
            action.setChecked(value in wanted)
        self._show()

    def clear(self) -> None:
        """Tick none, so that every value is shown."""
        self.tick(())
        self.chosen.emit()

    def show_counts(self, counts: Mapping[Any, int]) -> None:
        """Write beside each value how many claims have it."""
        for value, action in self._actions.items():
            action.setText(f"{self._values[value]}\t{counts.get(value, 0):,}")

    def _tell(self) -> None:
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        ticked = [self._values[v] for v, action in self._actions.items() if action.isChecked()]
        self._any.setEnabled(bool(ticked))
        words = {0: "any", 1: ticked[0] if ticked else ""}.get(len(ticked), f"{len(ticked)} chosen")
        brief = self._name if len(ticked) < 2 else f"{self._name} {len(ticked)}"
        self.show_value(f"{self._name}: {words}", brief, bool(ticked))


class ChoiceChip(Chip):
    """A chip over values of which one always holds."""

    def __init__(
        self, name: str, values: Mapping[Any, str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, theme, parent)
        self._values = dict(values)
        group = QActionGroup(self)
        self._actions = {value: self.menu.addAction(text) for value, text in values.items()}
        for action in self._actions.values():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(self._tell)
        self._first = next(iter(self._values))
        self.set_theme(theme)
        self.choose(self._first)

    @property
    def value(self) -> Any:
        return next(v for v, action in self._actions.items() if action.isChecked())

    def choose(self, value: Any) -> None:
        """Set the value; nothing is told."""
        self._actions[value].setChecked(True)
        self._show()

    def _tell(self) -> None:
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        value = self.value
        self.show_value(self._values[value], self._name, value != self._first)
