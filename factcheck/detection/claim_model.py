"""The model of claims: how likely a stretch is a claim, of which kind, and of which priority; plain numbers."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.model.claim import ClaimKind, Priority
from factcheck.resource_files import resource

Numbers = NDArray[np.float64]
FILE = ("models", "claims.json")
NAME = "claims_model"


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights on numbers brought to one scale; one row of weights a class, or one row for yes or no."""

    mean: Numbers
    scale: Numbers
    weights: Numbers
    intercepts: Numbers

    def scores(self, rows: Numbers) -> Numbers:
        scaled = (rows - self.mean) / self.scale
        return np.asarray(scaled @ self.weights.T + self.intercepts, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees as one table: the number looked at, where it parts, both ways on, and the value of an end."""

    feature: NDArray[np.int64]
    threshold: Numbers
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Numbers
    roots: NDArray[np.int64]
    depth: int
    baseline: float

    def scores(self, rows: Numbers) -> Numbers:
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        row = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[row, self.feature[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        return np.asarray(self.value[at].sum(axis=1) + self.baseline, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class ClaimModel:
    """What was learnt from annotated articles; ``names`` are the numbers it was trained on, in order.

    The priority rests on some of them, at the places ``weighing``, with where the stretch stands, its kinds, and what
    the rule for priorities says.
    """

    names: tuple[str, ...]
    threshold: float
    trees: Trees
    keep: Linear
    kind: Linear
    kinds: tuple[ClaimKind, ...]
    weighing: tuple[int, ...]
    priority: Linear
    priorities: tuple[Priority, ...]

    def chances(self, rows: Numbers) -> Numbers:
        """How likely each row is a claim, from 0 to 1."""
        by_trees = _logistic(self.trees.scores(rows))
        return np.asarray((by_trees + _logistic(self.keep.scores(rows)[:, 0])) / 2)

    def kind_chances(self, rows: Numbers) -> Numbers:
        """How likely each row is a claim of each of ``kinds``."""
        return _softmax(self.kind.scores(rows))

    def priority_chances(
        self, rows: Numbers, standing: Numbers, kinds: Numbers, ruled: Numbers
    ) -> Numbers:
        """How likely each row is of each of ``priorities``; ``kinds`` are its chances of each kind."""
        weighed = np.hstack([rows[:, list(self.weighing)], standing, kinds, ruled])
        return _softmax(self.priority.scores(weighed))


def load_claim_model(names: Collection[str]) -> ClaimModel | None:
    """The model among the resources; None where it is missing, cut short, or made for other numbers."""
    try:
        return read_claim_model(resource(*FILE), names)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_claim_model(path: Path, names: Collection[str]) -> ClaimModel:
    """The model kept in a file; ValueError where it was trained on other numbers than ``names``."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    if tuple(kept["names"]) != tuple(names):
        raise ValueError("the model was made for other numbers")
    trees = kept["trees"]
    return ClaimModel(
        tuple(kept["names"]),
        float(kept["threshold"]),
        Trees(
            np.array(trees["feature"], dtype=np.int64),
            np.array(trees["threshold"], dtype=np.float64),
            np.array(trees["left"], dtype=np.int64),
            np.array(trees["right"], dtype=np.int64),
            np.array(trees["value"], dtype=np.float64),
            np.array(trees["roots"], dtype=np.int64),
            int(trees["depth"]),
            float(trees["baseline"]),
        ),
        _linear(kept["keep"]),
        _linear(kept["kind"]),
        tuple(map(ClaimKind, kept["kinds"])),
        tuple(map(kept["names"].index, kept["weighing"])),
        _linear(kept["priority"]),
        tuple(map(Priority, kept["priorities"])),
    )


def _linear(kept: dict[str, Any]) -> Linear:
    return Linear(*(np.array(kept[k], dtype=np.float64) for k in Linear.__slots__))


def _logistic(scores: Numbers) -> Numbers:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def _softmax(scores: Numbers) -> Numbers:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
