"""The claim in its sentence: what lies around it grey, the claim itself on yellow."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.ui.detail.words import Words, breakable, reads_from_right
from factcheck.ui.theme import Theme, serif

_SIZE, _LINE = 15, 22
_SENTENCE = 260  # code points of a sentence shown on either side of the claim
_BEFORE, _AFTER = 24, 12  # code points shown of what lies outside the sentence


def surroundings(case: Case, claim: Claim) -> tuple[str, str]:
    """The words before and after the claim: the rest of its sentence, and a few beyond on either side."""
    place = claim.position
    sentences = case.sentences_over(place)
    start = min([place.start, *(s.position.start for s in sentences)])
    end = max([place.end, *(s.position.end for s in sentences)])
    first = max(start - _BEFORE, place.start - _SENTENCE, 0)
    last = min(end + _AFTER, place.end + _SENTENCE, len(case.text))
    before = TextPosition(first, place.start).of(case.text)
    after = TextPosition(place.end, last).of(case.text)
    if first > 0 and not case.text[first - 1].isspace():
        before = before.partition(" ")[2] if " " in before else before
    if last < len(case.text) and not case.text[last].isspace():
        after = after.rpartition(" ")[0] if " " in after else after
    before, after = _on_one_line(before), _on_one_line(after)
    return (f"… {before.lstrip()}" if first > 0 else before), (
        f"{after.rstrip()} …" if last < len(case.text) else after
    )


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
