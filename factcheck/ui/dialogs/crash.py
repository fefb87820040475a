"""Shows a fault of the program's own, so that it can be told to those who can mend it."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from factcheck import __version__
from factcheck.ui.dialogs.frame import Frame


class CrashDialog(Frame):
    """The trace, a button that copies it, and one that goes on."""

    def __init__(self, trace: str, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            "A fault in the program",
            "Something in this program went wrong. Every verdict up to now is recorded, and you"
            " can go on. The lines below say where it happened; whoever looks after the program"
            " can use them. They may hold words of your article.",
            640,
        )
        self.trace = QPlainTextEdit(f"factcheck {__version__}\n\n{trace}")
        self.trace.setReadOnly(True)
        self.trace.setAccessibleName("Where it happened")
        self.trace.setTabChangesFocus(True)
        self.trace.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.trace.setMinimumHeight(220)
        self.column.addWidget(self.trace, 1)
        self.copy = self.buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAccessibleName("Copy where it happened")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        go_on, _ = self.close_column("Continue")
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.trace.toPlainText())
        self.copy.setText("Copied")
