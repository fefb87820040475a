"""Edits as writers, copy editors and wires make them: what becomes of the claim, and why."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.model.fate import FateKind
from tests.makers import make_claim
from tests.unit.revision.drafts import revised

FILES = sorted((Path(__file__).parents[2] / "data" / "revision").glob("*.toml"))
PAIRS = [
    pytest.param(pair, id=f"{path.stem}-{number}")
    for path in FILES
    for number, pair in enumerate(tomllib.loads(path.read_text("utf-8"))["pair"], 1)
]
BEFORE = (
    "The town lies on a long grey bay. Its first houses were put up by whalers in 1790.\n\n"
    "Two roads lead there, and both are closed in winter. “Nobody minds,” said Elin Quist, the postmistress.\n\n"
)
AFTER = (
    "\n\nSheep outnumber people by six to one. The last census counted 412 souls.\n\n"
    "Snow falls from October to April. The school has nine pupils.\n"
)
UNTOUCHED = (
    "Its first houses were put up by whalers in 1790",
    "Two roads lead there",
    "both are closed in winter",
    "“Nobody minds,” said Elin Quist",
    "The last census counted 412 souls",
    "six to one",
    "The school has nine pupils",
)


def test_there_are_at_least_two_hundred_pairs_and_half_of_them_change_substance() -> None:
    fates = [pair.values[0]["fate"] for pair in PAIRS]  # type: ignore[index]
    assert len(fates) >= 200
    assert sum(fate == "changed" for fate in fates) * 2 >= len(fates)


@pytest.mark.parametrize("pair", PAIRS)
def test_pair(pair: dict[str, Any]) -> None:
    old, new = BEFORE + pair["old"] + AFTER, BEFORE + pair["new"] + AFTER
    claim = make_claim(pair["claim"], of=old, nth=pair.get("nth", 1) - 1)
    others = [make_claim(words, of=old) for words in UNTOUCHED]

    revision = revised(old, new, [claim, *others])

    fates = {fate.claim_id: fate for fate in revision.fates}
    fate = fates.pop(claim.id)
    assert (fate.kind.value, fate.reason if fate.kind is FateKind.CHANGED else "") == (
        pair["fate"],
        pair.get("reason", ""),
    )
    if fate.after is not None:
        assert fate.after.position.of(new) == fate.after.quote.exact
    if fate.kind in (FateKind.SAME, FateKind.MOVED):
        assert fate.after is not None
        assert fate.after.quote.exact == claim.text
    assert {other.kind for other in fates.values()} == {FateKind.SAME}
