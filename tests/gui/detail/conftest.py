"""The detail panel in a window, with the actions that decide."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import MagicMock

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factcheck.ui.actions import Actions
from factcheck.ui.commands.deciding import Deciding
from factcheck.ui.detail import DetailPanel
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings
from factcheck.ui.theme import Theme
from tests.gui.conftest import OLDEST


class Desk:
    """A panel with its window, actions and session."""

    def __init__(self, session: Session, theme: Theme, settings: Settings) -> None:
        self.session = session
        self.window = QWidget()
        self.actions = Actions(self.window, settings)
        self.panel = DetailPanel(session, theme, self.actions, self.window)
        self.elsewhere = QWidget(self.window)
        self.body = self.panel._body
        self.note = self.panel._body.note
        bar = self.panel._bar
        assert bar is not None
        self.buttons = bar.buttons
        deciding = Deciding(session, self.panel.ask_waiting_for, settings, lambda: None)
        commands = SimpleNamespace(
            deciding=deciding,
            moving=MagicMock(),
            recording=MagicMock(),
            settling=MagicMock(),
            signing=MagicMock(),
            drafting=MagicMock(),
            filing=MagicMock(),
            asking=MagicMock(),
            restoring=MagicMock(),
            looking=MagicMock(),
        )
        commands.recording.write_note = self.panel.edit_note
        commands.recording.write_correction = self.panel.edit_correction
        self.actions.bind(cast(Any, commands))
        for widget in self.panel.reading_widgets():
            self.actions.add_reading_keys(widget)
        session.selection_changed.connect(self.enable)
        session.changed.connect(self.enable)
        self.enable()

    def enable(self, *_: object) -> None:
        self.actions.enable(self.session)

    def close(self) -> None:
        """Record what is written, and listen to the session no more."""
        self.note.commit()
        self.session.selection_changed.disconnect(self.enable)
        self.session.changed.disconnect(self.enable)
        self.window.close()
        self.window.deleteLater()

    def select(self, text: str = OLDEST) -> str:
        """Select the claim on these words; its id."""
        claims = self.session.case.claims()
        claim_id = next(claim.id for claim in claims if claim.text == text)
        self.session.select(claim_id)
        return claim_id

    def recorded_note(self, claim_id: str) -> str:
        """The note as the file has it."""
        note = self.session.casebook.load("article").note(claim_id)
        return note.text if note is not None else ""

    def size(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.panel.resize(width, height)


@pytest.fixture
def desk(qtbot: QtBot, session: Session, theme: Theme, settings: Settings) -> Iterator[Desk]:
    made = Desk(session, theme, settings)
    made.size(588, 760)
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.close()
