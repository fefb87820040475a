"""Which words tell of one sort of event: “victory”, “won” and “beat”; and which sorts cannot be true together."""

from functools import cache

from factcheck.consistency.sameness.wording import stem
from factcheck.resource_files import resource

_CONTRARY = (
    ("die", "survive"),
    ("hurt", "survive"),
    ("win", "lose"),
    ("rise", "fall"),
    ("approve", "reject"),
    ("convict", "acquit"),
    ("open", "close"),
    ("ban", "allow"),
    ("rescue", "die"),
    ("rescue", "miss"),
    ("attend", "absent"),
    ("agree", "refuse"),
    ("deny", "admit"),
    ("find", "miss"),
    ("return", "miss"),
    ("free", "hold"),
    ("pass-test", "fail"),
    ("agree", "reject"),
    ("profit", "lose"),
)


def sorts_of(word_stem: str) -> frozenset[str]:
    """The sorts of event that a stem tells of; mostly none."""
    return _sorts().get(word_stem, frozenset())


@cache
def contraries_of(sort: str) -> frozenset[str]:
    """The sorts that cannot have happened where this one did, to the same people or things."""
    first = {b for a, b in _CONTRARY if a == sort}
    return frozenset(first | {a for a, b in _CONTRARY if b == sort})


@cache
def words_for(sort: str) -> frozenset[str]:
    """The stems that tell of a sort of event."""
    return frozenset(one for one, sorts in _sorts().items() if sort in sorts)


@cache
def _sorts() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in resource("words", "events.txt").read_text(encoding="utf-8").splitlines():
        name, parted, words = line.partition(" = ")
        if not parted:
            continue
        for word in words.split():
            table[stem(word)] = table.get(stem(word), frozenset()) | {name}
    return table
