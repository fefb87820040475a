"""Trains the model of claims: ``python -m corpus.training`` writes resources/models/claims.json.

It learns from the train split and from the shared articles whose texts are open, weighted up because they were
marked by others, and prints what held-out parts of them score. It needs scikit-learn and the shared data, which the
program does not.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from spacy.language import Language
from spacy.tokens import Doc

from corpus.finding import published
from corpus.scoring import ANNOTATIONS, gold, kept, score, scorer, splits, total
from corpus.texts import DATA, ROOT
from factcheck.detection.candidates import candidates_of
from factcheck.detection.choice import APART, ruled_priorities
from factcheck.detection.claim_model import Numbers
from factcheck.detection.detect import find_claims
from factcheck.detection.features import features_of, names
from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.detection.standing import standing_of
from factcheck.detection.surface import surfaces
from factcheck.model.article import Block, Draft, Role
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.text import TextPosition

OUT = ROOT / "resources" / "models" / "claims.json"
THRESHOLD = 0.3
SHARED_WEIGHT = 3.0
RESERVED = frozenset({"seed-xi-putin-2022.gold.json"})  # its text is under no open licence
NO_CLAIM, CLAIM = (
    0.5,
    1.0,
)  # shares of joined characters up to which a stretch is none, from which it is one
KIND_FITS = 0.5  # from which a stretch teaches its kind
FITS = 0.6  # from which it teaches its priority
EVEN = 3.0  # the weight of a claim for priority, shared among the stretches that stand for it
RULE = 3.0  # how much more freely what the rule for priorities says is weighed than all else
SEEDS = 1
FOLDS = 6
# what the priority is weighed by, beside the standing, the kind and the rule
WEIGHING = (
    *("headline", "subheading", "caption", "column", "lead", "contained by", "contains"),
    *("figures", "measured", "dates", "durations", "quoted", "speech", "tokens"),
    *("share of sentence", "opens sentence", "closes sentence", "is content", "judges"),
    *("subject inside", "subject pronoun", "subject first person", "finite", "has object"),
    *("count names", "count denials", "count universals", "count superlatives", "count titles"),
    *("count judging", "count future", "count may", "count report verbs", "count states"),
    *("root tag VBZ", "root tag VBP", "root tag VBD", "root ROOT", "root relcl", "root appos"),
    *("root advcl", "root conj", "root acl", "root ccomp", "root state"),
    *("shape relative", "shape described"),
)
_RECORD = "claims_record"
Place = tuple[int, int]


@dataclass(slots=True)
class Lesson:
    """One article: its gold, and of every candidate the place, the numbers, where it stands, and the ruled priorities by kind."""

    gold: dict[str, Any]
    weight: float
    places: list[Place]
    rows: Numbers
    standing: Numbers
    ruled: list[dict[str, list[float]]]

    def nearest(self) -> tuple[Numbers, list[dict[str, Any]]]:
        """For every candidate the most alike gold claim, and how much of the joined characters both have."""
        wanted = [claim for claim in self.gold["claims"] if claim["checkable"]]
        shares = np.zeros(len(self.places))
        best = []
        for i, place in enumerate(self.places):
            by_claim = [shared(place, (c["start"], c["end"])) for c in wanted]
            shares[i] = max(by_claim)
            best.append(wanted[int(np.argmax(by_claim))])
        return shares, best


def shared(a: Place, b: Place) -> float:
    """The share of the joined characters that both have."""
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return both / (a[1] - a[0] + b[1] - b[0] - both)


@Language.component(_RECORD)
def record(doc: Doc) -> Doc:
    """Keep the text as the rules left it."""
    _recorded.append(doc)
    return doc


_recorded: list[Doc] = []


def lessons() -> tuple[list[Lesson], list[Lesson]]:
    """The articles to learn from, and those of dev to measure on."""
    language = load_language(disabled=["claims_choice"])
    language.nlp.add_pipe(_RECORD)
    language = LoadedLanguage(language.nlp, (*language.detectors, _RECORD), ())
    annotated = {
        split: [
            _lesson(gold(kept(ANNOTATIONS, article)), published(article), 1.0, language)
            for article in splits()[split]
        ]
        for split in ("train", "dev")
    }
    ours = [
        _lesson(found, date.fromisoformat(found["published"]), SHARED_WEIGHT, language)
        for path in sorted((DATA / "articles").glob("*.gold.json"))
        if path.name not in RESERVED
        for found in [json.loads(path.read_text(encoding="utf-8"))]
    ]
    return annotated["train"] + ours, annotated["dev"]


def _lesson(
    found: dict[str, Any], day: date | None, weight: float, language: LoadedLanguage
) -> Lesson:
    draft = Draft("article", 1, found["text"], "article", "txt", datetime.now(UTC))
    blocks = [
        Block(draft.id, TextPosition(part["start"], part["end"]), Role(part["role"]))
        for part in found["blocks"]
    ]
    _recorded.clear()
    list(find_claims(draft, blocks, day, language))
    parts = [b.position for b in sorted(blocks, key=lambda b: b.position) if b.role.holds_claims]
    seen = [s for part in parts for s in surfaces(draft.text, part.start, part.end) if s.text]
    places: list[Place] = []
    rows: list[Numbers] = []
    standing: list[Numbers] = []
    ruled = []
    for surface, doc in zip(seen, _recorded, strict=True):
        candidates = candidates_of(doc)
        rows.append(features_of(doc, candidates))
        standing.append(standing_of(doc, candidates))
        for c in candidates:
            span = doc[c.start : c.end]
            places.append(surface.position(span.start_char, span.end_char))
            ruled.append({k.value: ruled_priorities(doc, c.start, c.end, k) for k in ClaimKind})
    return Lesson(found, weight, places, np.vstack(rows), np.vstack(standing), ruled)


@dataclass(slots=True)
class Learnt:
    """The fitted parts of the model."""

    trees: list[HistGradientBoostingClassifier]
    keep: tuple[StandardScaler, LogisticRegression]
    kind: tuple[StandardScaler, LogisticRegression]
    priority: tuple[StandardScaler, LogisticRegression]


def learn(articles: list[Lesson]) -> Learnt:
    """Fit all parts to the articles."""
    rows = np.vstack([article.rows for article in articles])
    near = [article.nearest() for article in articles]
    shares = np.concatenate([found for found, _ in near])
    weights = np.concatenate([np.full(len(a.places), a.weight) for a in articles])

    degree = np.clip((shares - NO_CLAIM) / (CLAIM - NO_CLAIM), 0, 1)
    twice = np.vstack([rows, rows])
    answers = np.r_[np.ones(len(rows)), np.zeros(len(rows))]
    pulls = np.r_[weights * degree, weights * (1 - degree)]
    used = pulls > 0
    asked = (twice[used], answers[used], pulls[used])
    trees = [_boosted(seed).fit(*asked) for seed in range(SEEDS)]
    keep = _linear(0.02, *asked)

    kind = _kind([a.rows for a in articles], near, [a.weight for a in articles])
    priority = _priority(articles, near)
    return Learnt(trees, keep, kind, priority)


Near = list[tuple[Numbers, list[dict[str, Any]]]]


def _kind(
    rows: list[Numbers], near: Near, weights: list[float]
) -> tuple[StandardScaler, LogisticRegression]:
    """What tells the kinds apart; kinds that an annotator gave second teach less."""
    taught = [
        (numbers[i], kind, (0.6 if nth else 1.0) * weight * shares[i] ** 2)
        for numbers, (shares, claims), weight in zip(rows, near, weights, strict=True)
        for i in np.flatnonzero(shares >= KIND_FITS)
        for nth, kind in enumerate((claims[i]["type"], *claims[i].get("alt_types", ())))
    ]
    numbers, kinds, pulls = zip(*taught, strict=True)
    return _linear(0.02, np.array(numbers), np.array(kinds), np.array(pulls))


def _priority(articles: list[Lesson], near: Near) -> tuple[StandardScaler, LogisticRegression]:
    """What tells the priorities apart; the kinds it learns with are those a model gives that did not see the article."""
    rows, ranks, pulls = [], [], []
    for turn in range(FOLDS):
        rest = [i for i in range(len(articles)) if i % FOLDS != turn]
        kind = _kind(
            [articles[i].rows for i in rest],
            [near[i] for i in rest],
            [articles[i].weight for i in rest],
        )
        for article, (shares, claims) in zip(articles[turn::FOLDS], near[turn::FOLDS], strict=True):
            fits = np.flatnonzero(shares >= FITS)
            among: dict[int, float] = defaultdict(float)
            for i in fits:
                among[id(claims[i])] += shares[i]
            rows.append(_weighed(article, kind)[fits])
            ranks += [claims[i]["priority"] for i in fits]
            pulls += [article.weight * EVEN * shares[i] / among[id(claims[i])] for i in fits]
    free = np.ones(rows[0].shape[1])
    free[-len(Priority) :] = RULE
    return _linear(0.001, np.vstack(rows), np.array(ranks), np.array(pulls), free)


def _boosted(seed: int) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=150,
        learning_rate=0.06,
        max_leaf_nodes=8,
        min_samples_leaf=15,
        l2_regularization=5.0,
        max_features=0.3,
        random_state=seed,
    )


def _linear(
    strength: float, rows: Numbers, answers: Any, pulls: Numbers, free: Any = 1.0
) -> tuple[StandardScaler, LogisticRegression]:
    """Numbers are brought to one scale, and then weighed the more freely, the larger ``free`` is for them."""
    scaler = StandardScaler().fit(rows)
    scaler.scale_ = scaler.scale_ / free
    fitted = LogisticRegression(C=strength, max_iter=500)
    return scaler, fitted.fit(scaler.transform(rows), answers, sample_weight=pulls)


def _weighed(article: Lesson, kind: tuple[StandardScaler, LogisticRegression]) -> Numbers:
    """What the priority of every candidate rests on."""
    chances = kind[1].predict_proba(kind[0].transform(article.rows))
    first = [kind[1].classes_[at] for at in chances.argmax(axis=1)]
    by_rule = np.array([one[name] for one, name in zip(article.ruled, first, strict=True)])
    weighing = [names().index(name) for name in WEIGHING]
    return np.hstack([article.rows[:, weighing], article.standing, chances, by_rule])


def found_by(learnt: Learnt, article: Lesson) -> list[dict[str, Any]]:
    """The claims that the fitted parts choose in an article, much as the program will."""
    raw = np.mean([_raw(t, article.rows) for t in learnt.trees], axis=0)
    linear = learnt.keep[1].predict_proba(learnt.keep[0].transform(article.rows))[:, 1]
    chances = (1 / (1 + np.exp(-raw)) + linear) / 2
    kinds = learnt.kind[1].predict_proba(learnt.kind[0].transform(article.rows))
    weighed = _weighed(article, learnt.kind)
    ranks = learnt.priority[1].predict(learnt.priority[0].transform(weighed))
    taken: list[int] = []
    for i in np.argsort(-chances):
        apart = all(shared(article.places[i], article.places[j]) < APART for j in taken)
        if chances[i] >= THRESHOLD and apart:
            taken.append(int(i))
    return [
        {
            "start": article.places[i][0],
            "end": article.places[i][1],
            "kinds": [
                learnt.kind[1].classes_[k]
                for nth, k in enumerate(np.argsort(-kinds[i])[:3])
                if nth == 0 or kinds[i][k] >= 0.15
            ],
            "priority": str(ranks[i]),
        }
        for i in taken
    ]


def _raw(trees: HistGradientBoostingClassifier, rows: Numbers) -> Numbers:
    return np.asarray(trees.decision_function(rows))


def crossed(articles: list[Lesson]) -> str:
    """The scorer's lines for articles that were left out of the fit, by turns."""
    order = np.random.RandomState(0).permutation(len(articles))
    counts: dict[bool, list[dict[str, int]]] = {True: [], False: []}
    for fold in range(FOLDS):
        out = set(order[fold::FOLDS])
        learnt = learn([a for i, a in enumerate(articles) if i not in out])
        for i in out:
            found = score(articles[i].gold, found_by(learnt, articles[i]))
            counts[articles[i].weight > 1].append(found)
    return "\n".join(
        f"{'shared' if ours else 'train ':7} {scorer().rates(total(found))}"
        for ours, found in counts.items()
    )


def exported(learnt: Learnt) -> dict[str, Any]:
    """The model as plain numbers."""
    return {
        "names": names(),
        "threshold": THRESHOLD,
        "trees": _table(learnt.trees),
        "keep": _plain(*learnt.keep),
        "kind": _plain(*learnt.kind),
        "kinds": list(learnt.kind[1].classes_),
        "weighing": list(WEIGHING),
        "priority": _plain(*learnt.priority),
        "priorities": list(learnt.priority[1].classes_),
    }


def _plain(scaler: StandardScaler, fitted: LogisticRegression) -> dict[str, Any]:
    return {
        "mean": _rounded(scaler.mean_),
        "scale": _rounded(scaler.scale_),
        "weights": [_rounded(row) for row in fitted.coef_],
        "intercepts": _rounded(fitted.intercept_),
    }


def _rounded(values: Any) -> list[float]:
    return [float(f"{value:.6g}") for value in values]


def _table(fitted: list[HistGradientBoostingClassifier]) -> dict[str, Any]:
    """All trees as one table; an end points to itself."""
    table: dict[str, list[Any]] = {
        k: [] for k in ("feature", "threshold", "left", "right", "value")
    }
    roots, depth = [], 0
    for nodes in _trees(fitted):
        first = len(table["feature"])
        roots.append(first)
        for at, node in enumerate(nodes):
            end = bool(node["is_leaf"])
            table["feature"].append(0 if end else int(node["feature_idx"]))
            table["threshold"].append(0.0 if end else float(f"{node['num_threshold']:.6g}"))
            table["left"].append(first + (at if end else int(node["left"])))
            table["right"].append(first + (at if end else int(node["right"])))
            table["value"].append(float(f"{node['value'] / len(fitted):.5g}") if end else 0.0)
            depth = max(depth, int(node["depth"]))
    baseline = float(np.mean([trees._baseline_prediction.ravel()[0] for trees in fitted]))
    return {**table, "roots": roots, "depth": depth, "baseline": baseline}


def _trees(fitted: list[HistGradientBoostingClassifier]) -> Iterator[Any]:
    for trees in fitted:
        for (predictor,) in trees._predictors:
            yield predictor.nodes


def main() -> int:
    """Print what held-out parts and dev score, then write the model learnt from all of train."""
    articles, dev = lessons()
    print(crossed(articles), flush=True)
    learnt = learn(articles)
    print(f"dev     {scorer().rates(total([score(a.gold, found_by(learnt, a)) for a in dev]))}")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(exported(learnt)) + "\n", encoding="utf-8")
    print(f"{OUT.stat().st_size:,} bytes in {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
