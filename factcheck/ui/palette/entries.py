"""What the palette can offer for the letters typed: commands of the table, claims of the article."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.verdict import STATE_NAMES, State, Waiting
from factcheck.ui.actions import Actions, Needs, Spec
from factcheck.ui.key_caps import cap_of
from factcheck.ui.palette.matching import Match, Span, folded, match_text, match_words

MOST_CLAIMS = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: an action or a claim, or, with neither, the heading above some."""

    title: str
    spans: tuple[Span, ...] = ()
    hint: str = ""
    caps: tuple[str, ...] = ()
    state: State | None = None
    action: str = ""
    claim_id: str = ""

    @property
    def is_heading(self) -> bool:
        return not self.action and not self.claim_id

    @property
    def spoken(self) -> str:
        """The line for those who hear it."""
        keys = f", key {' '.join(self.caps)}" if self.action and self.caps else ""
        return f"{self.title}, {self.hint}{keys}" if self.hint else self.title + keys


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """A claim with its number in the article, and its words in small letters for looking through."""

    number: int
    claim: Claim
    folded: str


def number_claims(case: Case) -> list[NumberedClaim]:
    """Every claim of the case in text order."""
    return [
        NumberedClaim(number, claim, folded(claim.text))
        for number, claim in enumerate(case.claims(), 1)
    ]


def command_entries(query: str, actions: Actions, recent: Sequence[str]) -> list[Entry]:
    """The commands that can be done now and meet ``query``: those done last first, then the best match."""
    found: list[tuple[int, int, Spec, Match]] = []
    for spec, action in actions:
        match = match_words(query, spec.text) if action.isEnabled() else None
        if match is not None and spec.name != "palette":
            found.append((_age(spec.name, recent), match.rank, spec, match))
    found.sort(key=lambda item: (item[1] >= 1000, item[0], item[1]))
    return [
        Entry(
            spec.text,
            match.spans,
            _where(spec),
            tuple(cap_of(next(iter(actions.keys_in_force(spec)), ""))),
            spec.state,
            action=spec.name,
        )
        for _, _, spec, match in found
    ]


def claim_entries(query: str, claims: list[NumberedClaim], case: Case) -> list[Entry]:
    """The first claims whose words meet ``query``, or whose number does where it begins with #."""
    if query.startswith("#"):
        digits = query[1:].strip()
        chosen = [item for item in claims if digits and str(item.number).startswith(digits)]
        return [_claim_entry(item, (), case) for item in chosen[:MOST_CLAIMS]]
    words = folded(query).split()
    if not words:
        return []
    entries: list[Entry] = []
    for item in claims:
        if all(word in item.folded for word in words):
            match = match_text(query, item.claim.text)
            entries.append(_claim_entry(item, match.spans if match else (), case))
            if len(entries) == MOST_CLAIMS:
                break
    return entries


def _claim_entry(item: NumberedClaim, spans: tuple[Span, ...], case: Case) -> Entry:
    verdict = case.verdict(item.claim.id)
    state = case.state(item.claim.id)
    words = STATE_NAMES[state]
    if verdict is not None and state is State.WAITING and verdict.waiting != Waiting():
        words = verdict.waiting.words
    return Entry(
        item.claim.text.replace("\n", " "),
        spans,
        words,
        (str(item.number),),
        state,
        claim_id=item.claim.id,
    )


def _age(name: str, recent: Sequence[str]) -> int:
    return recent.index(name) if name in recent else len(recent)


def _where(spec: Spec) -> str:
    if spec.needs in (Needs.CLAIM, Needs.CLAIM_WRITING):
        return "this claim"
    return spec.menu.value.replace("&", "").lower()
