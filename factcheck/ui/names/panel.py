"""The panel of names: how many there are, the list, and confirming that one is spelled right."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.consistency.entities import Entity
from factcheck.model.change import Change
from factcheck.model.explaining import confirm_spelling, doubt_spelling
from factcheck.model.finding import ConfirmedSpelling
from factcheck.model.text import TextPosition
from factcheck.ui.detail.words import Words
from factcheck.ui.findings.chips import ToggleChip
from factcheck.ui.holding import Holding
from factcheck.ui.names.layout import set_name
from factcheck.ui.names.rows import NameModel
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.sheets.pieces import SheetRole
from factcheck.ui.sheets.view import SheetView
from factcheck.ui.theme import LABEL, Theme, palette, sans

_NOTHING = "No person, organisation or place is named in this text."
_LOOKING = "The names are read while the claims are looked for."


class NamesPanel(QWidget):
    """Enter goes to the next place of a name, V confirms its spelling or takes that back."""

    counted = Signal(int)  # names in the article

    def __init__(
        self, session: Session, holding: Holding, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._holding = holding
        self._is_looking = False
        self._at = -1  # which place of the name was shown last
        self._model = NameModel(session, self)
        self._summary = Words(theme, sans(LABEL), "ink_2", self)
        self._by_name = ToggleChip(theme, None, self)
        self._by_name.say("By name")
        self._list = SheetView(theme, set_name, "Names", self)
        self._list.setModel(self._model)
        self._list.installEventFilter(self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._refresh()

    # What others ask of it

    def reading_widgets(self) -> list[QWidget]:
        """Where letters alone act; V is kept for the spelling."""
        return [self._list]

    def focus_list(self) -> None:
        """Put the keyboard in the list, on the first name where none is chosen."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._list.currentIndex().isValid() and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))

    def set_looking(self, looking: bool) -> None:
        """Whether the article is being read, so that no name does not yet mean that there are none."""
        self._is_looking = looking
        self._say()

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        self._list.set_theme(theme)
        self._summary.set_theme(theme)
        self._by_name.set_theme(theme)

    # Keeping in step

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 12, 6)
        head.addWidget(self._summary, 1)
        head.addWidget(self._by_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._holding.changed.connect(self._refresh)
        self._session.changed.connect(self._on_changed)
        numbers_of(self._session).changed.connect(self._model.refresh)
        self._by_name.toggled.connect(self._refresh)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.place_wanted.connect(self._holding.go_to)
        self._list.next_place_wanted.connect(self._next_place)

    def _refresh(self) -> None:
        entities = list(self._holding.entities)
        if self._by_name.isChecked():
            entities.sort(key=lambda entity: entity.by_name)
        chosen = self._chosen
        self._model.show_names(entities)
        if chosen is not None and (row := self._model.row_of(chosen.name)) >= 0:
            self._list.setCurrentIndex(self._model.index(row))
        self.counted.emit(len(entities))
        self._say()

    def _on_changed(self, change: Change) -> None:
        if any(isinstance(edit.record, ConfirmedSpelling) for edit in change.edits):
            self._model.refresh()
            self._say()

    def _say(self) -> None:
        count, sure = self._model.rowCount(), self._model.confirmed()
        spelled = f", spelling of {sure} confirmed" if sure else ""
        self._summary.say(
            f"{count:,} {'name' if count == 1 else 'names'}{spelled}" if count else ""
        )
        looking = self._is_looking or self._holding.is_looking
        words = _LOOKING if looking else _NOTHING
        self._list.set_empty_words(words if self._session.has_case else "")

    # The chosen name

    @property
    def _chosen(self) -> Entity | None:
        row = self._list.currentIndex().data(SheetRole.ROW)
        return None if row is None else row.entity

    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._at = -1

    def _next_place(self) -> None:
        entity = self._chosen
        if entity is not None:
            places: tuple[TextPosition, ...] = entity.mentions
            self._at = (self._at + 1) % len(places)
            self._holding.go_to(places[self._at])

    def _confirm(self) -> None:
        """The chosen name’s spelling confirmed, or not confirmed again."""
        entity, session = self._chosen, self._session
        if entity is None or session.read_only_reason:
            return
        case, stamp = session.case, session.stamp()
        known = case.confirmed_spelling(entity.name)
        verb = confirm_spelling if known is None else doubt_spelling
        session.do(verb(case, entity.name, stamp))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() == Qt.Key.Key_V:
                if event.type() is QEvent.Type.ShortcutOverride:
                    event.accept()  # here the key is not the verdict
                    return True
                if event.type() is QEvent.Type.KeyPress:
                    self._confirm()
                    return True
        return bool(super().eventFilter(watched, event))
