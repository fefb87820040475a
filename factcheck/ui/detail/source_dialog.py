"""The form for a source: what it is, where it is, what it says of the claim and where in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from factcheck.model.evidence import Evidence, KeptFile, Source, SourceForm, SourceKind, Stance
from factcheck.storage import Vault
from factcheck.ui.detail.keeping import Keeping
from factcheck.ui.detail.references import as_file, as_link, name_of
from factcheck.ui.detail.source_about import NOT_A_DATE
from factcheck.ui.detail.source_fields import SourceFields
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, LABEL, Theme, palette, sans
from factcheck.workflow import kept_as

_LINKED_AGAIN = "This source is in the article already; it is linked again."
_LINKED_TWICE = "This claim has this source already; adding it again lists it twice."


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in. ``source`` has the id of an earlier one where that was named again; ``kept`` is a file’s copy."""

    source: Source
    stance: Stance
    locator: str
    passage: str
    kept: KeptFile | None = None


class SourceDialog(QDialog):
    """Title, link or file, stance, rank, locator, passage; Ctrl+Enter adds, Esc leaves.

    ``known`` are the sources of the article, ``linked`` the ids of those that the claim rests on already.
    """

    def __init__(
        self,
        article_id: str,
        known: Sequence[Source],
        theme: Theme,
        vault: Vault,
        parent: QWidget | None = None,
        linked: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self._article_id = article_id
        self._known = {source.title.casefold(): source for source in known}
        self._linked = [source for source in known if source.id in linked]
        self._edited: Source | None = None
        self._is_closing = False
        self._file = Keeping(vault, self)
        self.setPalette(palette(theme))
        self.setFont(sans(INTERFACE))
        self.setWindowTitle("Add source")
        self.fields = SourceFields([source.title for source in known], self)
        self._make_hint(theme)
        self._lay_out()
        self._connect()
        self.setMinimumWidth(520)
        self.fields.title.setFocus()

    # What goes in and comes out

    def fill(self, source: Source, evidence: Evidence, shared_by: int) -> None:
        """Show a source to be corrected; ``shared_by`` claims rest on it."""
        self._edited = source
        if source.form is SourceForm.FILE:
            self._file.know(Path(source.reference), source.sha256)
        self.setWindowTitle("Edit source")
        self._accept.setText("Save")
        self.fields.fill(source, evidence)
        if shared_by > 1:
            self._say(
                f"{shared_by} claims rest on this source; title, link, rank and kind change for all."
            )

    def fill_reference(self, text: str) -> None:
        """Put a link or a file's path in, as dropped."""
        self.fields.reference.setText(text)

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
                quality=self.fields.quality,
                accessed=accessed if form is SourceForm.URL else None,
                sha256=self._file.sha256 if form is SourceForm.FILE else "",
                **self._about(form),
            )
        return Given(
            source,
            self.fields.stance,
            self.fields.locator.text().strip(),
            self.fields.passage.toPlainText().strip(),
            self._kept(source) if form is SourceForm.FILE and source is not known else None,
        )

    def _about(self, form: SourceForm) -> dict[str, Any]:
        """What else was said of the source; a link that nobody said more of is a web page."""
        about = self.fields.about
        kind = about.chosen_kind
        if kind is SourceKind.OTHER and form is SourceForm.URL and self._edited is None:
            kind = SourceKind.WEB_PAGE
        return {
            "kind": kind,
            "dated": about.day,
            "origin": about.origin.text().strip(),
            "contact": about.contact.text().strip(),
            "is_confidential": about.confidential.isChecked(),
        }

    def _kept(self, source: Source) -> KeptFile | None:
        """The record of the copy that was made while the form was open, if one was."""
        there, path = self._file.there, self._file.path
        if there is None or path is None:
            return None
        return kept_as(there, source.id, self._article_id, path)

    # Making the form

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
        column.addWidget(self.fields)
        column.addWidget(self.hint)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.fields.completer.activated.connect(self._take_known)
        self.fields.title.textChanged.connect(lambda _: self._tell_known())
        self.fields.reference.textChanged.connect(lambda _: self._on_reference())
        self.fields.choose.clicked.connect(self.choose_file)
        self._file.done.connect(self._on_kept)
        self._file.went_on.connect(self._on_progress)
        self._file.refused.connect(self._on_refused)

    # While it is filled in

    def choose_file(self) -> None:
        """Let a file be picked; it goes into the field."""
        name, _ = QFileDialog.getOpenFileName(self, "Attach a file as a source")
        if name:
            self.fields.reference.setText(name)
            self.fields.locator.setFocus()

    def _take_known(self, title: str) -> None:
        source = self._known.get(title.casefold())
        if source is not None and self._edited is None:
            self.fields.take(source)

    def _on_reference(self) -> None:
        self._tell_known()
        path = as_file(self.fields.reference.text())
        if path is not None:
            self._file.begin(path)

    def _tell_known(self) -> None:
        """Say where the source is known already; twice on one claim is most likely a slip."""
        known = self._known_source()
        _, _, reference = self._identity()
        is_twice = self._edited is None and any(
            source is known or (reference and source.reference == reference)
            for source in self._linked
        )
        self._say(_LINKED_TWICE if is_twice else _LINKED_AGAIN if known else "", wrong=is_twice)

    def _on_kept(self) -> None:
        if self._is_closing:
            self.accept()

    def _on_progress(self, percent: int) -> None:
        if self._is_closing:
            self._say(f"Copying the file into the casebook’s vault… {percent} %")

    def _on_refused(self, why: str) -> None:
        self._is_closing = False
        self._say(why, wrong=True)

    def _known_source(self) -> Source | None:
        """The earlier source that the title and link name again."""
        if self._edited is not None:
            return None
        known = self._known.get(self.fields.title.text().strip().casefold())
        _, _, reference = self._identity()
        return known if known is not None and reference in ("", known.reference) else None

    def _identity(self) -> tuple[str, SourceForm, str]:
        """Title, form and reference as they are to be recorded."""
        title = self.fields.title.text().strip()
        typed = self.fields.reference.text().strip()
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
            return "Give the source a title, a link or a file.", self.fields.title
        if form is SourceForm.TEXT and reference:
            words = "This is neither a link nor a file that is there. Put words into the title."
            return words, self.fields.reference
        if form is SourceForm.FILE and self._file.path is None:
            why = self._file.refusal or f"The file {Path(reference).name} cannot be read."
            return why, self.fields.reference
        if self.fields.about.is_dated_wrong:
            return NOT_A_DATE, self.fields.about.dated
        return None

    def _say(self, sentence: str, wrong: bool = False) -> None:
        made = self.hint.palette()
        made.setColor(QPalette.ColorRole.WindowText, self._inks[wrong])
        self.hint.setPalette(made)
        self.hint.setText(sentence)
        self.hint.setAccessibleName(sentence or "Hint")

    @override
    def accept(self) -> None:
        if missing := self._missing():
            sentence, field = missing
            self._say(sentence, wrong=True)
            field.setFocus()
            return
        _, form, _ = self._identity()
        if form is SourceForm.FILE and not self._file.sha256:
            self._is_closing = True
            self._say("Copying the file into the casebook’s vault…")
            return
        super().accept()

    @override
    def done(self, result: int) -> None:
        self._file.stop()
        super().done(result)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)
