"""Scores are fitted to a desk's own verdicts, and never turned round."""

import random

from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.calibration import ENOUGH, calibration

scores = st.floats(0, 1)
verdicts = st.lists(st.tuples(scores, st.booleans()), min_size=ENOUGH, max_size=120)


def desk(strictness: float, count: int, seed: int) -> list[tuple[float, bool]]:
    """Verdicts of a desk that takes a claim of score s for one with chance s to the power of ``strictness``."""
    chance = random.Random(seed)
    drawn = [chance.random() for _ in range(count)]
    return [(score, chance.random() < score**strictness) for score in drawn]


def error(fitted: list[tuple[float, bool]]) -> float:
    """How far scores and shares lie apart, over ten groups of like scores."""
    groups = [[pair for pair in fitted if min(9, int(10 * pair[0])) == n] for n in range(10)]
    return sum(abs(sum(s for s, _ in g) - sum(claim for _, claim in g)) for g in groups if g) / len(
        fitted
    )


def test_few_verdicts_change_nothing() -> None:
    unchanged = calibration([(0.9, False)] * (ENOUGH - 1))
    assert [unchanged(score) for score in (0.0, 0.31, 1.0)] == [0.0, 0.31, 1.0]


@given(verdicts, scores, scores)
def test_order_is_kept_and_scores_stay_between_0_and_1(
    judged: list[tuple[float, bool]], one: float, other: float
) -> None:
    fitted = calibration(judged)
    low, high = sorted((fitted(min(one, other)), fitted(max(one, other))))
    assert (fitted(min(one, other)), fitted(max(one, other))) == (low, high)
    assert 0 <= low <= high <= 1


def test_a_strict_desk_gets_lower_scores() -> None:
    assert calibration([(0.8, False)] * 60 + [(0.9, True)] * 20)(0.8) < 0.5


def test_a_run_of_one_verdict_does_not_carry_scores_away() -> None:
    fitted = calibration([(0.7, True)] * ENOUGH)
    assert 0.7 < fitted(0.7) < 0.99
    assert fitted(0.1) < 0.9


def test_a_hundred_verdicts_take_most_of_the_error_away() -> None:
    many = desk(3.0, 4_000, seed=1)
    fitted = calibration(desk(3.0, 100, seed=2))
    assert error(many) > 0.15
    assert error([(fitted(score), claim) for score, claim in many]) < 0.07
