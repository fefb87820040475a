"""A field for a text on a claim, such as its note: it looks like text until one writes in it, and loses nothing."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from factcheck.ui.detail.written import NOTE, Written
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import INTERFACE, Theme, palette, sans

PAUSE = 1_000  # ms without a key before what was written is recorded
_TALLEST = 260  # pixels; more scrolls
PADDING = 5  # from the edge of the field to its text, pixels
# a menu or another window took the keyboard for a while: the sitting goes on
_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class NoteField(QPlainTextEdit):
    """Records its text when the writer pauses or leaves; one sitting is one step to undo."""

    height_changed = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        written: Written = NOTE,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._written = written
        self._claim_id = ""
        self._wrote_in_sitting = False
        self._unrecorded: dict[str, str] = {}  # by claim, what could not be written
        self._return_to: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.commit)
        self.setObjectName("note")
        self.setFont(sans(INTERFACE))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(written.name)
        self.setPlaceholderText(written.hint)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette(theme))
        edge, accent = theme.tokens["separator"], theme.tokens["accent"]
        ground, ink = theme.tokens["raised"], theme.tokens["ink"]
        self.setStyleSheet(
            f"QPlainTextEdit#note {{ background: {ground}; color: {ink};"
            f" border: 1px solid transparent; border-radius: 5px;"
            f" padding: {PADDING - 1}px }}"
            f"QPlainTextEdit#note:hover {{ border: 1px solid {edge} }}"
            f"QPlainTextEdit#note:focus {{ border: 2px solid {accent};"
            f" padding: {PADDING - 2}px }}"
        )
        self._fit()

    def show_claim(self, claim_id: str) -> None:
        """Record what was written on the claim before, and show this one's note."""
        if claim_id == self._claim_id:
            return
        self.commit()
        self._claim_id = claim_id
        self._begin_sitting()
        self.refresh()

    def refresh(self) -> None:
        """Show the note as it is recorded, or as it was written where it could not be."""
        text = self._unrecorded.get(self._claim_id, self._recorded)
        if self._text.rstrip() != text.rstrip():
            self._put(text)
        if self._claim_id in self._unrecorded:
            self.document().setModified(True)  # so that it is tried again
        self._fit()

    def show_keys(self, keys: str) -> None:
        """Say which key leads here."""
        hint = self._written.hint
        self.setPlaceholderText(f"{hint} ({keys})" if keys else hint)

    def set_read_only_reason(self, reason: str) -> None:
        self.setReadOnly(bool(reason))
        self.setToolTip(reason)

    def begin(self, return_to: QWidget | None) -> None:
        """Put the keyboard here; when the note is done it goes back where it was."""
        self._return_to = return_to
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def commit(self) -> None:
        """Record what was written here; a note that was only looked at stays as it is."""
        self._pause.stop()
        if not self.document().isModified():
            return
        claim_id, text = self._claim_id, self._text.rstrip()
        if not self._can_commit(claim_id) or text == self._recorded.rstrip():
            self._unrecorded.pop(claim_id, None)
            self.document().setModified(False)
        elif self._record(claim_id, text, goes_on=self._wrote_in_sitting):
            self.document().setModified(False)
            self._wrote_in_sitting = True

    def commit_all(self) -> bool:
        """Record this note and those that were refused before; False where one still is."""
        self.commit()
        if self._claim_id not in self._unrecorded:
            for claim_id, text in list(self._unrecorded.items()):
                if not self._can_commit(claim_id) or not self._record(claim_id, text):
                    break  # the next would be refused for the same reason
        return not self._unrecorded

    def give_up(self) -> None:
        """Let go of what could not be recorded."""
        self._unrecorded.clear()
        self.document().setModified(False)

    def _record(self, claim_id: str, text: str, goes_on: bool = False) -> bool:
        self._unrecorded[claim_id] = text  # so that it comes back where the disk refuses it
        session = self._session
        change = self._written.write(session.case, claim_id, text, session.stamp())
        if not self._session.do(change, goes_on=goes_on):
            return False
        del self._unrecorded[claim_id]
        return True

    def _can_commit(self, claim_id: str) -> bool:
        session = self._session
        there = bool(claim_id) and session.has_case and session.case.has_claim(claim_id)
        return there and not session.read_only_reason

    @property
    def _text(self) -> str:
        """What stands in the field; toPlainText would turn no-break spaces into spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def _recorded(self) -> str:
        """The text as the casebook has it."""
        if not self._claim_id or not self._session.has_case:
            return ""
        return self._written.read(self._session.case, self._claim_id)

    def _begin_sitting(self) -> None:
        self._wrote_in_sitting = False

    def _put(self, text: str) -> None:
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.document().setModified(False)
        self._pause.stop()

    def _leave(self) -> None:
        target = self._return_to
        self._return_to = None
        if target is not None and target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def _on_text(self) -> None:
        self._fit()
        if self._can_commit(self._claim_id):
            self._pause.start()

    # Height grows with the text

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + 2 * PADDING + 2
        height = min(_TALLEST, wanted)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wanted > _TALLEST else policy.ScrollBarAlwaysOff
        )
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            self.height_changed.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Keys and focus

    @override
    def event(self, event: QEvent) -> bool:
        # Esc and Ctrl+Enter are also shortcuts of the window; here they mean the note
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and _ends_note(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _ends_note(event):
            self.commit()
            self._leave()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _COMES_BACK:
            self._begin_sitting()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()


def _ends_note(event: QKeyEvent) -> bool:
    """Whether a key says that the note is done: Esc, or Enter with Ctrl. Neither takes back what was written."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (enter and with_control)
