"""The form for a source: what it is, where it is, what it says of the claim and where in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.model.evidence import Evidence, Source, SourceForm, SourceQuality, Stance
from factcheck.ui.detail.references import as_file, as_link, digest, name_of
from factcheck.ui.overriding import override
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import INTERFACE, LABEL, Theme, palette, sans

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


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in. ``source`` has the id of an earlier one where that was named again."""

    source: Source
    stance: Stance
    locator: str
    passage: str


class SourceDialog(QDialog):
    """Title, link or file, stance, rank, locator, passage; Ctrl+Enter adds, Esc leaves."""

    def __init__(
        self, article_id: str, known: Sequence[Source], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._article_id = article_id
        self._known = {source.title.casefold(): source for source in known}
        self._edited: Source | None = None
        self._sha256 = ""
        self._hashed: Path | None = None
        self._is_closing = False
        self._tasks = Tasks(self)
        self.setPalette(palette(theme))
        self.setFont(sans(INTERFACE))
        self.setWindowTitle("Add source")
        self._make_fields([source.title for source in known])
        self._make_hint(theme)
        self._lay_out()
        self.setMinimumWidth(520)
        self.title.setFocus()

    # What goes in and comes out

    def fill(self, source: Source, evidence: Evidence, shared_by: int) -> None:
        """Show a source to be corrected; ``shared_by`` claims rest on it."""
        self._edited = source
        self._sha256 = source.sha256
        self._hashed = Path(source.reference) if source.form is SourceForm.FILE else None
        self.setWindowTitle("Edit source")
        self._accept.setText("Save")
        self.title.setText(source.title)
        self.reference.setText(source.reference)
        self._stances[evidence.stance].setChecked(True)
        self._qualities[source.quality].setChecked(True)
        self.locator.setText(evidence.locator)
        self.passage.setPlainText(evidence.passage)
        if shared_by > 1:
            self._say(
                f"{shared_by} claims rest on this source; title, link and rank change for all."
            )

    def fill_reference(self, text: str) -> None:
        """Put a link or a file's path in, as dropped."""
        self.reference.setText(text)

    def given(self) -> Given:
        """What was filled in, after the form was accepted."""
        title, form, reference = self._identity()
        known = self._known_source()
        source = self._edited or known or Source(self._article_id, title)
        if known is None:
            accessed = source.accessed
            if form is SourceForm.URL and reference != source.reference:
                accessed = date.today()
            source = replace(
                source,
                title=title,
                form=form,
                reference=reference,
                quality=self._chosen(self._qualities),
                accessed=accessed if form is SourceForm.URL else None,
                sha256=self._sha256 if form is SourceForm.FILE else "",
            )
        return Given(
            source,
            self._chosen(self._stances),
            self.locator.text().strip(),
            self.passage.toPlainText().strip(),
        )

    # Making the form

    def _make_fields(self, titles: Sequence[str]) -> None:
        self.title = _line("Title", "Register of bridges, entry of 4 May 1931")
        completer = QCompleter(list(titles), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take_known)
        self.title.setCompleter(completer)
        self.title.textChanged.connect(lambda _: self._on_title())
        self.reference = _line("Link or file", "https://… or a file; may be empty")
        self.reference.textChanged.connect(lambda _: self._on_reference())
        self.choose = QPushButton("Choose &file…", self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.choose_file)
        self._stances = _radios({s: (text, "") for s, text in _STANCES.items()}, self)
        self._qualities = _radios(_QUALITIES, self)
        self._qualities[SourceQuality.UNRANKED].setChecked(True)
        self.locator = _line("Locator", "page, paragraph or time stamp")
        self.passage = QPlainTextEdit(self)
        self.passage.setAccessibleName("Passage quoted")
        self.passage.setPlaceholderText("the words that say it, if they matter")
        self.passage.setTabChangesFocus(True)
        self.passage.setFixedHeight(76)

    def _make_hint(self, theme: Theme) -> None:
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setFont(sans(LABEL))
        self._inks = {False: theme.colour("ink_2"), True: theme.colour("contradicted")}
        self.hint.setMinimumHeight(36)
        self.hint.setAccessibleName("Hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)

    def _lay_out(self) -> None:
        form = QFormLayout()
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
        for name, radios in (("It", self._stances), ("Rank", self._qualities)):
            line = QHBoxLayout()
            for radio in radios.values():
                line.addWidget(radio)
            line.addStretch(1)
            form.addRow(name, line)
        form.addRow("&Where in it", self.locator)
        form.addRow("&Quoted", self.passage)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._accept = buttons.addButton("Add source", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setDefault(True)
        buttons.setAccessibleName("Done or not")
        for button in buttons.buttons():
            button.setIcon(QIcon())  # some desktops put a cross beside the word
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addWidget(buttons)

    # While it is filled in

    def choose_file(self) -> None:
        """Let a file be picked; it goes into the field."""
        name, _ = QFileDialog.getOpenFileName(self, "Attach a file as a source")
        if name:
            self.reference.setText(name)
            self.locator.setFocus()

    def _take_known(self, title: str) -> None:
        source = self._known.get(title.casefold())
        if source is not None and self._edited is None:
            self.reference.setText(source.reference)
            self._qualities[source.quality].setChecked(True)
            self.locator.setFocus()

    def _on_title(self) -> None:
        known = self._known_source()
        self._say("This source is in the article already; it is linked again." if known else "")

    def _on_reference(self) -> None:
        self._say("")
        path = as_file(self.reference.text())
        if path is None or path == self._hashed:
            return
        self._sha256, self._hashed = "", path
        self._tasks.start(
            digest(path),
            on_progress=lambda item: self._take_digest(path, item),
            on_failed=lambda error: self._refuse_file(path, error),
        )

    def _take_digest(self, path: Path, item: str) -> None:
        if item and path == self._hashed:
            self._sha256 = item
            if self._is_closing:
                self.accept()

    def _refuse_file(self, path: Path, _error: Exception) -> None:
        if path == self._hashed:
            self._hashed, self._is_closing = None, False
            self._say(f"The file {path.name} cannot be read. Look at its permissions.", wrong=True)

    def _known_source(self) -> Source | None:
        """The earlier source that the title and link name again."""
        if self._edited is not None:
            return None
        known = self._known.get(self.title.text().strip().casefold())
        _, _, reference = self._identity()
        return known if known is not None and reference in ("", known.reference) else None

    def _identity(self) -> tuple[str, SourceForm, str]:
        """Title, form and reference as they are to be recorded."""
        title, typed = self.title.text().strip(), self.reference.text().strip()
        if not typed and as_link(title):
            typed, title = title, ""
        if path := as_file(typed):
            form, reference = SourceForm.FILE, str(path)
        elif self._edited is not None and typed == self._edited.reference:
            form, reference = self._edited.form, typed  # a file that is gone stays recorded
        elif url := as_link(typed):
            form, reference = SourceForm.URL, url
        else:
            form, reference = SourceForm.TEXT, typed
        return title or name_of(reference, form), form, reference

    def _missing(self) -> tuple[str, QWidget] | None:
        """What keeps the form from being accepted, in a sentence, and the field to mend it in."""
        title, form, reference = self._identity()
        if not title and not reference:
            return "Give the source a title, a link or a file.", self.title
        if form is SourceForm.TEXT and reference:
            words = "This is neither a link nor a file that is there. Put words into the title."
            return words, self.reference
        if form is SourceForm.FILE and self._hashed is None:
            return f"The file {Path(reference).name} cannot be read.", self.reference
        return None

    def _say(self, sentence: str, wrong: bool = False) -> None:
        made = self.hint.palette()
        made.setColor(QPalette.ColorRole.WindowText, self._inks[wrong])
        self.hint.setPalette(made)
        self.hint.setText(sentence)
        self.hint.setAccessibleName(sentence or "Hint")

    def _chosen(self, radios: dict[_Value, QRadioButton]) -> _Value:
        return next(value for value, radio in radios.items() if radio.isChecked())

    @override
    def accept(self) -> None:
        if missing := self._missing():
            sentence, field = missing
            self._say(sentence, wrong=True)
            field.setFocus()
            return
        _, form, _ = self._identity()
        if form is SourceForm.FILE and not self._sha256:
            self._is_closing = True
            self._say("Reading the file to its end…")
            return
        super().accept()

    @override
    def done(self, result: int) -> None:
        self._tasks.stop_all()
        super().done(result)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)


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
