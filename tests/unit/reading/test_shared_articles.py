"""The labelled articles, in every form there is of each: the text is theirs and each part plays its role."""

import json
import os
from datetime import UTC, date, datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from factcheck.model.article import DateOrigin
from factcheck.reading import read_file

ARTICLES = (
    Path(os.environ.get("FACTCHECK_DATA") or Path(__file__).parents[3].parent / "shared" / "data")
    / "articles"
)
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FLOOR = 0.98  # of the letters

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason=f"the labelled articles are not in {ARTICLES}"
)
FILES = [path for gold in sorted(ARTICLES.glob("*.gold.json")) for ending in (".txt", ".docx", ".html", ".pdf")
         if (path := gold.with_name(gold.name.removesuffix(".gold.json") + ending)).exists()]  # fmt: skip

Letters = list[tuple[str, str]]


def letters(text: str, parts: list[tuple[int, int, str]]) -> Letters:
    """Each character that is not white space, with the role of the part it is in."""
    role_at = {place: role for start, end, role in parts for place in range(start, end)}
    return [(char, role_at.get(place, "")) for place, char in enumerate(text) if not char.isspace()]


def gold_letters(path: Path) -> Letters:
    gold = json.loads(path.with_name(path.stem + ".gold.json").read_text("utf-8"))
    return letters(gold["text"], [(b["start"], b["end"], b["role"]) for b in gold["blocks"]])


def read_letters(path: Path) -> Letters:
    read = read_file(path, NOW)
    return letters(
        read.draft.text, [(b.position.start, b.position.end, b.role.value) for b in read.blocks]
    )


def agreement(gold: Letters, read: Letters) -> float:
    """The share of letters that both have in the same role."""
    matcher = SequenceMatcher(None, [c for c, _ in gold], [c for c, _ in read], autojunk=False)
    same = sum(
        gold[match.a + k][1] == read[match.b + k][1]
        for match in matcher.get_matching_blocks()
        for k in range(match.size)
    )
    return same / max(len(gold), len(read))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_part_plays_its_role(path: Path) -> None:
    assert agreement(gold_letters(path), read_letters(path)) >= FLOOR


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_text_is_the_articles(path: Path) -> None:
    expected = path.with_suffix(".expected.txt").read_text("utf-8")
    assert "".join(read_file(path, NOW).draft.text.split()) == "".join(expected.split())


@pytest.mark.parametrize(
    ("name", "day", "origin"),
    [
        ("wmf-turkey-2020.html", date(2020, 1, 15), DateOrigin.FILE),
        ("wmf-turkey-2020.docx", None, DateOrigin.NONE),
        ("wn-homeopathy-trial-2009.txt", date(2009, 5, 8), DateOrigin.TEXT),
        ("wn-ie6-2011.pdf", date(2011, 3, 8), DateOrigin.TEXT),
        ("seed-xi-putin-2022.pdf", None, DateOrigin.NONE),
    ],
)
def test_the_day_of_publication(name: str, day: date | None, origin: DateOrigin) -> None:
    article = read_file(ARTICLES / name, NOW).article
    assert (article.published, article.published_from) == (day, origin)
