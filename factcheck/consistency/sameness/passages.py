"""The sentences of an article as rules read them: with their words, and with what stands above the text told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from factcheck.consistency.sameness.wording import Word, content, words_of
from factcheck.consistency.subject import Subject
from factcheck.model.article import Role
from factcheck.model.text import TextPosition, trimmed

_BREAK = re.compile(r"\s*(?:…|\[…\]|\n)\s*|(?<=[a-z0-9][.!?])\s+(?=[“\"‘]?[A-Z])")
_ABOVE = frozenset({Role.HEADLINE, Role.SUBHEADING})
_BESIDE = frozenset({Role.CAPTION, Role.CROSSHEAD, Role.PULLQUOTE})
_TELLING = re.compile(
    r"\b(?:a|an|the|was|were|had|has|have|is|are|said|says|it|he|she|they|his|her|their|i|we|you|"
    r"should|would|must|could|both|each|every)\b",
    re.IGNORECASE,
)
_NO_HEADLINE = re.compile(r"[a-z(]|(?:On|In|At|After|When|As|During|Since)\b.*,")
_SMALL = frozenset(
    "a an and as at by for from in into is of off on or over the to up vs with his her its it but not be are".split()  # noqa: SIM905
)
_LABEL = re.compile(r"(?:headline|title|heading|caption|picture)\s*:", re.IGNORECASE)
_LONGEST_HEADLINE = 18  # words
_LONGEST = 2_000  # code points; longer ones are tables and lists, and no sentences


@dataclass(frozen=True)
class Passage:
    """One sentence or what is left of it between two dots of omission; ``number`` counts them through the article."""

    text: str
    position: TextPosition
    number: int
    role: Role
    paragraph: int

    @cached_property
    def words(self) -> list[Word]:
        """Its words in text order."""
        return words_of(self.text, self.position)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What its words mean, the empty ones left out."""
        return content(self.words)

    @cached_property
    def string(self) -> str:
        """The passage itself."""
        return self.position.of(self.text)

    @cached_property
    def lower(self) -> str:
        """The passage in small letters, character for character as long as it is."""
        lowered = self.string.lower()
        if len(lowered) == len(self.string):
            return lowered
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.string)

    @property
    def is_headline(self) -> bool:
        return self.role in _ABOVE

    @property
    def is_beside(self) -> bool:
        """Whether it is set beside the running text: a caption, a crosshead, a pull quote."""
        return self.role in _BESIDE

    def at(self, start: int, end: int) -> TextPosition:
        """A place in the article, from characters of the passage."""
        return TextPosition(self.position.start + start, self.position.start + end)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where the pattern stands in it, in small letters."""
        return pattern.finditer(self.lower)


@lru_cache(maxsize=1)  # three families of rules read the same passages, one after the other
def passages_of(subject: Subject) -> list[Passage]:
    """The passages of an article that say something, in text order; the list is shared, so leave it as it is."""
    pieces = list(_pieces(subject))
    listed: list[Passage] = []
    for position in pieces:
        role = subject.role_at(position.start)
        if not role.holds_claims:
            continue
        if role is Role.BODY and not listed and _is_headline(subject, pieces, position):
            role = Role.HEADLINE
        paragraph = subject.block_at(position.start)
        start = paragraph.position.start if paragraph else 0
        if "\n" in subject.text[start : position.start]:
            start = subject.text.rindex("\n", start, position.start)
        listed.append(Passage(subject.text, position, len(listed), role, start))
    return listed


def _pieces(subject: Subject) -> Iterator[TextPosition]:
    for sentence in subject.sentences:
        start = sentence.start
        for found in _BREAK.finditer(subject.text, sentence.start, sentence.end):
            yield from _if_any(subject.text, start, found.start())
            start = found.end()
        yield from _if_any(subject.text, start, sentence.end)


def _if_any(text: str, start: int, end: int) -> Iterator[TextPosition]:
    position = trimmed(text, TextPosition(start, max(start, end)))
    if 1 < len(position) <= _LONGEST:
        yield position


def _is_headline(subject: Subject, pieces: list[TextPosition], first: TextPosition) -> bool:
    """Whether the first sentence of a text without a marked headline reads as one."""
    if any(block.role in _ABOVE for block in subject.blocks) or pieces[0] != first:
        return False
    if len(pieces) < 2:
        return False
    words = first.of(subject.text)
    if _LABEL.match(words):
        return True
    if not 3 <= len(words.split()) <= _LONGEST_HEADLINE or _NO_HEADLINE.match(words):
        return False
    after = subject.text[first.end : pieces[1].start]
    if "\n" in after and words[-1] not in ".:;,":
        return True
    return is_in_capitals(words) or not _TELLING.search(words)


def is_in_capitals(words: str) -> bool:
    """Whether each word that matters begins with a capital: White House Said to Debate Cut in Troops."""
    letters = [word.strip("‘’“”'\"(),.:;!?") for word in words.split()]
    telling = [word for word in letters if word[:1].isalpha() and word.casefold() not in _SMALL]
    return len(telling) >= 4 and sum(word[0].isupper() for word in telling) >= 0.85 * len(telling)
