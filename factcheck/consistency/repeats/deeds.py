"""What happened to so many people: “five killed”, “four people were hurt”, “the 71 dead”."""

from factcheck.consistency.sameness.events import sorts_of
from factcheck.consistency.sameness.told import Sort, Told
from factcheck.model.text import TextPosition

PEOPLE = frozenset(
    [
        "person",
        "man",
        "woman",
        "child",
        "officer",
        "soldier",
        "civilian",
        "passenger",
        "worker",
        "resident",
        "student",
        "pupil",
        "victim",
        "firefighter",
        "migrant",
        "rebel",
        "protester",
        "suspect",
        "driver",
        "miner",
        "troop",
        "policeman",
    ]
)
_STATES = frozenset(["homeless", "jobless", "ill", "sick", "stranded", "trapped", "guilty"])
DEEDS = frozenset(["die", "hurt", "arrest", "miss", "rescue", "survive", "convict", "acquit"])


def deed_of(one: Told) -> tuple[str, TextPosition]:
    """What happened to so many people, and the figure with the word that says it; "" where nothing did.

    It is the first deed named within the words behind the figure.
    """
    end = one.position.end
    behind = [w for w in one.passage.words if end <= w.start < end + 45]
    counts_people = one.sort is Sort.BARE or one.unit in PEOPLE
    for word in behind[:5]:
        if word.text[0].isdigit():
            break
        place = TextPosition(one.position.start, word.end)
        if found := sorts_of(word.stem) & DEEDS:
            return min(found), place
        if word.lower.endswith("ed") and counts_people:
            return word.stem, place
    before = [w for w in one.passage.words if w.end <= one.position.start]
    if counts_people and before and (found := sorts_of(before[-1].stem) & DEEDS):
        return min(found), TextPosition(before[-1].start, one.place.end)
    for word in behind[:2]:
        if counts_people and word.lower in _STATES:
            return word.stem, TextPosition(one.position.start, word.end)
    return "", one.place
