"""The answers on a question sheet that came back, and the claims they belong to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import UnreadableFile
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.report.question_sheet import ANSWER, END
from factcheck.report.questions import mark_of

_HEADING = re.compile(r"\W*Question\s+(\d+)\s*\(ref\.\s*([0-9a-f]{8})\)", re.IGNORECASE)
_FOR = re.compile(r"\W*For:\s*(\S.*)")
_QUOTED = re.compile(r"(?:>\s?)+")  # as mail programs set before the lines they send back


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written below one question; empty where nothing was."""

    number: int
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A sheet that came back: whom it was for, and what she wrote below each question."""

    of: str
    answers: tuple[Answer, ...]


def returned(text: str, name: str) -> Returned:
    """What is on the sheet with this text; UnreadableFile where ``name`` is no question sheet."""
    lines = [_QUOTED.sub("", line, count=1) if line[:1] == ">" else line for line in _lines(text)]
    answers = tuple(_answers(lines))
    if not answers:
        raise UnreadableFile(
            f"“{name}” holds no question of a sheet: no line begins with “Question 1 (ref. …)”."
        )
    whom = next((match[1].strip() for line in lines if (match := _FOR.match(line))), "")
    return Returned(whom, answers)


def claims_answered(case: Case, sheet: Returned) -> list[tuple[Claim, Answer]]:
    """The claims that got an answer, in the order of the sheet; a question that stands twice counts as written last."""
    claims = {mark_of(claim): claim for claim in case.claims()}
    last = {answer.mark: answer for answer in sheet.answers if answer.text}
    return [(claims[mark], answer) for mark, answer in last.items() if mark in claims]


def claims_missing(case: Case, sheet: Returned) -> list[int]:
    """The numbers of answered questions whose claims this article does not have, or no longer has."""
    there = {mark_of(claim) for claim in case.claims()}
    return [a.number for a in sheet.answers if a.text and a.mark not in there]


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _answers(lines: list[str]) -> Iterator[Answer]:
    """Each question with the lines between its “Answer:” and the next question, or the end of the sheet."""
    heading: re.Match[str] | None = None
    written: list[str] | None = None
    for line in [*lines, END]:
        match = _HEADING.match(line)
        if match is None and line.strip() != END:
            if written is not None:
                written.append(line)
            elif heading is not None and line.strip().startswith(ANSWER):
                written = [line.strip().removeprefix(ANSWER)]
            continue
        if heading is not None:
            said = "\n".join(part.strip() for part in written or ()).strip()
            yield Answer(int(heading[1]), heading[2].lower(), re.sub(r"\n{3,}", "\n\n", said))
        heading, written = match, None
