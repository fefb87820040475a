"""What the commands ask the person: by file dialogs and the small windows of ``dialogs``."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind
from factcheck.reading import FORMATS as ARTICLE_FORMATS
from factcheck.reading import SUFFIXES
from factcheck.report.question_sheet import SHEET_FORMATS
from factcheck.report.write import FORMATS as REPORT_FORMATS
from factcheck.storage import CASEBOOK_SUFFIX, Backup
from factcheck.ui import dialogs
from factcheck.ui.theme import Theme

_UNSAFE_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|\n\t', " "))


class Questions:
    """One method a question; None, or nothing chosen, where the person put it away."""

    def __init__(self, window: QWidget, theme: Callable[[], Theme]) -> None:
        self._window = window
        self._theme = theme

    # Files

    def articles(self, folder: Path) -> Sequence[Path]:
        every = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = [f"Articles ({every})"]
        for name, suffixes in ARTICLE_FORMATS:
            filters.append(f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})")
        filters.append("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open article", str(folder), ";;".join(filters)
        )
        return [Path(name) for name in names]

    def draft(self, folder: Path) -> Path | None:
        every = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            "New draft of this article",
            str(folder),
            f"Articles ({every});;All files (*)",
        )
        return Path(name) if name else None

    def draft_or_article(self, file: str, title: str) -> dialogs.Dropped | None:
        return dialogs.ask_draft_or_article(self._window, file, title)

    def pasted(self) -> tuple[str, str, date | None] | None:
        pasted = dialogs.ask_pasted(self._window)
        return None if pasted is None else (pasted.text, pasted.html or "", pasted.published)

    def casebook(self, folder: Path, new: bool) -> Path | None:
        kinds = f"Casebooks (*{CASEBOOK_SUFFIX})"
        if not new:
            name, _ = QFileDialog.getOpenFileName(
                self._window, "Open casebook", str(folder), f"{kinds};;All files (*)"
            )
            return Path(name) if name else None
        name, _ = QFileDialog.getSaveFileName(
            self._window, "New casebook", str(folder / f"New{CASEBOOK_SUFFIX}"), kinds
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(CASEBOOK_SUFFIX)

    def backup(self, name: str, backups: Sequence[Backup]) -> Backup | None:
        return dialogs.ask_backup(self._window, name, backups)

    def rescue(self, name: str, has_backups: bool) -> dialogs.Rescue | None:
        return dialogs.ask_rescue(self._window, name, has_backups)

    def report(self, folder: Path, name: str) -> Path | None:
        filters = [f"{words} (*{suffix})" for suffix, words in REPORT_FORMATS.items()]
        title = " ".join(name.translate(_UNSAFE_IN_NAMES).split())[:80] or "Verdict report"
        first = next(iter(REPORT_FORMATS))
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            "Write the report",
            str(folder / f"{title} – verdicts{first}"),
            ";;".join(filters),
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() in REPORT_FORMATS:
            return path
        suffix = next((s for s in REPORT_FORMATS if f"*{s}" in kind), first)
        return path.with_name(path.name + suffix)

    def person(self, people: Sequence[str]) -> str | None:
        return dialogs.ask_person(self._window, people)

    def sheet(self, folder: Path, name: str) -> Path | None:
        filters = [f"{words} (*{suffix})" for suffix, words in SHEET_FORMATS.items()]
        title = " ".join(name.translate(_UNSAFE_IN_NAMES).split())[:100]
        first = next(iter(SHEET_FORMATS))
        chosen, kind = QFileDialog.getSaveFileName(
            *(self._window, "Write the questions", str(folder / f"{title}{first}")),
            ";;".join(filters),
        )
        if not chosen or Path(chosen).suffix.lower() in SHEET_FORMATS:
            return Path(chosen) if chosen else None
        suffix = next((s for s in SHEET_FORMATS if f"*{s}" in kind), first)
        return Path(f"{chosen}{suffix}")

    def returned_sheet(self, folder: Path) -> Path | None:
        kinds = "Question sheets (*.docx *.txt);;All files (*)"
        title = "A question sheet that came back"
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(folder), kinds)
        return Path(name) if name else None

    def may_take(self, sentence: str, answers: Sequence[str]) -> bool:
        return dialogs.may_take_answers(self._window, sentence, answers)

    def may_remove(self, title: str) -> bool:
        return dialogs.may_remove(self._window, title)

    def report_written(self, path: Path) -> None:
        """Say where the report is, and offer to show it."""
        box = QMessageBox(self._window)
        box.setWindowTitle("Report written")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"The report is written: {path.name}")
        box.setInformativeText(f"It lies in {path.parent}.")
        show = box.addButton("Open report", QMessageBox.ButtonRole.AcceptRole)
        folder = box.addButton("Open folder", QMessageBox.ButtonRole.ActionRole)
        close = box.addButton("Close", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        box.exec()
        if box.clickedButton() is show:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        elif box.clickedButton() is folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    # Claims and text

    def kind(self, now: ClaimKind) -> ClaimKind | None:
        return dialogs.ask_kind(self._window, self._theme(), now)

    def role(self, now: Role) -> Role | None:
        return dialogs.ask_role(self._window, now)

    def question(self, now: str, claim: str) -> str | None:
        return dialogs.ask_question(self._window, now, claim)

    def why_settled(self, finding: str) -> str | None:
        return dialogs.ask_why_settled(self._window, finding)

    def may_sign(self, stage: str, by: str) -> bool:
        return dialogs.may_sign(self._window, stage, by)

    def why_reopened(self) -> str | None:
        return dialogs.ask_reason(self._window)

    def title(self, now: str) -> str | None:
        return dialogs.ask_title(self._window, now)

    # Telling

    def tell(self, sentence: str) -> None:
        """Show a sentence that must not be missed."""
        dialogs.tell(self._window, sentence)
