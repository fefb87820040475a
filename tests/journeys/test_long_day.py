"""A long day at the window: thousands of keys, and nothing grows but the record of them."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.resource_files import resource
from factcheck.ui.workstation import Workstation
from tests.journeys.test_window_walk import open_article, press, program, window_on

__all__ = ["program"]  # a fixture that sets fonts and style for every test here

WARM_UP, ROUNDS = 4, 12
STEPS = 4  # changes a claim goes through in a round
MAY_GROW = 4.0  # kilobytes a step, which can be undone and so is kept; 2.2 when this was written

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc"),
]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Workstation]:
    made = window_on(tmp_path, qtbot)
    open_article(made, resource("samples", "harbour-bridge.txt"), qtbot)
    yield made
    made.window.close()


def kilobytes() -> float:
    """What this process holds of memory that is its own."""
    gc.collect()
    resident, shared = Path("/proc/self/statm").read_text(encoding="ascii").split()[1:3]
    return (int(resident) - int(shared)) * os.sysconf("SC_PAGESIZE") / 2**10


def one_round(desk: Workstation, qtbot: QtBot) -> None:
    """Every claim selected, judged, judged otherwise, taken back once by undo, and opened again."""
    desk.session.select(desk.session.case.claims()[0].id)
    for _ in desk.session.case.claims():
        press(desk, qtbot, "v", "x")
        qtbot.keyClick(desk.window, "z", Qt.KeyboardModifier.ControlModifier)
        press(desk, qtbot, "0", "j")


def test_a_long_day_costs_what_it_records_and_loses_no_reference(
    desk: Workstation, qtbot: QtBot
) -> None:
    for _ in range(WARM_UP):
        one_round(desk, qtbot)
    before, references = kilobytes(), sys.getrefcount(None)
    for _ in range(ROUNDS):
        one_round(desk, qtbot)
    steps = ROUNDS * STEPS * len(desk.session.case.claims())
    assert (kilobytes() - before) / steps < MAY_GROW
    if sys.version_info < (3, 12):  # None is immortal from then on, and not counted
        assert sys.getrefcount(None) > references - 100
    verdicts = [desk.session.case.verdict(claim.id) for claim in desk.session.case.claims()]
    assert verdicts == [None] * len(verdicts)
    assert desk.session.casebook.check() == []
