"""Marks quoted words, and finds who says them and by which word."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.blocks import SPEECH, quotes_of, setting_of
from factcheck.detection.marks import mark
from factcheck.detection.quote_marks import Quoted
from factcheck.detection.words import is_form_of
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
    if span is None or setting_of(doc) is None:
        return None, None
    for cue in _cues_near(doc, span.start, span.end):
        speaker = next((c for c in cue.children if c.dep_ in ("nsubj", "agent")), None)
        if speaker is not None and speaker.dep_ == "agent":
            speaker = next((c for c in speaker.children if c.dep_ == "pobj"), None)
        if cue.lower_ == "according":
            to = next((c for c in cue.children if c.lower_ == "to"), None)
            speaker = next((c for c in to.children if c.dep_ == "pobj"), None) if to else None
        if speaker is not None:
            return speaker, cue
    return None, None


def _cues_near(doc: Doc, start: int, end: int) -> list[Token]:
    """Words of saying outside the quotation, in its sentence, nearest first."""
    first, last = doc[start].sent, doc[end - 1].sent
    around = [*range(first.start, start), *range(end, last.end)]
    around += range(last.end, min(last.end + 8, len(doc)))
    inside = quotes_of(doc)
    cues = [
        doc[i]
        for i in around
        if inside.at(doc[i].idx) is None
        and (
            doc[i].lower_ == "according"
            or (
                doc[i].tag_.startswith("V")
                and (
                    is_form_of(doc[i].text, "reporting-verbs")
                    or is_form_of(doc[i].text, "speech-act-verbs")
                )
            )
        )
    ]
    return sorted(cues, key=lambda t: min(abs(t.i - start), abs(t.i - end)))
