"""Sets a finding out: its sentence, the places or the sum, what to look up, and where to click."""

from functools import lru_cache, partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from factcheck.model.finding import FINDING_KIND_NAMES, Outcome, SumRow
from factcheck.ui.findings.rows import Place, Row
from factcheck.ui.lettering import width_of
from factcheck.ui.marks import MARK, paint_outcome
from factcheck.ui.sheets.pieces import Layout, Piece, height_of
from factcheck.ui.theme import INTERFACE, LABEL, MENU, Theme, figures, sans, serif

LEFT, RIGHT, TOP, BOTTOM = 42, 16, 11, 13  # pixels around the words
_GAP = 10
_LINE = 22
_QUOTED = 15
_PART = 84  # of the column that names the part of the page
_NUMBER = 34  # of the column of claim numbers


@lru_cache(maxsize=256)
def set_finding(row: Row, width: int) -> Layout:
    """A finding set out for a list ``width`` pixels wide."""
    return _Setting(row, width).layout


class _Setting:
    """Sets the parts of one row below each other."""

    def __init__(self, row: Row, width: int) -> None:
        self.layout = Layout()
        self._row = row
        self._right = float(width - RIGHT)
        self._y = float(TOP)
        self._quiet = row.explanation is not None
        sign = partial(_sign, row.finding.outcome)
        self.layout.signs.append((QRectF(14, TOP + 2, MARK, MARK), sign))
        self._sentence()
        if row.finding.rows:
            for line in row.finding.rows:
                self._sum_row(line)
        else:
            for place in row.places:
                self._place(place)
        if row.finding.arithmetic and not any(line.is_result for line in row.finding.rows):
            self._words(row.finding.arithmetic, figures(sans(MENU)), self._ink("ink"))
        if row.finding.advice:
            self._words(row.finding.advice, sans(MENU), "ink_2", before=2)
        if row.explanation is not None:
            note = f": {row.explanation.note}" if row.explanation.note else ""
            self._words(f"✓ Explained by {row.explanation.by}{note}", sans(MENU), "ink_2", before=3)
        self.layout.height = self._y + BOTTOM

    def _ink(self, token: str) -> str:
        return "ink_3" if self._quiet else token

    def _sentence(self) -> None:
        kind = FINDING_KIND_NAMES[self._row.finding.kind]
        font = sans(INTERFACE, weight=QFont.Weight.DemiBold)
        width = width_of(kind, sans(LABEL)) + 1
        room = self._right - LEFT - width - _GAP
        height = height_of(self._row.finding.message, font, room)
        box = QRectF(LEFT, self._y, room, height)
        message = self._row.finding.message
        self.layout.pieces.append(Piece(box, message, font, self._ink("ink"), wraps=True))
        aside = QRectF(self._right - width, self._y, width, QFontMetricsF(font).height())
        self.layout.pieces.append(Piece(aside, kind, sans(LABEL), self._quieter, at_end=True))
        self._y += height + 3

    @property
    def _quieter(self) -> str:
        return "ink_3" if self._quiet else "ink_2"

    def _place(self, place: Place) -> None:
        part = QRectF(LEFT, self._y, _PART, _LINE)
        self.layout.pieces.append(Piece(part, place.part, sans(LABEL), self._quieter))
        words = QRectF(LEFT + _PART + 6, self._y, 0, _LINE)
        words.setRight(self._right - _NUMBER - 8)
        self.layout.pieces.append(
            Piece(words, place.words, serif(_QUOTED), self._ink("ink"), picked=place.picked)
        )
        self._link(place)
        self._y += _LINE

    def _sum_row(self, line: SumRow) -> None:
        place = next((p for p in self._row.places if p.position == line.position), None)
        bold = QFont.Weight.DemiBold if line.is_result else QFont.Weight.Normal
        font = sans(INTERFACE, weight=bold)
        figure = width_of(line.figure, figures(font)) + 2
        end = self._right - _NUMBER - 14
        if line.is_result:
            self.layout.rules.append(QRectF(LEFT, self._y + 1, self._right - LEFT, 1))
            self._y += 4
        room = end - LEFT - (figure + _GAP if line.figure else 0)
        height = float(_LINE)
        if not line.label and place is not None:
            box = QRectF(LEFT, self._y, room, _LINE)
            words, picked = place.words, place.picked
            self.layout.pieces.append(
                Piece(box, words, serif(_QUOTED), self._ink("ink"), picked=picked)
            )
        else:
            height = max(height, height_of(line.label, font, room))
            lift = (_LINE - QFontMetricsF(font).height()) / 2  # its first line in the middle
            box = QRectF(LEFT, self._y + lift, room, height)
            self.layout.pieces.append(Piece(box, line.label, font, self._ink("ink"), wraps=True))
        if line.figure:
            aside = QRectF(end - figure, self._y, figure, _LINE)
            self.layout.pieces.append(
                Piece(aside, line.figure, figures(font), self._ink("ink"), at_end=True)
            )
        if place is not None:
            self._link(place)
        self._y += height

    def _link(self, place: Place) -> None:
        box = QRectF(self._right - _NUMBER, self._y, _NUMBER, _LINE)
        words = str(place.number) if place.number else "→"
        self.layout.pieces.append(
            Piece(box, words, figures(sans(LABEL)), "accent", at_end=True, leads_to=place.position)
        )

    def _words(self, text: str, font: QFont, token: str, before: float = 0) -> None:
        room = self._right - LEFT
        height = height_of(text, font, room)
        box = QRectF(LEFT, self._y + before, room, height)
        self.layout.pieces.append(Piece(box, text, font, token, wraps=True))
        self._y += before + height


def _sign(outcome: Outcome, painter: QPainter, rect: QRectF, theme: Theme) -> None:
    paint_outcome(painter, rect, outcome, theme)
