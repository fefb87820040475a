"""What the program finds in an annotated article, its parts taken as given."""

import json
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from corpus.texts import MEANTIME, parts, text_of
from factcheck import workflow
from factcheck.model.article import Block, Draft, Role
from factcheck.model.text import TextPosition


def claims_of(article: str) -> list[dict[str, Any]]:
    """Start, end, kinds and priority of every claim that the program finds."""
    text = text_of(article)
    draft = Draft(article, 1, text, article, "txt", datetime.now(UTC))
    blocks = [
        Block(draft.id, TextPosition(part["start"], part["end"]), Role(part["role"]))
        for part in parts(text)
    ]
    return found_in(draft, blocks, published(article))


def found_in(draft: Draft, blocks: list[Block], day: date | None) -> list[dict[str, Any]]:
    """The program’s claims in a draft, in the form that the scorer reads."""
    return [
        {
            "start": claim.position.start,
            "end": claim.position.end,
            "kinds": [kind.value for kind in claim.kinds],
            "priority": claim.priority.value,
            "text": claim.text,
        }
        for found in _detector()(draft, blocks, day)
        for claim in found.claims
    ]


@cache
def _detector() -> workflow.Detector:
    return workflow.in_this_process()


def published(article: str) -> date | None:
    """The day an article was published, where the shared data tells it."""
    with MEANTIME.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["id"] == article:
                return date.fromisoformat(row["dct"][:10]) if row["dct"] else None
    return None
