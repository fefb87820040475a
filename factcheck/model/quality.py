"""What a claim’s verdict stands on, held against what the desk asks of it, and where it is weak."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.claim import Claim
from factcheck.model.evidence import Evidence, FileState, Source, SourceQuality, Stance
from factcheck.model.standard import Standard, WhenShort
from factcheck.model.verdict import State

_STANCE_OF = {State.VERIFIED: Stance.SUPPORTS, State.CONTRADICTED: Stance.CONTRADICTS}


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for one side: how many primary sources, and how many others that do not repeat each other."""

    primary: int
    independent: int

    def suffices(self, standard: Standard) -> bool:
        """Whether the desk asks for no more than this."""
        if self.primary and standard.primary_suffices:
            return True
        return self.primary + self.independent >= max(1, standard.independent)


def standing(case: Case, claim_id: str, stance: Stance = Stance.SUPPORTS) -> Standing:
    """What a verdict on the claim stands on; two sources of one origin, or at one address, count once."""
    there = [case.source(one.source_id) for one in case.evidence(claim_id) if one.stance is stance]
    repeated = {_levelled(source.origin) for source in there if source.origin.strip()}
    primary = {_origin(s, repeated) for s in there if s.quality is SourceQuality.PRIMARY}
    others = {_origin(s, repeated) for s in there} - primary
    return Standing(len(primary), len(others))


def _origin(source: Source, repeated: set[str]) -> str:
    """Whose words the source has: its own where nobody else's; ``repeated`` are those that some source repeats."""
    for words in (source.origin, source.title, source.reference):
        if words.strip() and (words == source.origin or _levelled(words) in repeated):
            return _levelled(words)
    return _address(source.reference) or _levelled(source.title)


def _levelled(words: str) -> str:
    return " ".join(words.split()).casefold()


def _address(reference: str) -> str:
    """A link without what does not change the page; anything else as it stands."""
    try:
        parts = urlsplit(reference.strip())
    except ValueError:
        return reference
    if parts.scheme not in ("http", "https"):
        return reference
    host = parts.netloc.casefold().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def shortfall(case: Case, claim_id: str, standard: Standard) -> str:
    """Why “verified” says more than the claim’s sources do, in a sentence; empty where they suffice."""
    there = standing(case, claim_id)
    if standard.when_short is WhenShort.ALLOW or there.suffices(standard):
        return ""
    count = there.primary + there.independent
    if not count:
        return "Nothing supports this claim yet: no source is attached that says it."
    has = "One source" if count == 1 else f"{count} independent sources"
    asked = f"{max(1, standard.independent)} that do not repeat each other"
    primary = "a primary one, or " if standard.primary_suffices else ""
    return (
        f"{has} {'supports' if count == 1 else 'support'} this claim; the desk asks for"
        f" {primary}{asked}."
    )


class Weakness(StrEnum):
    """Why a verdict may not hold; the gravest first."""

    NO_SOURCE = "no-source"
    FILE_MISSING = "file-missing"
    FILE_CHANGED = "file-changed"
    AUTHORS_WORD = "authors-word"
    TOO_FEW = "too-few"
    NO_LOCATOR = "no-locator"


WEAKNESS_NAMES = {
    Weakness.NO_SOURCE: "no source for the verdict",
    Weakness.FILE_MISSING: "the kept file is missing",
    Weakness.FILE_CHANGED: "the kept file was changed",
    Weakness.AUTHORS_WORD: "author’s word alone",
    Weakness.TOO_FEW: "too few independent sources",
    Weakness.NO_LOCATOR: "no locator",
}


@dataclass(frozen=True, slots=True)
class WeakLink:
    """A claim whose verdict may not hold, and why; ``source_id`` where one source is the reason."""

    claim: Claim
    weakness: Weakness
    words: str
    source_id: str = ""

    def told(self, case: Case) -> str:
        """Why, as a sentence that names the source."""
        title = case.source(self.source_id).title if self.source_id else ""
        return f"{self.words}: {title}." if title else f"{self.words}."


def weakest_links(
    case: Case, standard: Standard, files: Mapping[str, FileState] | None = None
) -> list[WeakLink]:
    """The weak links of the article’s verdicts, the gravest first, then in text order.

    ``files`` tells by the id of a source how its kept file was found; a file that is not in it counts as whole.
    """
    found = [
        link for claim in case.claims() for link in _of_claim(case, claim, standard, files or {})
    ]
    ranks = list(Weakness)
    return sorted(found, key=lambda link: (ranks.index(link.weakness), link.claim.in_text_order))


def _of_claim(
    case: Case, claim: Claim, standard: Standard, files: Mapping[str, FileState]
) -> Iterator[WeakLink]:
    state = case.state(claim.id)
    if state is State.AUTHORS_WORD:
        yield WeakLink(claim, Weakness.AUTHORS_WORD, "It rests on the author’s word alone")
    stance = _STANCE_OF.get(state)
    if stance is None:
        return
    there = standing(case, claim.id, stance)
    evidence = case.evidence(claim.id)
    if not there.primary + there.independent:
        yield WeakLink(claim, Weakness.NO_SOURCE, _bare(state))
    elif state is State.VERIFIED and not there.suffices(standard):
        yield WeakLink(claim, Weakness.TOO_FEW, _few(there.primary + there.independent))
    for one in evidence:
        yield from _of_evidence(claim, one, case.source(one.source_id), files)


def _bare(state: State) -> str:
    says = "supports" if state is State.VERIFIED else "contradicts"
    return f"{state.value.capitalize()}, and no source is attached that {says} it"


def _few(count: int) -> str:
    if count == 1:
        return "It stands on one source alone"
    return f"It stands on {count} sources that do not repeat each other"


def _of_evidence(
    claim: Claim, evidence: Evidence, source: Source, files: Mapping[str, FileState]
) -> Iterator[WeakLink]:
    state = files.get(source.id, FileState.WHOLE)
    if state is FileState.MISSING:
        words = "The file that was kept of a source is missing"
        yield WeakLink(claim, Weakness.FILE_MISSING, words, source.id)
    elif state is FileState.CHANGED:
        words = "The file that was kept of a source was changed since"
        yield WeakLink(claim, Weakness.FILE_CHANGED, words, source.id)
    if not evidence.locator.strip():
        words = "A source is named without a page, paragraph or time"
        yield WeakLink(claim, Weakness.NO_LOCATOR, words, source.id)


def standard_set(before: Standard | None, after: Standard, stamp: Stamp) -> Change:
    """What the desk asks of sources, as it now is; ``before`` is None where it had not said."""
    edits = () if before == after else (Edit(before, after),)
    return Change(Verb.SET_STANDARD, "", edits, stamp)
