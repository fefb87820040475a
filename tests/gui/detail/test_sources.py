"""Sources: added, linked again, corrected, removed, dropped."""

import errno
import hashlib
import os
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter
from pytestqt.qtbot import QtBot

from factcheck.model.evidence import FileState, Source, SourceForm, SourceQuality, Stance
from factcheck.storage import Vault
from factcheck.ui.detail.opening import open_file, open_link
from factcheck.ui.detail.references import as_file, as_link, dropped, name_of
from factcheck.ui.detail.source_dialog import SourceDialog
from factcheck.ui.theme import Theme
from tests.gui.detail.conftest import Desk
from tests.makers import make_source

LINK = "https://archive.example/bridges/1931"


def with_dialog(act: Callable[[SourceDialog], None]) -> None:
    """Do this with the form once it is open."""

    def when_open() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SourceDialog)
        act(dialog)

    QTimer.singleShot(0, when_open)


def accept(dialog: SourceDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def add(desk: Desk, title: str = "", reference: str = "", locator: str = "") -> None:
    def fill(dialog: SourceDialog) -> None:
        QTest.keyClicks(dialog.fields.title, title)
        dialog.fields.reference.setText(reference)
        dialog.fields.locator.setText(locator)
        accept(dialog)

    with_dialog(fill)
    desk.panel.add_source()


def only_source(desk: Desk) -> Source:
    (evidence,) = desk.session.case.evidence(desk.session.selected)
    return desk.session.case.source(evidence.source_id)


def test_a_source_is_added_with_the_keyboard_alone(desk: Desk) -> None:
    claim_id = desk.select()

    def fill(dialog: SourceDialog) -> None:
        QTest.keyClicks(dialog.focusWidget(), "Register of bridges")
        for words in ("\t", LINK):
            QTest.keyClicks(dialog.focusWidget(), words)
        dialog.fields.stances[Stance.CONTRADICTS].setChecked(True)
        dialog.fields.qualities[SourceQuality.PRIMARY].setChecked(True)
        dialog.fields.locator.setText("entry 12")
        dialog.fields.passage.setPlainText("Built in 1928.")
        accept(dialog)

    with_dialog(fill)
    desk.panel.add_source()
    (evidence,) = desk.session.case.evidence(claim_id)
    source = desk.session.case.source(evidence.source_id)
    assert (source.title, source.form, source.reference) == (
        "Register of bridges",
        SourceForm.URL,
        LINK,
    )
    assert (source.quality, source.accessed) == (SourceQuality.PRIMARY, date.today())
    assert (evidence.stance, evidence.locator, evidence.passage) == (
        Stance.CONTRADICTS,
        "entry 12",
        "Built in 1928.",
    )
    (line,) = desk.body.sources.lines
    assert line.stance.text() == "contradicts"
    assert line.chip.text() == "primary"
    assert line.locator.text() == "entry 12"
    desk.session.undo()
    assert desk.body.sources.lines == []
    desk.session.redo()
    assert len(desk.body.sources.lines) == 1


def test_esc_adds_nothing(desk: Desk) -> None:
    desk.select()
    with_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    desk.panel.add_source()
    assert desk.session.case.sources == []


def test_what_is_missing_is_said_and_the_form_stays(desk: Desk) -> None:
    desk.select()
    seen: list[str] = []

    def fill(dialog: SourceDialog) -> None:
        accept(dialog)
        seen.append(dialog.hint.text())
        dialog.fields.reference.setText("somewhere in the archive")
        accept(dialog)
        seen.append(dialog.hint.text())
        dialog.reject()

    with_dialog(fill)
    desk.panel.add_source()
    assert seen == [
        "Give the source a title, a link or a file.",
        "This is neither a link nor a file that is there. Put words into the title.",
    ]
    assert desk.session.case.sources == []


def test_a_link_typed_as_title_is_the_link(desk: Desk) -> None:
    desk.select()
    add(desk, title="www.archive.example/bridges/1931")
    source = only_source(desk)
    assert source.reference == "https://www.archive.example/bridges/1931"
    assert source.title == "archive.example, 1931"


def test_a_file_is_recorded_with_its_digest(desk: Desk, tmp_path: Path) -> None:
    desk.select()
    path = tmp_path / "Brücke 1931.pdf"
    path.write_bytes(b"built in 1928" * 300_000)
    add(desk, reference=str(path))
    source = only_source(desk)
    assert (source.form, source.reference) == (SourceForm.FILE, str(path))
    assert source.title == "Brücke 1931.pdf"
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_cannot_be_read_is_refused_in_words(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    dialog = SourceDialog("article", [], theme, Vault(tmp_path / "desk.casebook"))
    qtbot.addWidget(dialog)
    dialog.fill_reference(str(path))
    told = "scan.pdf could not be read: Permission denied."
    qtbot.waitUntil(lambda: dialog.hint.text() == told)
    dialog.accept()
    assert dialog.hint.text() == told
    dialog.reject()


def test_an_earlier_source_is_linked_again_not_added(desk: Desk) -> None:
    desk.select()
    add(desk, "Register of bridges", LINK)
    desk.select("opened in 1931")

    def fill(dialog: SourceDialog) -> None:
        completer = dialog.fields.title.completer()
        assert isinstance(completer, QCompleter)
        QTest.keyClicks(dialog.fields.title, "regis")
        assert completer.currentCompletion() == "Register of bridges"
        completer.activated.emit("Register of bridges")
        dialog.fields.title.setText("Register of bridges")
        assert dialog.fields.reference.text() == LINK
        assert "linked again" in dialog.hint.text() or dialog.hint.text() == ""
        accept(dialog)

    with_dialog(fill)
    desk.panel.add_source()
    assert len(desk.session.case.sources) == 1
    assert only_source(desk).title == "Register of bridges"


@pytest.mark.parametrize(
    ("title", "reference"), [("Register of bridges", ""), ("Another name for it", LINK)]
)
def test_a_source_the_claim_has_already_is_warned_of(
    desk: Desk, title: str, reference: str
) -> None:
    desk.select()
    add(desk, "Register of bridges", LINK)
    seen: list[str] = []

    def fill(dialog: SourceDialog) -> None:
        dialog.fields.title.setText(title)
        dialog.fields.reference.setText(reference)
        seen.append(dialog.hint.text())
        dialog.reject()

    with_dialog(fill)
    desk.panel.add_source()
    desk.select("opened in 1931")
    with_dialog(fill)
    desk.panel.add_source()
    assert seen[0] == "This claim has this source already; adding it again lists it twice."
    assert seen[1] != seen[0]


def test_a_source_is_corrected(desk: Desk) -> None:
    claim_id = desk.select()
    add(desk, "Register of bridges", LINK)
    seen: list[str] = []

    def fill(dialog: SourceDialog) -> None:
        seen.extend(
            (dialog.fields.title.text(), dialog.fields.reference.text(), dialog.windowTitle())
        )
        dialog.fields.locator.setText("entry 12")
        dialog.fields.title.setText("County register of bridges")
        accept(dialog)

    with_dialog(fill)
    desk.body.sources.lines[0].edit.click()
    assert seen == ["Register of bridges", LINK, "Edit source"]
    (evidence,) = desk.session.case.evidence(claim_id)
    assert evidence.locator == "entry 12"
    assert desk.body.sources.lines[0].title.accessibleName() == "County register of bridges, link"
    desk.session.undo()
    assert desk.body.sources.lines[0].locator.text() == "! no locator"


def test_correcting_a_shared_source_says_so_and_changes_it_everywhere(desk: Desk) -> None:
    desk.select("opened in 1931")
    add(desk, "Register of bridges", LINK)
    desk.select()
    add(desk, "Register of bridges")
    seen: list[str] = []

    def fill(dialog: SourceDialog) -> None:
        seen.append(dialog.hint.text())
        dialog.fields.title.setText("County register")
        accept(dialog)

    with_dialog(fill)
    desk.body.sources.lines[0].edit.click()
    desk.select("opened in 1931")
    assert desk.body.sources.lines[0].title.accessibleName() == "County register, link"
    assert seen == ["2 claims rest on this source; title, link, rank and kind change for all."]


def test_a_source_is_removed_and_returns_on_undo(desk: Desk) -> None:
    desk.select()
    add(desk, "Register of bridges")
    button = desk.body.sources.lines[0].remove
    assert button.accessibleName() == "Remove source Register of bridges"
    button.click()
    assert desk.session.case.sources == []
    desk.session.undo()
    assert desk.body.sources.lines[0].title.text() == "Register of bridges"


def test_a_missing_locator_is_pointed_out(desk: Desk) -> None:
    desk.select()
    add(desk, "Register of bridges")
    locator = desk.body.sources.lines[0].locator
    assert locator.text() == "! no locator"
    assert locator.accessibleName().startswith("No locator")


def test_links_and_files_open_with_the_desktop(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    told: list[str] = []
    desk.session.told.connect(told.append)
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"x")
    desk.select()
    add(desk, "Register", LINK)
    add(desk, "Scan", str(path))
    first, second = desk.body.sources.lines
    first.title.linkActivated.emit("open")
    second.title.linkActivated.emit("open")
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened == [LINK, QUrl.fromLocalFile(str(path)).toString()]
    path.unlink()
    second.title.linkActivated.emit("open")
    qtbot.waitUntil(lambda: len(opened) == 3)
    assert opened[2].endswith(".pdf") and "/desk.vault/" in opened[2]
    assert told == [f"{path.name} is no longer where it was; this is the copy that was kept."]


@pytest.mark.parametrize(
    "reference",
    ["file:///usr/bin/true", "smb://desk/share", "javascript:alert(1)", "/usr/bin/true"],
)
def test_a_link_that_is_no_web_address_is_not_opened(
    reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    source = make_source(form=SourceForm.URL, reference=reference)
    assert open_link(source.reference).startswith("Only web addresses are opened")
    assert opened == []


def test_a_folder_named_as_a_file_is_not_opened(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    claim_id, case = desk.select(), desk.session.case
    source = make_source(form=SourceForm.FILE, reference=str(tmp_path))
    desk.session.do(case.attach(claim_id, source, desk.session.stamp()))
    with qtbot.waitSignal(desk.session.told) as told:
        desk.body.sources.lines[0].title.linkActivated.emit("open")
    assert told.args is not None
    assert told.args[0].startswith("The file is no longer where it was")
    assert opened == []


def test_a_program_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for name in ("invoice.exe", "Invoice.BAT", "invoice.desktop"):
        assert open_file(tmp_path / name) == f"{name} is a program, which is not started from here."
    assert opened == []


def attached(desk: Desk, path: Path, content: bytes) -> Source:
    desk.select()
    path.write_bytes(content)
    add(desk, reference=str(path))
    return only_source(desk)


def opens(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """What is opened, and what is said, when the claim's source is clicked."""
    opened: list[str] = []
    told: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    desk.session.told.connect(told.append)
    desk.body.sources.lines[0].title.linkActivated.emit("open")
    qtbot.waitUntil(lambda: bool(opened or told))
    desk.session.told.disconnect(told.append)
    return opened, told


def test_an_attached_file_is_kept_in_the_vault(desk: Desk, tmp_path: Path) -> None:
    source = attached(desk, tmp_path / "scan.pdf", b"built in 1928")
    kept = desk.session.case.kept_file(source.id)
    assert kept is not None
    assert (kept.name, kept.sha256, kept.size) == ("scan.pdf", source.sha256, 13)
    vault = desk.session.casebook.vault
    assert vault.path_of(kept.sha256).read_bytes() == b"built in 1928"
    desk.session.undo()
    assert desk.session.case.kept_file(source.id) is None
    assert vault.state(kept.sha256) is FileState.WHOLE
    desk.session.redo()
    assert desk.session.case.kept_file(source.id) == kept


def test_the_kept_copy_is_opened_once_the_file_has_changed(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scan.pdf"
    source = attached(desk, path, b"built in 1928")
    assert opens(desk, qtbot, monkeypatch) == ([str(path)], [])
    path.write_bytes(b"built in 1931")
    opened, told = opens(desk, qtbot, monkeypatch)
    assert Path(opened[0]) == desk.session.casebook.vault.path_of(source.sha256)
    assert Path(opened[0]).read_bytes() == b"built in 1928"
    assert told == ["scan.pdf has changed since it was attached; this is the copy that was kept."]


def test_a_spoilt_copy_is_told_and_not_opened(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scan.pdf"
    source = attached(desk, path, b"built in 1928")
    copy = desk.session.casebook.vault.path_of(source.sha256)
    path.unlink()
    copy.chmod(0o644)
    copy.write_bytes(b"built in 1931")
    start = "scan.pdf is no longer where it was, and the copy of it in desk.vault"
    assert opens(desk, qtbot, monkeypatch) == ([], [f"{start} has been changed too."])
    copy.unlink()
    assert opens(desk, qtbot, monkeypatch) == ([], [f"{start} is missing."])


def test_another_file_in_the_form_is_another_file_in_the_vault(desk: Desk, tmp_path: Path) -> None:
    source = attached(desk, tmp_path / "scan.pdf", b"built in 1928")
    before = desk.session.case.kept_file(source.id)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"built in 1931, says another")

    def name_the_other(dialog: SourceDialog) -> None:
        dialog.fields.reference.setText(str(other))
        accept(dialog)

    with_dialog(name_the_other)
    (evidence,) = desk.session.case.evidence(desk.session.selected)
    desk.panel.edit_source(evidence.id)
    after = desk.session.case.kept_file(source.id)
    assert before is not None and after is not None
    assert (after.id, after.name) == (before.id, "other.pdf")
    assert after.sha256 == only_source(desk).sha256 != before.sha256
    desk.panel._remove_source(evidence.id)
    assert desk.session.case.kept_file(source.id) is None


def test_a_dropped_link_opens_the_form_with_it(desk: Desk, qtbot: QtBot) -> None:
    desk.select()
    data = QMimeData()
    data.setUrls([QUrl(LINK)])
    seen: list[str] = []

    def look(dialog: SourceDialog) -> None:
        seen.append(dialog.fields.reference.text())
        accept(dialog)

    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.panel.dropEvent(event)
    with_dialog(look)  # due after what the drop has put off, so in its form
    qtbot.waitUntil(lambda: seen == [LINK])
    qtbot.waitUntil(lambda: bool(desk.session.case.sources))
    assert only_source(desk).reference == LINK


def test_thirty_sources_stand_below_each_other(desk: Desk) -> None:
    claim_id = desk.select()
    case, stamp = desk.session.case, desk.session.stamp()
    for number in range(30):
        title = f"Report {number} of the county engineer on the state of the harbour bridge"
        source = make_source(title, id=f"source{number}")
        desk.session.do(case.attach(claim_id, source, stamp, passage="It was built in 1928."))
    QApplication.processEvents()
    lines = desk.body.sources.lines
    for line in lines:
        for label in (line.title, line.passage):
            assert label.height() >= label.heightForWidth(label.width())
        assert line.geometry().right() <= desk.body.sources.width()
    tops = [line.geometry().top() for line in lines]
    assert all(below - top >= 30 for top, below in pairwise(tops))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("  www.a.example ", "https://www.a.example"),
        ("a.example/report", "https://a.example/report"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("Letter of 4 May", ""),
        ("page 4/5", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_links_are_recognised(text: str, link: str) -> None:
    assert as_link(text) == link


def test_files_are_recognised(tmp_path: Path) -> None:
    path = tmp_path / "a b.pdf"
    path.write_bytes(b"")
    assert as_file(str(path)) == path
    assert as_file(f'"{path}"') == path
    assert as_file(QUrl.fromLocalFile(str(path)).toString()) == path
    assert as_file(str(tmp_path)) is None
    assert as_file("a b.pdf") is None
    assert as_file("x" * 5_000) is None
    assert name_of(str(path), SourceForm.FILE) == "a b.pdf"


def test_dropped_text_counts_only_as_a_link() -> None:
    data = QMimeData()
    data.setText("some words")
    assert dropped(data) == ""
    data.setText(LINK)
    assert dropped(data) == LINK
