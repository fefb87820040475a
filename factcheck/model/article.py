"""What a checker opens: an article, the draft of its text, and the parts it is set in."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from factcheck.model.identity import new_id
from factcheck.model.text import TextPosition


class Role(StrEnum):
    """The part a block plays on the page."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    CREDIT = "credit"
    DATELINE = "dateline"
    BODY = "body"
    PULLQUOTE = "pullquote"
    CROSSHEAD = "crosshead"
    BOILERPLATE = "boilerplate"

    @property
    def holds_claims(self) -> bool:
        """Whether anything in such a block can be a claim."""
        return self not in SILENT_ROLES

    @property
    def is_analysed(self) -> bool:
        """Whether detection reads such a block: those that can hold claims, and datelines for their times."""
        return self.holds_claims or self is Role.DATELINE


SILENT_ROLES = frozenset({Role.CREDIT, Role.DATELINE, Role.BOILERPLATE})


class DateOrigin(StrEnum):
    """Where a publication date was taken from."""

    FILE = "file"
    TEXT = "text"
    PERSON = "person"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the casebook, whatever its draft. ``published`` is a day; ``added`` is in UTC."""

    title: str
    added: datetime
    published: date | None = None
    published_from: DateOrigin = DateOrigin.NONE
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an article at one time. It never changes; a new draft is a new record."""

    article_id: str
    number: int
    text: str
    file_name: str
    format: str
    read: datetime
    id: str = field(default_factory=new_id)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, as hex digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a draft that plays one role. Blocks do not overlap; white space lies between them."""

    draft_id: str
    position: TextPosition
    role: Role
    id: str = field(default_factory=new_id)


class ReadHow(StrEnum):
    """How a sentence came to be read: by the key, or because each of its claims got a verdict."""

    KEY = "key"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft, and who has looked at it; ``read_at`` is in UTC and None while nobody has."""

    draft_id: str
    position: TextPosition
    read_by: str = ""
    read_at: datetime | None = None
    read_how: ReadHow | None = None
    id: str = field(default_factory=new_id)

    @property
    def is_read(self) -> bool:
        return self.read_at is not None

    def marked_read(self, by: str, at: datetime, how: ReadHow) -> "Sentence":
        return replace(self, read_by=by, read_at=at, read_how=how)

    def marked_unread(self) -> "Sentence":
        return replace(self, read_by="", read_at=None, read_how=None)


class RemarkOrigin(StrEnum):
    """How an author put a source beside her words."""

    COMMENT = "comment"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Remark:
    """What the author put beside words of the draft; ``link`` is the address in it, ``number`` that of a note."""

    position: TextPosition
    text: str
    origin: RemarkOrigin
    author: str = ""
    written: date | None = None
    link: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article as it was just read from a file: not yet in any casebook.

    ``notes`` are sentences for the person who opened the file: what was left out or could not be read.
    """

    article: Article
    draft: Draft
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()
