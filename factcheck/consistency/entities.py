"""The entity sheet: every person, organisation and place of an article with what the text says of it, and where."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from factcheck.consistency.spellings import titles
from factcheck.consistency.spellings.identities import Identity, identities_in
from factcheck.consistency.spellings.particulars import age_beside, dates_told, figures_told
from factcheck.consistency.subject import Subject
from factcheck.model.detected import Name, NameKind
from factcheck.model.text import TextPosition


@dataclass(frozen=True, slots=True)
class Detail:
    """Words that the text gives a name, and every place where it does."""

    words: str
    places: tuple[TextPosition, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place: how it is spelled, and what the text tells of it, all with places.

    ``spellings`` begin with the fullest one, which is also the ``name``.
    """

    name: str
    kind: NameKind
    spellings: tuple[Detail, ...]
    titles: tuple[Detail, ...] = ()
    ages: tuple[Detail, ...] = ()
    dates: tuple[Detail, ...] = ()
    figures: tuple[Detail, ...] = ()

    @property
    def mentions(self) -> tuple[TextPosition, ...]:
        """Every place where it is named, in text order."""
        return tuple(sorted(place for spelling in self.spellings for place in spelling.places))

    @property
    def count(self) -> int:
        """How often it is named."""
        return sum(len(spelling.places) for spelling in self.spellings)

    @property
    def details(self) -> tuple[Detail, ...]:
        """All that is told of it: titles, ages, dates, figures."""
        return (*self.titles, *self.ages, *self.dates, *self.figures)

    @property
    def by_name(self) -> str:
        """Sorts by name, without regard to capitals and “the”."""
        return self.name.casefold().removeprefix("the ")


def entities(subject: Subject) -> list[Entity]:
    """The people, organisations and places of the article, in the order of first mention."""
    found = [i for i in identities_in(subject) if i.kind is not NameKind.OTHER]
    owner = {m.position: number for number, i in enumerate(found) for m in i.mentions}
    dates = _told(dates_told(subject), owner)
    figures = _told(figures_told(subject), owner)
    sheet = []
    for number, identity in enumerate(found):
        ages = list(_ages(subject, identity))
        taken = {offset for age in ages for offset in range(age.start, age.end)}
        sheet.append(
            Entity(
                identity.name,
                identity.kind,
                _spellings(identity),
                _details(subject, _titles(subject, identity)),
                _details(subject, ages),
                _details(subject, (p for p in dates.get(number, ()) if not _touches(p, taken))),
                _details(subject, (p for p in figures.get(number, ()) if not _touches(p, taken))),
            )
        )
    return sheet


def _spellings(identity: Identity) -> tuple[Detail, ...]:
    places: dict[str, list[TextPosition]] = {identity.name: []}
    for mention in identity.mentions:
        places.setdefault(mention.spelling, []).append(mention.position)
    return tuple(Detail(spelling, tuple(found)) for spelling, found in places.items())


def _titles(subject: Subject, identity: Identity) -> Iterator[TextPosition]:
    if identity.kind is not NameKind.PERSON:
        return
    for mention in identity.mentions:
        position = mention.position
        sentence = subject.sentence_at(position.start)
        before = titles.before(subject.text, position.start, sentence.start)
        if before is not None and not titles.is_address(subject.words(before)):
            yield before
        after = titles.after(subject.text, position.end, sentence.end)
        if after is not None:
            yield after


def _ages(subject: Subject, identity: Identity) -> Iterator[TextPosition]:
    if identity.kind is not NameKind.PERSON:
        return
    for mention in identity.mentions:
        age = age_beside(subject.text, mention.position)
        if age is not None:
            yield age


def _told(
    told: Iterable[tuple[Name, TextPosition]], owner: dict[TextPosition, int]
) -> dict[int, list[TextPosition]]:
    found: dict[int, list[TextPosition]] = {}
    for name, place in told:
        number = owner.get(name.position)
        if number is not None:
            found.setdefault(number, []).append(place)
    return found


def _touches(place: TextPosition, taken: Set[int]) -> bool:
    """Whether the place has a code point among those taken: an age is no date and no figure."""
    return not taken.isdisjoint(range(place.start, place.end))


def _details(subject: Subject, places: Iterable[TextPosition]) -> tuple[Detail, ...]:
    """The places put together by their words, in the order of first mention."""
    found: dict[str, tuple[str, list[TextPosition]]] = {}
    for place in sorted(places):
        words = " ".join(subject.words(place).split())
        found.setdefault(words.casefold(), (words, []))[1].append(place)
    return tuple(Detail(words, tuple(at)) for words, at in found.values())
