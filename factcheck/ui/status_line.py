"""The line along the foot of the window: how far the article has come, and what the program has to say."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.change import Change
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.verdict import State
from factcheck.ui.lettering import centred, inset, leading, tint
from factcheck.ui.marks import paint_state
from factcheck.ui.overriding import override
from factcheck.ui.progress import paint_progress
from factcheck.ui.running_count import RunningCount
from factcheck.ui.session import Session
from factcheck.ui.theme import MENU, Theme, figures, palette, sans
from factcheck.ui.when import clock_words

HEIGHT = 28
COMPACT = 1100  # pixels of width below which counts stand without their words
_MARK = 13
_SAID_FOR = 6000  # milliseconds a message stays
_LEVELS = 5  # of what is left out as room gets scarce
_SLACK = 20  # pixels kept free, so that a count may grow by a digit
_LEAST = 400  # pixels of a message


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
        self._busy_with = ""
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Status")
        self._bar = _TallyBar(theme)
        self._done = _Words()
        self._marks = {
            state: _Words(state)
            for state in (
                State.VERIFIED,
                State.CONTRADICTED,
                State.UNVERIFIABLE,
                State.OPEN,
            )
        }
        self._still = _Words()
        self._said = _Words(elides=True)
        self._reason = _Words(elides=True)
        self._read_bar, self._read = _ShareBar(theme), _Words()
        self._busy, self._busy_bar, self._stop = _Words(), _ShareBar(theme), QToolButton()
        self._written, self._file = _Words(), _Words()
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
        for widget in (self._busy, self._busy_bar, self._stop):
            row.addWidget(widget)
        for widget in (self._read_bar, self._read, self._written, self._file):
            row.addWidget(widget)
        self._stop.setText("Stop")
        self._stop.setFont(sans(MENU))
        self._stop.setFixedHeight(22)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._busy_bar.setAccessibleName("Progress")
        self.clear_progress()
        self.say("")

    def _connect(self) -> None:
        self._stop.clicked.connect(self._ask_to_stop)
        self._until.timeout.connect(lambda: self.say(""))
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.recorded.connect(self._on_recorded)
        self._on_opened()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setPalette(palette(theme))
        for bar in (self._bar, self._read_bar, self._busy_bar):
            bar.set_theme(theme)
        quiet = (self._still, self._written, self._file, self._busy)
        for words in self.findChildren(_Words):
            words.set_theme(theme, "ink_3" if words in quiet else "ink_2")
        self._reason.set_theme(theme, "unverifiable")
        self._said.set_theme(theme, "ink")
        self._show_all()
        self._stop.setStyleSheet(
            f"QToolButton {{ color: {theme.tokens['ink']}; background: {theme.tokens['raised']};"
            f" border: 1px solid {theme.tokens['edge']}; border-radius: 4px; padding: 0 9px; }}"
            f"QToolButton:focus {{ border: 2px solid {theme.tokens['accent']}; padding: 0 8px; }}"
        )
        self.update()

    # What is told from outside

    def say(self, sentence: str) -> None:
        """Show a sentence for some seconds, between the counts and what was recorded; an empty one clears it."""
        self._said.say(sentence)
        self._said.setToolTip(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            self._until.start()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, sentence))
        else:
            self._until.stop()
        self._fit()

    def set_progress(self, done: int, total: int = 100) -> None:
        """Show how far the search for claims has come; without a total ``done`` is in percent."""
        self._stopping: Callable[[], None] | None = None
        percent = 100 * done // total if total else 0
        self._show_busy(f"Looking for claims… {percent} %", percent / 100)

    def clear_progress(self) -> None:
        """The search for claims has ended."""
        self._busy_with = ""
        self._stopping = None
        for widget in (self._busy, self._busy_bar, self._stop):
            widget.hide()
        self._fit()

    def show_busy(self, sentence: str, stop: Callable[[], None]) -> None:
        """Show that a job of unknown length is under way; ``stop`` is what the button does."""
        self._show_busy(sentence, None)
        self._stopping = stop

    def clear_busy(self) -> None:
        """The job has ended."""
        self.clear_progress()

    def _show_busy(self, sentence: str, share: float | None) -> None:
        is_new = not self._busy_with
        self._busy_with = sentence
        self._busy.say(sentence)
        self._busy_bar.show_share(share or 0.0)
        self._stop.setAccessibleName(f"Stop: {sentence.partition('…')[0].lower()}")
        self._busy_bar.setVisible(share is not None)
        if is_new:
            self._busy.show()
            self._stop.show()
            self._fit()

    def _ask_to_stop(self) -> None:
        if self._stopping is not None:
            self._stopping()
        else:
            self.stop_asked.emit()

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
        self._file.setToolTip(str(self._session.casebook.path))

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


class _Words(QLabel):
    """A few words of the line, some of them strong between asterisks, after the mark of a state if given one."""

    def __init__(self, state: State | None = None, elides: bool = False) -> None:
        super().__init__()
        self._state = state
        self._theme: Theme | None = None
        self._token = "ink"
        self.setFont(figures(sans(MENU)))
        self.setTextFormat(Qt.TextFormat.RichText if state is None else Qt.TextFormat.PlainText)
        if elides:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._elides = elides
        self._keep_room()

    def _keep_room(self) -> None:
        """Leave room for the mark where the words begin."""
        room = _MARK + 7 if self._state is not None else 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setContentsMargins(0 if mirrored else room, 0, room if mirrored else 0, 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._keep_room()

    def set_theme(self, theme: Theme, token: str) -> None:
        self._theme = theme
        self._token = token
        tint(self, theme.colour(token))

    def say(self, words: str) -> None:
        """Show other words; nothing is laid out anew where they are the same."""
        plain = words.replace("**", "")
        if self.textFormat() is Qt.TextFormat.RichText and "**" in words:
            ink = self._theme.tokens["ink"] if self._theme else ""
            bold = f'<b style="color: {ink}">'
            parts = words.split("**")
            words = "".join(f"{bold}{part}</b>" if n % 2 else part for n, part in enumerate(parts))
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(plain)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(_LEAST, hint.width()), hint.height()) if self._elides else hint

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._elides:
            painter = QPainter(self)
            painter.setFont(self.font())
            painter.setPen(self._theme.colour(self._token) if self._theme else QColor())
            metrics = QFontMetricsF(self.font())
            shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.end()
            return
        super().paintEvent(event)
        if self._state is not None and self._theme is not None:
            painter = QPainter(self)
            painter.setLayoutDirection(self.layoutDirection())
            place = leading(QRectF(self.rect()), _MARK, painter)
            paint_state(painter, centred(place, _MARK), self._state, self._theme)
            painter.end()


class _TallyBar(QWidget):
    """The article's progress in the colours of the states."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tally = Tally()
        self.setFixedHeight(HEIGHT - 2)
        self.setAccessibleName("Claims checked")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_tally(self, tally: Tally) -> None:
        self._tally = tally
        self.setAccessibleDescription(f"{tally.settled:,} of {tally.total:,}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_progress(painter, centred(QRectF(self.rect()), 8), self._tally, self._theme)
        painter.end()


class _ShareBar(QWidget):
    """A share of a whole as a thin grey bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(64, HEIGHT - 2)
        self.setAccessibleName("Text read")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_share(self, share: float) -> None:
        self._share = share
        self.setAccessibleDescription(f"{share:.0%}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        bar = centred(QRectF(self.rect()), 8)
        painter.fillRect(bar, self._theme.colour("raised"))
        done = inset(bar, 1, 1, painter).adjusted(0, 1, 0, -1)
        painter.fillRect(
            leading(done, done.width() * self._share, painter), self._theme.colour("ink_3")
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
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
