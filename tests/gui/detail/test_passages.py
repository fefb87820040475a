"""Whether a passage quoted still stands in the kept copy, as the detail panel tells it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.ui.detail.passages import Found
from factcheck.ui.detail.sources import SourceLine
from factcheck.workflow import file_source
from tests.gui.detail.conftest import Desk

PAGE = """<!doctype html><html><head><title>Bridges of the county</title></head><body>
<article><h1>Bridges of the county</h1>
<p>The harbour bridge was opened on 4 May 1931 after three years of work on its piers and towers.</p>
<p>It is the longest of the nine bridges that the county keeps, and the only one that can be raised.</p>
</article><aside><table><tr><td>Cost in kroner</td><td>212,000</td></tr></table></aside></body></html>"""


def attach(desk: Desk, path: Path, passage: str) -> None:
    """Attach the file to the claim selected, with words quoted from it."""
    session = desk.session
    source, kept = file_source("article", path, session.casebook.vault)
    stamp = session.stamp()
    session.do(session.case.attach(session.selected, source, stamp, passage=passage, kept=kept))


def line(desk: Desk) -> SourceLine:
    return desk.body.sources.lines[-1]


def wait_for(qtbot: QtBot, desk: Desk, found: Found) -> None:
    """Wait until this is told, and the look is over."""
    qtbot.waitUntil(lambda: line(desk).kept.text() == found.value, timeout=30_000)
    qtbot.waitUntil(lambda: desk.panel._passages._tasks.is_idle, timeout=30_000)


@pytest.mark.parametrize(
    ("name", "content", "passage", "found"),
    [
        (
            "a.txt",
            "It was \N{LEFT DOUBLE QUOTATION MARK}opened\nin 1931.",
            "opened in 1931",
            Found.THERE,
        ),
        ("a.txt", "It was opened in 1931.", "opened in 1932", Found.NOT_THERE),
        ("page.html", PAGE, "opened on 4 May 1931 … the only one that can be raised", Found.THERE),
        ("page.html", PAGE, "212,000", Found.THERE),
        ("page.html", PAGE, "closed on 4 May 1931", Found.NOT_THERE),
        ("scan.png", "\x89PNG", "opened in 1931", Found.NO_TEXT),
    ],
)
def test_it_is_told_beside_the_passage(
    qtbot: QtBot, desk: Desk, tmp_path: Path, name: str, content: str, passage: str, found: Found
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode("latin-1") if name.endswith("png") else content.encode())
    desk.select()
    attach(desk, path, passage)
    wait_for(qtbot, desk, found)
    assert line(desk).kept.isVisibleTo(desk.panel)


def test_a_copy_that_was_changed_or_is_gone_is_told_and_looked_for_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It was opened in 1931.", "utf-8")
    claim_id = desk.select()
    attach(desk, path, "opened in 1931")
    wait_for(qtbot, desk, Found.THERE)
    kept = desk.session.casebook.vault.place_of(desk.session.case.sources[0].sha256)
    assert kept is not None
    kept.chmod(0o600)
    for spoil, found in (
        (lambda: kept.write_text("It was opened in 1932, they say.", "utf-8"), Found.CHANGED),
        (kept.unlink, Found.MISSING),
    ):
        spoil()
        desk.session.select("")
        desk.session.select(claim_id)
        wait_for(qtbot, desk, found)


def test_a_source_without_a_copy_or_a_passage_says_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It was opened in 1931.", "utf-8")
    desk.select()
    attach(desk, path, "")
    assert not line(desk).kept.isVisibleTo(desk.panel)
