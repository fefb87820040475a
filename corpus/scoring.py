"""Scores annotations and the program's claims by the shared scorer: ``python -m corpus.scoring [SPLIT]``.

Without an argument it says how far two annotators agree; with the name of a split it scores what the program finds
in that split's articles.
"""

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from corpus.texts import DATA, ROOT, parts, text_of

ANNOTATIONS = ROOT / "corpus" / "annotations"
SECOND = ROOT / "corpus" / "second"


@cache
def splits() -> dict[str, list[str]]:
    """The ids of the articles in train, dev and test."""
    found: dict[str, list[str]] = json.loads(
        (ROOT / "corpus" / "splits.json").read_text(encoding="utf-8")
    )
    return found


def kept(folder: Path, article: str) -> dict[str, Any]:
    """An annotation as it is kept; FileNotFoundError where the article was not annotated."""
    found: dict[str, Any] = json.loads((folder / f"{article}.json").read_text(encoding="utf-8"))
    return found


def gold(annotation: dict[str, Any]) -> dict[str, Any]:
    """An annotation in the form of the shared gold files, its text and parts included."""
    text = text_of(annotation["article"])
    claims = [
        {
            **{key: claim[key] for key in ("start", "end", "priority", "checkable")},
            "type": claim["kinds"][0],
            "alt_types": claim["kinds"][1:],
        }
        for claim in annotation["claims"]
    ]
    return {"text": text, "blocks": list(parts(text)), "claims": claims}


@cache
def scorer() -> ModuleType:
    """The shared scorer as a module; FileNotFoundError without the shared data."""
    path = DATA.parent / "tools" / "score_claims.py"
    spec = importlib.util.spec_from_file_location("score_claims", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(wanted: dict[str, Any], claims: list[dict[str, Any]]) -> dict[str, int]:
    """Counts of the shared scorer for claims with ``start``, ``end``, ``kinds`` and ``priority``."""
    predicted = [{**claim, "span": (claim["start"], claim["end"])} for claim in claims]
    found: dict[str, int] = scorer().score(wanted, predicted)
    return found


def total(counts: list[dict[str, int]]) -> dict[str, int]:
    """The counts of several articles added up."""
    return {key: sum(count[key] for count in counts) for key in counts[0]}


def agreement() -> str:
    """The scorer's line for the second annotators against the first, over the articles both marked."""
    counts = []
    for path in sorted(SECOND.glob("*.json")):
        second = json.loads(path.read_text(encoding="utf-8"))
        first = gold(kept(ANNOTATIONS, second["article"]))
        checkable = [claim for claim in second["claims"] if claim["checkable"]]
        counts.append(score(first, checkable))
    return str(scorer().rates(total(counts)))


def program(split: str) -> str:
    """The scorer's lines for what the program finds in a split, article by article and in total."""
    from corpus.finding import claims_of

    lines, counts = [], []
    for article in splits()[split]:
        counts.append(score(gold(kept(ANNOTATIONS, article)), claims_of(article)))
        lines.append(f"{article[:40]:40} {scorer().rates(counts[-1])}")
    return "\n".join([*lines, f"{'ALL':40} {scorer().rates(total(counts))}"])


if __name__ == "__main__":
    print(program(sys.argv[1]) if len(sys.argv) > 1 else agreement())
