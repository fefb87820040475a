"""Where no screen answers, the program says so or works without one; Qt would take the process down."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.ui.screen import has_screen

ROOT = Path(__file__).parents[2]
DEAD = ":917"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only there can a screen be missing"
)


def without_screen(**environment: str) -> dict[str, str]:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in names}
    return {**kept, "PYTHONPATH": str(ROOT), **environment}


@pytest.mark.parametrize(
    "left_over",
    [{}, {"DISPLAY": DEAD}, {"WAYLAND_DISPLAY": "no-such"}, {"QT_QPA_PLATFORM": "xcb"}],
)
def test_a_display_that_does_not_answer_is_no_screen(
    left_over: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in left_over.items():
        monkeypatch.setenv(name, value)
    assert not has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_screen()


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb-run")
def test_a_display_that_answers_is_one() -> None:
    ask = "import sys; from factcheck.ui.screen import has_screen; sys.exit(not has_screen())"
    command = ["xvfb-run", "-a", sys.executable, "-c", ask]
    assert subprocess.run(command, env=without_screen(), check=False).returncode == 0


def test_the_program_says_in_a_sentence_that_there_is_no_screen() -> None:
    command = [sys.executable, "-m", "factcheck"]
    environment = without_screen(DISPLAY=DEAD)
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert told.stderr.startswith("There is no screen to open the window on.")
    assert len(told.stderr.splitlines()) == 1


def test_running_where_the_display_is_left_over_works_off_screen(tmp_path: Path) -> None:
    script = tmp_path / "scripts" / "run.sh"
    script.parent.mkdir()
    shutil.copy(ROOT / "scripts" / "run.sh", script)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    # asks the screen as the real one does, and says what it would have been started with
    python.write_text(
        f'#!/bin/sh\n[ "$1" = -c ] && exec "{sys.executable}" "$@"\necho started "$@"\n'
    )
    python.chmod(0o755)
    environment = without_screen(DISPLAY=DEAD)
    command = [str(script), "article.txt"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "started -m factcheck --unattended out article.txt"
