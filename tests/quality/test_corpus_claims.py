"""Claims found in the dev articles of the corpus, which no model was fitted to, with floors that may only rise."""

import pytest

from corpus.finding import claims_of
from corpus.scoring import ANNOTATIONS, gold, kept, score, splits, total
from corpus.texts import DATA, MEANTIME

FLOORS = {"span": 0.79, "kind": 0.70, "fine_high": 0.88, "priority": 0.67}

pytestmark = pytest.mark.skipif(
    not MEANTIME.exists(),
    reason=f"the texts of the corpus are not at {DATA} (set FACTCHECK_DATA)",
)


@pytest.fixture(scope="module")
def scores() -> dict[str, float]:
    found = total(
        [score(gold(kept(ANNOTATIONS, article)), claims_of(article)) for article in splits()["dev"]]
    )
    both = found["gold"] + found["predicted"]
    return {
        "span": 2 * found["paired"] / both,
        "kind": 2 * found["paired_kind"] / both,
        "fine_high": found["fine_high"] / found["high"],
        "priority": found["rank_ok"] / found["ranked"],
        "boilerplate": found["boilerplate"],
    }


@pytest.mark.parametrize("name", FLOORS)
def test_unseen_articles_do_not_fall_below_their_floor(scores: dict[str, float], name: str) -> None:
    assert scores[name] >= FLOORS[name]


def test_no_claim_in_boilerplate(scores: dict[str, float]) -> None:
    assert scores["boilerplate"] == 0
