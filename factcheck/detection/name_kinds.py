"""Tells what a name is of: a person, an organisation or a place, by its words and by what stands around it."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from factcheck.detection.name_roll import Roll, has_family_first, is_first_name, is_suffix, is_work
from factcheck.detection.name_runs import Run, is_known, is_title_word
from factcheck.detection.words import words
from factcheck.model.detected import NameKind

_MOST_WORDS = 4  # of a person’s name, a suffix not counted
_IN = frozenset({"in", "near", "from", "at", "outside", "across"})
_PLACE_NOUNS = frozenset(
    [
        "city",
        "town",
        "village",
        "province",
        "region",
        "district",
        "suburb",
        "island",
        "state",
        "county",
        "camp",
        "capital",
        "port",
        "neighborhood",
        "neighbourhood",
        "peninsula",
        "area",
        "airport",
        "river",
        "border",
        "mountains",
        "coast",
        "municipality",
        "prefecture",
    ]
)
_FIRM_NOUNS = frozenset(
    [
        "company",
        "firm",
        "group",
        "party",
        "agency",
        "newspaper",
        "magazine",
        "website",
        "airline",
        "bank",
        "charity",
        "manufacturer",
        "maker",
        "automaker",
        "carmaker",
        "broadcaster",
        "shares",
        "network",
        "organization",
        "organisation",
        "militia",
        "think-tank",
        "retailer",
        "operator",
    ]
)
# titles that name whom the person heads: what stands before them is the organisation
_OF_A_FIRM = frozenset(
    [
        "ceo",
        "cfo",
        "coo",
        "cto",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "chairman",
        "founder",
        "chairwoman",
        "executive",
        "analyst",
        "editor",
        "reporter",
        "correspondent",
        "co-founder",
    ]
)
_NO_ACRONYM = 7  # letters from which capitals are shouted and no acronym


def kind_of(doc: Doc, run: Run, name: tuple[str, ...], roll: Roll) -> NameKind | None:
    """What the name is of; OTHER where nothing tells, None where it is likely no name."""
    whole = " ".join(name)
    if run.end < len(doc) and doc[run.end].text[0] in "$£€":
        return None  # the currency’s country: “US $5 million”
    if run.title and not (run.title.islower() and is_known(whole)):
        return NameKind.PERSON if _can_be_person(name) else _by_words(name)
    known = _known(doc, run, name, whole, roll)
    if known is not None:
        return known
    if run.is_before_title:
        return _before_title(doc, run, name, roll)
    by_words = _by_words(name)
    if by_words is not None and not _is_person_by_name(name, strictly=True):
        return by_words
    if whole in roll.kinds:
        return roll.kinds[whole]
    if len(name) == 1 and _is_acronym(whole):
        return _of_capitals(doc, run, whole, roll)
    if _is_person(doc, run, name, roll):
        return NameKind.PERSON
    return by_words or _by_neighbours(doc, run, name) or _unknown(doc, run, name, roll)


def _known(doc: Doc, run: Run, name: tuple[str, ...], whole: str, roll: Roll) -> NameKind | None:
    """What the lists say, unless the article has a person of that name."""
    if whole in words("places") or (whole.isupper() and whole.title() in words("places")):
        return NameKind.PERSON if _is_namesake(doc, run, name, roll) else NameKind.PLACE
    if whole in words("known-organisations"):
        return NameKind.PERSON if _is_namesake(doc, run, name, roll) else NameKind.ORGANISATION
    return None


def _is_namesake(doc: Doc, run: Run, name: tuple[str, ...], roll: Roll) -> bool:
    """Whether the place’s name is here the surname of somebody in the article (Jordan, Washington)."""
    if len(name) > 1 or name[0] not in roll.people or " " not in roll.people[name[0]]:
        return False
    return run.start == 0 or doc[run.start - 1].lower_ not in _IN


def _before_title(doc: Doc, run: Run, name: tuple[str, ...], roll: Roll) -> NameKind | None:
    """“Acme CEO Ann Lee”: what stands right before a title, where the title is one of a firm’s."""
    by_words = _by_words(name)
    if by_words is not None:
        return by_words
    title = doc[run.end].lower_
    if title in _OF_A_FIRM and not any(part.lower() in words("title-parts") for part in name):
        return roll.kinds.get(" ".join(name), NameKind.ORGANISATION)
    return None


def _can_be_person(name: tuple[str, ...]) -> bool:
    core = [part for part in name if not is_suffix(part)]
    if not 0 < len(core) <= _MOST_WORDS or any(char.isdigit() for char in "".join(core)):
        return False
    if len(core) == 1 and core[0].isupper() and len(core[0]) > 1:
        return False
    last = core[-1]
    if is_work(core):
        return False
    return not (
        last in words("organisation-words") and (len(core) != 2 or not is_first_name(core[0]))
    )


def _by_words(name: tuple[str, ...]) -> NameKind | None:
    """What the words of the name themselves tell."""
    if "of" in name:
        head = name[name.index("of") - 1]
        if head in words("place-words"):
            return NameKind.PLACE
        return NameKind.ORGANISATION
    last = name[-1]
    if "&" in name or last in words("organisation-words"):
        return NameKind.ORGANISATION if len(name) > 1 else None
    if len(name) > 1 and (last in words("place-words") or name[0] in _BEFORE_PLACE):
        return NameKind.PLACE
    return None


_BEFORE_PLACE = frozenset(
    {"Mount", "Mt.", "Lake", "Fort", "Cape", "Camp", "Port", "Gulf", "Strait"}
)


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return letters.isalpha() and letters.isupper() and 2 < len(letters) < _NO_ACRONYM


def _of_capitals(doc: Doc, run: Run, word: str, roll: Roll) -> NameKind | None:
    """An acronym is an organisation’s; a surname or another word can be shouted too."""
    if word.title() in roll.people:
        return NameKind.PERSON
    beside = (*doc[max(0, run.start - 1) : run.start], *doc[run.end : run.end + 1])
    if any(token.is_alpha and token.is_upper and len(token) > 1 for token in beside):
        return None
    return None if word.lower() in roll.small else NameKind.ORGANISATION


def _is_person_by_name(name: tuple[str, ...], *, strictly: bool = False) -> bool:
    """Whether a first name or an initial opens the name, and what follows can be a surname."""
    core = [part for part in name if not is_suffix(part)]
    if not 2 <= len(core) <= _MOST_WORDS or not _can_be_person(name):
        return False
    first, last = core[0], core[-1]
    if last in words("places") and last not in words("first-names"):
        return False
    if strictly:  # against a word that speaks for a place or firm, two plain words only
        return len(core) == 2 and is_first_name(first) and last in _ALSO_SURNAMES
    if has_family_first(name):
        return True
    if is_first_name(first):
        return not last.isupper() or len(last) == 1
    return any(_is_initial(part) for part in core[:-1]) and len(last) > 2 and not last.isupper()


_ALSO_SURNAMES = frozenset(
    [
        "Church",
        "Park",
        "Hill",
        "Hills",
        "House",
        "Lake",
        "Lakes",
        "Rivers",
        "Banks",
        "Post",
        "Field",
        "Street",
        "Court",
        "Bridge",
        "Castle",
        "Forest",
        "Mills",
        "Beach",
        "Bay",
        "Towns",
        "Shore",
        "Fields",
        "Power",
        "Lane",
        "Force",
        "Fort",
        "Parks",
        "Ridge",
        "Drive",
        "Tower",
        "Brothers",
    ]
)


def _is_initial(part: str) -> bool:
    return len(part) == 2 and part[1] == "." and part[0].isupper()


def _is_person(doc: Doc, run: Run, name: tuple[str, ...], roll: Roll) -> bool:
    if len(name) == 1:
        told = name[0] in roll.people or name[0] in roll.first_names
        return told or name[0] in words("known-people") or _is_called_so(doc, run, name[0], roll)
    if not _can_be_person(name):
        return False
    if _is_person_by_name(name) or _same_person(name, roll):
        return True
    return not _has_article(doc, run) and _looks_personal(name) and _acts_as_person(doc, run)


def _is_called_so(doc: Doc, run: Run, word: str, roll: Roll) -> bool:
    """Whether a first name stands alone for somebody who does something or belongs to somebody (their son, Sean)."""
    if not is_first_name(word) or word.lower() in roll.small or _has_article(doc, run):
        return False
    before = [token.lower_ for token in doc[max(0, run.start - 2) : run.start] if token.text != ","]
    if before and before[-1] in words("kinship"):
        return True
    return word in roll.inside and doc[run.start].dep_ in ("nsubj", "nsubjpass", "poss")


def _same_person(name: tuple[str, ...], roll: Roll) -> bool:
    """Whether the article has a person with this surname: this one, or a namesake."""
    full = roll.people.get(name[-1], "").split()
    if len(full) < 2 or len(name) < 2:
        return False
    return bool(set(name[:-1]) & set(full[:-1])) or (len(name) == 2 and _looks_personal(name))


def _has_article(doc: Doc, run: Run) -> bool:
    return run.start > 0 and doc[run.start - 1].lower_ in ("the", "a", "an")


def _looks_personal(name: Sequence[str]) -> bool:
    return all(part.replace("-", "").isalpha() and not part.isupper() for part in name)


def _acts_as_person(doc: Doc, run: Run) -> bool:
    """Whether an age, a “who”, a role in apposition or a kinsman beside the name makes it a person’s."""
    following = [token.lower_ for token in doc[run.end : run.end + 3]]
    if following[:1] == [","]:
        following = following[1:]
        if following and (following[0] == "aged" or _is_age(following)):
            return True
    if following and following[0] in ("who", "whose"):
        return True
    if run.start and doc[run.start - 1].lower_ in words("kinship") - _ALSO_FIRMS:
        return True
    root = doc[run.start : run.end].root
    if root.dep_ == "nsubj" and root.head.lower_ in _HUMAN_DEEDS:
        return True
    return any(_is_role(child) for child in root.children if child.dep_ == "appos") or (
        root.dep_ == "appos" and _is_role(root.head)
    )


_ALSO_FIRMS = frozenset(
    {"ally", "parent", "partner", "predecessor", "rival", "subsidiary", "successor"}
)
_HUMAN_DEEDS = frozenset(
    """told recalled testified tweeted joked wept laughed smiled married died resigned retired graduated
    remembers recalls recounted quipped""".split()  # noqa: SIM905 - a list of words reads so
)


def _is_age(tokens: list[str]) -> bool:
    age = tokens[0]
    return age.isdigit() and len(age) < 3 and (len(tokens) < 2 or not tokens[1].isalpha())


def _is_role(token: Token) -> bool:
    kin = words("kinship") - _ALSO_FIRMS
    return token.text.islower() and (is_title_word(token.text) or token.lower_ in kin)


def _by_neighbours(doc: Doc, run: Run, name: tuple[str, ...]) -> NameKind | None:
    """“the city of X”, “X province”, “X, France”, “the airline X”."""
    before = [token.lower_ for token in doc[max(0, run.start - 2) : run.start]]
    after = doc[run.end].lower_ if run.end < len(doc) else ""
    if before[-1:] == ["of"] and before[0] in _PLACE_NOUNS and before[0] not in ("state", "area"):
        return NameKind.PLACE
    if before and before[-1] in _PLACE_NOUNS - {"state", "area", "capital"} and after in (",", "."):
        return NameKind.PLACE
    ahead = doc[run.end : run.end + 2].text
    if after == "camp" or ahead.endswith(" camp"):
        return NameKind.PLACE
    if after in ("province", "district", "county", "village", "peninsula", "airport", "region"):
        return NameKind.PLACE
    if after == "," and run.end + 1 < len(doc) and before[-1:] and before[-1] in _IN:
        one, two = doc[run.end + 1].text, doc[run.end + 1 : run.end + 3].text
        if {one, two} & words("places"):
            return NameKind.PLACE
    root = doc[run.start : run.end].root
    appositions = [child.lower_ for child in root.children if child.dep_ == "appos"]
    if any(noun in _FIRM_NOUNS for noun in appositions) or (
        before[-1:] and before[-1] in _FIRM_NOUNS
    ):
        return NameKind.ORGANISATION
    return None


def _unknown(doc: Doc, run: Run, name: tuple[str, ...], roll: Roll) -> NameKind | None:
    """OTHER for what is written large where a sentence does not ask for it; None for a word that is large by chance."""
    if len(name[0]) < 2 and len(name) == 1:
        return None
    if len(name) > 1:
        return NameKind.OTHER
    first = doc[run.start]
    is_chance = first.is_sent_start and name[0] not in roll.inside and not _acts(first)
    return None if is_chance or name[0].lower() in roll.small else NameKind.OTHER


def _acts(token: Token) -> bool:
    """Whether the word that opens a sentence is tagged as a name and does what the verb right behind it says."""
    if token.dep_ != "nsubj" or token.tag_ != "NNP" or token.i + 1 >= len(token.doc):
        return False
    return token.nbor().tag_ in ("VBD", "VBZ", "MD")
