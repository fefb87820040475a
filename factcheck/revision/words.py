"""The words of a text as two drafts are compared by them: typography levelled, harmless spellings made alike."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.revision.senses import Sense, listed, sense_of_listed, spellings

_WORD = re.compile(
    r"(?:\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d++(?:[.,:]\d++)*+)(?:(?:st|nd|rd|th)\b)?+"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\.\.\.|\S"
)
_GROUPED = re.compile(r"\d{1,3}([,\u00a0\u202f\u2009]\d{3})+(\.\d+)?$")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_LEVEL = str.maketrans("’‘‛“”„«»‹›–—‒―−‐‑\u00a0\u202f\u2009", "'" * 3 + '"' * 7 + "-" * 7 + "   ")
_SMALL = {word: str(n) for n, word in enumerate(listed("small-numbers"))}
_TENS = {word: 10 * n for n, word in enumerate(listed("tens"), 2)}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_RANKS = {word: f"{n}{_ENDINGS.get(n, 'th')}" for n, word in enumerate(listed("ranks"), 1)}
_MONTHS = frozenset(listed("months"))
_WEEKDAYS = frozenset(listed("weekdays"))
_SHORT_MONTHS = {month[:3]: month for month in _MONTHS if month != "may"} | {"sept": "september"}
_CALENDAR = (_MONTHS | _WEEKDAYS) - {"may", "march"}
_TITLES = frozenset(listed("titles"))
_SHORT_UNITS = {
    long: short
    for short, name in (
        ("km", "kilometres"),
        ("cm", "centimetres"),
        ("mm", "millimetres"),
        ("kg", "kilograms"),
    )
    for long in listed(name)
}
_CONTRACTED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a text: ``start`` to ``end`` in code points of the text.

    ``plain`` is the word with its typography levelled; words with the same ``key`` say the same.
    """

    start: int
    end: int
    plain: str
    key: str
    sense: Sense
    is_quoted: bool = False
    is_mark: bool = False  # a quotation mark

    @property
    def is_content(self) -> bool:
        """Whether the word says something by itself."""
        return self.plain[0].isalnum() and self.key.lower() not in _SMALL_WORDS


_SMALL_WORDS = frozenset(listed("small"))


def level(text: str) -> str:
    """The text with quotation marks, apostrophes, dashes and blanks of one sort each, and composed letters."""
    return unicodedata.normalize("NFC", text).translate(_LEVEL)


@dataclass(frozen=True, slots=True)
class Quotes:
    """Where quoted words stand: from the character after a mark to the mark that ends them, outer ones only."""

    inside: tuple[tuple[int, int], ...] = ()
    marks: frozenset[int] = frozenset()

    def holds(self, start: int) -> bool:
        return any(first <= start < last for first, last in self.inside)


def words_in(
    text: str, start: int, end: int, quotes: Quotes, names: frozenset[str]
) -> tuple[Word, ...]:
    """The words of ``text`` from ``start`` to ``end``, which is one sentence; ``names`` keep their capital at its start."""
    found: list[Word] = []
    is_first = True
    for match in _WORD.finditer(text, start, end):
        here = match.start()
        if here in quotes.marks:
            found.append(Word(here, here + 1, '"', '"', Sense.MARKS, is_mark=True))
            continue
        quoted = quotes.holds(here)
        found += _split(match.group(), here, is_first and not quoted, quoted, names)
        is_first = is_first and not any(c.isalnum() for c in match.group())
    return tuple(_without_stops(_joined(_signed(_named(found), text))))


def _split(raw: str, at: int, is_first: bool, quoted: bool, names: frozenset[str]) -> list[Word]:
    """One word, or the two that are written as one: didn’t, cannot, China’s."""
    plain = level(raw)
    lower = plain.lower()
    if len(plain) != len(raw):  # a letter and its accent composed: positions inside it are unknown
        return [_word(plain, at, at + len(raw), is_first, quoted, names)]
    if quoted:
        return [_word(plain, at, at + len(raw), False, True, names)]
    if lower == "cannot" or (lower.endswith("n't") and len(lower) > 3):
        cut = len(plain) - 3
        verb = {"ca": "can", "wo": "will", "sha": "shall"}.get(lower[:cut], plain[:cut])
        verb = verb.capitalize() if plain[0].isupper() else verb
        return [
            replace(_word(verb, at, at + cut, is_first, False, names), plain=plain[:cut]),
            Word(at + cut, at + len(raw), plain[cut:], "not", Sense.NEGATION),
        ]
    cut = plain.rfind("'")
    if cut > 0:
        tail = plain[cut:].lower()
        whole = _CONTRACTED.get(tail, tail)
        sense = sense_of_listed(whole) or Sense.WORDING
        return [
            _word(plain[:cut], at, at + cut, is_first, False, names),
            Word(at + cut, at + len(raw), plain[cut:], whole, sense),
        ]
    return [_word(plain, at, at + len(raw), is_first, quoted, names)]


def _word(
    plain: str, start: int, end: int, is_first: bool, quoted: bool, names: frozenset[str]
) -> Word:
    key = plain if quoted else _key(plain, is_first, names)
    sense = Sense.QUOTATION if quoted else _sense(plain, key)
    return Word(start, end, plain, key, sense, quoted)


def _key(plain: str, is_first: bool, names: frozenset[str]) -> str:
    """What the word is compared by where it is not quoted."""
    if plain[0].isdigit():
        return re.sub(r"[, ]", "", plain) if _GROUPED.match(plain) else plain
    if plain == "...":
        return "…"
    if len(plain) > 2 and plain.endswith(".") and plain[1] == ".":
        return plain.replace(".", "")
    key = plain
    if len(key) > 3 and key.isupper():
        key = key.capitalize()
    keeps = key in names or key.lower() in _CALENDAR or key[1:2].isupper()
    if is_first and key[:1].isupper() and not keeps:
        key = key[:1].lower() + key[1:]
    lower = key.lower()
    if key != lower and not is_first:
        same = spellings().get(key) or spellings().get(lower)
        return key if same is None else same if not same.islower() else same.capitalize()
    if lower in _TENS:
        return str(_TENS[lower])
    return _SMALL.get(lower) or _RANKS.get(lower) or spellings().get(key, key)


@cache
def _sense(plain: str, key: str) -> Sense:
    lower = key.lower()
    if _YEAR.match(plain):
        return Sense.YEAR
    if key[0].isdigit() or any(c.isdigit() for c in key):
        return Sense.NUMBER
    if plain in ("$", "€", "£", "¥", "%", "°"):
        return Sense.UNIT
    if not key[0].isalnum():
        return Sense.PUNCTUATION if key[0] != "'" else Sense.WORDING
    if lower in _MONTHS or lower in _WEEKDAYS:
        return Sense.DATE if key[0].isupper() or lower not in ("may", "march") else Sense.MODAL
    if key[0].isupper() and (key != "I") and lower not in ("a", "the"):
        return Sense.NAME
    listed = sense_of_listed(lower)
    if listed is None and len(lower) > 5 and lower.endswith("est"):
        return Sense.SUPERLATIVE
    return listed or Sense.WORDING


def _named(words: list[Word]) -> list[Word]:
    """The words, the first with its capital where a name follows it that it is the first part of: Marit Dahl."""
    at = next((i for i, word in enumerate(words) if word.plain[0].isalnum()), None)
    if at is not None and at + 1 < len(words):
        first, second = words[at], words[at + 1]
        free = first.sense is Sense.WORDING and first.plain[0].isupper() and not first.is_quoted
        if free and second.sense is Sense.NAME and first.key not in _SMALL_WORDS:
            words[at] = replace(first, key=first.plain, sense=Sense.NAME)
    return words


def _signed(words: Sequence[Word], text: str) -> list[Word]:
    """The words, with the minus before a number a part of it, and a dash between blanks told from a hyphen."""
    found: list[Word] = []
    for one in words:
        word = one
        last = found[-1] if found else None
        if last is not None and last.plain == "-" and not last.is_quoted:
            free = last.start == 0 or text[last.start - 1].isspace() or text[last.start - 1] == "("
            if free and last.end == word.start and word.plain[0].isdigit():
                found[-1] = replace(word, start=last.start, key=f"-{word.key}")
                continue
        if word.plain == "-" and not word.is_quoted:
            before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
            long = text[word.start] in "—―"
            if long or before.isspace() or after.isspace():
                word = replace(word, key="—")
        found.append(word)
    return found


def _joined(words: Sequence[Word]) -> list[Word]:
    """The words, those joined that are one: Mr + full stop, twenty-one, 3 March, per cent."""
    found: list[Word] = []
    for word in words:
        found.append(word)
        while len(found) > 1 and (one := _one_of(found)) is not None:
            count, joined = one
            del found[-count:]
            found.append(joined)
    return found


def _one_of(words: Sequence[Word]) -> tuple[int, Word] | None:
    """How many of the last words are one, and which; None where the last stands for itself."""
    last, before = words[-1], words[-2]
    if last.is_quoted or before.is_quoted:
        return None
    lower = before.key.lower()
    if last.plain == "." and before.end == last.start:
        if lower in _TITLES:
            return 2, replace(before, end=last.end)
        if lower in _SHORT_MONTHS:
            return 2, replace(
                before, end=last.end, key=_SHORT_MONTHS[lower].capitalize(), sense=Sense.DATE
            )
    if lower == "per" and last.key.lower() == "cent":
        return 2, replace(
            last, start=before.start, plain="per cent", key="percent", sense=Sense.UNIT
        )
    if last.plain == "%" or (last.key == "percent" and last.sense is not Sense.UNIT):
        return 1, replace(last, key="percent", plain="percent", sense=Sense.UNIT)
    if before.key[:1].isdigit() and last.key in _SHORT_UNITS:
        return 1, replace(last, key=_SHORT_UNITS[last.key], sense=Sense.UNIT)
    third = words[-3] if len(words) > 2 else None
    if third is not None and before.plain == "-" and third.key in _ROUND and last.key in _DIGITS:
        value = str(int(third.key) + int(last.key))
        if third.plain.lower() in _TENS:
            return 3, replace(last, start=third.start, plain=value, key=value)
    day, month = before, last
    if before.key.lower() in _MONTHS:
        day, month = last, before
    if month.key.lower() in _MONTHS and month.key[0].isupper() and _is_day(day):
        number = re.sub(r"\D", "", day.key)
        key = f"{number} {month.key}"
        return 2, Word(before.start, last.end, key, key, Sense.DATE)
    return None


_ROUND = frozenset(str(10 * n) for n in range(2, 10))
_DIGITS = frozenset(map(str, range(1, 10)))


def _is_day(word: Word) -> bool:
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word.plain)
    return digits is not None and 0 < int(digits.group(1)) < 32


def _without_stops(words: Sequence[Word]) -> list[Word]:
    """The words without what only closes: a full stop at the end, a stop or comma beside a closing mark."""
    kept: list[Word] = []
    for index, word in enumerate(words):
        beside = [*words[max(0, index - 1) : index], *words[index + 1 : index + 2]]
        if word.plain in (".", ",") and any(one.is_mark for one in beside):
            continue
        kept.append(word)
    while kept and kept[-1].plain == ".":
        kept.pop()
    if len(kept) > 1 and kept[-1].is_mark and kept[-2].plain == ".":
        del kept[-2]
    return kept
