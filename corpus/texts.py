"""The texts that were annotated: Wikinews articles of MEANTIME, where the shared data is."""

import json
import os
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("FACTCHECK_DATA", ROOT.parent / "shared" / "data"))
MEANTIME = DATA / "dates" / "meantime-en.jsonl"


@cache
def _texts() -> dict[str, str]:
    with MEANTIME.open(encoding="utf-8") as file:
        return {row["id"]: row["text"] for row in map(json.loads, file)}


def text_of(article: str) -> str:
    """The text of an article, its first line the headline; KeyError for an id that is not there."""
    return _texts()[article]
