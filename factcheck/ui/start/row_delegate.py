"""Draws the rows of the start page: an article with its progress, a claim with the words that were met."""

import re
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.model.claim import KIND_NAMES
from factcheck.model.overview import ArticleSummary, ClaimHit
from factcheck.model.verdict import STATE_NAMES, State
from factcheck.ui.lettering import (
    Span,
    centred,
    draw_line,
    draw_picked,
    inset,
    leading,
    trailing,
    width_of,
)
from factcheck.ui.marks import MARK, paint_state
from factcheck.ui.overriding import override
from factcheck.ui.progress import paint_progress, read_words
from factcheck.ui.start.rows import ROW_ROLE, Index, details_of
from factcheck.ui.theme import LABEL, MENU, Theme, figures, sans, serif
from factcheck.ui.when import since_words

ROW = 66
_EDGE = 14  # pixels between the list's side and a row's words
_BAR, _DATE = 216, 118  # the columns at the end of a wide row
_NARROW, _NARROW_BAR = 660, 188
_TITLE = 17.0
_WORD = re.compile(r"\w+")
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "y", "e")
_BEFORE = 36  # code points kept before the first word that was met


class RowDelegate(QStyledItemDelegate):
    """Rows of one height; the words that were searched for stand on the yellow ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.words = ""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, chosen, bool(state & QStyle.StateFlag.State_HasFocus))
        row = index.data(ROW_ROLE)
        inner = rect.adjusted(_EDGE, 9, -_EDGE, -9)
        if isinstance(row, ArticleSummary):
            self._paint_article(painter, inner, row, chosen)
        else:
            self._paint_claim(painter, inner, row, chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, chosen: bool, focused: bool) -> None:
        theme = self.theme
        if chosen:
            painter.fillRect(rect, theme.colour("selection"))
            painter.fillRect(leading(rect, 3, painter), theme.colour("accent"))
        else:
            bottom = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
            painter.fillRect(bottom, theme.colour("separator"))
        if focused:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_article(
        self, painter: QPainter, rect: QRectF, row: ArticleSummary, chosen: bool
    ) -> None:
        theme = self.theme
        quiet = theme.colour("ink_2" if chosen else "ink_3")
        upper, lower = _lines(rect)
        date, facts = since_words(row.touched, datetime.now(UTC)), details_of(row)
        if rect.width() >= _NARROW:
            draw_line(painter, rect, date, figures(sans(LABEL)), quiet, at_end=True)
            words = inset(rect, 0, _DATE + _BAR + 24, painter)
            middle = inset(trailing(rect, _DATE + _BAR, painter), 0, _DATE, painter)
        else:
            words = inset(rect, 0, _NARROW_BAR + 20, painter)
            middle = trailing(rect, _NARROW_BAR, painter)
            facts.append(date)
        _, under = _lines(middle)
        bar = centred(QRectF(middle.left(), upper.top(), middle.width(), upper.height()), 9)
        paint_progress(painter, bar, row.tally, theme)
        self._paint_counts(painter, under, row, chosen)
        title = QRectF(words.left(), upper.top(), words.width(), upper.height())
        met = spans_met(row.article.title, self.words)
        ground = theme.colour("current")
        ink = theme.colour("ink")
        draw_picked(painter, title, row.article.title, met, serif(_TITLE), ink, ground=ground)
        place = QRectF(words.left(), lower.top(), words.width(), lower.height())
        for fact in facts:
            draw_line(painter, place, fact, sans(LABEL), quiet)
            place = inset(place, width_of(fact, sans(LABEL)) + 13, 0, painter)
            if place.width() < 24:
                break

    def _paint_counts(
        self, painter: QPainter, rect: QRectF, row: ArticleSummary, chosen: bool
    ) -> None:
        theme, tally = self.theme, row.tally
        bold = figures(sans(LABEL, weight=QFont.Weight.DemiBold))
        plain = figures(sans(LABEL))
        done = f"{tally.settled} of {tally.total}"
        draw_line(painter, rect, done, bold, theme.colour("ink"))
        read = read_words(row.coverage)
        quiet = theme.colour("ink_2" if chosen else "ink_3")
        place = inset(rect, width_of(done, bold) + 11, 0, painter)
        for state, count in (
            (State.CONTRADICTED, tally.contradicted),
            (State.UNVERIFIABLE, tally.unverifiable),
        ):
            needed = 16 + width_of(str(count), plain) + width_of(read, plain) + 12
            if count and place.width() >= needed:
                paint_state(painter, centred(leading(place, 11, painter), 11), state, theme)
                place = inset(place, 16, 0, painter)
                draw_line(painter, place, str(count), plain, theme.colour("ink_2"))
                place = inset(place, width_of(str(count), plain) + 10, 0, painter)
        if place.width() >= width_of(read, plain):
            draw_line(painter, place, read, plain, quiet, at_end=True)

    def _paint_claim(self, painter: QPainter, rect: QRectF, row: ClaimHit, chosen: bool) -> None:
        theme = self.theme
        quiet = theme.colour("ink_2" if chosen else "ink_3")
        upper, lower = _lines(rect)
        mark = centred(leading(upper, MARK, painter), MARK)
        paint_state(painter, mark, row.state, theme)
        right = 240 if rect.width() >= _NARROW else 150
        words = inset(upper, 30, right + 16, painter)
        text, spans = beginning_near(row.text.replace("\n", " "), self.words)
        ground = theme.colour("current")
        draw_picked(painter, words, text, spans, serif(_TITLE), theme.colour("ink"), ground=ground)
        under = inset(lower, 30, right + 16, painter)
        draw_line(painter, under, KIND_NAMES[row.kind], sans(LABEL), quiet)
        place = trailing(upper, right, painter)
        draw_line(painter, place, STATE_NAMES[row.state], sans(MENU), theme.colour("ink"))
        place = trailing(lower, right, painter)
        draw_line(painter, place, row.article_title, serif(14), quiet)


def _lines(rect: QRectF) -> tuple[QRectF, QRectF]:
    upper = QRectF(rect.left(), rect.top(), rect.width(), 26)
    return upper, QRectF(rect.left(), rect.top() + 27, rect.width(), 20)


def spans_met(text: str, words: str) -> list[Span]:
    """Where words of the search, or other forms of them, stand in the text."""
    wanted = [word.casefold() for word in _WORD.findall(words)]
    if not wanted:
        return []
    stems = {_stem(word) for word in wanted}
    last = wanted[-1]
    return [
        found.span()
        for found in _WORD.finditer(text)
        if _stem(word := found.group().casefold()) in stems
        or (len(last) > 2 and word.startswith(last))
    ]


def beginning_near(text: str, words: str) -> tuple[str, list[Span]]:
    """The text from a little before the first word met, and where the words stand in it."""
    spans = spans_met(text, words)
    if not spans or spans[0][0] <= _BEFORE:
        return text, spans
    cut = text.rfind(" ", 0, spans[0][0] - _BEFORE // 2) + 1
    shown = "… " + text[cut:]
    return shown, [(start - cut + 2, end - cut + 2) for start, end in spans]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
