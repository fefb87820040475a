"""Sets the article as a page with every claim numbered: the text cut at all borders of claims and sentences.

Claims nest and cross, elements of a page can only nest. So each stretch between two borders is wrapped by itself, in
one element for each claim over it, and lines of one claim meet where the stretches meet.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.model.verdict import STATE_NAMES, State
from factcheck.report.marks import mark
from factcheck.report.outline import NumberedClaim, Outline, Part

DEEPEST = 3  # lines drawn under one another; claims deeper in the nest share the lowest
_TAGS = {Role.HEADLINE: "h3", Role.CROSSHEAD: "h4"}


def annotated(case: Case, plan: Outline) -> Markup:
    """The whole text of the draft as page elements, numbers and marks before each claim."""
    page = _Annotation(case, plan)
    pieces: list[Markup] = []
    end = 0
    for part in plan.parts:
        pieces += [escape(case.text[end : part.position.start]), page.part(part)]
        end = part.position.end
    pieces.append(escape(case.text[end:]))
    return Markup("").join(pieces)


def direction(text: str) -> str:
    """Says "rtl" where the first letter that has a direction is Arabic, Hebrew or the like, else "ltr"."""
    for letter in text:
        side = unicodedata.bidirectional(letter)
        if side in ("L", "R", "AL"):
            return "ltr" if side == "L" else "rtl"
    return "ltr"


def levels(claims: Iterable[Claim]) -> dict[str, int]:
    """For each claim how many lines lie between its own and the words: 0 for those with none inside or across."""
    found: dict[str, int] = {}
    placed: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (len(c.position), c.position.start, c.id)):
        below = [found[c.id] for c in placed if c.position.overlaps(claim.position)]
        found[claim.id] = max(below, default=-1) + 1
        placed.append(claim)
    return found


class _Annotation:
    """The claims of one case as they are looked up for each part of its page."""

    def __init__(self, case: Case, plan: Outline) -> None:
        self._case = case
        self._by_id = {entry.claim.id: entry for entry in plan.claims}
        self._numbered: set[int] = set()

    def part(self, part: Part) -> Markup:
        tag = _TAGS.get(part.role, "p")
        classes = part.role.value + (" unread" if part.is_unread else "")
        claims = self._entries(part.position)
        depth = levels(entry.claim for entry in claims)
        inside: list[Markup] = []
        end = part.position.start
        for block in part.blocks:
            inside.append(self._run(TextPosition(end, block.position.start), claims, depth, part))
            run = self._run(block.position, claims, depth, part)
            if block.role is not part.role:
                run = Markup('<span class="{}" dir="{}">{}</span>').format(
                    block.role.value, direction(block.position.of(self._case.text)), run
                )
            inside.append(run)
            end = block.position.end
        return Markup('<{0} class="{1}" dir="{2}">{3}</{0}>').format(
            Markup(tag),
            classes,
            direction(part.position.of(self._case.text)),
            Markup("").join(inside),
        )

    def _entries(self, position: TextPosition) -> list[NumberedClaim]:
        return [self._by_id[claim.id] for claim in self._case.claims_over(position)]

    def _run(
        self,
        position: TextPosition,
        claims: Sequence[NumberedClaim],
        depth: dict[str, int],
        part: Part,
    ) -> Markup:
        """The words at ``position``, cut at every border in them."""
        unread = () if part.is_unread else tuple(s.position for s in part.unread)
        places = [entry.claim.position for entry in claims]
        borders = {position.start, position.end}
        for place in (*places, *unread):
            borders |= {
                b for b in (place.start, place.end) if position.contains(TextPosition(b, b))
            }
        pieces: list[Markup] = []
        cuts = sorted(borders)
        for start, end in pairwise(cuts):
            here = TextPosition(start, end)
            over = [entry for entry in claims if entry.claim.position.overlaps(here)]
            begun = [entry for entry in over if entry.number in self._numbered]
            for entry in over:
                if entry not in begun:
                    pieces.append(_wrapped(_number(entry), begun, depth))
                    self._numbered.add(entry.number)
            words = escape(here.of(self._case.text))
            if any(place.overlaps(here) for place in unread):
                words = Markup('<span class="unread">{}</span>').format(words)
            pieces.append(_wrapped(words, over, depth))
        return Markup("").join(pieces)


def _wrapped(words: Markup, claims: Iterable[NumberedClaim], depth: dict[str, int]) -> Markup:
    """The words in one element a claim, those whose line lies nearest to the words innermost."""
    for entry in sorted(claims, key=lambda entry: depth[entry.claim.id]):
        level = min(DEEPEST, depth[entry.claim.id])
        words = Markup('<span class="c {} k{}">{}</span>').format(_look(entry.state), level, words)
    return words


def _look(state: State) -> str:
    if state.is_settled:
        return f"settled {state.value}"
    return state.value if state is State.NOT_A_CLAIM else f"open {state.value}"


def _number(entry: NumberedClaim) -> Markup:
    """The raised number before a claim, with its mark once somebody has decided something about it."""
    drawing = "" if entry.state is State.OPEN else mark(entry.state)
    return Markup(
        '<sup class="n"><a id="place-{0}" href="#claim-{0}" aria-label="claim {0}, {1}">{2}{0}</a></sup>'
    ).format(entry.number, STATE_NAMES[entry.state], drawing)
