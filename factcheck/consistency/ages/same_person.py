"""Whether an age and a birth are certainly one person’s."""

from factcheck.consistency.ages.births import Birth
from factcheck.consistency.ages.life import Lives
from factcheck.consistency.ages.people import KIN, Who
from factcheck.consistency.ages.told_ages import ToldAge
from factcheck.consistency.dates.outlines import Outline

_NEAR = 3  # sentences between a birth and an age of “the singer”
_ANYBODY = frozenset(
    {"man", "woman", "boy", "girl", "child", "teenager", "victim", "suspect", "person", "driver"}
    | {"passenger", "officer", "student", "baby", "player", "resident", "worker", "soldier"}
)


def is_same(lives: Lives, outline: Outline, age: ToldAge, birth: Birth) -> bool:
    """Whether an age is certainly that of the one who was born."""
    is_here = outline.position == birth.sentence
    if is_here and (age.who is None or birth.who is None):
        known = [who for who in (age.who, birth.who) if who is not None]
        return lives.people.only_one_within(outline.position, *known)
    if age.who is None or birth.who is None or "I" in (age.who.words, birth.who.words):
        return False
    told = lives.who_is(age.who, outline.position)
    born = lives.who_is(birth.who, birth.sentence)
    if told is not None and born is not None and told.agrees(born):
        if told.is_name:
            return lives.people.is_one(told.head) or told.is_same_full_name(born)
        return is_here or _is_again(lives, outline, birth, told, born)
    if is_here and (age.who.is_pronoun or birth.who.is_pronoun):
        others = [who for who in (age.who, birth.who) if not who.is_pronoun]
        return lives.people.only_one_within(outline.position, *others)
    if not age.who.is_pronoun and not birth.who.is_pronoun:
        return False
    return _follow(lives, outline, birth, age.who, birth.who)


def _is_again(lives: Lives, outline: Outline, birth: Birth, told: Who, born: Who) -> bool:
    """Whether “the singer” of another sentence is the same one."""
    articles = {who.words.split(" ", 1)[0].casefold() for who in (told, born)}
    is_near = _apart(lives, outline, birth) <= _NEAR
    return is_near and "the" in articles and told.head not in _ANYBODY


def _apart(lives: Lives, outline: Outline, birth: Birth) -> int:
    return lives.sentences_between(outline.position, birth.sentence)


def _follow(lives: Lives, outline: Outline, birth: Birth, *known: Who) -> bool:
    """Whether one sentence follows the other, and neither names anybody else or speaks of kin."""
    both = (outline.position, birth.sentence)
    heads = {who.head for place in both for who in lives.people.named_in(place)}
    others = {who.words.casefold() for who in known if who.is_pronoun}
    kin = any(KIN.search(lives.subject.words(place)) for place in both)
    strangers = heads - {who.head for who in known}
    return not strangers and len(others) < 2 and not kin and _apart(lives, outline, birth) <= 1
