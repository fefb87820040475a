"""The caret of the article: where it is in the text, what it chooses, and which claim it selects."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from factcheck.model.text import TextPosition
from factcheck.ui.article.page import Page
from factcheck.ui.session import Session


class Caret:
    """Turns the caret of a text pane into code points and tells the session of it."""

    def __init__(self, pane: QTextEdit, session: Session, moved: Callable[[], None]) -> None:
        self._pane = pane
        self._session = session
        self._moved = moved
        self.page: Page | None = None
        self.is_held = False  # moved by the program, or staying where a claim was just found
        self.is_pressing = False  # a button is down: words may be about to be chosen
        self._before_press = -1

    @contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile, what happens to the caret tells nobody anything."""
        before, self.is_held = self.is_held, True
        try:
            yield
        finally:
            self.is_held = before

    @property
    def offset(self) -> int:
        """The code point before which the caret stands."""
        if self.page is None:
            return 0
        return self.page.positions.to_text(self._pane.textCursor().position())

    @property
    def chosen(self) -> TextPosition:
        """The words selected, or the caret's place."""
        if self.page is None:
            return TextPosition(0, 0)
        cursor = self._pane.textCursor()
        return self.page.positions.position_of(cursor.anchor(), cursor.position())

    def place(self, offset: int) -> None:
        """Put the caret before a code point without selecting the claim there."""
        if self.page is None:
            return
        with self.held():
            self._set(TextPosition(offset, offset))
        self._tell()

    def choose(self, position: TextPosition) -> None:
        """Select words."""
        if self.page is not None:
            self._set(position)

    def on_moved(self) -> None:
        """The caret or the words selected are others now."""
        if self.is_held or self.page is None:
            return
        if not self._pane.textCursor().hasSelection() and not self.is_pressing:
            self._select_claim()
        self._tell()

    def on_pressed(self) -> None:
        """A mouse button goes down: whether it selects a claim or words is seen when it comes up."""
        self.is_pressing = True
        self._before_press = self._pane.textCursor().position()

    def on_released(self) -> None:
        was_pressing, self.is_pressing = self.is_pressing, False
        if not was_pressing or self.page is None or self._pane.textCursor().hasSelection():
            return
        self._select_claim(outwards=self._pane.textCursor().position() == self._before_press)
        self._tell()

    def _select_claim(self, outwards: bool = False) -> None:
        """Select the innermost claim at the caret, or the one around the selected one."""
        here = [claim.id for claim in self._session.case.claims_at(self.offset)]
        if not here:
            return
        index = 0
        if outwards and self._session.selected in here:
            index = (here.index(self._session.selected) + 1) % len(here)
        with self.held():
            self._session.select(here[index])

    def _set(self, position: TextPosition) -> None:
        assert self.page is not None
        start, end = self.page.positions.range_of(position)
        cursor = self._pane.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        bar = self._pane.verticalScrollBar()
        scrolled = bar.value()
        self._pane.setTextCursor(cursor)  # scrolls to the caret; where to look is decided elsewhere
        bar.setValue(scrolled)

    def _tell(self) -> None:
        self._session.choose(self.chosen)
        self._moved()
