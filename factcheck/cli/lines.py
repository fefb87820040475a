"""Texts given one a line, as ``factcheck detect --lines`` reads them."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any, NoReturn

from factcheck.errors import FactcheckError
from factcheck.model.article import Article, Block, DateOrigin, Draft, Manuscript, Role
from factcheck.model.text import TextPosition
from factcheck.workflow import Detector, findings_in

_HEAD = 4  # lines among which the day of publication stands, where the text tells it


class UnreadableLine(FactcheckError):
    """A line that cannot be used; the message says why."""


def detect_lines(lines: Iterable[bytes], detector: Detector) -> Iterator[dict[str, Any]]:
    """One object a line of JSON, in the same order; a line that cannot be read gives {"id", "error"}."""
    from factcheck.report.machine import detect_line

    for number, line in enumerate(lines, 1):
        identity: Any = number
        try:
            row = _row(line)
            identity = _identity(row, number)
            manuscript = _manuscript(row)
        except UnreadableLine as error:
            yield {"id": identity, "error": str(error)}
            continue
        draft, blocks = manuscript.draft, manuscript.blocks
        found = list(detector(draft, blocks, manuscript.article.published))
        yield detect_line(identity, found, findings_in(manuscript, found))


def _row(line: bytes) -> dict[str, Any]:
    if not line.strip():
        raise UnreadableLine("The line is empty.")
    try:
        row = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise UnreadableLine("The line is not JSON.") from error
    if not isinstance(row, dict):
        raise UnreadableLine('The line is no object; write {"id": …, "text": …}.')
    return row


def _refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python would take and JSON does not know."""
    raise ValueError(name)


def _identity(row: dict[str, Any], number: int) -> Any:
    """The id as it was given, or the line's number where none was."""
    identity = row.get("id", number)
    try:
        json.dumps(identity, allow_nan=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableLine("The id cannot be written back.") from error
    return identity


def _manuscript(row: dict[str, Any]) -> Manuscript:
    """A line's text as one body block, its offsets those of the text as it was given."""
    text = row.get("text")
    if not isinstance(text, str):
        raise UnreadableLine("The line has no text.")
    text = text.encode("utf-8", "replace").decode()  # half a character becomes a whole one
    day, origin = _day(row.get("published")), DateOrigin.PERSON
    if day is None:
        day = _day_in(text)
        origin = DateOrigin.NONE if day is None else DateOrigin.TEXT
    now = datetime.now(UTC)
    article = Article("", now, day, origin)
    draft = Draft(article.id, 1, text, "", "text", now)
    block = Block(draft.id, TextPosition(0, len(text)), Role.BODY)
    return Manuscript(article, draft, (block,))


def _day(published: object) -> date | None:
    """The day the text appeared; None where nothing was said of it."""
    if published in (None, ""):
        return None
    try:
        return datetime.fromisoformat(str(published)).date()
    except ValueError as error:
        raise UnreadableLine(f"The date {published} is none; write it as 2022-06-15.") from error


def _day_in(text: str) -> date | None:
    """The day that one of the first lines names, where that line is a date and nothing else."""
    from factcheck.reading.dates import date_of_line

    lines = text.split("\n", _HEAD)[:_HEAD] if "\n" in text else []
    days = (date_of_line(line.replace(" ,", ",")) for line in lines)
    return next((day for day in days if day is not None), None)
