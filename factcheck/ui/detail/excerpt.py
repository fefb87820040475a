"""The claim in its sentence: what lies around it grey, the claim itself on yellow."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.ui.detail.words import Words, breakable, reads_from_right
from factcheck.ui.theme import Theme, serif

_SIZE, _LINE = 15, 22
_SENTENCE = 260  # code points of a sentence shown on either side of the claim
_GAP = 50  # code points of white space between two paragraphs, at most
_BEFORE, _AFTER = 24, 12  # code points shown of what lies outside the sentence


def surroundings(case: Case, claim: Claim) -> tuple[str, str]:
    """The words before and after the claim: the rest of its sentence, and a few beyond on either side."""
    place = claim.position
    sentences = case.sentences_over(place)
    start = min([place.start, *(s.position.start for s in sentences)])
    end = max([place.end, *(s.position.end for s in sentences)])
    page = _page_around(case, place)
    first = max(start - _BEFORE, place.start - _SENTENCE, page.start)
    last = min(end + _AFTER, place.end + _SENTENCE, page.end)
    before = TextPosition(first, place.start).of(case.text)
    after = TextPosition(place.end, last).of(case.text)
    if first > page.start and not case.text[first - 1].isspace():
        before = before.partition(" ")[2] if " " in before else before
    if last < page.end and not case.text[last].isspace():
        after = after.rpartition(" ")[0] if " " in after else after
    before, after = _on_one_line(before), _on_one_line(after)
    return (f"… {before.lstrip()}" if first > page.start else before), (
        f"{after.rstrip()} …" if last < page.end else after
    )


def _page_around(case: Case, place: TextPosition) -> TextPosition:
    """What may be shown around the claim: the body for a claim of the body, else no more than its own part."""
    block = case.block_at(place.start)
    if block is None:
        return TextPosition(0, len(case.text))
    start, end = block.position.start, block.position.end
    if block.role is Role.BODY:
        # the ends of the neighbouring paragraphs lie beyond the white space around this one
        near_start = max(0, start - _GAP)
        before = near_start + len(case.text[near_start:start].rstrip()) - 1
        gap = case.text[end : end + _GAP]
        after = end + len(gap) - len(gap.lstrip())
        for neighbour in (case.block_at(max(0, before)), case.block_at(after)):
            if neighbour is not None and neighbour.role is Role.BODY:
                start = min(start, neighbour.position.start)
                end = max(end, neighbour.position.end)
    return TextPosition(min(start, place.start), max(end, place.end))


def _on_one_line(text: str) -> str:
    """White space as single spaces, kept at either end."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    head = " " if text[0].isspace() else ""
    tail = " " if text[-1].isspace() else ""
    return f"{head}{words}{tail}"


class Excerpt(Words):
    """The excerpt as one paragraph of serif."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._shown: tuple[str, str, str] = ("", "", "")
        super().__init__(theme, serif(_SIZE), parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.be_selectable()

    def show_claim(self, case: Case, claim: Claim) -> None:
        before, after = surroundings(case, claim)
        self._shown = (before, " ".join(claim.text.split()), after)
        self.setAccessibleName("".join(self._shown))
        self.setAccessibleDescription("The claim in its sentence")
        self._set()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        self._set()

    def _set(self) -> None:
        before, words, after = (escape(breakable(part)) for part in self._shown)
        grey, ground = self._theme.colour("ink_3").name(), self._theme.colour("current").name()
        ink = self._theme.colour("ink").name()
        side = "rtl" if reads_from_right(self._shown[1]) else "ltr"
        self.setText(
            f'<p dir="{side}" style="line-height:{_LINE}px; -qt-line-height-type:fixed">'
            f'<span style="color:{grey}">{before}</span>'
            f'<span style="background-color:{ground}; color:{ink}">{words}</span>'
            f'<span style="color:{grey}">{after}</span></p>'
        )
