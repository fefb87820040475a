"""Names: where they begin and end, and what they are of."""

import time
from collections.abc import Callable

import pytest

from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.model.article import Role
from factcheck.model.detected import DetectedBlock
from tests.makers import make_draft

Detect = Callable[..., list[DetectedBlock]]


@pytest.fixture(scope="module")
def language() -> LoadedLanguage:
    """The rules alone: which claims are chosen is not the point here."""
    return load_language(disabled=["claims_choice", "claims_worth"])


@pytest.fixture
def names(detect: Detect) -> Callable[..., list[tuple[str, str]]]:
    def run(text: str, *roles: Role) -> list[tuple[str, str]]:
        whole = make_draft(text).text
        found = [name for block in detect(text, *roles) for name in block.names]
        return [(name.position.of(whole), name.kind.value) for name in found]

    return run


Names = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg sold the ferry in May.", "Anna Berg"),
        ("The ferry was sold by Ms Bauchtman in May.", "Bauchtman"),
        ("The study was led by Dr. Steven Hanley of the clinic.", "Steven Hanley"),
        ("“We sold it,” spokesman Olaf Trygvasen said.", "Olaf Trygvasen"),
        ("Chinese President Hu Weilin opened the bridge on Monday.", "Hu Weilin"),
        ("The call fell on Anna Berg’s 69th birthday.", "Anna Berg"),
        ("Acme CEO Ron Garvin said sales had doubled.", "Ron Garvin"),
        ("The writer Stephen King sold his house in Bangor.", "Stephen King"),
        ("Zarina Oduya, 42, was hurt in the fire.", "Zarina Oduya"),
        ("Zarina Oduya, who lives nearby, saw the fire.", "Zarina Oduya"),
        ("The prize went to J. P. Oduya on Friday.", "J. P. Oduya"),
        ("Jean-Claude Marin left the talks early.", "Jean-Claude Marin"),
        ("Reports reached Yusuf al-Masri on Friday.", "Yusuf al-Masri"),
    ],
)
def test_people_are_found_without_titles_and_possessives(
    names: Names, text: str, name: str
) -> None:
    assert (name, "person") in names(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The Ministry of Foreign Affairs denied it.",
            "Ministry of Foreign Affairs",
            "organisation",
        ),
        ("The U.S. Department of Justice denied it.", "U.S. Department of Justice", "organisation"),
        ("She spoke on the Anna Berg Show in May.", "Anna Berg Show", "other"),
        ("Shares of Garvin Industries Inc. fell.", "Garvin Industries Inc.", "organisation"),
        ("The ruling went against the OQRT on Friday.", "OQRT", "organisation"),
        ("The fire began near Oduya Airport at noon.", "Oduya Airport", "place"),
        ("The storm reached the city of Trygborg at noon.", "Trygborg", "place"),
        ("The camp lies in Trygborg, Norway, by the sea.", "Trygborg", "place"),
        ("The camp lies in New South Wales, by the sea.", "New South Wales", "place"),
        ("The United States of America signed the treaty.", "United States of America", "place"),
    ],
)
def test_organisations_and_places_are_found_whole(
    names: Names, text: str, name: str, kind: str
) -> None:
    assert (name, kind) in names(text)


def test_a_lone_surname_is_the_person_named_elsewhere_even_before(names: Names) -> None:
    text = "A lead by Trygvasen.\n\nTrygvasen left early, said Olaf Trygvasen's lawyer."
    assert names(text).count(("Trygvasen", "person")) == 2


def test_a_place_can_be_a_surname_where_the_article_says_so(names: Names) -> None:
    text = "Michael Jordan sold the house in May. Later Jordan bought a boat."
    assert ("Jordan", "person") in names(text)
    assert ("Jordan", "place") in names("The talks were held in Jordan on Monday.")


def test_a_firm_and_a_person_after_it_are_two(names: Names) -> None:
    found = names("Shares of Garvin Industries Inc. Anna Berg sold in May fell.")
    assert ("Garvin Industries Inc.", "organisation") in found
    assert ("Anna Berg", "person") in found


def test_shouted_words_are_no_organisations(names: Names) -> None:
    assert names("FULL TEXT of the speech is below.") == []


def test_ordinals_days_and_openers_are_no_names(names: Names) -> None:
    text = "Meanwhile the sale ended on Tuesday. Also in June, Anna Berg’s 69th birthday passed."
    assert names(text) == [("Anna Berg", "person")]


def test_a_headline_in_title_case_gives_only_known_names(names: Names) -> None:
    text = "Old Ferry Sold as Berg Leaves Norway\n\nAnna Berg sold the old ferry in May."
    found = names(text, Role.HEADLINE)
    assert found == [("Berg", "person"), ("Norway", "place"), ("Anna Berg", "person")]


def test_foreign_script_glued_to_a_name_is_left_out(names: Names) -> None:
    text = "The ferry was sold by Anna Bergاضافة on Friday."
    assert ("Anna Berg", "person") in names(text)


def test_a_word_hung_on_a_name_is_no_part_of_it(names: Names) -> None:
    text = "Anna Berg left. The Berg-run shop and a Norway-led group closed."
    assert names(text) == [("Anna Berg", "person"), ("Berg", "person"), ("Norway", "place")]


def test_two_names_around_a_hyphen_are_two(names: Names) -> None:
    found = names("The Russia-Ukraine talks ended without a deal.")
    assert ("Russia", "place") in found
    assert ("Ukraine", "place") in found


@pytest.mark.parametrize(
    "words", ["Inc. ", "Aa-", "Aa de ", "Mr. ", "Anna Berg ", "& ", "King of "]
)
def test_a_long_run_of_large_words_is_taken_in_good_time(names: Names, words: str) -> None:
    text = "The ferry was sold to " + words * (12_000 // len(words))
    names(text)  # warms up what is loaded once
    start = time.process_time()
    names(text)
    assert time.process_time() - start < 8


def test_a_text_in_another_language_has_no_names(names: Names) -> None:
    text = (
        "Die Fähre wurde am Freitag von Anna Berg verkauft, und der Bürgermeister sagte, dass die "
        "Stadt das Geld für eine neue Brücke über den Fluss und für die Schulen brauche."
    )
    assert names(text) == []


def test_names_are_positions_of_the_draft(detect: Detect) -> None:
    text = "🚢 The ferry.\n\n“Anna Berg” sold it; Mr Holm’s offer was lower."
    found = [name.position.of(text) for block in detect(text) for name in block.names]
    assert found == ["Anna Berg", "Holm"]


def test_a_dateline_gives_its_times_and_nothing_else(detect: Detect) -> None:
    text = "Ferry sold\n\nOSLO, Wednesday, 16 June 2021\n\nAnna Berg sold the ferry."
    blocks = detect(text, Role.HEADLINE, Role.DATELINE)
    assert len(blocks) == 3
    dateline = blocks[1]
    assert [time.value for time in dateline.times] == ["2021-06-16"]
    assert (dateline.sentences, dateline.claims, dateline.names) == ((), (), ())
