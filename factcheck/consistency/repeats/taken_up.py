"""Whether a later figure takes up an earlier one as known: “the 14 officers”, “the 1,800-metre bridge”."""

import re

from factcheck.consistency.repeats.deeds import deed_of
from factcheck.consistency.sameness.told import Sort, Told
from factcheck.consistency.sameness.wording import stem

_RESTRICTED = re.compile(
    r"\s*(?:who|whom|that|which|whose|where|when|since|of|in|from|at|on|with|without|aged|to|for|but|under|over|inside|outside|"
    r"[a-z]+ing|[a-z]+ed(?! (?:the|a|an|his|her|their|its|it|him|them)\b)|involved|left|behind|between|or|other|per|a)\b"
)
_RATE = re.compile(r"\s*(?:(?:a|an|per|each|every) [a-z]+|daily|yearly|annually)\b")
_NEW = re.compile(r"\b(?:an?|another|every|each|other)\s+$")
_LONG = re.compile(r"\s*(?:long|tall|high|in length|in height)\b")
_THING = re.compile(
    r"([a-z][a-z’'-]*)(?:,? (?:is|was|measures|measured|stands|stood|stretches|runs|at|cost|costs|is worth|was worth|"
    r"is valued at|was valued at|lasted|took|takes|went on for|runs for|ran for)|,) (?:[a-z]+ ){0,2}$"
)
_SENTENCED = re.compile(r"\b(?:jailed|imprisoned|sentenced|prison|jail) (?:for|to) $")
_OF_WHAT = re.compile(r"\s+of ([a-z]+)")
_FACTOR = 3  # counts further apart than this are of other things, unless one looks like a slip of the other
_BECAME = {"dead": "die", "injur": "hurt", "wound": "hurt", "miss": "miss"}  # by stems


def is_taken_up(one: Told, later: Told) -> bool:
    """Whether “the 14 officers” takes up “a dozen officers”, or “the 27-metre tower” one that “is 24 metres tall”."""
    if one.unit != later.unit:
        return _are_the_dead(one, later) or _are_its_seats(one, later)
    if not (one.modifiers <= later.modifiers or later.modifiers <= one.modifiers):
        return False
    if is_rate(one) != is_rate(later) or is_new(later):
        return False
    if later.sort is Sort.COUNT:
        if min(one.value, later.value) < 2:  # “the one candidate who” is no count
            return False
        if one.known or max(one.value, later.value) > _FACTOR * min(one.value, later.value):
            return one.value == later.value
        taken_up = later.known or is_compound(later)
        return taken_up and is_whole(one, later) and _of_one(one, later)
    thing = thing_of(one)
    if later.sort is Sort.MONEY:
        same = bool(later.head) and later.head in (one.head, thing)
        return later.known and same and is_whole(one, later)
    same = bool(thing) and thing == thing_of(later)
    known = later.known or _is_attribute(one) or thing == "sentenc"
    return same and known and is_whole(one, later)


def _are_the_dead(one: Told, later: Told) -> bool:
    """“The 71 dead”, where 17 people had died."""
    deed = _BECAME.get(later.unit)
    if deed is None or not later.known or not is_whole(one, later):
        return False
    return one.sort in (Sort.COUNT, Sort.BARE) and deed_of(one)[0] == deed


def _are_its_seats(one: Told, later: Told) -> bool:
    """“The 45,000-seat stadium”, where the stadium “seats 54,000”."""
    if one.sort is not Sort.BARE or not is_compound(later) or not _of_one(one, later):
        return False
    before = one.before.split()[-1:]
    return bool(before) and stem(before[0]) == later.unit


def is_whole(one: Told, later: Told) -> bool:
    """Whether the words behind a known count do not narrow it down, but to what was said before."""
    found = _RESTRICTED.match(later.after)
    if found is None or stem(found[0].strip()) in one.passage.stems:
        return True
    return found[0].strip().endswith("ed") and later.before.rstrip().endswith("all")


def is_new(one: Told) -> bool:
    """Whether the text brings it in as something the reader does not know: a 158-metre dam, another."""
    return _NEW.search(one.before) is not None


def is_rate(one: Told) -> bool:
    """Whether a figure is so much a year, a head, a day."""
    return _RATE.match(one.after) is not None


def _of_one(one: Told, later: Told) -> bool:
    """Whether a compound (the 27-storey tower) is of the thing that the first figure was told of."""
    if not is_compound(later):
        return not is_compound(one)
    word = later.after.split()[:1]
    return bool(word) and stem(word[0].strip(".,;:")) in one.passage.stems


def is_compound(one: Told) -> bool:
    """Whether a figure and its unit are one word before a noun: the 1,800-metre bridge."""
    end = one.position.end
    return one.passage.text[end : end + 1] in ("-", "‑") or "-" in one.words


def _is_attribute(one: Told) -> bool:
    start = one.position.end - one.passage.position.start
    return bool(_LONG.match(one.passage.lower, start)) or one.sort is Sort.SPAN


def thing_of(one: Told) -> str:
    """What a measure is of: the bridge that is 420 metres long, the 420-metre bridge, 24 kilograms of cocaine."""
    if is_compound(one):
        return one.head
    if found := _OF_WHAT.match(one.passage.lower, one.position.end - one.passage.position.start):
        return stem(found[1])
    if _SENTENCED.search(one.before):
        return "sentenc"
    if _is_attribute(one) or one.sort is Sort.MONEY:
        found = _THING.search(one.before)
        return stem(found[1]) if found else ""
    return ""
