"""Words and what their forms have in common."""

import pytest

from factcheck.consistency.sameness.events import contraries_of, sorts_of, words_for
from factcheck.consistency.sameness.passages import passages_of
from factcheck.consistency.sameness.wording import stem, words_of
from factcheck.model.article import Role
from factcheck.model.text import TextPosition
from tests.unit.consistency.subjects import subject


@pytest.mark.parametrize(
    "forms",
    [
        ["visit", "visits", "visited", "visiting", "visit’s"],
        ["win", "won", "winning", "wins"],
        ["close", "closes", "closed", "closing"],
        ["agree", "agrees", "agreed"],
        ["free", "freed"],
        ["die", "died", "dies", "dying"],
        ["city", "cities", "city’s"],
        ["woman", "women", "woman's"],
        ["church", "churches"],
        ["stop", "stopped", "stopping"],
        ["kill", "killed", "killing"],
        ["carry", "carried", "carries"],
    ],
)
def test_forms_of_one_word_have_one_stem(forms: list[str]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("bus", "bush"), ("speed", "spend"), ("red", "read"), ("missed", "mist")],
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_know_their_places_and_are_parted_at_hyphens() -> None:
    text = "The 1,800-metre bridge’s deck."
    words = words_of(text, TextPosition(4, len(text)))
    assert [word.text for word in words] == ["1,800", "metre", "bridge’s", "deck"]
    assert all(word.position.of(text) == word.text for word in words)


def test_one_sort_of_event_has_many_words_and_its_contrary() -> None:
    assert sorts_of(stem("victory")) == sorts_of(stem("winner")) == {"win"}
    assert "lose" in contraries_of("win")
    assert "win" in contraries_of("lose")
    assert words_for("no such sort") == frozenset()


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Five killed in bus crash. Five people were killed on Monday.", True),
        ("Ending blight to cost $850 million. The task force met.", True),
        ("Headline: All is well. Text: all is well.", True),
        ("White House Said to Weigh New Cut in Troops. It has not.", True),
        ("Northern lights return\nThe lights were seen on Monday.", True),
        ("The council met on Monday. It voted.", False),
        ("She was born in Skerrow. It is a town.", False),
        ("firing 36 shells at the post. Six of them hit.", False),
        ("On May 2, 1931, the bridge opened with a parade. It is old.", False),
        ("Bridge to close", False),
    ],
)
def test_first_sentence_is_a_headline_only_where_it_reads_as_one(text: str, headline: bool) -> None:
    one_block = subject(text.replace("\n", " \n"))
    one_block.blocks = one_block.blocks[:1]
    assert passages_of(one_block)[0].is_headline is headline


def test_marked_headline_settles_it() -> None:
    marked = subject("The council met on Monday\nBridge to close soon", roles=[Role.HEADLINE])
    assert [passage.is_headline for passage in passages_of(marked)] == [True, False]


def test_dots_of_omission_part_passages_and_boilerplate_is_none() -> None:
    cut = subject(
        "They won. … They lost it … in June.\nRead more", roles=[Role.BODY, Role.BOILERPLATE]
    )
    assert [passage.string for passage in passages_of(cut)] == [
        "They won.",
        "They lost it",
        "in June.",
    ]
