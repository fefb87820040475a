"""Asks the sentence model how much each sentence is worth checking; the scores of its claims follow.

In news nearly every sentence is, and asking about each would cost half as much as the parse. So where the first
sentences of a text were all found worth checking, only those are asked about that hold nothing firm. In speech, which
begins without a headline, a sentence without a claim that the model holds worth checking becomes one, and a sentence
that it holds for a judgement is marked as opinion beside the claims in it.
"""

from concurrent.futures import Future
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from factcheck.detection.blocks import setting_of
from factcheck.detection.checkworthiness import FIRM, keep_worth
from factcheck.detection.left_alone import is_order, is_question
from factcheck.detection.marks import CLAIMS, mark
from factcheck.detection.merging import Proposal, proposals
from factcheck.detection.sentence_model import SentenceModel, be_there, loading
from factcheck.detection.sentences import sentences_of
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind

NAME = "claims_worth"
ENOUGH = 10  # sentences of a text from which it is known to be news
JUDGES = 0.2  # from which the model holds a sentence for a judgement
SHORTEST = 4  # tokens of a sentence that is marked as a whole
NEWS = 0.9  # the share of them that is worth checking
_FIRM_KINDS = frozenset(
    kind.value
    for kind in (
        ClaimKind.QUANTITY,
        ClaimKind.ORDINAL_SUPERLATIVE,
        ClaimKind.AGE_ANNIVERSARY,
        ClaimKind.CHANGE_COMPARISON,
        ClaimKind.NEGATIVE_UNIVERSAL,
        ClaimKind.QUOTATION,
        ClaimKind.ATTRIBUTION,
        ClaimKind.DATE_TIME,
        ClaimKind.ROLE_TITLE,
    )
)

Place = tuple[int, int]


@Language.factory(NAME)
def make_worth(nlp: Language, name: str) -> "Worth":
    """The detector; the model is loaded beside the rest. ModelMissing where it is not installed."""
    be_there()
    return Worth(loading())


@dataclass(slots=True)
class Worth:
    """The detector that moves scores, and in speech marks whole sentences. It remembers how the text it is in began."""

    model: "Future[SentenceModel]"
    _asked: int = 0
    _worth: int = 0
    _latest: int = 0  # where in the text the last piece began
    _is_speech: bool = False
    _fault_told: bool = False

    def __call__(self, doc: Doc) -> Doc:
        """The text, with what the model makes of its sentences kept for the scores."""
        if self._is_broken():
            return doc
        here = setting_of(doc).offset
        if here <= self._latest:  # another text, or this one again
            self._asked = self._worth = 0
        self._latest = here
        if here == 0:
            self._is_speech = setting_of(doc).role is Role.BODY
        claims = [p for p in proposals(doc) if p.kind is not ClaimKind.OPINION]
        firm = _firm(doc) if self._is_news else []
        sentences = sentences_of(doc) if claims or self._is_speech else []
        places = [place for place in sentences if _holds(place, claims)]
        bare = [p for p in sentences if not _holds(p, claims)] if self._may_add else []
        asked = [*(place for place in places if not _holds_start(place, firm)), *bare]
        judged = self.model.result().judge([doc.text[start:end] for start, end in asked])
        kept = dict.fromkeys(places, FIRM)
        kept |= {place: j.worth for place, j in zip(asked, judged, strict=True)}
        self._asked += len(kept)
        self._worth += sum(worth >= 0.5 for worth in kept.values())
        for place in bare:
            if kept[place] >= 0.5:
                _mark_stating(doc, place)
        if self._may_add:
            for place, j in zip(asked, judged, strict=True):
                if j.opinion >= JUDGES:
                    _mark_whole(doc, place, ClaimKind.OPINION, "for a judgement")
        keep_worth(doc, kept)
        return doc

    def _is_broken(self) -> bool:
        """Whether the model could not be loaded; raises why, but only the first time."""
        error = self.model.exception()
        if error is None or self._fault_told:
            return error is not None
        self._fault_told = True
        raise error

    @property
    def _is_news(self) -> bool:
        return self._asked >= ENOUGH and self._worth >= NEWS * self._asked

    @property
    def _may_add(self) -> bool:
        return self._is_speech and not self._is_news


def _mark_stating(doc: Doc, place: Place) -> None:
    """Mark a sentence that states something."""
    past = any(token.tag_ == "VBD" for token in _tokens(doc, place))
    kind = ClaimKind.EVENT_ACTION if past else ClaimKind.RELATION_STATUS
    _mark_whole(doc, place, kind, "worth checking")


def _mark_whole(doc: Doc, place: Place, kind: ClaimKind, held: str) -> None:
    """Mark a sentence, unless it asks or orders, is very short, or the desk switched the kind off."""
    span = _tokens(doc, place)
    if len(span) < SHORTEST or kind in setting_of(doc).silent:
        return
    if is_question(span) or is_order(span.root):
        return
    mark(doc, span.start, span.end, kind, NAME, f"the sentence model holds it {held}.")


def _tokens(doc: Doc, place: Place) -> Span:
    span = doc.char_span(*place, alignment_mode="expand")
    assert span is not None  # a sentence of the text has tokens
    return span


def _firm(doc: Doc) -> list[int]:
    """Where a rule saw a kind that news is full of."""
    return [span.start_char for span in doc.spans.get(CLAIMS, []) if span.label_ in _FIRM_KINDS]


def _holds(place: Place, claims: list[Proposal]) -> bool:
    return any(p.span.start_char < place[1] and place[0] < p.span.end_char for p in claims)


def _holds_start(place: Place, starts: list[int]) -> bool:
    return any(place[0] <= start < place[1] for start in starts)
