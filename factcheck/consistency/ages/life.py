"""What an article tells of its people's lives: births and ages, sentence by sentence, and whose they are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.consistency.ages.births import Birth, births_in
from factcheck.consistency.ages.people import KIN, People, Who
from factcheck.consistency.ages.told_ages import ToldAge, ages_in
from factcheck.consistency.dates.days import Days, days_of, moved, said
from factcheck.consistency.dates.outlines import Outline, outline_of
from factcheck.consistency.dates.timeline import Dated, Timeline
from factcheck.consistency.subject import Subject
from factcheck.model.days import day_words
from factcheck.model.text import TextPosition

_HINT = re.compile(
    r"\b(?:born|b\.|aged?|olds?|birthday|turn(?:s|ed|ing)?|anniversary|\w{0,8}centen|jubilee|wedding|died|retir|years\s(?:since|of|later)\b)|[,(]\s?\d{1,3}\s?[,).;—–]"
    r"|\b(?:is|was|are|were|be)\s(?:\w+\s)?(?:\d{1,3}|[a-z]+(?:ty|teen)(?:-\w+)?)\b|,\s(?:at|aged)\s|\bat\s\d\d\b|\d{4}\)|\b[2-9]0s\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:(?:last|this|next|early|late|on)\s)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s\w+)?|week|month|year|today|tonight"
    r"|yesterday|tomorrow|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{1,2})?)",
    re.IGNORECASE,
)
_WEEK = 7  # days for which an article is new


@dataclass(frozen=True, slots=True)
class On:
    """The days on which an age may hold, and where the text tells them; nowhere for the day of publication."""

    days: Days
    dated: Dated | None = None

    @property
    def is_sure(self) -> bool:
        return self.dated is None or self.dated.has_year

    @property
    def words(self) -> str:
        if self.dated is None:
            return f"when this was published, on {day_words(self.days.last)}"
        return f"{'on' if self.days.is_day else 'in'} {said(self.days)}"


class Lives:
    """The births and ages of an article, and the outlines of the sentences that tell them."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.timeline = subject.once(Timeline)
        self.people = People(subject)
        self.outlines: list[Outline] = []
        self.births: list[Birth] = []
        self.ages: list[tuple[Outline, ToldAge]] = []
        for outline in self._outlines():
            self.outlines.append(outline)
            self.births += births_in(outline)
            self.ages += [(outline, age) for age in ages_in(outline)]
        self._birth_places = {birth.dated.position for birth in self.births}

    def is_birth(self, dated: Dated) -> bool:
        """Whether a date is somebody’s birth."""
        return dated.position in self._birth_places

    def _outlines(self) -> Iterator[Outline]:
        last = -1
        for hint in _HINT.finditer(self.subject.text):
            if hint.start() < last:
                continue
            sentence = self.subject.sentence_at(hint.start())
            last = sentence.end
            outline = outline_of(self.subject, self.timeline, sentence)
            if outline is not None:
                yield outline

    def sentences_between(self, one: TextPosition, other: TextPosition) -> int:
        """How many sentences begin from one place up to another."""
        first, last = sorted((one.start, other.start))
        sentences = self.subject.sentences
        return bisect_left(sentences, last, key=lambda s: s.start) - bisect_left(
            sentences, first, key=lambda s: s.start
        )

    def sentence_before(self, sentence: TextPosition, by: int = 1) -> TextPosition | None:
        """The sentence that stands so many before another one, or behind it where ``by`` is below zero."""
        sentences = self.subject.sentences
        index = bisect_right(sentences, sentence.start, key=lambda s: s.start) - 1 - by
        return sentences[index] if 0 <= index < len(sentences) else None

    def dates_in(self, sentence: TextPosition) -> list[Dated]:
        """The dates of a sentence that are not of a birth, “Wednesday” and “last month” among them."""
        dates = [d for d in self.timeline.inside(sentence) if d.position not in self._birth_places]
        for time in self.subject.inside(self.subject.times, sentence):
            days = days_of(time.value)
            if days is None or any(d.position.overlaps(time.position) for d in dates):
                continue
            is_known = (
                self.subject.published is not None and time.position not in self._birth_places
            )
            if is_known and _RELATIVE.fullmatch(self.subject.words(time.position)):
                dates.append(Dated(time.position, days, has_year=False))
        return sorted(dates, key=lambda d: d.position)

    @property
    def now(self) -> Days | None:
        """The days on which the article was new: the week up to its publication; None where that is not known."""
        today = self.subject.published
        return None if today is None else Days(moved(today, -_WEEK), today)

    def who_is(self, who: Who | None, sentence: TextPosition) -> Who | None:
        """A pronoun’s person, where only one is spoken of in this sentence and the two before; else who it is."""
        if who is None or not who.is_pronoun:
            return who
        if who.words == "I":
            return None
        for reading in self._readings(who, sentence):
            return reading
        for by in (0, 1, 2):
            earlier = self.sentence_before(sentence, by)
            if earlier is None:
                break
            named = self.people.named_in(earlier) + self._born_in(earlier)
            if KIN.search(self.subject.words(earlier)):
                break
            if len({n.head for n in named}) == 1:
                return max(named, key=lambda n: len(n.words))
            if named:
                break
        return None

    def _born_in(self, sentence: TextPosition) -> list[Who]:
        """Those whose birth a sentence dates, by name."""
        first = bisect_left(self.births, sentence.start, key=lambda b: b.sentence.start)
        last = bisect_left(self.births, sentence.end, key=lambda b: b.sentence.start)
        born = (birth.who for birth in self.births[first:last])
        return [who for who in born if who is not None and who.is_name]

    def _readings(self, who: Who, sentence: TextPosition) -> Iterator[Who]:
        """Whom detection reads the pronoun to be."""
        for claim in self.subject.inside(self.subject.claims, sentence):
            for slot in claim.readings:
                if slot.name.casefold() == who.words.casefold() and " and " not in slot.value:
                    yield Who(slot.value)
