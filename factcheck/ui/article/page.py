"""The article as it is laid out: what lies where, kept until something there changes."""

from bisect import bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.model.verdict import State
from factcheck.ui.article.document import paragraphs_over, roles_of
from factcheck.ui.article.formats import Formats
from factcheck.ui.article.runs import Laid, Run, Setting, lay, lines_of, spans_of
from factcheck.ui.article.unread import Unread, unread_in
from factcheck.ui.numbers import ClaimNumbers
from factcheck.ui.positions import Positions

_KEPT = 400  # paragraphs whose geometry is kept; some pages up and down


class Page:
    """One case on one document. Everything is found when asked for and forgotten when told so."""

    def __init__(
        self, case: Case, numbers: ClaimNumbers, document: QTextDocument, formats: Formats
    ) -> None:
        self.case = case
        self.numbers = numbers
        self.document = document
        self.formats = formats
        self.positions = Positions(case.text)
        self._laid: dict[int, Laid] = {}
        self._unread: dict[int, Unread] = {}
        self._roles: list[Role] = []
        self._tops: list[float] = []
        self._body_numbers: dict[int, int] | None = None

    @property
    def text(self) -> str:
        return self.case.text

    def __len__(self) -> int:
        return len(self.positions.paragraphs)

    # What is known of claims and parts

    def state(self, claim: Claim) -> State:
        return self.case.state(claim.id)

    @property
    def roles(self) -> list[Role]:
        """The role of most of each paragraph."""
        if not self._roles:
            self._roles = roles_of(self.case, self.positions)
        return self._roles

    def body_number(self, index: int) -> int:
        """Which paragraph of the body this is, counted from 1; 0 for one of another part."""
        if self._body_numbers is None:
            body = (i for i, role in enumerate(self.roles) if role is Role.BODY)
            self._body_numbers = {i: n for n, i in enumerate(body, 1)}
        return self._body_numbers.get(index, 0)

    def unread(self, index: int) -> Unread:
        if index not in self._unread:
            place = self.positions.paragraphs[index].position
            self._unread[index] = unread_in(self.case, place)
        return self._unread[index]

    # Where it lies

    def top(self, index: int) -> float:
        """The top of a paragraph in pixels of the document."""
        return self._all_tops()[index]

    def paragraph_at(self, y: float) -> int:
        """The paragraph at or before a height of the document; -1 in an empty one."""
        return min(max(0, bisect_right(self._all_tops(), y) - 1), len(self) - 1)

    def laid(self, index: int) -> Laid:
        """A paragraph's lines and the claims on them."""
        if index not in self._laid:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            setting = self._setting(index)
            claims = self.case.claims_over(setting.paragraph.position)
            self._laid[index] = lay(setting, lines_of(setting), claims)
        return self._laid[index]

    def spans(self, index: int, position: TextPosition) -> list[tuple[int, float, float]]:
        """Line, left and right of what ``position`` covers in a paragraph."""
        return list(spans_of(self._setting(index), self.laid(index).lines, position))

    def line_of(self, offset: int) -> tuple[int, int]:
        """Paragraph and line that hold a code point; -1, 0 in an empty article."""
        index = max(0, self.positions.paragraph_of(offset))
        if index >= len(self):
            return -1, 0
        lines = self.laid(index).lines
        return index, max(0, bisect_right(lines, offset, key=lambda line: line.place.start) - 1)

    def y_of(self, offset: int) -> float:
        """About how far down the document a code point stands, without measuring its paragraph."""
        index = self.positions.paragraph_of(offset)
        if index < 0:
            return 0.0
        tops, place = self._all_tops(), self.positions.paragraphs[index].position
        end = tops[index + 1] if index + 1 < len(tops) else self.document.size().height()
        share = min(1.0, (offset - place.start) / max(1, len(place)))
        return tops[index] + (end - tops[index]) * share

    def heights(self, offsets: Iterable[int]) -> list[float]:
        """``y_of`` of many code points, which must ascend."""
        tops = [*self._all_tops(), self.document.size().height()]
        starts = [p.position.start for p in self.positions.paragraphs]
        lengths = [len(p.position) for p in self.positions.paragraphs]
        found: list[float] = []
        index, last = 0, len(starts) - 1
        for offset in offsets:
            while index < last and starts[index + 1] <= offset:
                index += 1
            share = min(1.0, (offset - starts[index]) / lengths[index])
            found.append(tops[index] + (tops[index + 1] - tops[index]) * share)
        return found

    def extent(self, position: TextPosition) -> tuple[float, float]:
        """Top and bottom of the lines that ``position`` touches."""
        first, last = (
            self.line_of(position.start),
            self.line_of(max(position.start, position.end - 1)),
        )
        if first[0] < 0:
            return 0.0, 0.0
        return (
            self.top(first[0]) + self.laid(first[0]).lines[first[1]].top,
            self.top(last[0]) + self.laid(last[0]).lines[last[1]].bottom,
        )

    def run_at(self, point: QPointF) -> Run | None:
        """The innermost claim's run at a point of the document."""
        index = self.paragraph_at(point.y())
        if index < 0:
            return None
        laid, y = self.laid(index), point.y() - self.top(index)
        for line, row in zip(laid.lines, laid.rows, strict=True):
            if line.top <= y < line.bottom:
                here = [run for run in row if run.left <= point.x() < run.right]
                return min(here, key=lambda run: run.placed.level, default=None)
        return None

    # What is no longer so

    def forget_layout(self) -> None:
        """Lines have moved: another width, zoom or format."""
        self._laid.clear()
        self._tops = []

    def forget_claims(self, position: TextPosition) -> None:
        """Claims at ``position`` came, went or changed."""
        for index in paragraphs_over(self.positions, position):
            self._laid.pop(index, None)

    def forget_unread(self, position: TextPosition) -> None:
        for index in paragraphs_over(self.positions, position):
            self._unread.pop(index, None)

    def forget_roles(self) -> None:
        """Parts of the page changed: with them what may hold claims and be read."""
        self.forget_layout()
        self._roles = []
        self._unread.clear()
        self._body_numbers = None

    def _setting(self, index: int) -> Setting:
        role = self.roles[index]
        return Setting(
            self.document.findBlockByNumber(index),
            self.positions.paragraphs[index],
            self.positions,
            self.text,
            self.formats.line_height(role),
            self.formats.em(role),
        )

    def _all_tops(self) -> list[float]:
        if len(self._tops) != len(self):
            layout = self.document.documentLayout()
            tops: list[float] = []
            block = self.document.firstBlock()
            while block.isValid():
                tops.append(layout.blockBoundingRect(block).top())
                block = block.next()
            self._tops = tops[: len(self)]
        return self._tops
