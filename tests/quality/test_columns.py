"""Opinion columns: what is held checkable there is, and whole sentences would do far worse."""

import pytest

from corpus.columns import SPLITS, counts_of, wholes
from corpus.scoring import total
from corpus.texts import DATA

pytestmark = pytest.mark.skipif(
    not (DATA.parent / "tools" / "score_claims.py").exists(),
    reason=f"the scorer is not beside {DATA} (set FACTCHECK_DATA)",
)


def test_what_is_held_checkable_in_columns_is() -> None:
    counts = total([counts_of(column) for column in SPLITS["dev"]])
    assert counts["good"] / counts["predicted"] >= 0.92
    assert counts["found"] / counts["gold"] >= 0.9
    assert wholes("dev") < 0.5
