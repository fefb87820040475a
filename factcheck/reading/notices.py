"""Says what of a file was taken how, left out or could not be read, each in a sentence for who opened it."""

from collections import Counter
from collections.abc import Iterable, Mapping

_SHOWN = 60  # code points of the last words before a text breaks off


def counted(number: int, word: str) -> str:
    """The number with its word, in the plural where there is not one."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def listed(words: Iterable[str]) -> str:
    """The words as a sentence lists them."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def told_of_tracked(tracked: Mapping[str, int]) -> list[str]:
    """That tracked changes were taken as accepted, and how many of each sort; nothing where there are none."""
    kept, dropped = tracked.get("insertion", 0), tracked.get("deletion", 0)
    if not kept and not dropped:
        return []
    parts = [f"{counted(kept, 'insertion')} kept"] if kept else []
    parts += [f"{counted(dropped, 'deletion')} left out"] if dropped else []
    return [
        f"The tracked changes were taken as accepted: {listed(parts)}. To have them refused, refuse them in the "
        "file and open it again."
    ]


def told_of_unread(unread: Counter[str]) -> list[str]:
    """What the text holds that is not words; nothing where it holds only words."""
    found = [counted(number, word) for word, number in unread.items() if number]
    if not found:
        return []
    verb = "was" if sum(unread.values()) == 1 else "were"
    return [
        f"{listed(found).capitalize()} {verb} not read; check what is in there in the file itself."
    ]


def told_of_missing(missing: Iterable[str]) -> list[str]:
    """Which parts of a damaged file could not be read; nothing where all could."""
    names = list(missing)
    if not names:
        return []
    return [f"The file is damaged: {listed(names)} could not be read. The text itself could."]


def told_of_break(last_words: str) -> str:
    """Where the text of a damaged file breaks off."""
    words = " ".join(last_words.split())
    shown = words if len(words) <= _SHOWN else "…" + words[-_SHOWN:]
    return (
        f"The file is damaged: its text could be read up to “{shown}”, and what follows is missing. "
        "Ask for another copy."
    )
