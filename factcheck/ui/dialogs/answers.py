"""Shows the answers on a sheet that came back before they are recorded."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from factcheck.ui.dialogs.frame import Frame
from factcheck.ui.theme import INTERFACE, sans


class AnswersDialog(Frame):
    """What would be recorded, claim by claim."""

    def __init__(self, parent: QWidget | None, sentence: str, answers: Sequence[str]) -> None:
        super().__init__(parent, "Answers", sentence, 560)
        self.shown = QPlainTextEdit("\n\n".join(answers))
        self.shown.setFont(sans(INTERFACE))
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName("Answers by claim")
        self.shown.setFixedHeight(260)
        self.column.addWidget(self.shown)
        self.close_column("Record answers", "Cancel")


def may_take_answers(parent: QWidget | None, sentence: str, answers: Sequence[str]) -> bool:
    """Whether the person wants the answers recorded."""
    return bool(AnswersDialog(parent, sentence, answers).exec())
