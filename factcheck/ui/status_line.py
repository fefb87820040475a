"""The line along the foot of the window: how far the article has come, and what the program has to say."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.change import Change
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.verdict import State
from factcheck.ui.overriding import override
from factcheck.ui.running_count import RunningCount
from factcheck.ui.session import Session
from factcheck.ui.status_parts import HEIGHT, ShareBar, TallyBar, Words
from factcheck.ui.theme import Theme, palette
from factcheck.ui.tool_tips import literal
from factcheck.ui.under_way import UnderWay
from factcheck.ui.when import clock_words

COMPACT = 1100  # pixels of width below which counts stand without their words
_SAID_FOR = 6000  # milliseconds a message stays
_LEVELS = 5  # of what is left out as room gets scarce
_SLACK = 20  # pixels kept free, so that a count may grow by a digit


class StatusLine(QWidget):
    """Counts left, what was read and recorded right; a message or a running job takes some of the room."""

    stop_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._count = RunningCount()
        self._is_compact = False
        self._recorded: datetime | None = None
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Status")
        self._bar = TallyBar(theme)
        self._done = Words()
        self._marks = {
            state: Words(state)
            for state in (
                State.VERIFIED,
                State.CONTRADICTED,
                State.UNVERIFIABLE,
                State.OPEN,
            )
        }
        self._still = Words()
        self._said = Words(elides=True)
        self._reason = Words(elides=True)
        self._read_bar, self._read = ShareBar(theme), Words()
        self._under_way = UnderWay(theme, self)
        self._written, self._file = Words(), Words(is_plain=True)
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(_SAID_FOR)
        self._place()
        self._connect()
        self.set_theme(theme)

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(16)
        for widget in (self._bar, self._done, *self._marks.values(), self._still):
            row.addWidget(widget)
        row.addWidget(self._said, 1)
        row.addWidget(self._reason, 1)
        row.addStretch(0)
        row.addWidget(self._under_way)
        for widget in (self._read_bar, self._read, self._written, self._file):
            row.addWidget(widget)
        self.say("")

    def _connect(self) -> None:
        self._under_way.stop_asked.connect(self.stop_asked)
        self._under_way.came_or_went.connect(self._fit)
        self._until.timeout.connect(lambda: self.say(""))
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.recorded.connect(self._on_recorded)
        self._on_opened()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        for bar in (self._bar, self._read_bar):
            bar.set_theme(theme)
        quiet = (self._still, self._written, self._file)
        for words in self.findChildren(Words):
            words.set_theme(theme, "ink_3" if words in quiet else "ink_2")
        self._reason.set_theme(theme, "unverifiable")
        self._said.set_theme(theme, "ink")
        self._under_way.set_theme(theme)
        self._show_all()
        self.update()

    # What is told from outside

    def say(self, sentence: str) -> None:
        """Show a sentence for some seconds, between the counts and what was recorded; an empty one clears it."""
        self._said.say(sentence)
        self._said.setToolTip(literal(sentence))
        self._said.setVisible(bool(sentence))
        if sentence:
            self._until.start()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, sentence))
        else:
            self._until.stop()
        self._fit()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far the search for claims has come."""
        percent = 100 * done // total if total else 0
        self._under_way.tell(f"Looking for claims… {percent} %", percent / 100)

    def clear_progress(self) -> None:
        """The search for claims has ended."""
        self._under_way.clear()

    def show_busy(self, sentence: str, stop: Callable[[], None]) -> None:
        """Show that a job of unknown length is under way; ``stop`` is what the button does."""
        self._under_way.tell(sentence, None, stop)

    def clear_busy(self) -> None:
        """The job has ended."""
        self._under_way.clear()

    # What the session tells

    def _on_opened(self) -> None:
        self._recorded = None
        self._count = RunningCount()
        if self._session.has_case:
            self._count.count(self._session.case)
        self._show_all()

    def _on_changed(self, change: Change) -> None:
        self._count.follow(self._session.case, change)
        had_reasons = bool(self._still.text())
        self._show_counts()
        if had_reasons != bool(self._still.text()):
            self._fit()

    def _on_recorded(self, moment: datetime) -> None:
        self._recorded = moment
        self._show_recorded()

    def _show_all(self) -> None:
        if self._session.has_case:
            self._show_counts()
        else:
            self._show_casebook()
        self._reason.say(self._session.read_only_reason)
        self._reason.setToolTip(self._session.read_only_reason)
        self._show_recorded()
        self._fit()

    def _show_casebook(self) -> None:
        try:
            articles, claims = self._session.casebook.counts()
        except FactcheckError as error:
            self._session.failed.emit(str(error))
            return
        words = f"**{articles:,}** {'article' if articles == 1 else 'articles'}"
        self._done.say(f"{words} · **{claims:,}** {'claim' if claims == 1 else 'claims'}")
        self._file.say(self._session.casebook.path.name)
        self._file.setToolTip(literal(str(self._session.casebook.path)))

    def _show_counts(self) -> None:
        tally, coverage = self._count.tally, self._count.coverage
        self._bar.show_tally(tally)
        self._done.say(f"**{tally.settled:,} of {tally.total:,}** checked")
        words = {
            State.VERIFIED: (tally.verified, "verified"),
            State.CONTRADICTED: (tally.contradicted, "contradicted"),
            State.UNVERIFIABLE: (tally.unverifiable, "could not be verified"),
            State.OPEN: (tally.open, "open"),
        }
        for state, (count, word) in words.items():
            label = self._marks[state]
            is_short = self._is_compact and state is not State.OPEN
            label.say(f"{count:,}" if is_short else f"{count:,} {word}")
            label.setAccessibleName(f"{count:,} {word}")
            label.setToolTip(f"{count:,} {word}")
        self._still.say(_still_open(tally))
        self._read_bar.show_share(_share(coverage))
        self._read.say(f"read **{coverage.percent} %** of the text")

    def _show_recorded(self) -> None:
        is_first = not self._written.text()
        self._written.say(f"Recorded {clock_words(self._recorded)}" if self._recorded else "")
        if is_first:
            self._fit()

    def _fit(self) -> None:
        """Show as much as there is room for: the counts always, then message and job, then the rest."""
        level = 2 if self.width() < COMPACT else 0
        self._show_level(level)
        layout = self.layout()
        while layout is not None and level < _LEVELS:
            layout.invalidate()
            if layout.minimumSize().width() + _SLACK <= self.width():
                break
            level += 1
            self._show_level(level)

    def _show_level(self, level: int) -> None:
        """0 is everything; each level above leaves something more out."""
        has_case, reason = self._session.has_case, bool(self._session.read_only_reason)
        if (level >= 2) != self._is_compact:
            self._is_compact = level >= 2
            if has_case:
                self._show_counts()
        self._bar.setFixedWidth(110 if self._is_compact else 176)
        for label in (self._bar, *self._marks.values()):
            label.setVisible(has_case)
        self._still.setVisible(has_case and level < 1 and bool(self._still.text()))
        self._read_bar.setVisible(has_case and level < 1)
        self._written.setVisible(self._recorded is not None and not reason and level < 3)
        self._read.setVisible(has_case and level < 4)
        self._file.setVisible(not has_case and level < 4)
        self._bar.setVisible(has_case and level < 5)
        self._reason.setVisible(reason and not self._said.text())

    # Qt

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("chrome"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("separator"))
        painter.end()


def _still_open(tally: Tally) -> str:
    """Why open claims are open, where it is more than that nobody has checked them."""
    parts = []
    if tally.waiting:
        parts.append(f"{tally.waiting} waiting")
    if tally.authors_word:
        parts.append(f"{tally.authors_word} author’s word")
    return f"({', '.join(parts)})" if parts else ""


def _share(coverage: Coverage) -> float:
    return coverage.percent / 100
