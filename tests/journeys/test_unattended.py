"""The whole job with nobody at the screen says when a person must look after it."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from factcheck.detection import worker as worker_module
from factcheck.storage import Casebook
from factcheck.ui.settings import Settings
from factcheck.ui.unattended import work_unattended
from factcheck.ui.workstation import Workstation
from tests.makers import TOWN_TEXT
from tests.unit.detection import odd_children


def test_a_search_that_broke_off_is_told_and_ends_with_status_1(
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(worker_module, "serve", odd_children.dying)
    article = tmp_path / "town.txt"
    article.write_text(TOWN_TEXT, "utf-8")
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    workstation = Workstation(Casebook.open(tmp_path / "desk.casebook", exclusive=True), settings)
    assert work_unattended(workstation, article, tmp_path) == 1
    assert "The language analysis stopped unexpectedly." in capsys.readouterr().err
    assert (tmp_path / "report.html").exists()
