"""The texts to measure on: Wikinews where the shared data is there, else the project's own sample, repeated."""

import json
import os
from pathlib import Path

from factcheck.resource_files import resource

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("FACTCHECK_DATA", ROOT.parent / "shared" / "data"))
TOOLS = DATA.parent / "tools"


def source_name() -> str:
    """What the measured text is, for the table."""
    return "120 Wikinews articles" if _wikinews().exists() else "the sample article, repeated"


def text_of(words: int) -> str:
    """At least so many words, a paragraph a line with a blank line between, repeating where the source ends."""
    if _wikinews().exists():
        with _wikinews().open(encoding="utf-8") as file:
            paragraphs = [p for line in file for p in json.loads(line)["text"].split("\n")]
    else:
        paragraphs = resource("samples", "harbour-bridge.txt").read_text("utf-8").split("\n")
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.strip()]
    lines: list[str] = []
    count = 0
    while count < words:
        for paragraph in paragraphs:
            lines.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                break
    return "\n\n".join(lines)


def _wikinews() -> Path:
    return DATA / "dates" / "meantime-en.jsonl"
