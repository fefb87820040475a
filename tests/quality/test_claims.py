"""Claims found in the shared articles against their hand annotation, with a floor that may only rise."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factcheck.detection.detect import find_claims
from factcheck.detection.pipeline import load_language
from factcheck.model.article import Block, Role
from factcheck.model.claim import Claim
from factcheck.model.text import TextPosition
from tests.makers import make_draft

DATA = Path(os.environ.get("FACTCHECK_DATA") or Path(__file__).parents[3] / "shared" / "data")
SCORER = DATA.parent / "tools" / "score_claims.py"
GOLD = sorted((DATA / "articles").glob("*.gold.json"))
# whole sentences reach 0.49 and 0
FLOORS = {"SPAN F1": 0.86, "KIND F1": 0.81, "fine_high": 0.94, "priority": 0.74, "precision": 0.94}

pytestmark = pytest.mark.skipif(
    not (GOLD and SCORER.exists()),
    reason=f"the annotated articles or their scorer are not at {DATA} (set FACTCHECK_DATA)",
)


def found_in(gold: dict[str, Any]) -> list[Claim]:
    draft = make_draft(gold["text"])
    blocks = [
        Block(draft.id, TextPosition(block["start"], block["end"]), Role(block["role"]))
        for block in gold["blocks"]
    ]
    language = load_language()
    published = date.fromisoformat(gold["published"])
    return [
        claim for block in find_claims(draft, blocks, published, language) for claim in block.claims
    ]


def as_machine_output(gold: dict[str, Any], claims: list[Claim]) -> dict[str, Any]:
    return {
        "article": {"text": gold["text"]},
        "claims": [
            {
                "start": claim.position.start,
                "end": claim.position.end,
                "kinds": [kind.value for kind in claim.kinds],
                "priority": claim.priority.value,
            }
            for claim in claims
        ],
    }


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The totals that the shared scorer prints."""
    folder = tmp_path_factory.mktemp("claims")
    pairs: list[str] = []
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        output = folder / path.name
        output.write_text(json.dumps(as_machine_output(gold, found_in(gold))), encoding="utf-8")
        pairs += [str(path), str(output)]
    printed = subprocess.run(
        [sys.executable, str(SCORER), *pairs], capture_output=True, text=True, check=True
    ).stdout
    total = printed.splitlines()[-1]
    print(printed)
    found = re.findall(r"([A-Za-z_][A-Za-z_1 ]*?) +(\d\.\d+|\d+)(?= |$)", total.split("ALL", 1)[1])
    return {name.strip(): float(value) for name, value in found}


@pytest.mark.parametrize("name", FLOORS)
def test_score_does_not_fall_below_its_floor(scores: dict[str, float], name: str) -> None:
    assert scores[name] >= FLOORS[name]


def test_no_claim_in_boilerplate_or_credits(scores: dict[str, float]) -> None:
    assert scores["boilerplate"] == 0
