"""Hears the writer’s own voice: a column that says “I” or argues, a clause that says what “we” feel."""

import re

from spacy.tokens import Token

from factcheck.detection.clauses import subject_of
from factcheck.detection.words import is_form_of, words

_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|myself)\b")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_WORDS_PER_I = 120  # a column says “I” at least once in so many words
_FEWEST = 3
_FIRST_PERSON = frozenset({"i", "we"})
_FEWEST_SENTENCES = 12  # sentences from which the tone of a text can be told
_LOOSE = 0.34  # the share of its sentences that hold forth: in the present tense, and with nothing firm in them
_LINE = 12  # words of a line that is a paragraph
_END = re.compile(r"(?<=[.!?])\s+")
_COUNTS = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?"
    r"|millions?|billions?|per ?cent|half)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\s(?!I\b)[A-Z]")
_NOW = re.compile(r"\b(?:is|are|does|do|will|would|may|cannot|has|have)\b")
_MARKED = "\ufffc"  # stands for quoted words


def is_column(text: str, stretches: list[tuple[int, int]]) -> bool:
    """Whether the writer says “I” again and again outside quotations, or argues more than it tells."""
    count = words = 0
    for start, end in stretches:
        own = _QUOTED.sub(" ", text[start:end])
        count += len(_I.findall(own))
        words += own.count(" ") + 1
    if count >= _FEWEST and count * _WORDS_PER_I >= words:
        return True
    return _argues([line for start, end in stretches for line in text[start:end].split("\n")])


def _argues(paragraphs: list[str]) -> bool:
    """Whether a text holds forth more than it tells; in news fewer than one sentence in four does."""
    sentences = [
        sentence
        for paragraph in paragraphs
        if paragraph.count(" ") >= _LINE
        for sentence in _END.split(_QUOTED.sub(_MARKED, paragraph))
        if sentence.count(" ") >= 2
    ]
    loose = sum(_NOW.search(s) is not None and not _holds(s) for s in sentences)
    return len(sentences) >= _FEWEST_SENTENCES and loose >= _LOOSE * len(sentences)


def _holds(sentence: str) -> bool:
    """Whether a sentence holds a name after its first word, a figure or quoted words."""
    firm = _NAME.search(sentence) or _COUNTS.search(sentence)
    return firm is not None or _MARKED in sentence


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
