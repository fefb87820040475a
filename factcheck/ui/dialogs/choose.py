"""Chooses one of a few: a kind of claim, a part of the page."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from factcheck.model.article import Role
from factcheck.model.claim import FAMILY_OF_KIND, KIND_NAMES, ClaimKind
from factcheck.ui.dialogs.frame import Frame
from factcheck.ui.marks import paint_line
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, Theme, sans

_SAMPLE = QSize(44, 14)
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGES = """
QListWidget { border: 1px solid palette(mid); border-radius: 5px; padding: 1px; }
QListWidget:focus { border: 2px solid palette(link); padding: 0; }
"""
ROLE_NAMES = {
    Role.HEADLINE: "Headline",
    Role.SUBHEADING: "Subheading",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Credit, no claims",
    Role.DATELINE: "Dateline, no claims",
    Role.BODY: "Body",
    Role.PULLQUOTE: "Pull quote",
    Role.CROSSHEAD: "Crosshead",
    Role.BOILERPLATE: "No part of the article, no claims",
}


class Dropped(StrEnum):
    """What a file dropped onto an open article is."""

    DRAFT = "draft"
    ARTICLE = "article"


class ChooseDialog(Frame):
    """A list to choose from with arrows or first letters; Enter or a double click takes what is chosen."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, yes: str) -> None:
        super().__init__(parent, title, sentence, 380)
        self.list = QListWidget()
        self.list.setFont(sans(INTERFACE))
        self.list.setAccessibleName(title)
        self.list.setIconSize(_SAMPLE)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(1)
        self.list.setStyleSheet(_EDGES)
        self.list.itemDoubleClicked.connect(self.accept)
        self.list.installEventFilter(self)
        self.column.addWidget(self.list)
        self.close_column(yes, "Cancel")

    def offer(self, value: str, name: str, is_now: bool, icon: QIcon | None = None) -> None:
        """Add a line; the one that holds now is chosen."""
        item = QListWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{name}, as it is now" if is_now else name
        )
        item.setSizeHint(QSize(200, 27))
        if icon is not None:
            item.setIcon(icon)
        self.list.addItem(item)
        if is_now:
            self.list.setCurrentItem(item)
        self.list.setFixedHeight(self.list.count() * 29 + 8)

    @property
    def answer(self) -> str:
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _TAKING:
            self.accept()
            return True
        return False


def kind_dialog(parent: QWidget | None, theme: Theme, now: ClaimKind) -> ChooseDialog:
    """The fourteen kinds, each with the line it has in the text."""
    dialog = ChooseDialog(parent, "Kind of claim", "What sort of statement is it?", "Change kind")
    ratio = dialog.devicePixelRatioF()
    for kind in ClaimKind:
        sample = _line_sample(kind, theme, ratio)
        dialog.offer(kind.value, KIND_NAMES[kind].capitalize(), kind is now, sample)
    dialog.list.setFocus()
    return dialog


def role_dialog(parent: QWidget | None, now: Role) -> ChooseDialog:
    """The nine parts a piece of the page can play."""
    dialog = ChooseDialog(
        parent, "Part of the page", "Which part of the page are these words?", "Change part"
    )
    for role, name in ROLE_NAMES.items():
        dialog.offer(role.value, name, role is now)
    dialog.list.setFocus()
    return dialog


def ask_kind(parent: QWidget | None, theme: Theme, now: ClaimKind) -> ClaimKind | None:
    """Another kind; None where it was put away."""
    dialog = kind_dialog(parent, theme, now)
    return ClaimKind(dialog.answer) if dialog.exec() else None


def ask_role(parent: QWidget | None, now: Role) -> Role | None:
    """Another part of the page; None where it was put away."""
    dialog = role_dialog(parent, now)
    return Role(dialog.answer) if dialog.exec() else None


def draft_dialog(parent: QWidget | None, file: str, title: str) -> ChooseDialog:
    """Whether a file is the next draft of the open article, or another article."""
    asked = f"Is {file} a new draft of “{title}”, or another article?"
    dialog = ChooseDialog(parent, "Draft or article", asked, "Read it")
    dialog.offer(Dropped.DRAFT.value, "New draft of this article", True)
    dialog.offer(Dropped.ARTICLE.value, "Another article", False)
    dialog.list.setFocus()
    return dialog


def ask_draft_or_article(parent: QWidget | None, file: str, title: str) -> Dropped | None:
    """What the file is; None where the question was put away."""
    dialog = draft_dialog(parent, file, title)
    return Dropped(dialog.answer) if dialog.exec() else None


def person_dialog(parent: QWidget | None, people: Sequence[str]) -> ChooseDialog:
    """Which of the people asked a sheet of questions is for."""
    dialog = ChooseDialog(parent, "Questions for", "Who is asked?", "Write questions")
    for place, name in enumerate(people):
        dialog.offer(name, name, False)
        if not place:
            dialog.list.setCurrentRow(0)
    dialog.list.setFocus()
    return dialog


def ask_person(parent: QWidget | None, people: Sequence[str]) -> str | None:
    """One of these people; None where the question was put away."""
    dialog = person_dialog(parent, people)
    return dialog.answer if dialog.exec() else None


def _line_sample(kind: ClaimKind, theme: Theme, ratio: float) -> QIcon:
    pixmap = QPixmap(_SAMPLE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    family = FAMILY_OF_KIND[kind]
    middle = _SAMPLE.height() / 2
    paint_line(painter, 0, _SAMPLE.width() - 8, middle, family, theme.of_family(family), 1.7)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # which Qt would tint
    return icon
