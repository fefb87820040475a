"""Quoted words that are given twice: word for word, or altered on the way into the headline."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.sameness.wording import is_empty, words_of
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow
from factcheck.model.text import TextPosition

_BRACKETS = re.compile(r"[\[(].*?[\])]")
_SHORT_FORMS = (
    ("n't", " not"),
    ("'re", " are"),
    ("'m", " am"),
    ("'ve", " have"),
    ("'ll", " will"),
)
_IS = re.compile(r"\b(it|that|there|what|he|she|who|here)'s\b")
_DENIAL = re.compile(r"\b(?:not|never|no|without|den\w+)\b|n[’']t\b")
_DENYING = frozenset(
    ["not", "never", "no", "nor", "nothing", "nobody", "none", "without", "hardly"]
)
_LIKE = 0.7  # how much of two quotations must be the same words in the same order
_LONGEST = 300  # words of a quotation
_MOST = 300  # quotations that are held against each other
_LONG = 5  # words from which a quotation of the running text is held against the others


def quoted_twice(subject: Subject, passages: list[Passage]) -> Iterator[Finding]:
    """Quotations above or beside the text that are, or are not, word for word those of the text."""
    above = [p.position for p in passages if p.is_headline or p.is_beside]
    quoted = [(q.position, _plain(subject, q.position)) for q in subject.quotations[:_MOST]]
    quoted = [(position, words) for position, words in quoted if 0 < len(words) <= _LONGEST]
    inside = [one for one in quoted if not _is_in(one[0], above)]
    for position, words in quoted:
        if _is_in(position, above):
            yield from _above_against(subject, position, words, inside)
    yield from _altered(subject, inside)


def _is_in(position: TextPosition, places: list[TextPosition]) -> bool:
    return any(place.overlaps(position) for place in places)


def _plain(subject: Subject, position: TextPosition) -> tuple[str, ...]:
    """The words of a quotation in small letters and long forms, without what an editor put in brackets."""
    words = _BRACKETS.sub(" ", subject.words(position).partition("\n")[0])
    words = (
        words.replace("’", "'").casefold().replace("can't", "can not").replace("won't", "will not")
    )
    words = _IS.sub(r"\1 is", words)
    for short, long in _SHORT_FORMS:
        words = words.replace(short, long)
    return tuple(word.text.strip("'") for word in words_of(words, TextPosition(0, len(words))))


def _above_against(
    subject: Subject,
    position: TextPosition,
    words: tuple[str, ...],
    inside: list[tuple[TextPosition, tuple[str, ...]]],
) -> Iterator[Finding]:
    for other, others in inside:
        if _within(words, others):
            if len(words) > 1 and _is_turned(words, others) and not _is_denied(subject, position):
                yield _not_verbatim(subject, position, other, words, others, Outcome.CONFLICT)
            elif len(words) > 1:
                yield _word_for_word(subject, position, other)
            return
    nearest = max(inside, key=lambda one: _likeness(words, one[1]), default=None)
    if nearest is None or len(words) < 2:
        return
    likeness = _likeness(words, nearest[1])
    if likeness >= _LIKE or (likeness >= 0.6 and len(words) >= 5):
        altered = Outcome.CONFLICT if _says_otherwise(words, nearest[1]) else Outcome.ASK
        yield _not_verbatim(subject, position, nearest[0], words, nearest[1], altered)


def _is_denied(subject: Subject, position: TextPosition) -> bool:
    """Whether the words that lead up to a quotation deny it themselves: told her not to ‘moan and groan’."""
    before = subject.text[max(0, position.start - 40) : position.start].casefold()
    return _DENIAL.search(before) is not None


def _is_turned(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a “not” right before the words was left out of them, each time they stand there."""
    size = len(words)
    places = [i for i in range(len(others) - size + 1) if others[i : i + size] == words]
    return all(i and others[i - 1] in _DENYING for i in places)


def _says_otherwise(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a denial, a figure or a word that carries the meaning is another one, and no mere joining word."""
    changed = [(words[a:b], others[c:d]) for _, a, b, c, d in _steps(words, others)]
    gone = {word for before, after in changed for word in (*before, *after)}
    if gone & _DENYING or any(word[0].isdigit() for word in gone if word):
        return True
    if len(words) < 4 or len(changed) != 1:
        return False
    before, after = changed[0]
    return len(before) == len(after) == 1 and not is_empty(before[0]) and not is_empty(after[0])


def _within(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the words stand in the others side by side."""
    size = len(words)
    return any(others[i : i + size] == words for i in range(len(others) - size + 1))


def _likeness(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    """What part of the words stands in the others in the same order and close together, from 0 to 1."""
    blocks = [
        b
        for b in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
        if b.size
    ]
    if not blocks:
        return 0.0
    if blocks[-1].b + blocks[-1].size - blocks[0].b > 1.5 * len(words) + 1:
        return 0.0
    return sum(block.size for block in blocks) / len(words)


def _altered(
    subject: Subject, inside: list[tuple[TextPosition, tuple[str, ...]]]
) -> Iterator[Finding]:
    """Long quotations of the running text that differ by a word or two."""
    seen: dict[tuple[str, ...], int] = {}
    told: set[tuple[int, int]] = set()
    for index, (position, words) in enumerate(inside):
        if len(words) < _LONG:
            continue
        for at in range(len(words) - 2):
            earlier = seen.setdefault(words[at : at + 3], index)
            if earlier == index or (earlier, index) in told:
                continue
            told.add((earlier, index))
            other, others = inside[earlier]
            if _is_altered(words, others) and _apart(subject, position, other):
                yield _not_verbatim(subject, other, position, others, words)


def _is_altered(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if abs(len(words) - len(others)) > 2 or _within(words, others) or _within(others, words):
        return False
    return min(_likeness(words, others), _likeness(others, words)) >= _LIKE


def _apart(subject: Subject, position: TextPosition, other: TextPosition) -> bool:
    """Whether two quotations stand in different sentences: side by side they are held against each other by the text."""
    return subject.sentence_at(position.start) != subject.sentence_at(other.start)


def _word_for_word(subject: Subject, position: TextPosition, other: TextPosition) -> Finding:
    return subject.finding(
        "quote-match",
        FindingKind.REPEATS,
        Outcome.CONSISTENT,
        f"The quoted words {subject.words(position)} stand in the text as they are quoted above it.",
        (position, other),
        f"{subject.words(position)} = {_short(subject.words(other))}",
        _rows(subject, position, other),
    )


def _not_verbatim(
    subject: Subject,
    position: TextPosition,
    other: TextPosition,
    words: tuple[str, ...],
    others: tuple[str, ...],
    outcome: Outcome = Outcome.ASK,
) -> Finding:
    apart = _difference(words, others)
    other = _part_like(subject, words, other)
    return subject.finding(
        "quote-match",
        FindingKind.REPEATS,
        outcome,
        f"The quoted words {subject.words(position)} are {_short(subject.words(other))} elsewhere, not word for word the same.",
        (position, other),
        apart,
        _rows(subject, position, other),
        "Which of the two was said? Words in quotation marks have to be the speaker’s own.",
    )


def _part_like(subject: Subject, words: tuple[str, ...], other: TextPosition) -> TextPosition:
    """The stretch of a longer quotation that is like the words; all of it where it is no longer."""
    spoken = words_of(subject.text, other)
    if len(spoken) <= len(words) + 3:
        return other
    plain = tuple(word.lower for word in spoken)
    blocks = SequenceMatcher(None, words, plain, autojunk=False).get_matching_blocks()
    longest = max(blocks, key=lambda block: block.size)
    start = longest.b - longest.a - 1
    shared = [b for b in blocks if b.size and start <= b.b <= start + 1.5 * len(words) + 2]
    if not shared:
        return other
    last = shared[-1].b + shared[-1].size - 1
    return TextPosition(spoken[shared[0].b].start, spoken[last].end)


def _difference(words: tuple[str, ...], others: tuple[str, ...]) -> str:
    """What one quotation has and the other has not, between the first and the last word that they share."""
    changed = [
        f"“{' '.join(words[a:b]) or '—'}” ≠ “{' '.join(others[c:d]) or '—'}”"
        for _, a, b, c, d in _steps(words, others)
    ]
    return "; ".join(changed) or "a denial before the words is left out"


def _steps(words: tuple[str, ...], others: tuple[str, ...]) -> list[tuple[str, int, int, int, int]]:
    """Where the words differ, without what stands before or after them in a longer quotation."""
    steps = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    if steps and steps[0][0] == "insert":
        steps = steps[1:]
    if steps and steps[-1][0] == "insert":
        steps = steps[:-1]
    return [step for step in steps if step[0] != "equal"]


def _rows(subject: Subject, position: TextPosition, other: TextPosition) -> tuple[SumRow, ...]:
    return (
        SumRow(_where(subject, position), _short(subject.words(position)), position),
        SumRow(_where(subject, other), _short(subject.words(other)), other),
    )


def _where(subject: Subject, position: TextPosition) -> str:
    return subject.role_at(position.start).value.replace("body", "text")


def _short(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:60].rstrip()} … {words[-20:].lstrip()}"
