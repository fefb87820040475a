"""The page of keys: every action of the table, and what it is reached by."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.actions import TABLE, Actions, Spec
from factcheck.ui.dialogs.frame import said
from factcheck.ui.key_caps import caps_of
from factcheck.ui.overriding import override
from factcheck.ui.settings import Settings

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_HINT = "Choose an action, go to the field and press the keys it should have."


class KeyField(QKeySequenceEdit):
    """Takes one combination; Tab still leaves it, Esc still closes the dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setAccessibleName("New keys")
        self.setClearButtonEnabled(True)
        line = self.findChild(QLineEdit)
        if line is not None:
            line.setAccessibleName("New keys")
            line.setPlaceholderText("press keys")
            for clear in line.findChildren(QToolButton):
                clear.setAccessibleName("No key")

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (*_LEAVING, Qt.Key.Key_Escape):
            if event.type() is QEvent.Type.ShortcutOverride:
                return False
            if event.type() is QEvent.Type.KeyPress and event.key() in _LEAVING:
                return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            event.ignore()
            return False
        return super().event(event)


class KeysPage(QWidget):
    """The table of actions with the keys in force; conflicts are told, never made."""

    changed = Signal()

    def __init__(self, settings: Settings, actions: Actions) -> None:
        super().__init__()
        self._settings = settings
        self._actions = actions
        self.table = QTableWidget(len(TABLE), 2)
        self.field = KeyField()
        self.told = said(_HINT, small=True)
        self.told.setMinimumHeight(34)
        self.take = QPushButton("Use it here instead")
        self.reset_one = QPushButton("As it was")
        self.reset_all = QPushButton("All as they were")
        self._wanted: tuple[Spec, str, Spec] | None = None
        self._fill()
        self._place()
        self._connect()
        self.table.selectRow(0)

    # What it is made of

    def _fill(self) -> None:
        self.table.setHorizontalHeaderLabels(["Action", "Keys"])
        self.table.setAccessibleName("Actions and their keys")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 220)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for row, spec in enumerate(TABLE):
            self.table.setItem(row, 0, QTableWidgetItem(spec.text))
        self._show_keys()

    def _place(self) -> None:
        for button in (self.take, self.reset_one, self.reset_all):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())
        self.reset_one.setAccessibleDescription("Give the chosen action its own keys again")
        self.reset_all.setAccessibleDescription("Give every action its own keys again")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field.setFixedWidth(190)
        row.addWidget(self.field)
        row.addWidget(self.take)
        row.addStretch()
        row.addWidget(self.reset_one)
        row.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.told)
        self.take.hide()

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.itemDoubleClicked.connect(lambda _item: self.field.setFocus())
        self.field.editingFinished.connect(self._on_pressed)
        self.take.clicked.connect(self._take)
        self.reset_one.clicked.connect(self._reset_one)
        self.reset_all.clicked.connect(self._reset_all)

    # What it does

    @property
    def spec(self) -> Spec:
        """The action that is chosen."""
        return TABLE[max(0, self.table.currentRow())]

    def _on_chosen(self) -> None:
        keys = self._actions.keys_of(self.spec)
        self._settle(_HINT)
        self.field.setKeySequence(QKeySequence(keys[0] if keys else ""))
        self.reset_one.setEnabled(self._settings.keys_of(self.spec.name) is not None)

    def _on_pressed(self) -> None:
        spec = self.spec
        keys = self.field.keySequence().toString(_PORTABLE)
        now = self._actions.keys_of(spec)
        if keys == (now[0] if now else ""):
            return
        other = self._owner_of(keys)
        if other is not None and other is not spec:
            self._wanted = (spec, keys, other)
            self._say(
                f"{' '.join(caps_of(keys))} already means “{other.text.removesuffix('…')}”."
                " Press other keys, or use it here instead."
            )
            self.take.show()
            return
        self._give(spec, [keys, *(k for k in now[1:] if k != keys)] if keys else [""])
        told = " ".join(caps_of(keys)) if keys else "no key"
        self._settle(f"“{spec.text.removesuffix('…')}” has {told} now.")

    def _take(self) -> None:
        if self._wanted is None:
            return
        spec, keys, other = self._wanted
        rest = [k for k in self._actions.keys_of(other) if not _same(k, keys)]
        self._settings.set_keys(other.name, rest or [""])
        self._give(spec, [keys, *self._actions.keys_of(spec)[1:]])
        left = " ".join(caps_of(rest[0])) if rest else "no key"
        self._settle(f"Done. “{other.text.removesuffix('…')}” has {left} now.")
        self.field.setFocus()

    def _reset_one(self) -> None:
        spec = self.spec
        for keys in spec.keys:
            other = self._owner_of(keys)
            if other is not None and other is not spec:
                self._settle(
                    f"{' '.join(caps_of(keys))} means “{other.text.removesuffix('…')}” now."
                    " Give that another key first."
                )
                return
        self._give(spec, None)
        self._on_chosen()

    def _reset_all(self) -> None:
        for spec in TABLE:
            self._settings.set_keys(spec.name, None)
        self._apply()
        self._on_chosen()

    def refresh(self) -> None:
        """Give the actions their keys anew, as when letters alone were switched on or off."""
        self._actions.read_keys()

    def _give(self, spec: Spec, keys: list[str] | None) -> None:
        self._settings.set_keys(spec.name, keys)
        self._apply()

    def _apply(self) -> None:
        self._actions.read_keys()
        self._show_keys()
        self.reset_one.setEnabled(self._settings.keys_of(self.spec.name) is not None)
        self.changed.emit()

    def _owner_of(self, keys: str) -> Spec | None:
        if not keys:
            return None
        for spec in TABLE:
            if any(_same(keys, other) for other in self._actions.keys_of(spec)):
                return spec
        return None

    def _show_keys(self) -> None:
        for row, spec in enumerate(TABLE):
            shown = [" ".join(caps_of(keys)) for keys in self._actions.keys_of(spec)]
            own = self._settings.keys_of(spec.name) is not None
            item = QTableWidgetItem(", ".join(shown) + (" (yours)" if own else ""))
            spoken = ", ".join(shown) or "no key"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spec.text}: {spoken}")
            self.table.setItem(row, 1, item)

    def _settle(self, sentence: str) -> None:
        self._wanted = None
        self.take.hide()
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)


def _same(one: str, other: str) -> bool:
    return QKeySequence(one) == QKeySequence(other)
