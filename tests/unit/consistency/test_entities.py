"""The entity sheet: who is one, what the text tells of each, and where."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.consistency.entities import Detail, Entity, entities
from factcheck.model.detected import NameKind
from tests.unit.consistency.subjects import subject


def sheet(marked: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in entities(subject(marked))}


def words(details: tuple[Detail, ...]) -> list[str]:
    return [detail.words for detail in details]


def test_a_person_is_one_by_full_name_surname_and_initial() -> None:
    text = "<Mark Tedrow> spoke. Mr <Tedrow>’s car was there. <M. Tedrow> left; <Mark J. Tedrow> stayed."
    found = sheet(text)
    assert list(found) == ["Mark J. Tedrow"]
    assert found["Mark J. Tedrow"].count == 4
    assert set(words(found["Mark J. Tedrow"].spellings)) == {
        "Mark J. Tedrow",
        "Mark Tedrow",
        "Tedrow",
        "M. Tedrow",
    }


def test_a_family_name_that_stands_first_is_known_again() -> None:
    found = sheet("President <Xu Lanping> called. It fell on <Xu>’s 69th birthday.")
    assert list(found) == ["Xu Lanping"]
    assert words(found["Xu Lanping"].ages) == ["69th birthday"]


def test_a_surname_of_two_is_the_one_named_in_full_last() -> None:
    text = (
        "<Anna Holm> spoke. <Holm> left. Her father <Olaf Holm> sang. <Holm> left. <Anna> laughed."
    )
    found = sheet(text)
    assert {name: entity.count for name, entity in found.items()} == {
        "Anna Holm": 3,
        "Olaf Holm": 2,
    }


def test_a_junior_is_somebody_else() -> None:
    assert list(sheet("<Olaf Holm> spoke. <Olaf Holm Jr.> left.")) == ["Olaf Holm", "Olaf Holm Jr."]


def test_an_apposition_is_a_title_only_where_it_names_an_office() -> None:
    text = (
        "<Olga Lund>, reluctant to endorse Mr <Holm>, left. <Ane Vig>, a close friend of the mayor, sang. "
        "<Peder Falk>, chief of staff to the mayor, did not."
    )
    found = sheet(text)
    assert found["Olga Lund"].titles == ()
    assert words(found["Peder Falk"].titles) == ["chief of staff to the mayor"]


def test_an_acronym_is_put_to_its_name_by_brackets_and_by_letters() -> None:
    text = (
        "The <Nordvang Steel Union|organisation> (<NSU|organisation>) met the <Board of Trade|organisation>. "
        "The <NSU|organisation> and the <BT|organisation> agreed."
    )
    found = sheet(text)
    assert {name: entity.count for name, entity in found.items()} == {
        "Nordvang Steel Union": 3,
        "Board of Trade": 2,
    }


def test_a_firm_is_one_with_and_without_its_legal_form() -> None:
    text = "<Harrow Inc.|organisation> paid. <Harrow|organisation> and the <US|place> agreed. The <U.S.|place> paid."
    assert list(sheet(text)) == ["Harrow Inc.", "US"]


def test_titles_ages_dates_and_figures_are_told_with_their_places() -> None:
    text = (
        "Norwegian President <Olga Lund> signed it on [June 14, 2022].\n"
        "<Olga Lund>, president of Norway, sold {24 miles|24|miles} of road.\n"
        "<Peder Vig>, 42, the director of the clinic, and 61-year-old pilot <Ane Holm> left."
    )
    whole, found = subject(text), sheet(text)
    lund = found["Olga Lund"]
    assert words(lund.titles) == ["Norwegian President", "president of Norway"]
    assert words(lund.dates) == ["June 14, 2022"]
    assert words(lund.figures) == ["24 miles"]
    assert words(found["Peder Vig"].ages) == ["42"]
    assert words(found["Ane Holm"].ages) == ["61-year-old"]
    for entity in found.values():
        for detail in (*entity.details, *entity.spellings):
            assert all(" ".join(whole.words(p).split()) == detail.words for p in detail.places)


def test_what_is_told_twice_is_told_once_with_both_places() -> None:
    text = "Mayor <Olga Lund> spoke. It was late. Mayor <Olga Lund> left."
    (title,) = sheet(text)["Olga Lund"].titles
    assert title.words == "Mayor"
    assert [place.start for place in title.places] == [0, 36]


def test_mr_and_ms_are_no_titles() -> None:
    assert sheet("Mr <Tedrow> spoke. Ms <Lund> left.")["Tedrow"].titles == ()


def test_they_stand_in_the_order_of_first_mention_and_sort_by_name() -> None:
    found = entities(subject("<Vig> met <Lund> in <Oslo|place>. The <Arctic|other> was cold."))
    assert [entity.name for entity in found] == ["Vig", "Lund", "Oslo"]
    assert [e.name for e in sorted(found, key=lambda e: e.by_name)] == ["Lund", "Oslo", "Vig"]
    assert found[2].kind is NameKind.PLACE


def test_an_article_without_names_has_an_empty_sheet() -> None:
    assert entities(subject("It rained on [June 14, 2022].")) == []


PIECES = st.sampled_from(
    ["<Anna Holm>", "<Holm>", "<NSU|organisation>", "<Oslo|place>", "<Big Thing|other>", ", 42,", "’s", "Mayor",
     "[1998]", "{12 men}", ".", "(", "🚢", "٣٤", "\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30))
def test_every_place_of_the_sheet_holds_its_words(pieces: list[str]) -> None:
    whole = subject(" ".join(pieces))
    for entity in entities(whole):
        assert entity.count == len(entity.mentions) > 0
        for detail in (*entity.spellings, *entity.details):
            assert all(
                " ".join(whole.words(p).split()).casefold() == detail.words.casefold()
                for p in detail.places
            )
