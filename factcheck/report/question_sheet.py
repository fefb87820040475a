"""A sheet of questions to one person, with room for answers: as text, as a Word file, as a draft of an e-mail."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from factcheck.errors import ReportFailed
from factcheck.report.questions import Question
from factcheck.report.wording import listed, short_day
from factcheck.report.write import put

ANSWER = "Answer:"
END = "End of the questions."
_ROOM = 4  # empty lines for an answer
SHEET_FORMATS = {".docx": "Word file", ".txt": "Text", ".eml": "Draft of an e-mail"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet says: questions about an article, to whom, by whom, for which desk and when, on the desk's clock."""

    title: str
    to: str
    by: str
    desk: str
    made: datetime
    questions: Sequence[Question]

    @property
    def subject(self) -> str:
        return f"Questions on “{self.title}”"

    @property
    def head(self) -> list[str]:
        """Who asks whom, and how to answer."""
        signed = f"{self.by}, {self.desk}" if self.desk else self.by
        many = len(self.questions) > 1
        return [
            f"For: {self.to}",
            f"From: {signed}, {short_day(self.made.date())}",
            f"Please write below “{ANSWER}” {'each time ' if many else ''}and send the sheet back."
            " Leave the lines that begin with “Question” as they are.",
        ]


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Put the sheet at ``path`` in the format of its ending: .txt, .docx or .eml."""
    render = _RENDERERS.get(path.suffix.lower())
    if render is None:
        endings = listed(list(SHEET_FORMATS))
        raise ReportFailed(f"“{path.name}” is no question sheet. A sheet ends in {endings}.")
    put(render(sheet), path, "question sheet")


def as_text(sheet: Sheet) -> str:
    """The sheet as lines."""
    return "\n".join(_lines(sheet)) + "\n"


def asked(question: Question) -> list[tuple[str, str]]:
    """What a question is made of: a label and the words that follow it."""
    parts = [("The article says:", f"“{question.sentence}”")]
    if question.about:
        parts.append(("This is about:", f"“{' '.join(question.about.split())}”"))
    if question.proposal:
        parts.append(("We would print instead:", f"“{question.proposal}”"))
    parts.append(("We ask:", question.words))
    return parts


def _lines(sheet: Sheet) -> Iterator[str]:
    yield sheet.subject
    yield ""
    yield from sheet.head
    for question in sheet.questions:
        yield ""
        yield question.heading
        yield from (f"{label} {words}" for label, words in asked(question))
        yield ANSWER
        yield from [""] * _ROOM
    yield ""
    yield END


def _text(sheet: Sheet) -> bytes:
    # the byte-order mark tells editors on Windows that this is UTF-8
    return ("\ufeff" + as_text(sheet)).replace("\n", "\r\n").encode("utf-8", "replace")


def _mail(sheet: Sheet) -> bytes:
    """A draft that mail programs open for sending; ``To`` only where an address is known."""
    mail = EmailMessage()
    mail["Subject"] = sheet.subject
    if "@" in sheet.to and not any(c.isspace() for c in sheet.to):
        mail["To"] = sheet.to
    mail["X-Unsent"] = "1"
    mail.set_content(as_text(sheet).encode("utf-8", "replace").decode("utf-8"))
    return bytes(mail)


def _word(sheet: Sheet) -> bytes:
    from docx import Document

    document = Document()
    about = document.core_properties
    about.author, about.title, about.comments = sheet.by, sheet.subject[:255], ""
    about.created = about.modified = sheet.made
    document.add_heading(_plain(sheet.subject), level=1)
    for line in sheet.head:
        document.add_paragraph(_plain(line))
    for question in sheet.questions:
        document.add_heading(question.heading, level=2)
        for label, words in asked(question):
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            paragraph.add_run(label).bold = True
            paragraph.add_run(f" {_plain(words)}")
        answer = document.add_paragraph()
        answer.paragraph_format.keep_with_next = True
        answer.add_run(ANSWER).bold = True
        for _ in range(_ROOM):
            document.add_paragraph()
    document.add_paragraph(END)
    there = io.BytesIO()
    document.save(there)
    return there.getvalue()


def _plain(words: str) -> str:
    """The words without characters that no XML may hold."""
    kept = words.encode("utf-8", "replace").decode("utf-8")
    return "".join(c for c in kept if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))


_RENDERERS: dict[str, Callable[[Sheet], bytes]] = {
    ".txt": _text,
    ".docx": _word,
    ".eml": _mail,
}
