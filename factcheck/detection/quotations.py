"""Marks quoted words, and finds who says them and by which word."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.blocks import SPEECH, quotes_of
from factcheck.detection.marks import mark
from factcheck.detection.speakers import voices_of
from factcheck.model.claim import ClaimKind
from factcheck.model.quote_marks import Quoted

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
    """The head of the speaker’s name and the word of saying, where the text around the quotation has them."""
    voice = next((v for v in voices_of(doc) if v.quote.start == quote.start), None)
    if voice is None or voice.speaker is None:
        return None, None
    first, last = voice.speaker
    return doc[first : last + 1].root, None if voice.cue is None else doc[voice.cue]
