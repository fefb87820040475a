"""Outlines: a sentence with one sign for each date and each length of time, so that rules are patterns over words."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.dates.lengths import Length, lengths_in
from factcheck.consistency.dates.timeline import Dated, Timeline
from factcheck.consistency.subject import Subject
from factcheck.model.text import TextPosition

_DATE, _LENGTH, _MOST = 0xE000, 0xE100, 0x100
D = "[\ue000-\ue0ff]"  # a date in a pattern
L = "[\ue100-\ue1ff]"  # a length of time
W = "[^\ue000-\ue1ff.;:!?]"  # anything that goes on in the same clause, and is neither
_LONGEST = 3_000  # a longer sentence is a table, and no prose to hold to a pattern
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Outline:
    """``words`` of a sentence in which signs stand for its ``dates`` and ``lengths``."""

    words: str
    position: TextPosition
    dates: tuple[Dated, ...]
    lengths: tuple[Length, ...]
    _here: tuple[int, ...]  # where each stretch between two signs begins in the words, and
    _there: tuple[int, ...]  # where it begins in the article

    def date(self, sign: str) -> Dated:
        """The date that a sign stands for."""
        return self.dates[ord(sign) - _DATE]

    def length(self, sign: str) -> Length:
        """The length of time that a sign stands for."""
        return self.lengths[ord(sign) - _LENGTH]

    def place(self, start: int, end: int) -> TextPosition:
        """Where in the article the words from ``start`` to ``end`` stand."""
        first = self._offset(start)
        last = self._offset(end - 1) if end > start else first
        signs = [s.position for s in self.dates] + [s.position for s in self.lengths]
        whole = next((sign for sign in signs if sign.start == last), None)
        return TextPosition(first, whole.end if whole else last + (end > start))

    def _offset(self, at: int) -> int:
        index = bisect_right(self._here, at) - 1
        return self._there[index] + at - self._here[index]


def outlines(subject: Subject, timeline: Timeline) -> Iterator[Outline]:
    """The outline of each sentence with a date whose year is known."""
    last = -1
    for dated in timeline.dates:
        if dated.position.start < last:
            continue
        sentence = subject.sentence_at(dated.position.start)
        last = sentence.end
        outline = outline_of(subject, timeline, sentence)
        if outline is not None:
            yield outline


def outline_of(subject: Subject, timeline: Timeline, sentence: TextPosition) -> Outline | None:
    """The outline of one sentence; None where it is too long for prose."""
    dates = timeline.inside(sentence)
    if len(sentence) > _LONGEST or len(dates) > _MOST:
        return None
    lengths = [
        length
        for length in lengths_in(subject.text, sentence.start, sentence.end)
        if not any(length.position.overlaps(dated.position) for dated in dates)
    ][:_MOST]
    signs = [(d.position, chr(_DATE + i)) for i, d in enumerate(dates)]
    signs += [(length.position, chr(_LENGTH + i)) for i, length in enumerate(lengths)]
    words, done, here, there = "", sentence.start, [], []
    for place, sign in sorted(signs):
        here += [len(words), len(words) + place.start - done]
        there += [done, place.start]
        words += _plain(subject.text[done : place.start]) + sign
        done = place.end
    here.append(len(words))
    there.append(done)
    words += _plain(subject.text[done : sentence.end])
    return Outline(words, sentence, tuple(dates), tuple(lengths), tuple(here), tuple(there))


def _plain(words: str) -> str:
    return _PRIVATE.sub(" ", words).replace("\u00a0", " ").replace("\n", " ")
