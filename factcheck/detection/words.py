"""The word lists of resources/words, and verbs brought back to their base form."""

from functools import cache

from factcheck.resource_files import resource

_DOUBLED = "bdgklmnprtvz"


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the word list ``name``, in the writing of the list."""
    lines = resource("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _irregular() -> dict[str, str]:
    table = {}
    for line in words("irregular-verbs"):
        base, *forms = line.split()
        table.update(dict.fromkeys(forms, base))
    return table


@cache
def verb_bases(form: str) -> tuple[str, ...]:
    """The base forms that an English verb form can come from, likeliest first, itself last."""
    form = form.lower()
    if form in _irregular():
        return (_irregular()[form], form)
    return (*_regular_bases(form), form)


def _regular_bases(form: str) -> tuple[str, ...]:
    if form.endswith("ies") or form.endswith("ied"):
        return (form[:-3] + "y", form[:-1])
    if form.endswith("ing") and len(form) > 4:
        return _stem_bases(form[:-3])
    if form.endswith("ed") and len(form) > 3:
        return _stem_bases(form[:-2])
    if form.endswith("es") and form[:-2].endswith(("s", "sh", "ch", "x", "z", "o")):
        return (form[:-2], form[:-1])
    if form.endswith("s") and not form.endswith("ss"):
        return (form[:-1],)
    return ()


def _stem_bases(stem: str) -> tuple[str, ...]:
    bases = [stem, stem + "e"]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
        bases.insert(1, stem[:-1])
    if stem.endswith(("c", "s", "v", "z", "u", "at", "iz", "is", "g", "bl", "tl", "ir", "uc")):
        bases.reverse()
    return tuple(bases)


def is_form_of(form: str, name: str) -> bool:
    """Whether the verb form belongs to a verb of the list ``name``."""
    listed = words(name)
    return any(base in listed for base in verb_bases(form))


@cache
def base_form(form: str) -> str:
    """The likeliest base form: one that some list knows, else the first by the rules of spelling."""
    known = frozenset().union(*(words(name) for name in _VERB_LISTS))
    bases = verb_bases(form)
    return next((base for base in bases if base in known), bases[0])


_VERB_LISTS = (
    "reporting-verbs",
    "speech-act-verbs",
    "change-verbs",
    "cause-verbs",
    "stative-verbs",
    "negative-verbs",
    "common-verbs",
)
