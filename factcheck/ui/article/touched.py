"""What a change touches on the page."""

from dataclasses import dataclass, field

from factcheck.model.article import Article, Block, Sentence
from factcheck.model.change import Change, Verb
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Verdict
from factcheck.ui.article.document import paragraphs_over
from factcheck.ui.article.page import Page

_MANY = 40  # places from which on they are painted anew as one


@dataclass(slots=True)
class Touched:
    """``places`` look different now; ``paragraphs`` have parts in other roles."""

    places: dict[TextPosition, None] = field(default_factory=dict)
    paragraphs: set[int] = field(default_factory=set)
    article: bool = False
    claims: bool = False  # some came, went or changed themselves, not only their states
    is_proposed: bool = False

    @property
    def whole(self) -> TextPosition:
        """From the first touched place to the end of the last; empty at the start where none is."""
        if not self.places:
            return TextPosition(0, 0)
        return TextPosition(
            min(place.start for place in self.places), max(place.end for place in self.places)
        )

    @property
    def is_much(self) -> bool:
        return len(self.places) > _MANY


def touched_by(change: Change, page: Page) -> Touched:
    """What ``change``, already performed, touches; the page forgets what is no longer so."""
    touched = Touched(is_proposed=change.verb is Verb.PROPOSE)
    for edit in change.edits:
        for record in (edit.before, edit.after):
            match record:
                case Article():
                    touched.article = True
                case Block():
                    touched.paragraphs.update(paragraphs_over(page.positions, record.position))
                case Sentence():
                    page.forget_unread(record.position)
                    touched.places[record.position] = None
                case Claim():
                    page.forget_claims(record.position)
                    touched.places[record.position] = None
                    touched.claims = True
                case Verdict() if page.case.has_claim(record.claim_id):
                    touched.places[page.case.claim(record.claim_id).position] = None
    return touched
