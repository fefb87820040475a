"""The words of the program's lists that tell of names: titles, forms of address, first names, places."""

from functools import cache

from factcheck.resource_files import resource

NO_OFFICE = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "madam", "madame", "monsieur", "herr", "frau"}
)


@cache
def listed(name: str) -> frozenset[str]:
    """The entries of the word list ``name``, in the writing of the list."""
    lines = resource("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_title(word: str) -> bool:
    """Whether the word names an office, rank or form of address: President, vice-president, Dr."""
    bare = word.rstrip(".,").lower()
    if bare in listed("name-titles") or bare in listed("titles"):
        return True
    return bare.rsplit("-", 1)[-1] in listed("titles")


def is_title_part(word: str) -> bool:
    """Whether the word belongs to a longer title: “Prime” Minister, “then”, “former”."""
    return word.lower() in listed("title-parts") or word.lower() in ("then", "ex", "vice", "co")


def is_suffix(word: str) -> bool:
    """Whether the word follows a surname and is none."""
    return word.rstrip(".") in ("Jr", "Sr", "II", "III", "IV")
