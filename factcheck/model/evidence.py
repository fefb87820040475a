"""What a verdict stands on: sources, and the evidence each gives for or against a claim."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from factcheck.model.identity import new_id


class SourceForm(StrEnum):
    """How a source was given: as words, as a link, or as a file."""

    TEXT = "text"
    URL = "url"
    FILE = "file"


class SourceKind(StrEnum):
    """What a source is."""

    DOCUMENT = "document"
    WEB_PAGE = "web-page"
    RECORDING = "recording"
    PERSON = "person"
    DATA_SET = "data-set"
    OTHER = "other"


SOURCE_KIND_NAMES = {kind: kind.value.replace("-", " ") for kind in SourceKind}


class SourceQuality(StrEnum):
    """Whether a source knows a thing itself or repeats it."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    UNRANKED = "unranked"


class Stance(StrEnum):
    """What a source says of a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Source:
    """A document, page, recording or person. ``reference`` is the link or the file's path; ``sha256`` is a file's.

    ``dated`` is the day that it is of, ``contact`` how it is reached, and ``origin`` whose words it repeats: two that
    repeat one origin are not independent. What names a confidential source stays out of public reports.
    """

    article_id: str
    title: str
    form: SourceForm = SourceForm.TEXT
    reference: str = ""
    quality: SourceQuality = SourceQuality.UNRANKED
    accessed: date | None = None
    sha256: str = ""
    kind: SourceKind = SourceKind.OTHER
    dated: date | None = None
    contact: str = ""
    is_confidential: bool = False
    origin: str = ""
    id: str = field(default_factory=new_id)


class FileState(StrEnum):
    """How a file of the vault was found."""

    WHOLE = "whole"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies in the vault as it was on that day. ``owner_id`` is the source’s, or the draft’s read from it."""

    article_id: str
    owner_id: str
    name: str
    sha256: str
    size: int
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source as it bears on one claim: stance, locator (page, paragraph, time stamp), passage quoted."""

    claim_id: str
    source_id: str
    stance: Stance = Stance.SUPPORTS
    locator: str = ""
    passage: str = ""
    id: str = field(default_factory=new_id)
