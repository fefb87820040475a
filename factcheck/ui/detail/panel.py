"""The selected claim in full: its sentence, the question, why it is marked, sources, note, history, verdict."""

from collections.abc import Collection

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.change import Change
from factcheck.model.claim import Claim
from factcheck.model.correction import Correction
from factcheck.model.evidence import Evidence, Source
from factcheck.model.finding import Finding
from factcheck.model.rule import HouseRule
from factcheck.model.verdict import Note, State, Verdict, Waiting
from factcheck.ui.actions import Actions
from factcheck.ui.detail.body import Body
from factcheck.ui.detail.deeds import Deed, deeds
from factcheck.ui.detail.opening import SourceOpener
from factcheck.ui.detail.pages import Pages
from factcheck.ui.detail.passages import Found, PassageLooker
from factcheck.ui.detail.references import dropped
from factcheck.ui.detail.source_dialog import SourceDialog
from factcheck.ui.detail.verdict_bar import VerdictBar
from factcheck.ui.detail.waiting import WaitingFor, earlier_names
from factcheck.ui.holding import Holding
from factcheck.ui.numbers import numbers_of
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme, palette

_NARROW = 500  # pixels


class DetailPanel(QWidget):
    """Follows the session's selected claim; every edit made here is a change of the case."""

    finding_followed = Signal(object)  # a Finding on the claim that is to be shown

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Actions | None = None,
        parent: QWidget | None = None,
        *,
        holding: Holding | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._holding = holding
        self._findings: list[Finding] = []  # on the claim shown
        self._theme = theme
        self._opener = SourceOpener(session, self)
        self._passages = PassageLooker(session, self)
        self._numbers = numbers_of(session)
        self._body = Body(session, theme, actions)
        self._pages = Pages(self._body, theme, self)
        self._bar = None if actions is None else VerdictBar(actions, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        if self._bar is not None:
            column.addWidget(self._bar)
        self.setFocusProxy(self._pages.scroller)
        self.setAcceptDrops(True)
        self._connect()
        self.set_theme(theme)
        self._on_opened()
        self._follow_selection(session.selected)

    # What others ask of it

    def reading_widgets(self) -> list[QWidget]:
        """Where letters alone act."""
        return [self]

    def edit_note(self) -> None:
        """Put the keyboard in the note."""
        if self._session.selected and not self._session.read_only_reason:
            self._body.note.begin(QApplication.focusWidget())
            self._pages.show_part(self._body.note)

    def edit_correction(self) -> None:
        """Put the keyboard in the correction, in the first part that nobody has written."""
        claim = self._session.selected_claim
        if claim is not None and not self._session.read_only_reason:
            field = self._body.correct(claim)
            self._pages.fit()
            field.begin(QApplication.focusWidget())
            self._pages.show_part(field)

    def commit_pending(self) -> None:
        """Record what is still being written: a note, a part of a correction."""
        for field in self._body.written:
            field.commit()

    def commit_all(self) -> bool:
        """Record every text that is not recorded yet; False where one cannot be."""
        refused = [field for field in self._body.written if not field.commit_all()]
        return not refused

    def give_up_notes(self) -> None:
        """Let go of texts that cannot be recorded."""
        for field in self._body.written:
            field.give_up()

    def add_source(self, file: bool = False, reference: str = "") -> None:
        """Ask for a source and attach it; with ``file`` a file is chosen first."""
        claim_id, session = self._session.selected, self._session
        if not claim_id or session.read_only_reason:
            return
        self.commit_pending()
        case = session.case
        linked = [evidence.source_id for evidence in case.evidence(claim_id)]
        dialog = self._source_dialog(linked)
        if reference:
            dialog.fill_reference(reference)
        if file:
            QTimer.singleShot(0, dialog, dialog.choose_file)
        if dialog.exec() == QDialog.DialogCode.Accepted and case.has_claim(claim_id):
            given = dialog.given()
            session.do(
                case.attach(
                    claim_id,
                    given.source,
                    session.stamp(),
                    given.stance,
                    given.locator,
                    given.passage,
                    given.kept,
                )
            )
        dialog.deleteLater()

    def edit_source(self, evidence_id: str) -> None:
        """Show the form of a source of the selected claim, and record what was corrected."""
        session, case = self._session, self._session.case
        evidence = self._evidence(evidence_id)
        if evidence is None or session.read_only_reason:
            return
        self.commit_pending()
        source = case.source(evidence.source_id)
        dialog = self._source_dialog()
        dialog.fill(source, evidence, self._claims_on(source))
        if dialog.exec() == QDialog.DialogCode.Accepted and self._evidence(evidence_id) is not None:
            given = dialog.given()
            revised = Evidence(
                evidence.claim_id,
                source.id,
                given.stance,
                given.locator,
                given.passage,
                id=evidence.id,
            )
            stamp = session.stamp()
            session.do(case.revise_evidence(revised, given.source, stamp, given.kept))
        dialog.deleteLater()

    def ask_waiting_for(self) -> Waiting | None:
        """What the checker waits for, as she says; None where she put the question away."""
        if not self._session.selected:
            return None
        case = self._session.case
        verdict = case.verdict(self._session.selected)
        now = verdict.waiting if verdict is not None else Waiting()
        button = self._bar.buttons[State.WAITING] if self._bar is not None else self
        question = WaitingFor(earlier_names(case), now, self._theme, button)
        accepted = question.exec() == QDialog.DialogCode.Accepted
        given = question.given
        question.deleteLater()
        return given if accepted else None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        self._pages.set_theme(theme)
        self._body.set_theme(theme)
        if self._bar is not None:
            self._bar.set_theme(theme)
        if claim := self._session.selected_claim:
            self._body.show_nested(claim)
            self._show_findings()

    # Keeping in step

    def _connect(self) -> None:
        session, body = self._session, self._body
        session.closing.connect(self.commit_pending)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._follow_selection)
        self._numbers.changed.connect(self._on_numbers)
        body.nested.followed.connect(session.select)
        body.held.followed.connect(lambda n: self.finding_followed.emit(self._findings[n]))
        if self._holding is not None:
            self._holding.changed.connect(self._show_findings)
        body.note.height_changed.connect(self._pages.fit)
        body.correction.height_changed.connect(self._pages.fit)
        body.history.turned.connect(self._pages.fit)
        body.sources.edit_wanted.connect(self.edit_source)
        body.sources.remove_wanted.connect(self._remove_source)
        body.sources.open_wanted.connect(self._opener.open)
        self._opener.told.connect(session.told)
        self._passages.found.connect(self._on_found)

    def _on_opened(self) -> None:
        self._body.show_reason(self._session.read_only_reason)
        if self._bar is not None:
            self._bar.set_reason(self._session.read_only_reason)

    def _follow_selection(self, _claim_id: str) -> None:
        claim = self._session.selected_claim
        for field in self._body.written:
            field.show_claim(claim.id if claim is not None else "")
        self._pages.show_claim(claim is not None, self._session.has_case)
        if claim is not None:
            self._body.show_claim(claim)
            self._show_findings()
            self._body.show_history(self._deeds(claim), fold=True)
            self._pages.fit()
            self._pages.to_top()
            self._look_for_passages(claim)
        self._show_state()

    def _on_changed(self, change: Change) -> None:
        claim = self._session.selected_claim
        if claim is not None and any(isinstance(edit.record, HouseRule) for edit in change.edits):
            self._body.show_verdict(claim)
        if claim is None or not _concerns(change, claim.id):
            return
        touched = {type(edit.record) for edit in change.edits}
        if Claim in touched:
            self._body.show_claim(claim)
        if touched & {Source, Evidence}:
            self._body.show_sources(claim)
            self._look_for_passages(claim)
        if Note in touched:
            self._body.note.refresh()
        if Verdict in touched:
            self._body.show_verdict(claim)
        elif Correction in touched:
            self._body.show_correction(claim)
        self._body.show_history(self._deeds(claim), fold=False)
        self._pages.fit()
        self._show_state()

    def _look_for_passages(self, claim: Claim) -> None:
        case = self._session.case
        self._passages.look(case, case.evidence(claim.id))

    def _on_found(self, evidence_id: str, found: Found) -> None:
        self._body.sources.tell_found(evidence_id, found)
        self._pages.fit()

    def _on_numbers(self) -> None:
        if claim := self._session.selected_claim:
            self._body.show_nested(claim)

    def _show_findings(self) -> None:
        claim, holding = self._session.selected_claim, self._holding
        if claim is None:
            return
        self._findings = [] if holding is None else holding.on_claim(claim.id)
        settled = [holding is not None and holding.is_explained(f) for f in self._findings]
        self._body.show_findings(self._findings, settled)
        self._pages.fit()

    def _show_state(self) -> None:
        if self._bar is not None:
            selected = self._session.selected
            self._bar.show_state(self._session.case.state(selected) if selected else State.OPEN)

    def _deeds(self, claim: Claim) -> list[Deed]:
        session = self._session
        try:
            entries = session.casebook.history(session.case.article.id, claim.id)
        except FactcheckError as error:
            return [Deed(None, str(error))]
        return deeds(claim, entries)

    def _evidence(self, evidence_id: str) -> Evidence | None:
        selected = self._session.selected
        there = self._session.case.evidence(selected) if selected else []
        return next((one for one in there if one.id == evidence_id), None)

    def _claims_on(self, source: Source) -> int:
        case = self._session.case
        return sum(
            any(evidence.source_id == source.id for evidence in case.evidence(claim.id))
            for claim in case.claims()
        )

    def _remove_source(self, evidence_id: str) -> None:
        if self._evidence(evidence_id) is not None:
            self._session.do(self._session.case.detach(evidence_id, self._session.stamp()))

    def _source_dialog(self, linked: Collection[str] = ()) -> SourceDialog:
        case, vault = self._session.case, self._session.casebook.vault
        return SourceDialog(
            case.article.id, case.sources, self._theme, vault, self.window(), linked
        )

    # Narrow panels and dropped things

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._body.set_narrow(narrow)
        if self._bar is not None:
            self._bar.set_narrow(narrow)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        able = self._session.selected and not self._session.read_only_reason
        if able and dropped(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        reference = dropped(event.mimeData())
        event.acceptProposedAction()
        # the drag is over before the form opens, else the other program waits for it
        QTimer.singleShot(0, self, lambda: self.add_source(reference=reference))


def _concerns(change: Change, claim_id: str) -> bool:
    """Whether a change is about the claim, or touches a source that it may rest on."""
    if change.claim_id == claim_id:
        return True
    for edit in change.edits:
        match edit.record:
            case Claim(id=other):
                if other == claim_id:
                    return True
            case Verdict(claim_id=other) | Note(claim_id=other) | Evidence(claim_id=other):
                if other == claim_id:
                    return True
            case Correction(claim_id=other):
                if other == claim_id:
                    return True
            case Source():
                return True
            case _:
                pass
    return False
