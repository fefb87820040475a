"""What was chosen as claims in a text, where the learnt choice ran: handed on beside the rules’ spans."""

from dataclasses import dataclass

from spacy.tokens import Doc

from factcheck.model.claim import ClaimKind, Priority, Reason, Slot

_CHOICES = "claims.choices"


@dataclass(frozen=True, slots=True)
class Choice:
    """The tokens from ``start`` to ``end`` as a claim, its kinds with the most telling first."""

    start: int
    end: int
    kinds: tuple[ClaimKind, ...]
    priority: Priority
    reasons: tuple[Reason, ...]
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices in one text; ``seen`` of the marked spans were weighed, those after them stand by themselves."""

    chosen: tuple[Choice, ...]
    seen: int


def choices_in(doc: Doc) -> Choices | None:
    """What was chosen; None where nobody chose, so that all that the rules marked holds."""
    found = doc.user_data.get(_CHOICES)
    return found if isinstance(found, Choices) else None


def set_choices(doc: Doc, choices: Choices) -> None:
    """Hand on what was chosen."""
    doc.user_data[_CHOICES] = choices
