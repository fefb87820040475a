"""Marking one of 25,000 claims in a 500,000-word article, against the same format change in a bare QTextEdit."""

import statistics
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks.texts import text_of
from benchmarks.windows import workstation
from factcheck.model.article import Manuscript, Sentence
from factcheck.model.change import Stamp
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.text import TextPosition, anchor_at
from factcheck.model.verdict import Rating

if TYPE_CHECKING:
    from factcheck.ui.workstation import Workstation

WORDS = 500_000
CLAIMS = 25_000
LENGTH = 40  # code points of a claim
ROUNDS = 60


def measure() -> dict[str, float]:
    """Median milliseconds from the change to the painted screen, ours and bare; and seconds to open the article."""
    from factcheck.reading import read_text

    manuscript = read_text(text_of(WORDS), datetime.now(UTC))
    text = manuscript.draft.text
    step = len(text) // CLAIMS
    places = [TextPosition(i * step, i * step + LENGTH) for i in range(CLAIMS)]
    with workstation() as made:
        _file_with_claims(made, manuscript, places)
        opened, ours = _time_ours(made, manuscript.article.id)
    return {"ours_ms": ours, "bare_ms": _time_bare(text, places), "open_seconds": opened}


def _file_with_claims(
    made: "Workstation", manuscript: Manuscript, places: list[TextPosition]
) -> None:
    stamp = Stamp("bench", datetime.now(UTC))
    draft = manuscript.draft
    claims = [
        Claim(draft.id, anchor_at(draft.text, place), (ClaimKind.QUANTITY,), Priority.MEDIUM)
        for place in places
    ]
    sentences = [Sentence(draft.id, block.position) for block in manuscript.blocks]
    book = made.session.casebook
    book.add(manuscript, stamp)
    book.write(book.load(manuscript.article.id).propose(claims, sentences, stamp))


def _time_ours(made: "Workstation", article_id: str) -> tuple[float, float]:
    from PySide6.QtWidgets import QApplication

    started = time.perf_counter()
    made.workplace.filing.open_known(article_id)
    made.window.grab()
    opened = time.perf_counter() - started
    session = made.session
    ids = [claim.id for claim in session.case.claims()]
    times = []
    for number in _spread(len(ids)):
        session.select(ids[number])
        QApplication.processEvents()
        started = time.perf_counter()
        session.do(session.case.rate(ids[number], Rating.VERIFIED, session.stamp()))
        QApplication.processEvents()
        times.append(time.perf_counter() - started)
    return opened, 1000 * statistics.median(times)


def _time_bare(text: str, places: list[TextPosition]) -> float:
    from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
    from PySide6.QtWidgets import QApplication, QTextEdit

    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.resize(900, 900)
    edit.setPlainText(text)
    cursor = QTextCursor(edit.document())
    mark = QTextCharFormat()
    mark.setFontUnderline(True)
    cursor.beginEditBlock()
    for place in places:
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(mark)
    cursor.endEditBlock()
    edit.show()
    times = []
    for number in _spread(len(places)):
        place = places[number]
        cursor.setPosition(place.start)
        edit.setTextCursor(cursor)
        edit.ensureCursorVisible()
        QApplication.processEvents()
        mark.setUnderlineColor(QColor(number % 256, 90, 90))
        started = time.perf_counter()
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(mark)
        QApplication.processEvents()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)


def _spread(count: int) -> list[int]:
    """Claims in the middle of the article, no two beside each other in turn."""
    return [count // 2 + (turn * 37) % 300 for turn in range(ROUNDS)]
