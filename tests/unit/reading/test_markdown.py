"""Markdown is read as it is shown: headings, captions and notes in their roles, the signs of typing gone."""

from datetime import UTC, date, datetime
from time import perf_counter

import pytest

from factcheck.model.article import DateOrigin, Manuscript
from factcheck.reading.manuscript import manuscript
from factcheck.reading.markdown import read_markdown

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = (
    "The council voted for the new bridge on Tuesday, after a debate that went on until midnight."
)


def read(source: str | bytes) -> Manuscript:
    data = source.encode() if isinstance(source, str) else source
    return manuscript(read_markdown(data, "a.md"), "a.md", "md", NOW)


def remarks(found: Manuscript) -> list[tuple[str, str, str]]:
    return [(r.position.of(found.draft.text), r.text, r.origin.value) for r in found.remarks]


def test_headings_lists_and_tables() -> None:
    found = read(
        f"# Town *builds* a bridge\n\n{LONG}\n{LONG}\n\n## A long quarrel\n\n{LONG}\n\n- First\n- Second\n\n"
        f"> {LONG}\n\n| What | Cost |\n|---|---|\n| Bridge | 9 million |\n\n![The old bridge](b.jpg)\n\n<!-- no -->\n"
    )
    assert [(b.role.value, b.position.of(found.draft.text)) for b in found.blocks] == [
        ("headline", "Town builds a bridge"),
        ("body", f"{LONG} {LONG}"),
        ("crosshead", "A long quarrel"),
        ("body", LONG),
        ("body", "First"),
        ("body", "Second"),
        ("body", LONG),
        ("body", "What\tCost"),
        ("body", "Bridge\t9 million"),
    ]


def test_notes_and_links_stand_on_their_words() -> None:
    found = read(
        "It rained. The bridge opened in 1931[^1] and cost [nine million](https://example.org/m).[^b]\n\n"
        f"{LONG}\n\n[^1]: Archive, *box* 7.\n[^b]: See <https://example.org/n>.\n"
    )
    assert found.draft.text.startswith(
        "It rained. The bridge opened in 1931 and cost nine million.\n\n"
    )
    assert remarks(found) == [
        ("The bridge opened in 1931", "Archive, box 7.", "footnote"),
        ("and cost nine million.", "See https://example.org/n .", "footnote"),
        ("nine million", "https://example.org/m", "link"),
        ("https://example.org/n", "https://example.org/n", "link"),
    ]
    assert [r.number for r in found.remarks[:2]] == [1, 2]


def test_a_line_is_no_code_for_starting_with_a_dollar_or_a_number() -> None:
    text = "1931 was the year. $5 were paid_for_it and 2 * 3 * 4 = 24."
    assert read(text).draft.text == text


def test_what_stands_before_the_text() -> None:
    found = read(f'---\ntitle: "Town builds a bridge"\ndate: 2021-03-04\n---\n\n{LONG}\n')
    assert found.draft.text == f"Town builds a bridge\n\n{LONG}"
    assert (found.article.title, found.article.published) == (
        "Town builds a bridge", date(2021, 3, 4),
    )  # fmt: skip
    assert found.article.published_from is DateOrigin.FILE


def test_other_encodings() -> None:
    assert (
        read("# Café “so”\n\nÀ bientôt.".encode("cp1252")).draft.text == "Café “so”\n\nÀ bientôt."
    )
    assert read("# Мост\n\nОткрыт.".encode("utf-16")).draft.text == "Мост\n\nОткрыт."


@pytest.mark.parametrize(
    "source",
    ["[" * 50_000, "*a " * 50_000, "> " * 20_000 + "x", "`" * 30_000 + "x" + "`" * 29_999, "- " * 20_000 + "x",
     "![[]()" * 20_000, "<!-- " * 20_000, "[^1]" * 20_000 + "\n\n[^1]: x", "| a " * 5_000 + "|\n" + "|-" * 5_000 + "|\n",
     "a **b" * 20_000, "[a](<b" * 20_000, "&" * 100_000, "_" * 100_000 + "a"],
    ids=range(13),
)  # fmt: skip
def test_crafted_files_take_no_time(source: str) -> None:
    start = perf_counter()
    read(f"{LONG}\n\n{source}")
    assert perf_counter() - start < 10
