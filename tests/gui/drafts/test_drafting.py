"""Taking a new draft in the window: read, followed, recorded and shown, or answered with a sentence."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.model.verdict import Rating, State
from factcheck.ui.commands.drafting import Drafting
from factcheck.ui.dialogs import Dropped
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from tests.gui.drafts.conftest import CARS, FERRIES, NEW_CARS, SECOND, claim_on
from tests.gui.test_filing import Busy
from tests.makers import place_of


class Asked:
    """Answers prepared for the questions, and what was asked."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.what: Dropped | None = None
        self.asked: list[str] = []

    def draft(self, folder: Path) -> Path | None:
        return self.file

    def draft_or_article(self, file: str, title: str) -> Dropped | None:
        self.asked.append(f"{file}: {title}")
        return self.what


class Fates:
    """The list of the draft: which claim is chosen there, and which was shown."""

    def __init__(self) -> None:
        self.gone = ""
        self.shown: list[str] = []

    def show_claim(self, claim_id: str) -> None:
        self.shown.append(claim_id)


class Desk:
    """The commands with everything they ask and tell."""

    def __init__(self, session: Session, settings: Settings, tasks: Tasks) -> None:
        self.ask, self.busy, self.fates = Asked(), Busy(), Fates()
        self.opened: list[Path] = []
        self.told: list[str] = []
        self.failed: list[str] = []
        self.times_shown = 0
        session.told.connect(self.told.append)
        session.failed.connect(self.failed.append)
        self.drafting = Drafting(
            session, settings, tasks, self.ask, self.busy, self.fates, self._open, self._show
        )

    def _open(self, paths: Sequence[Path]) -> None:
        self.opened += paths

    def _show(self) -> None:
        self.times_shown += 1


@pytest.fixture
def desk(session: Session, settings: Settings, tasks: Tasks) -> Desk:
    return Desk(session, settings, tasks)


@pytest.fixture
def third(tmp_path: Path) -> Path:
    path = tmp_path / "bridge-3.txt"
    path.write_text(SECOND.replace("15,000", "16,000"), "utf-8")
    return path


def test_a_draft_is_read_followed_and_shown(
    qtbot: QtBot, desk: Desk, session: Session, third: Path
) -> None:
    claim = claim_on(session.case, NEW_CARS)
    session.do(session.case.rate(claim.id, Rating.VERIFIED, session.stamp()))
    desk.ask.file = third
    desk.drafting.open_draft()
    assert desk.busy.shown == "Reading bridge-3.txt…"
    qtbot.waitUntil(lambda: session.case.draft.number == 3, timeout=20_000)
    assert session.case.claim(claim.id).text == "It carries 16,000 cars a day"
    assert session.case.state(claim.id) is State.OPEN
    assert desk.times_shown == 1
    assert desk.told[-1] == "Draft 3 is open: 1 verdict dropped, 1 claim gone."
    assert desk.busy.shown == ""


def test_a_verdict_given_while_the_draft_is_read_counts(
    qtbot: QtBot, desk: Desk, session: Session, third: Path
) -> None:
    desk.drafting.take(third)
    claim = claim_on(session.case, NEW_CARS)
    session.do(session.case.rate(claim.id, Rating.CONTRADICTED, session.stamp()))
    session.do(session.case.mark(place_of(SECOND, "pilot"), session.stamp()))
    qtbot.waitUntil(lambda: session.case.draft.number == 3, timeout=20_000)
    fate = session.case.fate(claim.id)
    assert fate is not None
    assert fate.dropped is not None
    assert fate.dropped.rating is Rating.CONTRADICTED
    assert claim_on(session.case, "pilot")


def test_the_same_text_again_is_answered_with_a_sentence(
    qtbot: QtBot, desk: Desk, session: Session, tmp_path: Path
) -> None:
    same = tmp_path / "same.txt"
    same.write_text(session.case.text, "utf-8")
    desk.drafting.take(same)
    qtbot.waitUntil(lambda: bool(desk.failed), timeout=20_000)
    assert desk.failed[0].startswith("same.txt has the text of draft 2")
    assert session.case.draft.number == 2


def test_a_file_that_is_none_is_answered_with_a_sentence(
    qtbot: QtBot, desk: Desk, session: Session, tmp_path: Path
) -> None:
    desk.drafting.take(tmp_path / "gone.txt")
    qtbot.waitUntil(lambda: bool(desk.failed), timeout=20_000)
    assert desk.failed[0].startswith("There is no file “gone")
    assert session.case.draft.number == 2


def test_stopping_changes_nothing(desk: Desk, session: Session, tasks: Tasks, third: Path) -> None:
    desk.drafting.take(third)
    desk.busy.stop()
    tasks.stop_all()
    assert session.case.draft.number == 2
    assert desk.told[-1] == "Stopped. Nothing was changed."


def test_another_article_opened_meanwhile_gets_no_draft(
    qtbot: QtBot, desk: Desk, session: Session, third: Path
) -> None:
    desk.drafting.take(third)
    session.close_case()
    qtbot.waitUntil(lambda: bool(desk.told), timeout=20_000)
    assert desk.told[-1].startswith("Another article was opened meanwhile")
    session.open("article")
    assert session.case.draft.number == 2


@pytest.mark.parametrize(
    ("answer", "opened"), [(Dropped.ARTICLE, True), (None, False)], ids=["article", "put away"]
)
def test_a_dropped_file_is_asked_about(
    desk: Desk, session: Session, third: Path, answer: Dropped | None, opened: bool
) -> None:
    desk.ask.what = answer
    desk.drafting.take_dropped([third])
    assert desk.ask.asked == [f"bridge-3.txt: {session.case.article.title}"]
    assert bool(desk.opened) is opened
    assert session.case.draft.number == 2


def test_a_dropped_file_can_be_the_next_draft(
    qtbot: QtBot, desk: Desk, session: Session, third: Path
) -> None:
    desk.ask.what = Dropped.DRAFT
    desk.drafting.take_dropped([third])
    qtbot.waitUntil(lambda: session.case.draft.number == 3, timeout=20_000)
    assert desk.opened == []


def test_several_files_or_one_on_no_article_are_articles(
    desk: Desk, session: Session, third: Path
) -> None:
    desk.drafting.take_dropped([third, third])
    session.close_case()
    desk.drafting.take_dropped([third])
    assert desk.opened == [third] * 3
    assert desk.ask.asked == []


def test_the_next_change_goes_round_and_says_when_none_is_left(
    desk: Desk, session: Session
) -> None:
    changed = [claim_on(session.case, words).id for words in ("hurt in May", NEW_CARS)]
    for _ in range(3):
        desk.drafting.next_change()
    assert desk.fates.shown == [*changed, changed[0]]
    for claim_id in changed:
        session.do(session.case.rate(claim_id, Rating.VERIFIED, session.stamp()))
    desk.drafting.next_change()
    assert desk.told[-1] == "Everything that is new in this draft has been checked."


def test_a_verdict_is_kept_only_where_one_was_dropped(desk: Desk, session: Session) -> None:
    session.select(claim_on(session.case, "hurt in May").id)
    desk.drafting.keep_verdict()
    assert desk.told[-1] == "This claim lost no verdict to a new draft."
    session.select(claim_on(session.case, NEW_CARS).id)
    desk.drafting.keep_verdict()
    assert session.case.state(session.selected) is State.VERIFIED
    desk.drafting.keep_verdict()
    assert desk.told[-1] == "This claim has a verdict again already."


def test_a_gone_claim_is_attached_to_the_chosen_words(desk: Desk, session: Session) -> None:
    desk.drafting.attach_again()
    assert desk.told[-1].startswith("Choose a claim that is gone")
    desk.fates.gone = claim_on(session.case, FERRIES).id
    desk.drafting.attach_again()
    assert desk.told[-1].startswith("Select the words")
    session.choose(place_of(SECOND, "Harbour bridge"))
    desk.drafting.attach_again()
    assert session.selected == desk.fates.gone
    assert session.case.claim(desk.fates.gone).text == "Harbour bridge"
    assert claim_on(session.case, NEW_CARS).text != CARS
