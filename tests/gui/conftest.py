"""What every test of the window needs: a look, a casebook with an article in it, and nothing left running."""

import gc
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from factcheck.model.article import Manuscript, Role, Sentence
from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Record, Stamp, Verb
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.storage import Casebook
from factcheck.ui.actions import Actions
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme, load_fonts, palette, sans, theme_named
from tests.makers import (
    CHECKER,
    TOWN_ROLES,
    TOWN_TEXT,
    make_article,
    make_blocks,
    make_claim,
    make_draft,
    make_sentence,
)

PROGRAM = Stamp("program", CHECKER.at)
OLDEST = "The bridge, opened in 1931, is the oldest in the county"

TOWN_CLAIMS = (
    make_claim("Harbour bridge to close for nine weeks", kinds=(ClaimKind.PREDICTION,)),
    make_claim("every ten minutes", kinds=(ClaimKind.QUANTITY,), priority=Priority.LOW),
    make_claim(
        OLDEST,
        kinds=(ClaimKind.ORDINAL_SUPERLATIVE,),
        priority=Priority.HIGH,
        question="Which bridges in the county are older?",
    ),
    make_claim("opened in 1931", kinds=(ClaimKind.DATE_TIME,), priority=Priority.HIGH),
    make_claim("It carries 14,000 cars a day", kinds=(ClaimKind.QUANTITY,), priority=Priority.HIGH),
    make_claim("“We have no other choice,”", kinds=(ClaimKind.QUOTATION,)),
    make_claim("the mayor, Ida Bruun", kinds=(ClaimKind.ROLE_TITLE,), priority=Priority.LOW),
)
TOWN_SENTENCES = tuple(
    make_sentence(TOWN_TEXT, words)
    for words in (
        "Harbour bridge to close for nine weeks",
        "Ferries will run every ten minutes",
        f"{OLDEST}.",
        "It carries 14,000 cars a day.",
        "“We have no other choice,” said the mayor, Ida Bruun.",
    )
)


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    """The style, fonts and colours of the program."""
    qapp.setStyle("Fusion")
    load_fonts()
    qapp.setFont(sans())
    qapp.setPalette(palette(theme_named("light")))
    gc.freeze()  # so that each test's look for what it left behind is among its own objects


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail the test that leaves a timer or a job behind."""
    yield
    QApplication.processEvents()
    for thing in gc.get_objects():
        kind = type(thing)
        if kind is QTimer and shiboken6.isValid(thing) and thing.isActive():
            pytest.fail(f"a timer is still running: {thing!r} of {thing.parent()!r}")
        if kind is Tasks and shiboken6.isValid(thing) and not thing.is_idle:
            pytest.fail("a job is still running")


@pytest.fixture
def theme() -> Theme:
    return theme_named("light")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Preferences of nobody, in a file of their own."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    """A casebook with one article, "article", and its claims as they were proposed."""
    book = Casebook.open(tmp_path / "desk.casebook")
    keep(book)
    yield book
    book.close()


@pytest.fixture
def session(casebook: Casebook) -> Session:
    """The session of Ada Checker with the article open."""
    opened = Session(casebook, CHECKER.by)
    opened.open("article")
    return opened


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.stop_all()
    QApplication.processEvents()


@pytest.fixture
def actions(qtbot: QtBot, settings: Settings) -> Actions:
    """The table's actions, bound to nothing: ``triggered`` tells which of them were done."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return Actions(owner, settings)


@pytest.fixture
def triggered(actions: Actions) -> list[str]:
    """The names of the actions that were done, in their order."""
    names: list[str] = []
    for spec, action in actions:
        action.triggered.connect(lambda _checked=False, name=spec.name: names.append(name))
    return names


def keep(
    book: Casebook,
    text: str = TOWN_TEXT,
    roles: Iterable[Role] = TOWN_ROLES,
    claims: Iterable[Claim] = TOWN_CLAIMS,
    sentences: Iterable[Sentence] = TOWN_SENTENCES,
    more: Iterable[Record] = (),
) -> Case:
    """The article on ``text`` as the casebook now holds it, with these claims proposed by the program."""
    blocks = tuple(make_blocks(text, roles))
    book.add(Manuscript(make_article(), make_draft(text), blocks), CHECKER)
    case = book.load("article")
    book.write(case.propose(claims, sentences, PROGRAM))
    if records := tuple(Edit(None, record) for record in more):
        book.write(Change(Verb.PROPOSE, "article", records, PROGRAM))
    return book.load("article")
