"""Fits scores to what a desk itself holds worth checking, from its own verdicts."""

from collections.abc import Callable, Sequence
from math import exp, log

ENOUGH = 30  # verdicts from which they say more than the scores as they come
_EDGE = 0.08  # the surest score is taken for this far from 0 or 1: no rule is surer
_TRUST = (1.0, 0.25)  # how firmly slope 1 and shift 0 are believed before the first verdict
_STEPS = 50

Calibration = Callable[[float], float]


def calibration(judged: Sequence[tuple[float, bool]]) -> Calibration:
    """A map of scores onto 0 to 1 that keeps their order, from pairs of a score and whether it was a claim.

    Below ENOUGH pairs scores stay as they are. With them, the map is the logistic curve that makes the pairs most
    likely, held back towards leaving the scores alone, so that a run of one verdict does not carry it away.
    """
    if len(judged) < ENOUGH:
        return lambda score: score
    slope, shift = _fitted([(_logit(score), claim) for score, claim in judged])
    return lambda score: round(_chance(slope * _logit(score) + shift), 4)


def _fitted(points: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and shift by Newton’s method; the slope never below nothing, so that the order is kept."""
    slope, shift = 1.0, 0.0
    for _ in range(_STEPS):
        gradient = [_TRUST[0] * (slope - 1.0), _TRUST[1] * shift]
        slope_slope, slope_shift, shift_shift = _TRUST[0], 0.0, _TRUST[1]
        for x, claim in points:
            chance = _chance(slope * x + shift)
            miss, weight = chance - claim, chance * (1 - chance)
            gradient[0] += miss * x
            gradient[1] += miss
            slope_slope += weight * x * x
            slope_shift += weight * x
            shift_shift += weight
        bent = slope_slope * shift_shift - slope_shift * slope_shift
        by_slope = (shift_shift * gradient[0] - slope_shift * gradient[1]) / bent
        by_shift = (slope_slope * gradient[1] - slope_shift * gradient[0]) / bent
        slope, shift = max(0.05, slope - _bounded(by_slope)), shift - _bounded(by_shift)
        if abs(by_slope) + abs(by_shift) < 1e-6:
            break
    return slope, shift


def _bounded(step: float) -> float:
    return max(-1.0, min(1.0, step))


def _logit(score: float) -> float:
    kept = _EDGE + (1 - 2 * _EDGE) * score
    return log(kept / (1 - kept))


def _chance(logit: float) -> float:
    return 1 / (1 + exp(-max(-40.0, min(40.0, logit))))
