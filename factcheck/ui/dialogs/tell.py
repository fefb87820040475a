"""Says what went wrong, and asks before anything is taken away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factcheck.ui.dialogs.frame import Frame, said


class TellDialog(Frame):
    """A sentence and one button."""

    def __init__(self, parent: QWidget | None, sentence: str) -> None:
        super().__init__(parent, "Factcheck", "")
        self.setAccessibleDescription(sentence)
        words = said(sentence)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setMinimumHeight(44)
        self.column.addWidget(words)
        accept, _ = self.close_column("OK")
        accept.setFocus()


class RemoveDialog(Frame):
    """Asks whether an article may go; Enter keeps it."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, "Remove an article", "")
        self.column.addWidget(said(f"Remove “{title}” from the casebook?", strong=True))
        consequence = (
            "Its claims, verdicts, notes and sources go with it, and that cannot be undone. "
            "The record keeps that it was removed, when and by whom. "
            "The file it was read from stays where it is."
        )
        self.column.addWidget(said(consequence))
        self.setAccessibleDescription(consequence)
        self.close_column("Remove", "Keep it", safe_default=True)


class SignDialog(Frame):
    """Asks whether the article may be signed off; what follows from it is said."""

    def __init__(self, parent: QWidget | None, stage: str, by: str) -> None:
        super().__init__(parent, "Sign off", "")
        self.column.addWidget(said(f"Sign this draft off as {stage.lower()}?", strong=True))
        consequence = (
            f"The record keeps your name, {by}, and the time. "
            "Text and verdicts are locked from then on; opening the article again is recorded too."
        )
        self.column.addWidget(said(consequence))
        self.setAccessibleDescription(consequence)
        self.close_column("Sign off", "Cancel")


def may_sign(parent: QWidget | None, stage: str, by: str) -> bool:
    """Whether the person signs the draft off at this stage."""
    return bool(SignDialog(parent, stage, by).exec())


def tell(parent: QWidget | None, sentence: str) -> None:
    """Show a sentence until it is put away."""
    TellDialog(parent, sentence).exec()


def may_remove(parent: QWidget | None, title: str) -> bool:
    """Whether the person wants the article out of the casebook."""
    return bool(RemoveDialog(parent, title).exec())
