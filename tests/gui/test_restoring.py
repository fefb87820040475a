"""Backups from the menu: gone back to, and back again; a damaged casebook helped."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from factcheck.model.verdict import Rating, State
from factcheck.storage import Backup, Casebook, backups_of, look_after
from factcheck.storage.backups import back_up
from factcheck.ui.commands.restoring import Restoring
from factcheck.ui.dialogs.backups import BackupsDialog, DamagedDialog, Rescue, columns_of
from factcheck.ui.safekeeping import Safekeeping
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.tasks import Tasks
from tests.gui.test_file_menu import Busy
from tests.makers import CHECKER

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


class Ask:
    """Answers what it was told to, and keeps what it was told."""

    def __init__(self, rescue: Rescue | None = None, nth: int = 0) -> None:
        self._rescue = rescue
        self._nth = nth
        self.offered: list[Backup] = []
        self.told: list[str] = []

    def backup(self, name: str, backups: Sequence[Backup]) -> Backup | None:
        self.offered = list(backups)
        return backups[self._nth]

    def rescue(self, name: str, has_backups: bool) -> Rescue | None:
        return self._rescue

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "desk.casebook"


def restoring(session: Session, settings: Settings, tasks: Tasks, ask: Ask) -> Restoring:
    return Restoring(session, settings, tasks, ask, Busy(), lambda: None)


def rate(session: Session, rating: Rating) -> str:
    claim = session.case.claims()[0]
    session.do(session.case.rate(claim.id, rating, session.stamp()))
    return claim.id


def test_a_backup_is_gone_back_to_and_back_from(
    session: Session, settings: Settings, tasks: Tasks, desk: Path
) -> None:
    claim = rate(session, Rating.VERIFIED)
    list(look_after(desk, NOON))
    rate(session, Rating.CONTRADICTED)
    head = session.casebook.head()
    ask = Ask()
    restoring(session, settings, tasks, ask).restore_backup()
    assert not session.has_case
    session.open("article")
    assert session.case.state(claim) is State.VERIFIED
    assert session.read_only_reason == ""
    last = session.casebook.history("")[-1].change
    assert (last.verb.value, last.stamp.by) == ("restore", session.checker)
    assert session.casebook.check() == []
    restoring(session, settings, tasks, ask).restore_backup()
    assert ask.offered[0].is_before_restore
    session.open("article")
    assert session.case.state(claim) is State.CONTRADICTED
    assert session.casebook.entries_sealed(head.sha256)
    session.casebook.close()


def test_where_there_is_no_backup_it_is_said(
    session: Session, settings: Settings, tasks: Tasks
) -> None:
    ask = Ask()
    restoring(session, settings, tasks, ask).restore_backup()
    assert ask.told[0].startswith("There is no backup of desk yet.")
    assert session.has_case


def test_a_casebook_open_elsewhere_is_not_put_back(
    casebook: Casebook, settings: Settings, tasks: Tasks, desk: Path, qtbot: QtBot
) -> None:
    list(look_after(desk, NOON))
    with closing(Casebook.open(desk, exclusive=True)):
        reader = Session(Casebook.open(desk, exclusive=True), "Mira")
        with qtbot.waitSignal(reader.failed) as failed:
            restoring(reader, settings, tasks, Ask()).restore_backup()
        assert failed.args is not None and "open in another window" in failed.args[0]
        reader.casebook.close()


def spoil(desk: Path) -> Path:
    """A damaged casebook beside the desk's, with the article and a backup of its own."""
    other = desk.with_name("other.casebook")
    with closing(Casebook.open(desk)) as casebook:
        case = casebook.load("article")
        claim = case.claims()[0]
        casebook.write(case.rate(claim.id, Rating.VERIFIED, CHECKER))
    other.write_bytes(desk.read_bytes())
    list(look_after(other, NOON))
    whole = bytearray(other.read_bytes())
    whole[18:20] = b"\x09\x09"  # a kind of file that no SQLite reads
    whole[100:110] = b"\xa5" * 10
    other.write_bytes(whole)
    return other


def test_a_damaged_casebook_goes_back_to_its_backup(
    session: Session, settings: Settings, tasks: Tasks, desk: Path
) -> None:
    session.casebook._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other = spoil(desk)
    restoring(session, settings, tasks, Ask(Rescue.RESTORE)).offer_rescue(other)
    assert session.casebook.path == other
    session.open("article")
    assert len(list(other.parent.glob("other damaged *.casebook"))) == 1
    session.casebook.close()


def test_what_can_be_read_of_a_damaged_casebook_is_saved_and_opened(
    session: Session, settings: Settings, tasks: Tasks, desk: Path, qtbot: QtBot
) -> None:
    with closing(Casebook.open(desk)) as casebook:
        case = casebook.load("article")
        casebook.write(case.rate(case.claims()[0].id, Rating.VERIFIED, CHECKER))
    session.casebook._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other = desk.with_name("other.casebook")
    other.write_bytes(b"\0" * 100 + desk.read_bytes()[100:])
    ask = Ask(Rescue.RECOVER)
    restoring(session, settings, tasks, ask).offer_rescue(other)
    qtbot.waitUntil(lambda: bool(ask.told), timeout=20_000)
    assert ask.told[0].startswith(
        "1 article with 7 claims could be saved. They are in other recovered"
    )
    assert ask.told[0].endswith("Nothing is lost.")
    assert session.casebook.path == desk.with_name("other recovered.casebook")
    session.open("article")
    session.casebook.close()


def test_a_damaged_casebook_that_is_left_stays_as_it_is(
    session: Session, settings: Settings, tasks: Tasks, desk: Path
) -> None:
    restoring(session, settings, tasks, Ask(None)).offer_rescue(desk)
    assert session.has_case


# The dialogs


def test_each_backup_is_told_with_its_time_content_and_size(
    casebook: Casebook, desk: Path, qtbot: QtBot
) -> None:
    list(look_after(desk, NOON))
    (backup,) = backups_of(desk)
    when, what, size, note = columns_of(backup, NOON)
    assert (when, what, note) == (f"{NOON.astimezone():%H:%M}", "1 article, 7 claims", "")
    assert size.endswith(" MB") and float(size.removesuffix(" MB")) > 0.1
    backup.path.write_bytes(b"spoilt" * 1000)
    assert columns_of(backup, NOON)[1] == "damaged"


def test_the_newest_backup_is_chosen_and_enter_takes_it(
    casebook: Casebook, desk: Path, qtbot: QtBot
) -> None:
    back_up(desk, NOON)
    back_up(desk, NOON + timedelta(hours=1), before_restore=True)
    dialog = BackupsDialog(None, "desk", backups_of(desk), NOON)
    qtbot.addWidget(dialog)
    dialog.show()
    item = dialog.list.topLevelItem(0)
    assert item is not None
    told = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith(f"{NOON.astimezone() + timedelta(hours=1):%H:%M}, 1 article, 7 claims,")
    assert told.endswith("before a restore")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.chosen == 1


def test_help_with_a_damaged_casebook_leaves_it_unless_something_is_chosen(qtbot: QtBot) -> None:
    for has_backups, count in ((True, 3), (False, 2)):
        dialog = DamagedDialog(None, "desk", has_backups)
        qtbot.addWidget(dialog)
        assert len(dialog.buttons.buttons()) == count
        assert all(button.accessibleName() for button in dialog.buttons.buttons())
        assert ("backup" in dialog.accessibleDescription()) is has_backups
        assert any("desk is damaged" in label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()
        assert dialog.chosen is None


# Backups behind the work


@pytest.fixture
def safekeeping(session: Session, settings: Settings, tasks: Tasks) -> Safekeeping:
    return Safekeeping(session, settings, tasks)


def test_a_backup_is_made_after_opening_and_after_work(
    session: Session, safekeeping: Safekeeping, desk: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    safekeeping.start()
    safekeeping._first.timeout.emit()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert len(backups_of(desk)) == 1
    safekeeping._again.timeout.emit()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert len(backups_of(desk)) == 1
    rate(session, Rating.VERIFIED)
    safekeeping._again.timeout.emit()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert len(backups_of(desk)) == 2
    safekeeping.stop()


def test_the_last_backup_is_made_when_the_window_is_closed(
    session: Session, safekeeping: Safekeeping, desk: Path
) -> None:
    safekeeping.start()
    safekeeping.finish()
    assert backups_of(desk) == []  # nothing was done
    safekeeping.start()
    rate(session, Rating.VERIFIED)
    session.close_case()
    session.casebook.close()
    safekeeping.finish()
    assert len(backups_of(desk)) == 1


def test_a_risky_folder_is_told_of_once(
    session: Session,
    settings: Settings,
    safekeeping: Safekeeping,
    tasks: Tasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("factcheck.ui.safekeeping.warning_of_place", lambda path: "In a network.")
    noted: list[str] = []
    session.noted.connect(noted.append)
    for _ in range(2):
        safekeeping.start()
        safekeeping._first.timeout.emit()
        qtbot.waitUntil(lambda: tasks.is_idle)
    assert noted == ["In a network."]
    safekeeping.stop()


def test_a_backup_that_fails_is_told_once_and_work_goes_on(
    session: Session, safekeeping: Safekeeping, desk: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    desk.with_name("desk.backups").write_text("a file in the way", encoding="utf-8")
    told: list[str] = []
    session.told.connect(told.append)
    safekeeping.start()
    for _ in range(2):
        safekeeping._first.timeout.emit()
        qtbot.waitUntil(lambda: tasks.is_idle)
        rate(session, Rating.VERIFIED)
    assert len(told) == 1 and told[0].startswith("No backup was made")
    safekeeping.stop()
