"""What holding articles against themselves finds on labelled texts and on news, what it costs, and how the cost grows.

Whether a conflict that is reported on news is real was read by hand; ``contradictions-read.json`` keeps the readings
by set, article and finding, so that the page shows which of today's have been read.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.texts import DATA
from factcheck import workflow
from factcheck.consistency.hold import hold_against_itself
from factcheck.consistency.subject import Subject
from factcheck.model.article import Article, Block, DateOrigin, Draft, Manuscript, Role
from factcheck.model.detected import BlockFacts, Quantity, TimeExpression
from factcheck.model.finding import Finding, Outcome
from factcheck.model.text import TextPosition

READ = Path(__file__).with_name("contradictions-read.json")
LABELLED = DATA / "consistency" / "consistency.jsonl"
NEWS = {
    "MEANTIME": DATA / "dates" / "meantime-en.jsonl",
    "PolNeAR train": DATA / "quotations" / "polnear-train.jsonl",
}
GROWTH = (1_000, 10_000, 100_000)  # figures in one article
_UNITS = ("people", "percent", "USD", "km", "mi", "votes")


@dataclass(slots=True)
class Times:
    """Seconds spent on a set of texts."""

    detection: float = 0.0
    holding: float = 0.0


def contradictions() -> str:
    """The tables and the list of conflicts, or a sentence where the shared texts are missing."""
    if not LABELLED.exists():
        return "The labelled texts are not here, so nothing was scored."
    detector = workflow.in_this_process()
    times = Times()
    parts = [_labelled(detector)]
    parts.append(_news(detector, times))
    share = 100 * times.holding / times.detection
    parts.append(
        f"Holding took {share:.1f} % of detection’s time on these texts (aim: at most 5 %)."
    )
    parts.append(_growth())
    return "\n\n".join(parts)


def _labelled(detector: workflow.Detector) -> str:
    counts = {("conflict", True): 0, ("conflict", False): 0, ("ok", True): 0, ("ok", False): 0}
    missed, alarms = [], []
    for row in _rows(LABELLED):
        found = _findings(detector, row, Times())
        flagged = any(finding.outcome is Outcome.CONFLICT for finding in found)
        counts[row["expect"], flagged] += 1
        if row["expect"] == "conflict" and not flagged:
            missed.append(f"{row['id']} ({row['kind']})")
        if row["expect"] == "ok" and flagged:
            alarms.append(row["id"])
    caught, conflicts = counts["conflict", True], sum(counts["conflict", f] for f in (True, False))
    innocent = sum(counts["ok", f] for f in (True, False))
    return (
        f"Labelled texts: {caught} of {conflicts} conflicts caught ({caught / conflicts:.3f}; aim"
        f" 0.90), {len(alarms)} false alarms among {innocent} (aim 0)."
        + (f" Missed: {', '.join(missed)}." if missed else "")
        + (f" False: {', '.join(alarms)}." if alarms else "")
    )


def _news(detector: workflow.Detector, times: Times) -> str:
    read: dict[str, bool] = json.loads(READ.read_text("utf-8")) if READ.exists() else {}
    lines = ["| set | articles | conflicts | read as real | to ask | consistent |"]
    lines.append("|---|---|---|---|---|---|")
    told: list[str] = []
    for name, path in NEWS.items():
        counts = dict.fromkeys(Outcome, 0)
        articles = real = 0
        for row in _rows(path):
            articles += 1
            for finding in _findings(detector, row, times):
                counts[finding.outcome] += 1
                if finding.outcome is Outcome.CONFLICT:
                    judged = read.get(f"{name}/{row['id']}/{finding.rule}/{finding.key}")
                    real += judged is True
                    told.append(_conflict(name, str(row["id"]), finding, judged))
        conflicts, ask, right = (counts[outcome] for outcome in Outcome)
        lines.append(f"| {name} | {articles} | {conflicts} | {real} | {ask} | {right} |")
    return "\n".join([*lines, "", *told])


def _conflict(name: str, identity: str, finding: Finding, judged: bool | None) -> str:
    word = {True: "real", False: "not real", None: "not read"}[judged]
    return f"- {name}, {identity[:48]}: {finding.rule}, {finding.arithmetic} ({word})"


def _growth() -> str:
    """Seconds for articles of more and more figures and dates, made at random."""
    lines = ["| figures in one article | seconds | times the row above |", "|---|---|---|"]
    before = 0.0
    for size in GROWTH:
        subject = _random_subject(size)
        start = perf_counter()
        for _ in hold_against_itself(subject):
            pass
        took = perf_counter() - start
        ratio = f"{took / before:.1f}" if before else ""
        lines.append(f"| {size:,} | {took:.2f} | {ratio} |")
        before = took
    return "\n".join(lines)


def _random_subject(size: int) -> Subject:
    """An article with so many figures and a tenth as many dates, eight to a sentence, six sentences a paragraph."""
    chance = random.Random(size)
    words: list[str] = []
    quantities, times, sentences, blocks = [], [], [], []
    at = sentence = paragraph = 0
    for index in range(size):
        value, unit = chance.randrange(1, 10_000), chance.choice(_UNITS)
        piece = f"{value} {unit} and "
        quantities.append(Quantity(TextPosition(at, at + len(piece) - 5), float(value), unit))
        if index % 10 == 9:
            day = f"{chance.randrange(1900, 2022)}-0{chance.randrange(1, 9)}-11"
            start = at + len(piece)
            piece += f"{day} "
            times.append(TimeExpression(TextPosition(start, start + 10), day))
        if index % 8 == 7:
            piece = piece[:-1] + ". "
        words.append(piece)
        at += len(piece)
        if index % 8 == 7:
            sentences.append(TextPosition(sentence, at))
            sentence = at
        if index % 48 == 47:
            blocks.append(Block("draft", TextPosition(paragraph, at), Role.BODY))
            paragraph = at
    blocks.append(Block("draft", TextPosition(paragraph, at), Role.BODY))
    facts = BlockFacts("draft", TextPosition(0, at), tuple(times), tuple(quantities))
    return Subject("".join(words), blocks, sentences, [facts], published=date(2022, 6, 15))


def _findings(detector: workflow.Detector, row: dict[str, Any], times: Times) -> list[Finding]:
    manuscript = _manuscript(row["text"], row.get("dct") or row.get("date"))
    start = perf_counter()
    found = list(detector(manuscript.draft, manuscript.blocks, manuscript.article.published))
    middle = perf_counter()
    findings = workflow.findings_in(manuscript, found)
    times.detection += middle - start
    times.holding += perf_counter() - middle
    return findings


def _manuscript(text: str, published: str | None) -> Manuscript:
    now = datetime.now(UTC)
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        day = None
    article = Article("", now, day, DateOrigin.NONE if day is None else DateOrigin.PERSON)
    draft = Draft(article.id, 1, text, "", "text", now)
    return Manuscript(article, draft, (Block(draft.id, TextPosition(0, len(text)), Role.BODY),))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        lines: Iterable[str] = file
        yield from map(json.loads, lines)


if __name__ == "__main__":
    print(contradictions())
