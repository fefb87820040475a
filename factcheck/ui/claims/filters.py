"""The row above the list: what to show, in what order, and words to look for."""

from collections import Counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from factcheck.model.claim import FAMILY_OF_KIND, KIND_NAMES, ClaimKind, Priority
from factcheck.model.verdict import STATE_NAMES
from factcheck.ui.claims.chips import Chip, ChoiceChip, ValuesChip
from factcheck.ui.claims.criteria import ORDER_NAMES, Criteria, Order
from factcheck.ui.fields import SearchField
from factcheck.ui.marks import paint_line, paint_priority, state_icon
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import LABEL, Theme, palette, sans

_PAUSE = 120  # ms after a key before a long list is searched
_LONG = 2_000  # claims
_MIN_SEARCH = 96


class FilterRow(QWidget):
    """Chips and a search field; below them, while something is hidden, how many claims are shown."""

    changed = Signal()
    left = Signal(bool)  # the search field; True where the list's first row is wanted

    def __init__(
        self, session: Session, theme: Theme, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.states = ValuesChip("State", STATE_NAMES, state_icon, theme, self)
        self.kinds = ValuesChip("Kind", KIND_NAMES, _kind_icon, theme, self)
        priorities = {priority: priority.value for priority in Priority}
        self.priorities = ValuesChip("Priority", priorities, _priority_icon, theme, self)
        self.order = ChoiceChip("Order", ORDER_NAMES, theme, self)
        self.search = SearchField(theme, keys, 28, LABEL, self)
        self.search.setPlaceholderText("Find in claims")
        self.search.setAccessibleName("Find in claims")
        # the chips take what they need, the field what is left
        self.search.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(_MIN_SEARCH)
        self._count = QLabel(self)
        self._count.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def chips(self) -> list[Chip]:
        return [self.states, self.kinds, self.priorities, self.order]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        for chip in self.chips:
            chip.set_theme(theme)
        self.search.set_theme(theme)
        self._count.setFont(sans(LABEL))
        self.update()

    @property
    def criteria(self) -> Criteria:
        return Criteria(
            self.states.values, self.kinds.values, self.priorities.values, self.search.text()
        )

    def show_criteria(self, criteria: Criteria, order: Order | None = None) -> None:
        """Set chips and field to these."""
        self.states.tick(criteria.states)
        self.kinds.tick(criteria.kinds)
        self.priorities.tick(criteria.priorities)
        if order is not None:
            self.order.choose(order)
        self.search.setText(criteria.words)
        self._pause.stop()
        self._fit()
        self.changed.emit()

    def clear(self) -> None:
        """Show every claim; the order stays."""
        self.show_criteria(Criteria())

    def show_count(self, shown: int, total: int) -> None:
        """Say how many claims are shown, while any may be hidden."""
        if self.criteria.are_empty:
            self._count.hide()
            return
        colour = self._theme.colour("accent").name()
        self._count.setText(
            f"{shown:,} of {total:,} shown &nbsp; "
            f'<a href="clear" style="color:{colour}; text-decoration:none">Clear filters</a>'
        )
        self._count.setAccessibleName(f"{shown:,} of {total:,} claims shown. Clear filters")
        self._count.show()

    def set_flat(self, flat: bool) -> None:
        """Less air around the row, for low windows."""
        margin = 5 if flat else 9
        self._row.setContentsMargins(12, margin, 12, margin)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        for chip in self.chips:
            self._row.addWidget(chip)
        self._row.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._count)
        self._count.setContentsMargins(14, 0, 14, 7)
        self._count.hide()
        self.set_flat(False)

    def _connect(self) -> None:
        for chip in self.chips:
            chip.chosen.connect(self._fit)
            chip.chosen.connect(self.changed)
        self.states.menu.aboutToShow.connect(self._count_states)
        self.kinds.menu.aboutToShow.connect(self._count_kinds)
        self.priorities.menu.aboutToShow.connect(self._count_priorities)
        self.search.textChanged.connect(self._await_pause)
        self.search.stepped.connect(self._step)
        self.search.left.connect(lambda: self.left.emit(False))
        self._pause.timeout.connect(self.changed)
        self._count.linkActivated.connect(lambda _: self.clear())

    def _await_pause(self) -> None:
        if len(numbers_of(self._session)) > _LONG:
            self._pause.start(_PAUSE)
        else:
            self.changed.emit()

    def _step(self, key: int) -> None:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown):
            if self._pause.isActive():
                self._pause.stop()
                self.changed.emit()
            self.left.emit(True)

    def _count_states(self) -> None:
        case = self._session.case
        self.states.show_counts(Counter(case.state(claim.id) for claim in case.claims()))

    def _count_kinds(self) -> None:
        kinds = (kind for claim in self._session.case.claims() for kind in claim.kinds)
        self.kinds.show_counts(Counter(kinds))

    def _count_priorities(self) -> None:
        claims = self._session.case.claims()
        self.priorities.show_counts(Counter(claim.priority for claim in claims))

    def _fit(self) -> None:
        """Chips in a word each where the row is too narrow for more."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _MIN_SEARCH - 24
        room -= self._row.spacing() * len(self.chips)
        brief: set[Chip] = set()
        # what hides nothing gives way first, and of two alike the one further to the right
        for chip in sorted(self.chips, key=lambda one: (one.is_active, -one.x())):
            if sum(one.width_when(brief=one in brief) for one in self.chips) <= room:
                break
            brief.add(chip)
        for chip in self.chips:
            chip.set_brief(chip in brief)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        separator = self._theme.colour("separator")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), separator)
        painter.end()


def _drawn(size: QSize, draw: object) -> QIcon:
    pixmap = QPixmap(size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    assert callable(draw)
    draw(painter)
    painter.end()
    return QIcon(pixmap)


def _kind_icon(kind: ClaimKind, theme: Theme) -> QIcon:
    family = FAMILY_OF_KIND[kind]
    colour = theme.of_family(family)
    return _drawn(QSize(16, 16), lambda painter: paint_line(painter, 0, 16, 8, family, colour, 1.7))


def _priority_icon(priority: Priority, theme: Theme) -> QIcon:
    return _drawn(
        QSize(16, 16),
        lambda painter: paint_priority(
            painter, QRectF(QPointF(0, 1), QPointF(16, 15)), priority, theme
        ),
    )
