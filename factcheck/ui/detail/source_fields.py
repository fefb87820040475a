"""The fields of the form for a source, and how they are laid out."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from factcheck.model.evidence import Evidence, Source, SourceQuality, Stance
from factcheck.ui.detail.source_about import SourceAbout

_Value = TypeVar("_Value", Stance, SourceQuality)

_STANCES = {Stance.SUPPORTS: "Su&pports the claim", Stance.CONTRADICTS: "Con&tradicts it"}
_QUALITIES = {
    SourceQuality.PRIMARY: (
        "P&rimary",
        "Knows the thing itself: a register, a witness, a recording",
    ),
    SourceQuality.SECONDARY: ("S&econdary", "Repeats it: a report, an encyclopaedia"),
    SourceQuality.UNRANKED: ("&Unranked", "Not yet decided"),
}


class SourceFields(QWidget):
    """What a source is, where it is, what it says of the claim and where in it."""

    def __init__(self, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.title = _line("Title", "Register of bridges, entry of 4 May 1931")
        self.completer = QCompleter(list(titles), self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.title.setCompleter(self.completer)
        self.reference = _line("Link or file", "https://… or a file; may be empty")
        self.choose = QPushButton("Choose &file…", self)
        self.choose.setAutoDefault(False)
        self.stances = _radios({s: (text, "") for s, text in _STANCES.items()}, self)
        self.qualities = _radios(_QUALITIES, self)
        self.qualities[SourceQuality.UNRANKED].setChecked(True)
        self.about = SourceAbout(self)
        self.locator = _line("Locator", "page, paragraph or time stamp")
        self.passage = QPlainTextEdit(self)
        self.passage.setAccessibleName("Passage quoted")
        self.passage.setPlaceholderText("the words that say it, if they matter")
        self.passage.setTabChangesFocus(True)
        self.passage.setFixedHeight(76)
        self._lay_out()

    def fill(self, source: Source, evidence: Evidence) -> None:
        """Show a source and what it says of a claim."""
        self.title.setText(source.title)
        self.reference.setText(source.reference)
        self.stances[evidence.stance].setChecked(True)
        self.qualities[source.quality].setChecked(True)
        self.about.fill(source)
        self.locator.setText(evidence.locator)
        self.passage.setPlainText(evidence.passage)

    def take(self, source: Source) -> None:
        """Show a source that is known already, and go on to where in it."""
        self.reference.setText(source.reference)
        self.qualities[source.quality].setChecked(True)
        self.about.fill(source)
        self.locator.setFocus()

    @property
    def stance(self) -> Stance:
        return _chosen(self.stances)

    @property
    def quality(self) -> SourceQuality:
        return _chosen(self.qualities)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(9)
        form.addRow("&Title", self.title)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reference, 1)
        row.addWidget(self.choose)
        label = QLabel("&Link or file", self)
        label.setBuddy(self.reference)
        form.addRow(label, row)
        for name, radios in (
            ("It", list(self.stances.values())),
            ("Rank", list(self.qualities.values())),
        ):
            line = QHBoxLayout()
            for radio in radios:
                line.addWidget(radio)
            line.addStretch(1)
            form.addRow(name, line)
        kind = QLabel("&Kind", self)
        kind.setBuddy(self.about.kind)
        form.addRow(kind, self.about.dated_row())
        form.addRow("Repe&ats", self.about.origin)
        contact = QLabel("&Contact", self)
        contact.setBuddy(self.about.contact)
        form.addRow(contact, self.about.contact_row())
        form.addRow("&Where in it", self.locator)
        form.addRow("&Quoted", self.passage)


def _line(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field


def _radios(texts: dict[_Value, tuple[str, str]], parent: QWidget) -> dict[_Value, QRadioButton]:
    """A radio button a value, the first one set."""
    group = QButtonGroup(parent)
    made: dict[_Value, QRadioButton] = {}
    for value, (text, tip) in texts.items():
        radio = QRadioButton(text, parent)
        radio.setAccessibleName(text.replace("&", ""))
        radio.setToolTip(tip)
        group.addButton(radio)
        made[value] = radio
    next(iter(made.values())).setChecked(True)
    return made


def _chosen(radios: dict[_Value, QRadioButton]) -> _Value:
    return next(value for value, radio in radios.items() if radio.isChecked())
