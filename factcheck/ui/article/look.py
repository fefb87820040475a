"""What the painters of the page need to know beside its geometry: colours, zoom, and what is current."""

from dataclasses import dataclass, field

from factcheck.model.claim import Claim
from factcheck.model.verdict import State
from factcheck.ui.article.hits import Hit
from factcheck.ui.theme import Theme


@dataclass(slots=True)
class Look:
    """``zoom`` is 1.0 at 100 %; ``current`` and ``hovered`` are claim ids or empty; ``hits`` are search hits.

    ``held`` are the places of the selected finding, in text order; ``come`` is what the draft before this one had
    not, and ``gone`` is where words of it stood that this one has not.
    """

    theme: Theme
    zoom: float = 1.0
    current: str = ""
    hovered: str = ""
    hits: list[Hit] = field(default_factory=list)
    current_hit: Hit | None = None
    held: list[Hit] = field(default_factory=list)
    come: list[Hit] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)

    def thickness(self, claim: Claim, state: State) -> float:
        """How thick a claim's line is, in pixels at 100 %: done work goes quiet."""
        if claim.id in (self.current, self.hovered):
            return 2.1
        if state in (State.VERIFIED, State.NOT_A_CLAIM):
            return 1.0
        return 1.7
