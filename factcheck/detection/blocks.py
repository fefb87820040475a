"""What a detector may know about the block it reads: its role, its place in the article, its quotations."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from factcheck.detection.paragraphs import breaks_of
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind
from factcheck.model.quote_marks import Quoted, QuoteMap, quoted_in

_SETTING = "claims.setting"
_QUOTES = "claims.quotes"
SPEECH = 5  # words from which quoted words are speech and not a phrase


@dataclass(frozen=True, slots=True)
class Setting:
    """A block's role, how far down it stands among the body blocks and in the text, and the article's date.

    ``silent`` are the kinds whose own rule is switched off.
    """

    role: Role = Role.BODY
    depth: int = 0
    offset: int = 0
    published: date | None = None
    is_column: bool = False
    silent: frozenset[ClaimKind] = frozenset()


def setting_of(doc: Doc) -> Setting:
    """Where the text stands; an ordinary body block where nobody said."""
    found = doc.user_data.get(_SETTING)
    return found if isinstance(found, Setting) else Setting()


def place(doc: Doc, setting: Setting) -> None:
    """Tell the detectors where the text stands."""
    doc.user_data[_SETTING] = setting


def quotes_of(doc: Doc) -> QuoteMap:
    """The quotations of the text, found once."""
    found = doc.user_data.get(_QUOTES)
    if not isinstance(found, QuoteMap):
        found = QuoteMap(quoted_in(doc.text, breaks_of(doc)))
        doc.user_data[_QUOTES] = found
    return found


def quote_around(token: Token) -> Quoted | None:
    """The outermost quotation that the token stands in."""
    return quotes_of(token.doc).at(token.idx)


def in_speech(token: Token) -> bool:
    """Whether the token stands in quoted speech, not in a quoted word or name."""
    quote = quote_around(token)
    if quote is None:
        return False
    return token.doc.text.count(" ", quote.start, quote.end) >= SPEECH
