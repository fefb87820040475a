"""Check-worthiness and opinion on the labelled sets, beside what was published; and how well scores are calibrated."""

import json
import random
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.texts import DATA
from corpus import columns

SETS = DATA / "checkworthiness"
APART = frozenset({"DE2021", "IN2011"})  # the speeches that the sentence model never learned from
LABELS = 100  # verdicts of a desk that scores are fitted to
SAMPLES = 20
BINS = 10

Judged = list[tuple[float, bool]]


def page() -> str:
    """A table in Markdown, or a sentence where the shared data is missing."""
    if not SETS.exists():
        return "The labelled sets are not here, so nothing was scored."
    debates, more = scored("ct2024-t1-dev-test"), scored("ct2024-t1-dev")
    speeches = scored("policlaim-traingold", APART)
    opinion = macro_f1(opinions("subj2025-dev_test"))
    low, high = interval(debates, f1)
    bottom, top = interval(speeches, accuracy)
    rows = [
        (
            "check-worthy, F1 at 0.5",
            f"CheckThat! 2023 (dev-test, {len(debates)})",
            f"{f1(debates):.3f} ({low:.3f} to {high:.3f})",
            "0.898 (first place, a large language model)",
        ),
        (
            "the same, average precision",
            "the same",
            f"{average_precision(debates):.3f}",
            "",
        ),
        (
            "verifiable, accuracy at 0.5",
            f"PoliClaim, two speeches never learned from ({len(speeches)})",
            f"{accuracy(speeches):.3f} ({bottom:.3f} to {top:.3f})",
            "0.863 (GPT-4), 0.855 (between experts); on its own test part",
        ),
        (
            "subjective or objective, macro-F1",
            "SUBJ 2025 (dev_test, 484)",
            f"{opinion:.3f}",
            "0.73 (this encoder, trained on its train part, whose licence forbids shipping)",
        ),
    ]
    rows.append(
        (
            "the same, by the sentence model alone at 0.5",
            "the same",
            f"{macro_f1(by_model('subj2025-dev_test')):.3f}",
            "",
        )
    )
    rows.append(
        (
            "held checkable in opinion columns, precision",
            f"columns of this project, test ({', '.join(columns.SPLITS['test'])})",
            f"{columns.precision('test'):.3f}",
            f"aim 0.87; whole sentences {columns.wholes('test'):.3f}",
        )
    )
    for name, judged in (("debates, dev and dev-test", debates + more), ("speeches", speeches)):
        claims = [(score, label) for score, label in judged if score > 0]
        before, after, least = calibrated_error(claims)
        rows.append(
            (
                f"calibration error before and after {LABELS} verdicts on claims",
                f"{name} ({len(claims)}), mean of {SAMPLES} samples",
                f"{before:.3f} → {after:.3f}",
                f"aim ≤ 0.05; a faultless score would show {least:.3f} on so few",
            )
        )
    lines = ["| what | on | ours | published |", "|---|---|---|---|"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def rows_of(name: str, docs: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """The lines of a set, of some of its documents only where they are named."""
    with (SETS / f"{name}.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [row for row in rows if not docs or row["doc"] in docs]


def found_in(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the command line prints for each line."""
    from factcheck import workflow
    from factcheck.cli.lines import detect_lines

    texts = ({"id": row["id"], "text": row["text"]} for row in rows)
    lines = (json.dumps(text).encode() for text in texts)
    return list(detect_lines(lines, workflow.in_this_process()))


def scored(name: str, docs: frozenset[str] = frozenset()) -> Judged:
    """The program's score of each text with whether it is worth checking."""
    rows = rows_of(name, docs)
    return [
        (found["checkworthiness"], bool(row["label"]))
        for found, row in zip(found_in(rows), rows, strict=True)
    ]


def opinions(name: str) -> list[tuple[bool, bool]]:
    """Whether the program sees only judgement in each text, with whether it is subjective."""
    rows = rows_of(name)
    return [
        (only_judges(found["claims"]), row["label"] == "SUBJ")
        for found, row in zip(found_in(rows), rows, strict=True)
    ]


def by_model(name: str) -> list[tuple[bool, bool]]:
    """Whether the sentence model holds each text for judgement, with whether it is subjective."""
    from factcheck.detection.sentence_model import load_sentence_model

    rows = rows_of(name)
    judged = load_sentence_model().judge([row["text"] for row in rows])
    return [(j.opinion >= 0.5, r["label"] == "SUBJ") for j, r in zip(judged, rows, strict=True)]


def only_judges(claims: Sequence[dict[str, Any]]) -> bool:
    """Whether an opinion is among the claims of a text: so the output says that it judges."""
    return any("opinion" in claim["kinds"] for claim in claims)


def f1(judged: Judged) -> float:
    """F1 of the positive label at one half."""
    hits = sum(score >= 0.5 and label for score, label in judged)
    both = sum(score >= 0.5 for score, _ in judged) + sum(label for _, label in judged)
    return 2 * hits / max(1, both)


def accuracy(judged: Judged) -> float:
    """The share that is right at one half."""
    return sum((score >= 0.5) == label for score, label in judged) / len(judged)


def average_precision(judged: Judged) -> float:
    """The mean precision at each positive, best score first."""
    seen, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(judged, key=lambda pair: -pair[0]), 1):
        if label:
            seen += 1
            total += seen / rank
    return total / max(1, seen)


def macro_f1(said: Sequence[tuple[bool, bool]]) -> float:
    """The mean F1 of both labels."""
    turned = [(not a, not b) for a, b in said]
    return sum(f1([(float(a), b) for a, b in pairs]) for pairs in (list(said), turned)) / 2


def interval(judged: Judged, measure: Any, draws: int = 1_000) -> tuple[float, float]:
    """Where 19 in 20 of the measure's values lie over texts drawn again."""
    chance = random.Random(0)
    values = sorted(measure(chance.choices(judged, k=len(judged))) for _ in range(draws))
    return values[draws // 40], values[-draws // 40 - 1]


def calibration_error(judged: Judged) -> float:
    """The expected calibration error over ten groups of scores."""
    groups: list[Judged] = [[] for _ in range(BINS)]
    for score, label in judged:
        groups[min(BINS - 1, int(score * BINS))].append((score, label))
    apart = (abs(sum(s for s, _ in g) - sum(label for _, label in g)) for g in groups)
    return sum(apart) / len(judged)


def calibrated_error(judged: Judged) -> tuple[float, float, float]:
    """The error of the scores as they come, of those fitted to some verdicts, and of chance alone; on the rest.

    Means over samples. The last is the error that the fitted scores would show if each label were drawn by them.
    """
    from factcheck.detection.calibration import calibration

    chance = random.Random(0)
    errors = []
    for _ in range(SAMPLES):
        shuffled = chance.sample(judged, len(judged))
        verdicts, rest = shuffled[:LABELS], shuffled[LABELS:]
        fitted = calibration(verdicts)
        after = [(fitted(score), label) for score, label in rest]
        drawn = [(score, chance.random() < score) for score, _ in after]
        errors.append([calibration_error(pairs) for pairs in (rest, after, drawn)])
    before, by_verdicts, least = (sum(column) / SAMPLES for column in zip(*errors, strict=True))
    return before, by_verdicts, least


if __name__ == "__main__":
    print(page())
