"""Lists what a report's reader cannot rely on yet: claims without verdict, text nobody read, thin sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.claim import Priority
from factcheck.model.verdict import State
from factcheck.report.outline import NumberedClaim, Outline, Part
from factcheck.report.wording import listed, number, ranges

_EXAMPLES = 3  # claims quoted for one shortfall
_NUMBERS = 12  # claims named by number


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that was not checked: how much of it, in words what, and claims that show it."""

    amount: str
    words: str
    examples: tuple[NumberedClaim, ...] = ()


def shortfalls(case: Case, plan: Outline) -> list[Shortfall]:
    """Everything that was not checked, the gravest first; empty when nothing is left."""
    found = [
        _unanalysed(plan),
        _without_verdict([e for e in plan.in_state(State.OPEN) if e.claim.is_checkable]),
        _unread(case, plan),
        _on_the_authors_word(plan.in_state(State.AUTHORS_WORD)),
        _waiting(plan.in_state(State.WAITING)),
        _without_source(case, plan),
        _without_locator(case, plan),
    ]
    return [shortfall for shortfall in found if shortfall is not None]


def _unanalysed(plan: Outline) -> Shortfall | None:
    parts = [p for p in plan.parts if p.role.holds_claims and not p.sentences]
    if not parts:
        return None
    verb = "was" if len(parts) == 1 else "were"
    return Shortfall(
        str(len(parts)),
        f"{_plural(len(parts), 'part')} of the text {verb} not gone through for claims: "
        f"{named_parts(parts)}",
    )


def _without_verdict(claims: Sequence[NumberedClaim]) -> Shortfall | None:
    if not claims:
        return None
    urgent = [c for c in claims if c.claim.priority is Priority.HIGH]
    words = f"{_plural(len(claims), 'claim')} without a verdict"
    if not urgent:
        return Shortfall(str(len(claims)), words)
    if len(urgent) == len(claims):
        share = "of high priority" if len(claims) == 1 else "all of high priority"
    else:
        share = f"{number(len(urgent))} of high priority"
    among = "" if len(urgent) <= _EXAMPLES else ", among them"
    return Shortfall(str(len(claims)), f"{words}, {share}{among or ':'}", tuple(urgent[:_EXAMPLES]))


def _unread(case: Case, plan: Outline) -> Shortfall | None:
    coverage = case.coverage()
    if coverage.percent == 100:
        return None
    whole = [part for part in plan.parts if part.is_unread]
    partly = [part for part in plan.parts if part.is_partly_read]
    places = [named_parts(whole)] if whole else []
    if partly:
        places.append(f"sentences of {named_parts(partly)}")
    return Shortfall(f"{100 - coverage.percent} %", f"of the text unread: {' and '.join(places)}")


def _on_the_authors_word(claims: Sequence[NumberedClaim]) -> Shortfall | None:
    if not claims:
        return None
    rest = "claim rests" if len(claims) == 1 else "claims rest"
    return Shortfall(
        str(len(claims)), f"{rest} on the author’s word alone:", tuple(claims[:_EXAMPLES])
    )


def _waiting(claims: Sequence[NumberedClaim]) -> Shortfall | None:
    if not claims:
        return None
    come = "answer has" if len(claims) == 1 else "answers have"
    return Shortfall(str(len(claims)), f"{come} not come:", tuple(claims[:_EXAMPLES]))


def _without_source(case: Case, plan: Outline) -> Shortfall | None:
    settled = plan.in_state(State.VERIFIED, State.CONTRADICTED)
    bare = [entry for entry in settled if not case.evidence(entry.claim.id)]
    if not bare:
        return None
    stand = "verdict stands" if len(bare) == 1 else "verdicts stand"
    return Shortfall(str(len(bare)), f"{stand} without a source ({_numbers(bare)})")


def _without_locator(case: Case, plan: Outline) -> Shortfall | None:
    vague = [
        entry
        for entry in plan.claims
        for evidence in case.evidence(entry.claim.id)
        if not evidence.locator.strip() and entry.state.counts
    ]
    if not vague:
        return None
    return Shortfall(
        str(len(vague)),
        f"{_plural(len(vague), 'source')} without a page or paragraph ({_numbers(vague)})",
    )


def named_parts(parts: Sequence[Part]) -> str:
    """Parts as a sentence names them: "the caption, the crosshead, paragraphs 6 and 12 to 15"."""
    names: list[str] = []
    for role in Role:
        same = [part for part in parts if part.role is role]
        if not same:
            continue
        noun = same[0].noun.lower()
        numbers = [part.number for part in same if part.number]
        if not numbers:
            names.append(f"the {noun}")
        else:
            names.append(f"{_plural(len(numbers), noun)} {ranges(numbers)}")
    return listed(names) if len(names) < 2 or " and " not in names[-1] else ", ".join(names)


def _numbers(claims: Iterable[NumberedClaim]) -> str:
    numbers = sorted({entry.number for entry in claims})
    if len(numbers) <= _NUMBERS:
        return ranges(numbers)
    return f"{', '.join(map(str, numbers[:_NUMBERS]))} and {len(numbers) - _NUMBERS} more"


def _plural(n: int, noun: str) -> str:
    return noun if n == 1 else f"{noun}s"
