"""Opinion columns written for this project and annotated: ``python -m corpus.columns dev|test`` scores the program.

Each lies in ``columns/`` as a text, its first line the headline, beside an annotation of the form of the others. A
claim that the program marks as opinion alone is a judgement it shows, not one it holds checkable.
"""

import json
import sys
from datetime import UTC, datetime
from itertools import accumulate
from typing import Any

from corpus.finding import found_in
from corpus.scoring import score, scorer, total
from corpus.texts import ROOT
from factcheck.model.article import Block, Draft, Role
from factcheck.model.text import TextPosition

COLUMNS = ROOT / "corpus" / "columns"
SPLITS = {"dev": ("ferry", "trams"), "test": ("library", "swans")}
OPINION = "opinion"


def text_of(column: str) -> str:
    """The text of a column; FileNotFoundError for a name that is not there."""
    return (COLUMNS / f"{column}.txt").read_text(encoding="utf-8").rstrip("\n")


def parts(text: str) -> list[dict[str, Any]]:
    """The headline and the paragraphs."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [
        {
            "role": (Role.BODY if number else Role.HEADLINE).value,
            "start": start,
            "end": start + len(line),
            "text": line,
        }
        for number, (start, line) in enumerate(zip(starts, lines, strict=False))
        if line.strip()
    ]


def gold(column: str) -> dict[str, Any]:
    """The annotation in the form of the shared gold files."""
    text = text_of(column)
    kept = json.loads((COLUMNS / f"{column}.json").read_text(encoding="utf-8"))
    claims = [
        {**claim, "type": claim["kinds"][0], "alt_types": claim["kinds"][1:]}
        for claim in kept["claims"]
    ]
    return {"text": text, "blocks": parts(text), "claims": claims}


def claims_of(column: str) -> list[dict[str, Any]]:
    """Start, end, kinds and priority of every claim that the program finds, opinions too."""
    text = text_of(column)
    draft = Draft(column, 1, text, column, "txt", datetime.now(UTC))
    blocks = [
        Block(draft.id, TextPosition(part["start"], part["end"]), Role(part["role"]))
        for part in parts(text)
    ]
    return found_in(draft, blocks, None)


def is_checkable(claim: dict[str, Any]) -> bool:
    """Whether the program holds the claim for more than a judgement."""
    return bool(claim["kinds"][0] != OPINION)


def counts_of(column: str) -> dict[str, int]:
    """The scorer’s counts for the claims that the program holds checkable."""
    return score(gold(column), [claim for claim in claims_of(column) if is_checkable(claim)])


def precision(split: str) -> float:
    """How much of what the program holds checkable in the columns of a split is so."""
    added = total([counts_of(column) for column in SPLITS[split]])
    return added["good"] / added["predicted"]


def program(split: str) -> str:
    """The scorer’s lines for the claims held checkable, column by column and in total."""
    counts = {column: counts_of(column) for column in SPLITS[split]}
    counts["ALL"] = total(list(counts.values()))
    return "\n".join(f"{name:10} {scorer().rates(found)}" for name, found in counts.items())


def wholes(split: str) -> float:
    """The precision of whoever marks every sentence."""
    counts = []
    for column in SPLITS[split]:
        wanted = gold(column)
        marked = [
            {"start": start, "end": end, "kinds": [], "priority": None}
            for start, end in scorer().sentences(wanted)
        ]
        counts.append(score(wanted, marked))
    added = total(counts)
    return added["good"] / added["predicted"]


def main(arguments: list[str]) -> int:
    """Print what the program makes of a split, beside whole sentences."""
    (split,) = arguments
    print(program(split))
    print(f"whole sentences: precision {wholes(split):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
