"""Why a claim is marked, what it falls into, and which claims lie around and inside it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from factcheck.model.case import Case
from factcheck.model.claim import KIND_NAMES, Claim, Slot
from factcheck.ui.detail.words import Words, link
from factcheck.ui.lettering import draw_line, width_of
from factcheck.ui.marks import paint_line, paint_priority
from factcheck.ui.numbers import ClaimNumbers
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, Theme, sans

_SAMPLE, _BARS, _LINE = 24, 16, 20  # pixels
_SHOWN_NESTED = 8


class KindLine(QLabel):
    """The line of the kind and its words, the bars of the priority and theirs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._claim: Claim | None = None
        self.setFont(sans(INTERFACE))
        self._is_split = False
        self.setFixedHeight(_LINE)
        self.setMinimumWidth(40)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_claim(self, claim: Claim) -> None:
        self._claim = claim
        self.setText(f"{self._kinds}, {claim.priority.value} priority")
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self._fit()
        self.update()

    @property
    def _kinds(self) -> str:
        if self._claim is None:
            return ""
        first, *others = (KIND_NAMES[kind] for kind in self._claim.kinds)
        return f"{first}, also {', '.join(others)}" if others else first

    def _fit(self) -> None:
        """Two lines where kinds and priority do not fit on one."""
        self._is_split = self._kinds_width + 10 + self._priority_width > self.width()
        self.setFixedHeight(2 * _LINE if self._is_split else _LINE)

    @property
    def _kinds_width(self) -> float:
        return _SAMPLE + 8 + width_of(f"{self._kinds},", self.font()) + 1

    @property
    def _priority_width(self) -> float:
        return _BARS + 7 + width_of(self._priority, self.font()) + 1

    @property
    def _priority(self) -> str:
        return "" if self._claim is None else f"{self._claim.priority.value} priority"

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._claim is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        theme, family, ink = self._theme, self._claim.family, self._theme.colour("ink")
        painter.save()
        painter.translate(self._left(0, _SAMPLE), 0)
        paint_line(painter, 0, _SAMPLE, _LINE / 2, family, theme.of_family(family), 1.7)
        painter.restore()
        kinds, x, top = self._kinds, self._kinds_width + 10.0, 0.0
        if self._is_split:
            x, top = 0.0, float(_LINE)
        else:
            kinds = f"{kinds},"
        words = self._box(_SAMPLE + 8, min(self._kinds_width, self.width()) - _SAMPLE - 8, 0)
        draw_line(painter, words, kinds, self.font(), ink)
        bars = QRectF(self._left(x, _BARS), top + _LINE / 2 - 7, _BARS, 14)
        paint_priority(painter, bars, self._claim.priority, theme)
        rest = self._box(x + _BARS + 7, self._priority_width - _BARS - 7, top)
        draw_line(painter, rest, self._priority, self.font(), ink)
        painter.end()

    def _left(self, x: float, width: float) -> float:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self.width() - x - width if mirrored else x

    def _box(self, x: float, width: float, top: float) -> QRectF:
        return QRectF(self._left(x, width), top, width, _LINE)


class Marked(QWidget):
    """Kinds and priority, and below them the reasons in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = KindLine(theme, self)
        self._reasons = Words(theme, sans(INTERFACE), "ink_2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._kinds)
        column.addWidget(self._reasons)

    def show_claim(self, claim: Claim) -> None:
        self._kinds.show_claim(claim)
        self._reasons.say("\n".join(reason.reason for reason in claim.reasons))
        detectors = dict.fromkeys(reason.detector for reason in claim.reasons)
        self._reasons.setToolTip(f"Found by {', '.join(detectors)}" if detectors else "")
        self._reasons.setVisible(bool(claim.reasons))

    def set_theme(self, theme: Theme) -> None:
        self._kinds.set_theme(theme)
        self._reasons.set_theme(theme)


class Slots(QWidget):
    """The parts of a claim taken apart, in two columns where there is room.

    With ``names_first`` the names are words of the claim, and stand out before what they stand for.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, names_first: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names_first = names_first
        self._slots: Sequence[Slot] = ()
        self._labels: list[Words] = []
        self.is_narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)

    def show_slots(self, slots: Sequence[Slot]) -> None:
        if slots != self._slots:
            self._slots = slots
            self._set()

    def set_narrow(self, narrow: bool) -> None:
        """One column, for narrow panels."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._set()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for label in self._labels:
            label.set_theme(theme)

    def _set(self) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        rows = len(self._slots) if self.is_narrow else -(-len(self._slots) // 2)
        for index, slot in enumerate(self._slots):
            # the first half stands in the first column, so that each column reads downwards
            column, row = (index // rows, index % rows) if rows else (0, 0)
            name = Words(self._theme, *self._name_look, self)
            name.setText(slot.name)
            name.setWordWrap(False)
            value = Words(self._theme, parent=self)
            value.say(slot.value)
            value.setAccessibleName(f"{slot.name}: {slot.value}")
            self._grid.addWidget(name, row, 2 * column)
            self._grid.addWidget(value, row, 2 * column + 1)
            name.show()  # at once, so that the height is right at the first layout
            value.show()
            self._labels += [name, value]
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 0 if self.is_narrow else 2)

    @property
    def _name_look(self) -> tuple[QFont, str]:
        if self._names_first:
            return sans(INTERFACE, weight=QFont.Weight.DemiBold), "ink"
        return sans(INTERFACE), "ink_2"


class Nested(Words):
    """Links to the claims around the selected one and inside it."""

    followed = Signal(str)  # the id of the claim to go to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, sans(INTERFACE), "ink_2", parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self.followed)

    def show_claim(self, case: Case, claim: Claim, numbers: ClaimNumbers, theme: Theme) -> bool:
        """Whether there is any to show."""
        others = [c for c in case.claims_over(claim.position) if c.id != claim.id]
        outer = [c for c in others if c.position.contains(claim.position)]
        inner = [c for c in others if claim.position.contains(c.position) and c not in outer]
        parts = [
            f"{word} {_links(claims, numbers, theme)}"
            for word, claims in (("inside", outer), ("around", inner))
            if claims
        ]
        self.setText(" · ".join(parts))
        spoken = [
            f"{word} {', '.join(str(numbers.of(c.id)) for c in claims)}"
            for word, claims in (("inside", outer), ("around", inner))
            if claims
        ]
        self.setAccessibleName(", ".join(spoken) or "Neither inside nor around another claim")
        return bool(parts)


def _links(claims: Sequence[Claim], numbers: ClaimNumbers, theme: Theme) -> str:
    shown = [link(escape(c.id), str(numbers.of(c.id)), theme) for c in claims[:_SHOWN_NESTED]]
    left = len(claims) - _SHOWN_NESTED
    return ", ".join(shown) + (f" and {left} more" if left > 0 else "")
