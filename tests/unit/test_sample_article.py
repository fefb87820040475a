"""The sample article is what its README says: whole pages of a paper, with errors at the places named."""

import re
from datetime import date

from factcheck import workflow
from factcheck.model.article import DateOrigin, Manuscript, Role
from factcheck.resource_files import resource


def sample() -> Manuscript:
    return workflow.read(resource("samples", "harbour-bridge.txt"))


def words_of(manuscript: Manuscript, role: Role) -> list[str]:
    text = manuscript.draft.text
    return [block.position.of(text) for block in manuscript.blocks if block.role is role]


def test_it_is_set_like_a_page() -> None:
    read = sample()
    assert words_of(read, Role.HEADLINE) == ["Harbour bridge to close for nine weeks from Monday"]
    assert len(words_of(read, Role.SUBHEADING)) == 1
    assert words_of(read, Role.CREDIT) == ["(Photo: Anna Holm / Skerrow Herald)"]
    assert words_of(read, Role.CROSSHEAD) == [
        "What it will cost",
        "Ferries every ten minutes",
        "A race against the herring",
    ]
    silent = words_of(read, Role.BOILERPLATE)
    assert {"Advertisement", "Read more Local news", "Skerrow Herald"} <= set(silent)
    assert len(words_of(read, Role.CAPTION)) == 1


def test_its_date_is_in_its_text_and_fits_its_weekday() -> None:
    article = sample().article
    assert article.published == date(2022, 6, 14)
    assert article.published_from is DateOrigin.TEXT
    assert date(2022, 6, 14).strftime("%w") == "2"


def test_it_is_two_pages_long() -> None:
    assert 880 <= len(sample().draft.text.split()) <= 1100


def test_every_planted_error_stands_where_the_list_says() -> None:
    text = sample().draft.text
    listed = resource("samples", "README.md").read_text("utf-8").split("## What looks wrong")
    rows = [line for line in listed[0].splitlines() if line.startswith("| ")][2:]
    assert len(rows) == 8
    for row in rows:
        quotes = re.findall(r'"([^"]+)"', row)
        assert quotes
        for quote in quotes:
            assert quote in text, quote
