"""Opinion columns: what is held checkable there is, and whole sentences would do far worse."""

import pytest

from corpus.columns import claims_of, gold, is_checkable, wholes
from corpus.scoring import score
from corpus.texts import DATA

pytestmark = pytest.mark.skipif(
    not (DATA.parent / "tools" / "score_claims.py").exists(),
    reason=f"the scorer is not beside {DATA} (set FACTCHECK_DATA)",
)


def test_what_is_held_checkable_in_a_column_is() -> None:
    found = [claim for claim in claims_of("ferry") if is_checkable(claim)]
    counts = score(gold("ferry"), found)
    assert counts["good"] / counts["predicted"] >= 0.87
    assert counts["found"] / counts["gold"] >= 0.9
    assert wholes("dev") < 0.5
