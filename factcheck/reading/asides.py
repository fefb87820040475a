"""What stands beside the text of a file, and which words it belongs to: comments, notes and links."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.model.article import Remark, RemarkOrigin
from factcheck.model.text import TextPosition, trimmed
from factcheck.reading.manuscript import Reading
from factcheck.reading.paragraph import Paragraph, Setting, set_text

_SENTENCE_END = re.compile(r"[.!?…؟。][\"'”’»)\]]*\s+(?=\S)")
_LONGEST_SENTENCE = 600  # code points looked back from a note for the sentence it ends
_SHOWN, _MOST_QUOTED = 80, 3
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aside:
    """A comment, note or link of a file; marks of the same ``name`` say on which words it is."""

    name: str
    text: str
    origin: RemarkOrigin
    author: str = ""
    written: date | None = None
    link: str = ""
    number: int = 0


def web_link(address: str) -> str:
    """The address where it leads to a page of the web, else an empty string."""
    address = address.strip()
    return address if _WEB.fullmatch(address) else ""


def day_of(moment: str) -> date | None:
    """The day of a moment in ISO 8601, None where it is none."""
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def reading_of(
    paragraphs: Iterable[Paragraph], asides: Sequence[Aside], notes: Iterable[str] = ()
) -> Reading:
    """The paragraphs as one text with the asides on their words; ``notes`` and what stands nowhere are told."""
    setting = set_text(paragraphs)
    told = (*notes, *_told_of_homeless(setting, asides))
    return Reading(setting.text, setting.lines, remarks=remarks_on(setting, asides), notes=told)


def remarks_on(setting: Setting, asides: Iterable[Aside]) -> tuple[Remark, ...]:
    """Each aside that says something on its words; one at a point is on the sentence before it, or the part of it.

    What stands nowhere is on the first words of the text.
    """
    told = [aside for aside in asides if aside.text.strip() or aside.link]
    order = sorted(told, key=lambda aside: _point(setting, aside))
    remarks: list[Remark] = []
    last_point, last_place = -1, TextPosition(0, 0)
    for aside in order:
        place = _marked(setting, aside)
        if place is None:
            point = _point(setting, aside)
            place = _words_before(setting.text, point, last_point)
            if not any(map(str.isalnum, place.of(setting.text))) and last_point >= 0:
                place = last_place  # a second note at the same place
            last_point, last_place = point, place
        words = aside.text.strip() or aside.link
        told_by = (aside.author.strip(), aside.written, aside.link, aside.number)
        remarks.append(Remark(place, words, aside.origin, *told_by))
    return tuple(sorted(remarks, key=lambda remark: remark.position))


def _told_of_homeless(setting: Setting, asides: Iterable[Aside]) -> tuple[str, ...]:
    """A sentence on the asides that stand at no place of the text, where there are any."""
    lost = [
        aside
        for aside in asides
        if aside.text.strip()
        and aside.name not in setting.opened
        and aside.name not in setting.closed
    ]
    if not lost:
        return ()
    quoted = ", ".join(f"“{_shortened(aside.text)}”" for aside in lost[:_MOST_QUOTED])
    more = f" and {len(lost) - _MOST_QUOTED:,} more" if len(lost) > _MOST_QUOTED else ""
    one = len(lost) == 1
    return (
        f"{f'A {lost[0].origin.value} stands' if one else f'{len(lost):,} comments or notes stand'} at no place of the "
        f"text; you find {'it' if one else 'them'} at its beginning: {quoted}{more}.",
    )


def _point(setting: Setting, aside: Aside) -> int:
    return setting.closed.get(aside.name, setting.opened.get(aside.name, 0))


def _marked(setting: Setting, aside: Aside) -> TextPosition | None:
    """The words between the two marks of the aside; None where there are none."""
    start, end = setting.opened.get(aside.name), setting.closed.get(aside.name)
    if start is None or end is None or end <= start:
        return None
    place = trimmed(setting.text, TextPosition(start, end))
    return place if len(place) else None


def _words_before(text: str, point: int, last_point: int) -> TextPosition:
    """The sentence that ends at ``point``, from the note before it on where that stands in the same sentence."""
    line = text.rfind("\n", 0, point) + 1
    if not text[line:point].strip():
        return _words_after(text, point)
    start = max(line, point - _LONGEST_SENTENCE)
    before = text[start:point].rstrip()
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    start += ends[-1] if ends else 0
    return trimmed(text, TextPosition(max(start, min(last_point, point)), point))


def _words_after(text: str, point: int) -> TextPosition:
    """The sentence that begins at or after ``point``, or the last line where nothing follows."""
    rest = re.compile(r"\S").search(text, point)
    start = rest.start() if rest else text.rstrip().rfind("\n") + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    found = _SENTENCE_END.search(line)
    return trimmed(text, TextPosition(start, start + (found.end() if found else len(line))))


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
