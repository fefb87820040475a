"""Sets the article as a page with every claim numbered: the text cut at all borders of claims and sentences.

Claims nest and cross, elements of a page can only nest. So each stretch between two borders is wrapped by itself, in
one element for each claim over it, and lines of one claim meet where the stretches meet.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.model.verdict import STATE_NAMES, State
from factcheck.report.direction import against, direction
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
        """The part as one element, its blocks of another role as elements in it."""
        layer = _Layer(part, self._entries(part.position))
        inside: list[Markup] = []
        end = part.position.start
        for block in part.blocks:
            inside.append(self._run(TextPosition(end, block.position.start), layer))
            run = self._run(block.position, layer)
            if block.role is not part.role:
                words = block.position.of(self._case.text)
                run = _element("span", block.role.value, direction(words), run)
            inside.append(run)
            end = block.position.end
        classes = part.role.value + (" unread" if part.is_unread else "")
        words = part.position.of(self._case.text)
        return _element(
            _TAGS.get(part.role, "p"), classes, direction(words), Markup("").join(inside)
        )

    def _entries(self, position: TextPosition) -> list[NumberedClaim]:
        return [self._by_id[claim.id] for claim in self._case.claims_over(position)]

    def _run(self, position: TextPosition, layer: "_Layer") -> Markup:
        """The words at ``position``, cut at every border in them; what runs against them in elements of its own."""
        words = position.of(self._case.text)
        turned = [run.shifted(position.start) for run in against(words)]
        pieces: list[Markup] = []
        end = position.start
        for run in turned:
            pieces += self._pieces(TextPosition(end, run.start), layer)
            inside = Markup("").join(self._pieces(run, layer))
            other = "ltr" if direction(words) == "rtl" else "rtl"
            pieces.append(Markup('<span dir="{}">{}</span>').format(other, inside))
            end = run.end
        pieces += self._pieces(TextPosition(end, position.end), layer)
        return Markup("").join(pieces)

    def _pieces(self, position: TextPosition, layer: "_Layer") -> Iterator[Markup]:
        """The stretches between borders, each wrapped by itself, and the number of each claim where it begins."""
        for start, end in pairwise(layer.cuts(position)):
            here = TextPosition(start, end)
            over = [entry for entry in layer.claims if entry.claim.position.overlaps(here)]
            begun = [entry for entry in over if entry.number in self._numbered]
            for entry in over:
                if entry.number not in self._numbered:
                    yield layer.wrapped(_number(entry), begun)
                    self._numbered.add(entry.number)
            words = escape(here.of(self._case.text))
            if any(place.overlaps(here) for place in layer.unread):
                words = Markup('<span class="unread">{}</span>').format(words)
            yield layer.wrapped(words, over)


class _Layer:
    """What lies over the words of one part: claims with the depth of their lines, and sentences nobody read."""

    def __init__(self, part: Part, claims: Sequence[NumberedClaim]) -> None:
        self.claims = claims
        self.unread = () if part.is_unread else tuple(s.position for s in part.unread)
        self._depth = levels(entry.claim for entry in claims)
        places = [*(entry.claim.position for entry in claims), *self.unread]
        self._borders = sorted({border for p in places for border in (p.start, p.end)})

    def cuts(self, position: TextPosition) -> list[int]:
        """Start and end of ``position`` and every border between them."""
        inside = [b for b in self._borders if position.start < b < position.end]
        return [position.start, *inside, position.end] if len(position) else []

    def wrapped(self, words: Markup, claims: Iterable[NumberedClaim]) -> Markup:
        """The words in one element a claim, those whose line lies nearest to the words innermost."""
        for entry in sorted(claims, key=lambda entry: self._depth[entry.claim.id]):
            level = min(DEEPEST, self._depth[entry.claim.id])
            words = Markup('<span class="c {} k{}">{}</span>').format(
                _look(entry.state), level, words
            )
        return words


def _element(tag: str, classes: str, side: str, inside: Markup) -> Markup:
    return Markup('<{0} class="{1}" dir="{2}">{3}</{0}>').format(Markup(tag), classes, side, inside)


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
