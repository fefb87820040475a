"""What goes between the window and the language process: orders there, answers back."""

from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection

from factcheck.model.article import Block, Draft
from factcheck.model.detected import DetectedBlock
from factcheck.model.rule import DeskRule
from factcheck.model.rulebook import NO_RULES, Rulebook


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a draft to read, or with no draft that the order of that number be dropped."""

    number: int
    draft: Draft | None = None
    blocks: tuple[Block, ...] = ()
    published: date | None = None
    rules: Rulebook = NO_RULES
    trial: DeskRule | None = None  # instead of the rules: one that is tried before it is kept
    second: Connection | None = None  # where a second process can be asked for parses


@dataclass(frozen=True, slots=True)
class Answer:
    """One block, or the end of an order; ``fault`` and ``bug`` say in words why it ended early."""

    number: int
    block: DetectedBlock | None = None
    fault: str = ""
    bug: str = ""
    is_rules_fault: bool = False
