"""The panel of what is open before print: the list, the stages passed, and the button for the next one."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.days import day_words
from factcheck.model.gate import OpenKind, OpenPoint, open_points
from factcheck.model.quality import WeakLink, weakest_links
from factcheck.model.signing import in_order, next_stage
from factcheck.model.signoff import Stage
from factcheck.model.standard import Standard
from factcheck.storage import file_states_at_sight
from factcheck.ui.actions import Actions
from factcheck.ui.detail.words import Words
from factcheck.ui.gate.layout import set_point
from factcheck.ui.gate.rows import OpenPointModel
from factcheck.ui.holding import Holding
from factcheck.ui.key_caps import CapButton
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.theme import INTERFACE, LABEL, Theme, palette, sans

SHOWN = 400  # points; a book has tens of thousands while it is begun
_SOON = 250  # milliseconds between a change and another look
_NOTHING = "Nothing is open: every claim has a verdict with a source, and all of the text is read."


class GatePanel(QWidget):
    """Follows the session while it can be seen; Enter or a click goes to a point."""

    counted = Signal(int)  # points that are open

    def __init__(
        self,
        session: Session,
        holding: Holding,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._holding = holding
        self._is_stale = True
        self.points: list[OpenPoint] = []
        self._model = OpenPointModel(session, self)
        self._passed = Words(theme, sans(LABEL), "ink_2", self)
        self._summary = Words(theme, sans(INTERFACE), parent=self)
        self._sign = CapButton(actions["sign-off"], "", theme, parent=self)
        self._reopen = CapButton(actions["reopen"], "", theme, parent=self)
        self._list = SheetView(theme, set_point, "What is open before print", self)
        self._list.setModel(self._model)
        self._later = QTimer(self, interval=_SOON, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        session.opened.connect(self._on_opened)
        session.changed.connect(self._look_soon)
        holding.changed.connect(self._look_soon)
        self._list.clicked.connect(self._go_to)
        self._list.next_place_wanted.connect(lambda: self._go_to(self._list.currentIndex()))
        self.set_theme(theme)

    # What others ask of it

    def reading_widgets(self) -> list[QWidget]:
        """Where letters alone act."""
        return [self._list]

    def focus_list(self) -> None:
        """Put the keyboard in the list, on the first point where none is chosen."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._list.currentIndex().isValid() and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))

    @property
    def is_looking(self) -> bool:
        """Whether the article is still being held against itself, so that more may come to be open."""
        return self._holding.is_looking

    def stage(self) -> Stage | None:
        """The stage that the article is to pass next; None when it has passed them all."""
        return next_stage(self._session.case, self._stages())

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        self._list.set_theme(theme)
        for part in (self._passed, self._summary, self._sign, self._reopen):
            part.set_theme(theme)

    def refresh(self) -> None:
        """Look again at what is open."""
        self._later.stop()
        self._is_stale = False
        has_case = self._session.has_case
        self.points = self._open_points() if has_case else []
        self._model.show_points(self.points[:SHOWN])
        self._list.set_empty_words(_NOTHING if has_case else "")
        self.counted.emit(len(self.points))
        self._say()

    def _open_points(self) -> list[OpenPoint]:
        case, casebook = self._session.case, self._session.casebook
        links: list[WeakLink] = []
        try:
            standard = casebook.standard() or Standard()
        except FactcheckError:  # the usual holds until the casebook can be read again
            standard = Standard()
        if standard.gates:
            links = weakest_links(case, standard, file_states_at_sight(case, casebook.vault))
        return open_points(case, self._holding.findings, links)

    # Keeping in step

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._sign)
        buttons.addWidget(self._reopen)
        buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 9, 12, 9)
        head.setSpacing(6)
        head.addWidget(self._summary)
        head.addWidget(self._passed)
        head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _on_opened(self) -> None:
        self._look_soon()

    def _look_soon(self) -> None:
        self._is_stale = True
        if not self.isVisible():
            self.counted.emit(0)  # no number is better than one that no longer holds
        elif not self._later.isActive():
            self._later.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _say(self) -> None:
        if not self._session.has_case:
            self._summary.say("")
            self._passed.say("")
            return
        case, count = self._session.case, len(self.points)
        signed = case.sign_offs()
        passed = "; ".join(
            f"{one.stage}: {one.by}, {day_words(one.at.astimezone().date())}" for one in signed
        )
        self._passed.say(
            f"Signed off. {passed}." if signed else "Nobody has signed this draft off."
        )
        self._summary.say(_counted(self.points))
        stage = self.stage()
        words = (
            "Signed off at every stage" if stage is None else f"Sign off as {stage.name.lower()}"
        )
        self._sign.setText(words)
        self._sign.setAccessibleName(words)
        self._sign.updateGeometry()
        blocked = stage is None or (stage.is_gated and (count > 0 or self.is_looking))
        self._sign.setEnabled(not blocked and not self._session.casebook.read_only_reason)
        self._reopen.setVisible(bool(signed))

    def _stages(self) -> list[Stage]:
        try:
            return in_order(self._session.casebook.stages())
        except FactcheckError:  # the usual stages hold until the casebook can be read again
            return in_order(())

    def _go_to(self, index: QModelIndex) -> None:
        row = index.data(SheetRole.ROW) if index.isValid() else None
        if row is not None:
            if row.point.claim_id:
                self._session.select(row.point.claim_id)
            self._session.show_place(row.point.position)


def _counted(points: list[OpenPoint]) -> str:
    """How many things of each sort are open, in a line."""
    if not points:
        return "Nothing is open."
    names = {
        OpenKind.MUST_CHANGE: ("must change", "must change"),
        OpenKind.CONFLICT: ("contradiction", "contradictions"),
        OpenKind.PART: ("part not covered", "parts not covered"),
        OpenKind.CLAIM: ("claim not checked", "claims not checked"),
        OpenKind.WAITING: ("waiting", "waiting"),
        OpenKind.AUTHORS_WORD: ("on the author’s word", "on the author’s word"),
        OpenKind.NO_SOURCE: ("without a source", "without a source"),
        OpenKind.WEAK: ("weak link", "weak links"),
        OpenKind.UNREAD: ("sentence unread", "sentences unread"),
        OpenKind.NOT_ANALYSED: ("part not gone through", "parts not gone through"),
    }
    counts = {kind: sum(point.kind is kind for point in points) for kind in OpenKind}
    told = (f"{n:,} {names[kind][n != 1]}" for kind, n in counts.items() if n)
    return f"{', '.join(told)}."
