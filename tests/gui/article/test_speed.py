"""A verdict in a book costs no more than one format in a bare text widget would, which is the promise."""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import cast

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from factcheck.model.case import Case
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.text import TextPosition, anchor_at
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.ui.article import ArticleView
from factcheck.ui.session import Session
from tests.makers import CHECKER, make_case

SENTENCE = "The bridge of village {} carries many cars a day and has been closed for some weeks. "
SENTENCES = 25_000
PER_PARAGRAPH = 5


class InMemory:
    """Stands in for a casebook that has one case, so that only the window is measured."""

    read_only_reason = ""

    def __init__(self, case: Case) -> None:
        self.case = case

    def load(self, _article_id: str) -> Case:
        return self.case


def book() -> Case:
    sentences = [SENTENCE.format(n) for n in range(SENTENCES)]
    lines = ["".join(sentences[n : n + PER_PARAGRAPH]) for n in range(0, SENTENCES, PER_PARAGRAPH)]
    text = "\n".join(lines)
    claims: list[Claim] = []
    start = 0
    kinds = list(ClaimKind)
    for n in range(SENTENCES):
        start = text.index("The bridge", start + 1) if n else 0
        place = TextPosition(start, start + len("The bridge of village 1234 carries many cars"))
        kind = kinds[n % len(kinds)]
        claims.append(Claim("draft", anchor_at(text, place), (kind,), Priority.LOW))
    return make_case(text, (), claims)


def bare_edit(case: Case, size_of: ArticleView) -> QTextEdit:
    """The same text with one underline a claim, as text formats."""
    edit = QTextEdit()
    edit.setReadOnly(True)
    edit.resize(size_of.pane.size())
    edit.setPlainText(case.text)
    cursor = QTextCursor(edit.document())
    cursor.beginEditBlock()
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    for claim in case.claims():
        cursor.setPosition(claim.position.start)
        cursor.setPosition(claim.position.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(underlined)
    cursor.endEditBlock()
    edit.show()
    return edit


def seconds(act: Callable[[], None]) -> float:
    start = perf_counter()
    act()
    QApplication.processEvents()
    return perf_counter() - start


def test_a_verdict_costs_at_most_half_more_than_a_format_in_a_bare_text(
    qtbot: QtBot, show: Callable[[Session], ArticleView]
) -> None:
    case = book()
    session = Session(cast(Casebook, InMemory(case)), CHECKER.by)
    session.open("article")
    view = show(session)
    claim = case.claims()[SENTENCES // 2]
    bare = bare_edit(case, view)
    qtbot.addWidget(bare)
    cursor = bare.textCursor()
    cursor.setPosition(claim.position.end)
    bare.setTextCursor(cursor)
    view.reveal(claim.position)

    def rate(turn: int) -> None:
        rating = Rating.CONTRADICTED if turn % 2 else Rating.VERIFIED
        change = case.rate(claim.id, rating, CHECKER)
        case.apply(change)
        session.changed.emit(change)

    def colour(turn: int) -> None:
        one = QTextCursor(bare.document())
        one.setPosition(claim.position.start)
        one.setPosition(claim.position.end, QTextCursor.MoveMode.KeepAnchor)
        made = QTextCharFormat()
        made.setUnderlineColor(QColor("red" if turn % 2 else "blue"))
        one.mergeCharFormat(made)

    QApplication.processEvents()
    pairs = [
        (seconds(lambda n=turn: rate(n)), seconds(lambda n=turn: colour(n)))  # type: ignore[misc]
        for turn in range(21)
    ]
    assert median(verdict for verdict, _ in pairs) <= 1.5 * median(form for _, form in pairs)
