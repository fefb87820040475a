"""The pieces of the status line: words after a mark, a bar of verdicts, a bar of a share."""

from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from factcheck.model.coverage import Tally
from factcheck.model.verdict import State
from factcheck.ui.lettering import centred, inset, leading, tint
from factcheck.ui.marks import paint_state
from factcheck.ui.overriding import override
from factcheck.ui.progress import paint_progress
from factcheck.ui.theme import MENU, Theme, figures, sans

HEIGHT = 28  # of the status line, pixels
_MARK = 13
_LEAST = 400  # pixels of a message


class Words(QLabel):
    """A few words of the line, some of them strong between asterisks unless it is plain, after the mark of a state if given one."""

    def __init__(
        self, state: State | None = None, elides: bool = False, is_plain: bool = False
    ) -> None:
        super().__init__()
        self._state = state
        self._theme: Theme | None = None
        self._token = "ink"
        self.setFont(figures(sans(MENU)))
        is_plain = is_plain or elides or state is not None
        self.setTextFormat(Qt.TextFormat.PlainText if is_plain else Qt.TextFormat.RichText)
        if elides:
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
        spoken = words
        if self.textFormat() is Qt.TextFormat.RichText:
            ink = self._theme.tokens["ink"] if self._theme else ""
            bold = f'<b style="color: {ink}">'
            parts = escape(words).split("**")
            spoken = words.replace("**", "")
            words = "".join(f"{bold}{part}</b>" if n % 2 else part for n, part in enumerate(parts))
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(spoken)

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


class TallyBar(QWidget):
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


class ShareBar(QWidget):
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
