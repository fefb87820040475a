"""The texts that were annotated: Wikinews articles of MEANTIME, where the shared data is."""

import json
import os
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from factcheck.model.article import Role

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


def parts(text: str) -> list[dict[str, Any]]:
    """The parts of a text as blocks: headline, dateline, and body; lines that one quotation spans are one part."""
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    roles = [Role.HEADLINE, Role.DATELINE]
    blocks = []
    number = 0
    while number < len(lines):
        last = _last_line(lines, number) if number >= len(roles) else number
        start, end = starts[number], starts[last] + len(lines[last])
        role = roles[number] if number < len(roles) else Role.BODY
        if text[start:end].strip():
            blocks.append({"role": role.value, "start": start, "end": end, "text": text[start:end]})
        number = last + 1
    return blocks


def _last_line(lines: list[str], first: int) -> int:
    """The line in which a quotation that opens in the line ``first`` ends; that line itself without one."""
    open_marks = 0
    for number in range(first, min(first + _LONGEST_QUOTE, len(lines))):
        line = lines[number]
        open_marks += line.count("``") - line.count("''") + line.count("“") - line.count("”")
        straight = sum(part.count('"') for part in lines[first : number + 1]) % 2
        if open_marks <= 0 and not straight:
            return number
    return first


_LONGEST_QUOTE = 8  # lines; longer ones are marks that somebody forgot to close
