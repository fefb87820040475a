"""The sentences to learn from, and those kept apart to measure on. What each set is and may be used for: see the card."""

import json
import random
import re
from pathlib import Path
from typing import Any

from learning import Example

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
APART = frozenset({"DE2021", "IN2011"})  # speeches, a fifth of the sentences, never learned from
NEGATIVES = 8_000  # debate sentences without a claim that are learned from; most are alike
_ENDS = re.compile(r"(?<=[.!?]) (?=[A-Z“\"])")
_BLANK_BEFORE = re.compile(r" (?=[.,;:!?')])")


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    """The lines of one set."""
    with (data / "checkworthiness" / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def speeches_apart(data: Path) -> list[dict[str, Any]]:
    """The sentences of the speeches that are never learned from."""
    return [row for row in rows(data, "policlaim-traingold") if row["doc"] in APART]


def examples(data: Path, seed: int) -> list[Example]:
    """All that is learned from; without any sentence that also stands in a set to measure on."""
    found = _debates(data, seed) + 3 * _speeches(data) + 3 * _own() + _news(data)
    random.Random(seed).shuffle(found)
    return found


def _debates(data: Path, seed: int) -> list[Example]:
    measured = {
        _plain(row["text"])
        for name in ("ct2024-t1-dev", "ct2024-t1-dev-test")
        for row in rows(data, name)
    }
    kept = [r for r in rows(data, "ct2024-t1-train") if _plain(r["text"]) not in measured]
    positive = [row for row in kept if row["label"]]
    negative = [row for row in kept if not row["label"]]
    random.Random(seed).shuffle(negative)
    return [Example(row["text"], "debate", row["label"]) for row in positive + negative[:NEGATIVES]]


def _speeches(data: Path) -> list[Example]:
    return [
        Example(row["text"], "speech", row["label"])
        for row in rows(data, "policlaim-traingold")
        if row["doc"] not in APART
    ]


def _own() -> list[Example]:
    lines = (HERE / "opinion.tsv").read_text("utf-8").splitlines()
    return [
        Example(text, "opinion", float(label)) for label, text in (x.split("\t") for x in lines)
    ]


def _news(data: Path) -> list[Example]:
    """Sentences of Wikinews, which hardly judges; none of an article that detection is measured on."""
    splits = json.loads((ROOT / "corpus" / "splits.json").read_text("utf-8"))
    apart = {article for name in ("dev", "test") for article in splits[name]}
    found = []
    with (data / "dates" / "meantime-en.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["id"] not in apart:
                body = " ".join(row["text"].split("\n")[2:])
                found += [_BLANK_BEFORE.sub("", s) for s in _ENDS.split(body)]
    random.Random(0).shuffle(found)
    long = [text for text in found if len(text.split()) > 5]
    return [Example(text, "opinion", 0.0, 0.4) for text in long[:250]]


def _plain(text: str) -> str:
    return text.strip().lower()
