"""Sign-off: the stages an article goes through, who took it through one and when, and opening it again."""

from dataclasses import dataclass, field
from datetime import datetime

from factcheck.model.identity import new_id


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a desk, in the order they are taken; ``is_gated``: only when nothing is open."""

    name: str
    order: int
    is_gated: bool
    id: str = field(default_factory=new_id)


USUAL_STAGES = (
    Stage("Checker", 1, True, "stage-checker"),
    Stage("Second reader", 2, True, "stage-second-reader"),
    Stage("Editor", 3, True, "stage-editor"),
)


@dataclass(frozen=True, slots=True)
class SignOff:
    """A person's word that a draft has passed a stage, with the SHA-256 of its text and the record as it stood."""

    article_id: str
    draft_id: str
    stage: str
    by: str
    at: datetime
    text_sha256: str
    entry: int
    head: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Reopening:
    """That a signed draft was opened again, by whom and why; its sign-offs are taken back with it."""

    article_id: str
    draft_id: str
    reason: str
    by: str
    at: datetime
    id: str = field(default_factory=new_id)
