"""Finds where names begin and end: runs of capitalised words, cut from titles and from each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from factcheck.detection.name_roll import Roll, address, is_office, is_suffix
from factcheck.detection.words import words

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "da",
        "dos",
        "di",
        "la",
        "le",
        "du",
        "ben",
        "ter",
        "ten",
    ]
)
_AFTER_COMMA = frozenset({"Inc.", "Inc", "Jr.", "Jr", "Sr.", "Ltd", "Ltd.", "LLC", "LLP"})
_OPENS_NAMES = frozenset({"new", "old", "great", "big", "first", "best", "good", "second", "third"})
_TAILS = frozenset(
    """area backed based born bound era free held led like linked made only owned ready run speak style
    type wide""".split()  # noqa: SIM905 - a list of words reads so
)
_LEGAL_FORMS = frozenset({"Inc.", "Inc", "Corp.", "Ltd.", "Ltd", "LLC", "LLP", "plc", "PLC"})
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens of one name, with the word of the title before it ("" where there is none)."""

    start: int
    end: int
    title: str = ""
    is_before_title: bool = False


def runs_in(doc: Doc, roll: Roll) -> Iterator[Run]:
    """Every run of capitalised words that can be a name, in text order, titles cut off."""
    texts = [token.text for token in doc]
    i, n = 0, len(texts)
    while i < n:
        if not texts[i][:1].isupper() or not _is_part(doc, texts, i, roll):
            i += 1
            continue
        start = _with_prefix(doc, texts, i)
        end = _end(doc, texts, i, roll)
        yield from _pieces(texts, start, end)
        i = end


def is_title_word(text: str) -> bool:
    """Whether the word is an office, rank or form of address."""
    return address(text) in words("name-titles") or is_office(text)


def is_known(text: str) -> bool:
    """Whether the words are in the lists of places and organisations."""
    if text.isupper() and text.title() in words("places"):
        return True
    return text in words("places") or text in words("known-organisations")


def _is_part(doc: Doc, texts: list[str], i: int, roll: Roll) -> bool:
    text = texts[i]
    if not text[:1].isupper():
        return False
    if doc[i].tag_ in _NAME_TAGS:
        return text not in words("days-and-months") or text in roll.people
    if text in words("no-names") or text.lower() in roll.small:
        return False
    if text in roll.people or is_known(text) or text in words("first-names"):
        return True
    return doc[i].tag_ == "JJ" and not doc[i].is_sent_start and _is_before_camp(texts, i)


def _is_before_camp(texts: list[str], i: int) -> bool:
    """“the Zatari refugee camp”: the tagger takes the name for an adjective."""
    return "camp" in texts[i + 1 : i + 3] or texts[i + 1 : i + 2] in (["province"], ["district"])


def _with_prefix(doc: Doc, texts: list[str], i: int) -> int:
    """Back over “al-” and the like, which are written small."""
    if i < 2 or texts[i - 1] not in _HYPHENS or texts[i - 2].lower() not in _PARTICLES:
        return i
    return i if doc[i - 2].whitespace_ or doc[i - 1].whitespace_ else i - 2


def _end(doc: Doc, texts: list[str], i: int, roll: Roll) -> int:
    """Where the run that begins at ``i`` ends."""
    n, end = len(texts), i + 1
    while end < n:
        if _is_part(doc, texts, end, roll):
            end += 1
            continue
        after = _over_joint(doc, texts, end, roll)
        if after == end:
            break
        end = after
    return end


def _over_joint(doc: Doc, texts: list[str], at: int, roll: Roll) -> int:
    """Behind the next part of the name where a hyphen, an ampersand, a comma or a particle joins it on; else ``at``."""
    n, text = len(texts), texts[at]
    if at + 1 >= n:
        return at
    if text in _HYPHENS:
        return at + 2 if _is_one_word(doc, texts, at, roll) else at
    if text == "&":
        return at + 2 if _is_part(doc, texts, at + 1, roll) else at
    if text == ",":
        return at + 2 if texts[at + 1] in _AFTER_COMMA else at
    ahead = at
    while ahead + 1 < n and ahead - at < 3 and texts[ahead] in _PARTICLES:
        ahead += 1
        if texts[ahead] in _HYPHENS:
            ahead += 1
    if ahead > at and ahead < n and _is_part(doc, texts, ahead, roll):
        return ahead + 1
    return at


def _is_one_word(doc: Doc, texts: list[str], at: int, roll: Roll) -> bool:
    """Whether the hyphen stands inside a name (Geun-hye, Jean-Claude) and not between two (Russia-Ukraine, US-led)."""
    if doc[at - 1].whitespace_ or doc[at].whitespace_:
        return False
    before, after = texts[at - 1], texts[at + 1]
    if after[:1].isupper():
        both = (_stands_alone(before, roll), _stands_alone(after, roll))
        return before in words("first-names") or not all(both)
    if is_known(before) or before in roll.people or after in roll.small | _TAILS:
        return False
    return after.isalpha() and len(after) <= 5


def _stands_alone(word: str, roll: Roll) -> bool:
    return is_known(word) or word in roll.people or word in roll.inside


def _pieces(texts: list[str], start: int, end: int) -> Iterator[Run]:
    """The names in one run: cut at legal forms, at titles, and freed of what is no part of them."""
    for i in range(start, end - 1):
        if texts[i] in _LEGAL_FORMS:  # “CEO of Acme Inc. Ann Lee left”: a firm’s name ends with it
            yield from _cut_at_title(texts, start, i + 1)
            start = i + 1
    yield from _cut_at_title(texts, start, end)


def _cut_at_title(texts: list[str], start: int, end: int) -> Iterator[Run]:
    if is_known(" ".join(texts[start:end])):
        yield Run(start, end, _title_before(texts, start))
        return
    cut = _last_title(texts, start, end)
    if cut is None:
        yield from _freed(texts, start, end, _title_before(texts, start))
        return
    left = cut
    while left > start and (is_title_word(texts[left - 1]) or _is_title_part(texts[left - 1])):
        left -= 1
    if left > start:
        yield Run(start, left, "", is_before_title=True)
    yield from _freed(texts, cut + 1, end, texts[cut])


def _last_title(texts: list[str], start: int, end: int) -> int | None:
    """The last title in the run that a name follows."""
    for i in range(end - 2, start - 1, -1):
        follows = texts[i + 1]
        if follows in words("organisation-words") or follows in words("place-words"):
            continue
        if is_title_word(texts[i]) and not _is_surname(texts, start, i):
            return i
    return None


def _is_surname(texts: list[str], start: int, i: int) -> bool:
    """“Stephen King”, “James Baker III”: the word is the name and not the title."""
    if address(texts[i]) in words("name-titles"):
        return False
    return i > start and texts[i - 1] in words("first-names")


def _freed(texts: list[str], start: int, end: int, title: str) -> Iterator[Run]:
    """The run without openers before it and titles behind it."""
    while start < end and texts[start] in words("no-names"):
        if end - start > 1 and texts[start].lower() in _OPENS_NAMES:
            break
        start += 1
    while end > start and _is_no_end(texts, start, end - 1):
        end -= 1
    if texts[max(0, start - 2) : start] in (["Department", "of"], ["Ministry", "of"]):
        yield Run(start, end, title)
        return
    if end - start == 1 and address(title) in words("name-titles"):
        yield Run(start, end, title)  # Mr Singer: after a form of address the word is the name
        return
    while end > start and is_title_word(texts[end - 1]) and not _is_surname(texts, start, end - 1):
        end -= 1
        while end > start and _is_title_part(texts[end - 1]):
            end -= 1
    if end > start:
        yield Run(start, end, title)


def _is_no_end(texts: list[str], start: int, last: int) -> bool:
    text = texts[last]
    if text == "&":
        return True
    if is_suffix(text) or text not in words("no-names"):
        return False
    return not (last > start and texts[last - 1] in words("first-names"))


def _is_title_part(text: str) -> bool:
    return text.lower() in words("title-parts")


def _title_before(texts: list[str], start: int) -> str:
    """The title right before the run, where it is written small or was left out of it."""
    before = texts[start - 1] if start else ""
    return before if before and is_title_word(before) else ""
