"""Hears the writer’s own voice: a column that says “I”, a clause that says what “we” feel."""

import re

from spacy.tokens import Token

from factcheck.detection.clauses import subject_of
from factcheck.detection.words import is_form_of, words

_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|myself)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_WORDS_PER_I = 120  # a column says “I” at least once in so many words
_FEWEST = 3
_FIRST_PERSON = frozenset({"i", "we"})


def is_column(text: str, stretches: list[tuple[int, int]]) -> bool:
    """Whether the writer speaks in the first person, outside quotations, again and again."""
    count = words = 0
    for start, end in stretches:
        own = _QUOTED.sub(" ", text[start:end])
        count += len(_I.findall(own))
        words += own.count(" ") + 1
    return count >= _FEWEST and count * _WORDS_PER_I >= words


def feeling(verb: Token) -> Token | None:
    """The word by which the writer, in the first person, says what it feels or thinks."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in _FIRST_PERSON:
        return None
    for token in (verb, *(c for c in verb.children if c.dep_ == "xcomp")):
        if is_form_of(token.text, "feeling-verbs") and token.tag_.startswith("V"):
            return token
    rests_on = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    return next((t for t in rests_on if t.lower_ in words("opinion-words")), None)
