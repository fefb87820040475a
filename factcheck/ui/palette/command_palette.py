"""The palette: a few letters, Enter, and the command is done or the claim selected."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from factcheck.ui.actions import Actions
from factcheck.ui.fields import SearchField
from factcheck.ui.key_caps import caps_width, paint_caps
from factcheck.ui.lettering import draw_line, inset, leading, width_of
from factcheck.ui.overriding import override
from factcheck.ui.palette.entries import (
    Entry,
    NumberedClaim,
    claim_entries,
    command_entries,
    number_claims,
)
from factcheck.ui.palette.entry_list import HEADING_ROW, ROW, EntryDelegate, EntryModel
from factcheck.ui.palette.veil import Panel, Veil
from factcheck.ui.session import Session
from factcheck.ui.theme import LABEL, Theme, palette, sans

_WIDTH, _FIELD, _FOOT, _TOP = 600, 46, 34, 64
_MOST_ROWS = 12
_KEPT = 6  # commands remembered as recent
_PAGE = 8
_NOTHING = "Nothing is called that. # and a number goes to a claim."


class CommandPalette(Veil):
    """Every command that can be done now, and the claims of the article, found by their words."""

    def __init__(self, window: QWidget, session: Session, theme: Theme, actions: Actions) -> None:
        super().__init__(window, theme)
        self._session = session
        self._actions = actions
        self._recent: list[str] = []
        self._claims: list[NumberedClaim] | None = None
        self.setAccessibleName("Go to a claim or command")
        self._panel = Panel(theme, self)
        self.field = SearchField(theme, "Esc", _FIELD, 17)
        self.list = QListView()
        self._foot = _Foot(theme)
        self._model = EntryModel()
        self._delegate = EntryDelegate(theme)
        self._build()
        self.set_theme(theme)
        session.opened.connect(self._forget_claims)
        session.changed.connect(self._forget_claims)

    def _build(self) -> None:
        self.field.is_framed = False
        self.field.empties_first = False
        self.field.setPlaceholderText("Go to a claim or command")
        self.field.setAccessibleName("Go to a claim or command")
        self.field.textChanged.connect(self._look)
        self.field.stepped.connect(self._step)
        self.field.left.connect(self.close_veil)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName("Commands and claims")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._do)
        self.list.selectionModel().currentChanged.connect(self._tell_current)
        layout = QVBoxLayout(self._panel)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for widget in (self.field, _Rule(self._panel), self.list, _Rule(self._panel), self._foot):
            layout.addWidget(widget)

    @override
    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.theme = theme
        self._panel.set_theme(theme)
        self._foot.set_theme(theme)
        self.setPalette(palette(theme))
        self.list.setPalette(palette(theme))
        self.field.set_theme(theme)

    def open(self) -> None:
        """Lie over the window, empty, ready to be typed in."""
        self.cover()
        self.field.clear()
        self._look("")
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def place(self) -> None:
        width = min(_WIDTH, self.width() - 32)
        rows = [self._model.entry(row) for row in range(self._model.rowCount())]
        shown = [HEADING_ROW if entry and entry.is_heading else ROW for entry in rows]
        top = min(_TOP, max(8, self.height() // 8))
        room = self.height() - top - _FIELD - _FOOT - 24
        height = min(sum(shown[:_MOST_ROWS]) + 6, room) if shown else 0
        self.list.setFixedHeight(max(0, height))
        self._panel.setGeometry(
            (self.width() - width) // 2, top, width, _FIELD + _FOOT + height + 4
        )

    # What is offered

    def _look(self, query: str) -> None:
        query = query.strip()
        entries: list[Entry] = []
        if not query.startswith("#"):
            commands = command_entries(query, self._actions, self._recent)
            entries += [Entry("Commands"), *commands] if commands else []
        claims = self._claims_for(query)
        entries += [Entry("Claims in this article"), *claims] if claims else []
        self._model.show_entries(entries)
        self._foot.say("" if entries else _NOTHING)
        self.place()
        self._choose(self._model.step(-1, 1))

    def _claims_for(self, query: str) -> list[Entry]:
        if not query or not self._session.has_case:
            return []
        if self._claims is None:
            self._claims = number_claims(self._session.case)
        return claim_entries(query, self._claims, self._session.case)

    def _forget_claims(self) -> None:
        self._claims = None

    # Choosing

    def _step(self, key: int) -> None:
        row = self.list.currentIndex().row()
        match key:
            case Qt.Key.Key_Down:
                self._choose(self._model.step(row, 1))
            case Qt.Key.Key_Up:
                self._choose(self._model.step(row, -1))
            case Qt.Key.Key_PageDown:
                self._choose(self._model.step(row, _PAGE))
            case Qt.Key.Key_PageUp:
                self._choose(self._model.step(row, -_PAGE))
            case _:
                self._do(self.list.currentIndex())

    def _choose(self, row: int) -> None:
        index = self._model.index(row)
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if self._model.step(-1, 1) == row:
            self.list.scrollToTop()
        else:
            self.list.scrollTo(index)

    def _tell_current(self, current: QModelIndex) -> None:
        entry = self._model.entry(current.row())
        spoken = entry.spoken if entry else ""
        self.field.setAccessibleDescription(spoken)
        if spoken:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, spoken))

    def _do(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is None or entry.is_heading:
            return
        self.close_veil()
        if entry.claim_id:
            self._session.select(entry.claim_id)
        else:
            self._recent = [entry.action, *(n for n in self._recent if n != entry.action)][:_KEPT]
            self._actions[entry.action].trigger()


class _Rule(QWidget):
    """A hairline in the panel's frame colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().midlight())
        painter.end()


class _Foot(QWidget):
    """The palette's own keys, or why it is empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sentence = ""
        self.setFixedHeight(_FOOT)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def say(self, sentence: str) -> None:
        self._sentence = sentence
        self.setAccessibleName(
            sentence or "Arrows choose, Enter does it, # goes to a claim by its number"
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        font, ink = sans(LABEL), self._theme.colour("ink_3")
        rest = QRectF(self.rect()).adjusted(16, 0, -16, 0)
        if self._sentence:
            draw_line(painter, rest, self._sentence, font, ink)
            painter.end()
            return
        for caps, words in (["↑", "↓"], "choose"), (["Enter"], "do"), (["#"], "claim by number"):
            taken = caps_width(caps)
            paint_caps(painter, leading(rest, taken, painter), caps, self._theme)
            rest = inset(rest, taken + 6, 0, painter)
            draw_line(painter, rest, words, font, ink)
            rest = inset(rest, width_of(words, font) + 16, 0, painter)
        draw_line(painter, rest, "recent first", font, ink, at_end=True)
        painter.end()
