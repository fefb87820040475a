"""Marks quoted words, and finds who says them and by which word."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.blocks import SPEECH, quotes_of
from factcheck.detection.clauses import subject_of
from factcheck.detection.marks import mark
from factcheck.detection.quote_marks import Quoted
from factcheck.detection.words import base_form, is_form_of
from factcheck.model.claim import ClaimKind

NAME = "claims_quotations"


@Language.component(NAME)
def mark_quotations(doc: Doc) -> Doc:
    """Every quotation as a claim, its marks included."""
    for quote in quotes_of(doc).quotes:
        if not _holds_words(doc.text[quote.start : quote.end]):
            continue
        span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
        if span is None:
            continue
        long = quote.end - quote.start > 0 and len(span) > SPEECH
        what = "the words in quotation marks are somebody’s" if long else "quoted phrase"
        mark_exactly(doc, span.start, span.end, what, quote)
    return doc


def mark_exactly(doc: Doc, start: int, end: int, what: str, quote: Quoted) -> None:
    """The quotation as a span; a full stop after the closing mark stays outside."""
    while end - 1 > start and doc[end - 1].idx >= quote.end:
        end -= 1
    mark(doc, start, end, ClaimKind.QUOTATION, NAME, f"{what}: {_shortened(doc, start, end)}.")


def _shortened(doc: Doc, start: int, end: int) -> str:
    text = doc[start:end].text
    return text if len(text) <= 60 else f"{text[:40].rstrip()} … {text[-15:].lstrip()}"


def _holds_words(text: str) -> bool:
    return sum(1 for char in text if char.isalpha()) >= 2


def speaker_and_cue(doc: Doc, quote: Quoted) -> tuple[Token | None, Token | None]:
    """The head of the speaker’s name and the word of saying, where the sentence around the quotation has them."""
    if not doc.has_annotation("DEP"):
        return None, None
    span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
    if span is None:
        return None, None
    for cue in _cues_near(doc, span.start, span.end):
        if (speaker := _speaker_by(cue)) is not None:
            return speaker, cue
    return _signature(doc, span.end), None


def _speaker_by(cue: Token) -> Token | None:
    """Who speaks by the word of saying: its subject, the subject it shares, or whom a “who” stands for."""
    if cue.lower_ == "according":
        to = next((c for c in cue.children if c.lower_ == "to"), None)
        return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    agent = next((c for c in cue.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    verb = cue
    while (own := subject_of(verb)) is None:
        if verb.dep_ not in _SHARING or verb.head.i == verb.i:
            return None
        if verb.head.tag_.startswith("N") and verb.dep_ == "acl":
            return verb.head
        verb = verb.head
    if own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    return own


_SHARING = frozenset({"conj", "advcl", "xcomp", "acl", "pcomp", "prep", "dep"})


def _signature(doc: Doc, end: int) -> Token | None:
    """The name behind a dash after the quotation: “…” — Ada Berg."""
    if end + 1 < len(doc) and doc[end].text in "―—–-" and doc[end + 1].tag_ == "NNP":
        last = end + 1
        while last + 1 < len(doc) and doc[last + 1].tag_ == "NNP":
            last += 1
        return doc[last]
    return None


def _cues_near(doc: Doc, start: int, end: int) -> list[Token]:
    """Words of saying outside the quotation: those above it in the parse first, then the nearest."""
    first, last = doc[start].sent, doc[end - 1].sent
    around = [*range(first.start, start), *range(end, last.end)]
    around += range(last.end, min(last.end + 8, len(doc)))
    inside = quotes_of(doc)
    cues = [doc[i] for i in around if inside.at(doc[i].idx) is None and _is_cue(doc[i])]
    above = {ancestor.i for ancestor in doc[start:end].root.ancestors}

    def distance(cue: Token) -> tuple[bool, int]:
        saying = cue.i in above and base_form(cue.text) in _SAYING
        return (not saying, min(abs(cue.i - start), abs(cue.i - end)))

    return sorted(cues, key=distance)


_SAYING = frozenset({"say", "tell", "write", "ask", "add", "announce", "declare", "reply", "state"})


def _is_cue(token: Token) -> bool:
    if token.lower_ == "according":
        return True
    return token.tag_.startswith("V") and (
        is_form_of(token.text, "reporting-verbs") or is_form_of(token.text, "speech-act-verbs")
    )
