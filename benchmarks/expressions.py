"""How well dates, quotations and figures are read, on labelled sets, beside what is published."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.texts import DATA
from factcheck.detection.detect import find_claims
from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.model.article import Block, Draft, Role
from factcheck.model.detected import DetectedBlock, Quantity
from factcheck.model.text import TextPosition

DATES = DATA / "dates" / "meantime-en.jsonl"
QUOTATIONS = DATA / "quotations" / "polnear-dev.jsonl"
NUMBERS = DATA / "numbers"
ANNOTATED_LINES = (
    6  # MEANTIME: headline, dateline and the first four sentences carry annotation, the rest none
)
NUMBER_SETS = (
    "number",
    "percent",
    "currency",
    "dimension",
    "temperature",
    "age",
    "ordinal",
)


@dataclass(frozen=True, slots=True)
class Score:
    """Hits among what was found and what was wanted."""

    hits: int
    found: int
    wanted: int

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.wanted)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.found)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, self.found + self.wanted)


def expressions() -> str:
    """A table of the figures, or a sentence where the sets are missing."""
    if not (DATES.exists() and QUOTATIONS.exists() and NUMBERS.exists()):
        return "The labelled sets are not here, so nothing was scored."
    met, valued = dates()
    heard, spoken = quotations()
    plain = numbers()
    rows = [
        ("dates, MEANTIME, the annotated lines: relaxed F1", met.f1, "–"),
        ("dates, same: relaxed F1 with the right value", valued.f1, "0.776 (HeidelTime, TempEval-3)"),
        ("direct quotations found, PolNeAR dev", heard.recall, "–"),
        ("their speaker right, PolNeAR dev", spoken.recall, "–"),
        *((f"right value and unit, plain cases, {name}", s.recall, "–") for name, s in plain.items()),
        ("right value and unit, plain cases, all", _sum(plain.values()).recall, "–"),
    ]  # fmt: skip
    lines = [f"| {what} | {value:.3f} | {published} |" for what, value, published in rows]
    head = f"| set, {date.today().isoformat()} | ours | published |\n|---|---|---|"
    return "\n".join([head, *lines])


def _sum(scores: Any) -> Score:
    several = list(scores)
    return Score(*(sum(getattr(s, name) for s in several) for name in ("hits", "found", "wanted")))


@cache
def _language() -> LoadedLanguage:
    return load_language()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _read(text: str, published: str | None) -> DetectedBlock:
    draft = Draft("", 1, text, "", "text", datetime.now(UTC))
    block = Block(draft.id, TextPosition(0, len(text)), Role.BODY)
    (found,) = find_claims(draft, [block], _day(published), _language())
    return found


def _day(published: str | None) -> date | None:
    """The publication date where it is one; a few of MEANTIME’s are written otherwise."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _meets(position: TextPosition, gold: dict[str, Any]) -> bool:
    return position.start < int(gold["end"]) and int(gold["start"]) < position.end


def dates() -> tuple[Score, Score]:
    """Time expressions that meet an annotated one, and those among them with its value."""
    met = valued = found = wanted = 0
    for row in _rows(DATES):
        lines = row["text"].split("\n")[:ANNOTATED_LINES]
        end = sum(len(line) + 1 for line in lines)
        mine = [t for t in _read(row["text"], row["dct"]).times if t.position.start < end]
        found, wanted = found + len(mine), wanted + len(row["timexes"])
        for gold in row["timexes"]:
            hit = next((t for t in mine if _meets(t.position, gold)), None)
            if hit is not None:
                mine.remove(hit)
                met += 1
                valued += hit.value == gold["value"]
    return Score(met, found, wanted), Score(valued, found, wanted)


def quotations() -> tuple[Score, Score]:
    """Direct quotations that were found, and those whose annotated speaker was met."""
    heard = spoken = wanted = sourced = 0
    for row in _rows(QUOTATIONS):
        mine = _read(row["text"], row["date"]).quotations
        for gold in row["attributions"]:
            if not gold["has_quote_marks"] or not gold["content"]:
                continue
            wanted, sourced = wanted + 1, sourced + bool(gold["source"])
            hits = [q for q in mine if any(_meets(q.position, c) for c in gold["content"])]
            heard += bool(hits)
            spoken += any(
                q.speaker is not None and any(_meets(q.speaker, s) for s in gold["source"])
                for q in hits
            )
    return Score(heard, heard, wanted), Score(spoken, spoken, sourced)


def numbers() -> dict[str, Score]:
    """Of each set the plain cases whose value, and unit where one is told, was read right.

    Plain is what stands in news: no powers, no fractions but with a half, quarter or in digits, no relative ranks
    (“next to last”), no unit without a number, no label (SCP-173, 192.168.1.2), no number of a date or duration
    (the dates have it), no misspelling and no money or measure that no desk meets.
    """
    scores = {}
    for name in NUMBER_SETS:
        hits = wanted = 0
        for row in _rows(NUMBERS / f"recognizers-{name}.jsonl"):
            plain = [gold for gold in row["numbers"] if _is_plain(name, gold, row["text"])]
            if not plain:
                continue
            mine = _read(row["text"], None).quantities
            wanted += len(plain)
            hits += sum(any(_is_right(q, name, gold) for q in mine) for gold in plain)
        scores[name] = Score(hits, hits, wanted)
    return scores


def wrong_numbers() -> Iterator[tuple[str, str, Any]]:
    """The plain cases that were read wrong: set, text and what was wanted."""
    for name in NUMBER_SETS:
        for row in _rows(NUMBERS / f"recognizers-{name}.jsonl"):
            for gold in (g for g in row["numbers"] if _is_plain(name, g, row["text"])):
                mine = _read(row["text"], None).quantities
                if not any(_is_right(q, name, gold) for q in mine):
                    yield name, row["text"], gold


_UNITS = {
    "Dollar": ("USD",), "United States dollar": ("USD",), "Euro": ("EUR",), "Chinese yuan": ("CNY",),
    "Pound": ("GBP", "lb"), "British pound": ("GBP",), "Cent": ("cent",), "Canadian dollar": ("CAD",),
    "Japanese yen": ("JPY",), "Franc": ("CHF",), "Swiss franc": ("CHF",), "Australian dollar": ("AUD",),
    "Pence": ("penny",), "Penny": ("penny",), "Turkish lira": ("TRY",), "Rupee": ("INR",),
    "Mexican peso": ("MXN",), "Hong Kong dollar": ("HKD",), "New Zealand dollar": ("NZD",), "Bitcoin": ("BTC",),
    "Foot": ("ft",), "Meter": ("m",), "Mile": ("mi",), "Gallon": ("gal",), "Ton": ("ton", "t"), "Metric ton": ("t",),
    "Kilometer per hour": ("km/h",), "Kilogram": ("kg",), "Microgram": ("µg",), "Inch": ("in",),
    "Square meter": ("m²",), "Kilometer": ("km",), "Millimeter": ("mm",), "Decimeter": ("dm",),
    "Picometer": ("pm",), "Degree": ("degree",), "Milliliter": ("ml",), "Barrel": ("bbl",), "Ounce": ("oz",),
    "Acre": ("acre",), "Cubic foot": ("ft³",), "Bit": ("bit",), "Mile per hour": ("mph",),
    "Square kilometer": ("km²",), "Megabit": ("Mbit",), "Megabyte": ("MB",), "Tablespoon": ("tbsp",),
    "Teaspoon": ("tsp",), "Gram": ("g",), "C": ("°C",), "F": ("°F",), "Year": ("year",), "Month": ("month",),
    "Week": ("week",), "Day": ("day",), "Age": ("year",),
}  # fmt: skip


_ODD = re.compile(
    r"\b(?:dzs?|dozs?|nineth|centigrate|farenheit)\b|\d\s?(?:g|mm|mb)$|m(?:usd|eur|gbp|aud)|[μ元\[<\"]",
    re.I,
)
_TIMED = re.compile(r"\s?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b")


def _is_label(gold: dict[str, Any], text: str) -> bool:
    """Whether the number is glued to signs or letters, as in a name, an address or a list."""
    before, after = (
        text[max(0, gold["start"] - 1) : gold["start"]],
        text[gold["end"] : gold["end"] + 2],
    )
    return (before.isalnum() or before in tuple(".-/+,")) or (
        after[:1] in tuple("-/") or (after[:1] in tuple(".,") and after[1:].isalnum())
    )


def _is_plain(name: str, gold: dict[str, Any], whole: str) -> bool:
    value, text = gold["value"], gold["text"].lower()
    if _ODD.search(text) or (name == "number" and _is_label(gold, whole)):
        return False
    if name == "number" and (
        _TIMED.match(whole, gold["end"]) or re.search(r"\d,\d\d?(?!\d)", text)
    ):
        return False
    try:
        float(str(value.get("value")).rstrip("%"))
    except ValueError:
        return False
    if name in ("number", "ordinal"):
        if value.get("subtype") == "power" or gold["type"].endswith("relative"):
            return False
        if value.get("subtype") == "fraction":
            return any(sign in text for sign in ("and a half", "and a quarter", "½", "1/2"))
        return name != "number" or value.get("subtype") in ("integer", "decimal")
    if name == "percent":
        return not text.startswith("per")
    return value.get("unit") in _UNITS


def _is_right(found: Quantity, name: str, gold: dict[str, Any]) -> bool:
    value = float(str(gold["value"]["value"]).rstrip("%"))
    near = abs(found.value - value) <= 1e-9 * max(1.0, abs(value))
    if not near or not _meets(found.position, gold):
        return False
    if name == "percent":
        return found.unit == "percent"
    if name == "ordinal":
        return found.unit == "ordinal"
    return name == "number" or found.unit in _UNITS[gold["value"]["unit"]]
