"""One name in two spellings: told where both cannot be right, silent where they are two or short for each other."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.consistency.spellings.family import findings
from factcheck.model.finding import Outcome
from tests.unit.consistency.subjects import conflicts, subject, told

CONFLICT = [("name-spelling", "conflict")]
ASK = [("name-spelling", "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "<Lydia Sundmann> spoke for the board. It was late. Ms <Saundman> said so.",
        "<Lydia Sundmann> spoke for the board. It was late. <Sundman> said so.",
        "<Anna Thompson> opened the shop. It closed in May. Mrs <Thomson> left town.",
        "<Anna Thompson> opened the shop. It closed in May. <Anna Thomson> left town.",
        "<Estelle Harrow> sold it. The shop closed. <Estille Harrow> left.",
        "<Brindle Harrow> sold it. The shop closed. <Brindel Harrow> left.",
        "Dr <Steven Marsh> led the trial. It ended. Mr <Stephen Marsh> was away.",
        "<Katherine Marsh> led the trial. It ended. <Catherine Marsh> was away.",
        "<Jon Marsh> led the trial. It ended. <John Marsh> was away.",
        "<Mohammed Daher> led the strike. It ended. <Muhammad Daher> was away.",
        "<Philip Marsh> led the trial. It ended. <Phillip Marsh> was away.",
        "<Eric Marsh> led the trial. It ended. <Erik Marsh> was away.",
        "<Karl Petersen> built the boat. It sank. <Karl Peterson> was on board.",
        "<Karl Clark> built the boat. It sank. <Karl Clarke> was on board.",
        "<Karl Schmidt> built the boat. It sank. <Karl Schmitt> was on board.",
        "<Karl Reid> built the boat. It sank. <Karl Reed> was on board.",
        "<Karl Meyer> built the boat. It sank. <Karl Meier> was on board.",
        "<Olga Trygvasen> built the boat. It sank. <Olga Trygavsen> was on board.",
        "<Olga Trygvasen> built the boat. It sank. President <Trygvesen> was not on board.",
        "They left the <Tobkal|place> camp. Sources in the <Tokbal|place> camp confirmed it.",
        "They left the <Tobkal|place> camp and sources in the <Tokbal|place> camp confirmed it.",
        "It began in <Brannoveshk|place>. The river rose. It ended in <Branoveshk|place>.",
        "<Chrysler|organisation> closed it. Others followed. Unlike <Chrylser|other>, they paid.",
        "The <Harrow Foundation|organisation> paid. It was not much. The <Harow Foundation|organisation> said so.",
        "The <Nordvang Institute|organisation> paid. It was not much. The <Nordvang Insititute|organisation> said so.",
        "<Hilary Reed> sold it. The shop closed. <Hillary Reed> left.",
        "Mayor <Ida Bruun> signed. It was late. <Bruhn|other> said so. <Bruun> left.",
        "<Gary Byrne> sold it. The shop closed. <Bryne|other> went on to say no.",
        "<Donna Brazill> sold it. The shop closed. <Brazzill|other>’s shop is empty.",
        "<Kathy Reed> sold it. The shop closed. <Cathy Reed> left.",
        "<Jonathon Reed> sold it. The shop closed. <Jonathan Reed> left.",
        "<Alexandr Marsh> sold it. The shop closed. <Aleksandr Marsh> left.",
        "<Tomas Lindqvist> closed it on Monday. <Lindquist|other> said he would be back.",
        "<Arvid Lindholm> met the press. <Lindhom|other> refused to answer.",
        "It began in <Blagovensk-on-Sea|place>. The river rose. It ended in <Blagovesnk-on-Sea|place>.",
        "<Hans Brandtner> paid. It was not much. <Hans Brantner> paid no more.",
    ],
)
def test_one_name_in_two_spellings_is_a_conflict(text: str) -> None:
    assert told(findings, text) == CONFLICT


@pytest.mark.parametrize(
    "text",
    [
        # short forms, possessives, initials, suffixes
        "<Mark Tedrow> spoke. It was late. Mr <Tedrow> left.",
        "<Xu Lanping> called. It was late. It was <Xu>’s 69th birthday.",
        "<Stephen Marsh> spoke. It was late. <Steve Marsh> left.",
        "<Thomas Marsh> spoke. It was late. <Tom Marsh> left.",
        "<S. Marsh> spoke. It was late. <Steven Marsh> left.",
        "<Steven J. Marsh> spoke. It was late. <Steven Marsh> left.",
        "<Steven Marsh> spoke. It was late. <Steven Marsh Jr.> left.",
        "<Debra Holm Marsh> spoke. It was late. <Holm Marsh> left.",
        # married and maiden names, families
        "<Anna Holm> spoke. She married. <Anna Marsh> left.",
        "<Anna Hanley> spoke. It was late. The <Hanleys|other> left.",
        "<Barry Bennett> spoke. It was late. The <Barry Bennetts> of the world left.",
        # people of one surname
        "<John Smith> drove. The car turned over. <Joan Smith> was hurt.",
        "<Jean Marsh> drove. The car turned over. <Joan Marsh> was hurt.",
        "<Robert Marsh> drove. The car turned over. <Roberta Marsh> was hurt.",
        "<Daniel Marsh>, 42, drove. The car turned over. <Danielle Marsh>, 39, was hurt.",
        # told apart by age, office, address, or by standing side by side
        "<Karl Petersen>, 42, built the boat. It sank. <Karl Peterson>, 61, was on board.",
        "Mayor <Karl Petersen> built the boat. It sank. Senator <Karl Peterson> was on board.",
        "Mr <Petersen> built the boat. It sank. <Ane Peterson> was on board.\nMs <Peterson> left.",
        "<Karl Petersen> and <Karl Peterson> built the boat.",
        "<Anna Petersen> sued <Anna Peterson>.",
        # places and peoples
        "It began in <Iran|place>. The river rose. It ended in <Iraq|place>.",
        "It began in <Slovakia|place>. The river rose. It ended in <Slovenia|place>.",
        "It began in <Austria|place>. The river rose. It ended in <Australia|place>.",
        "It began in <Syria|place>. The river rose. Each <Syrian|other> left.",
        "It began in <Texas|place>. The river rose. The <Texan|other> left.",
        "The <Tobkal|place> camp, also known as the Mound, grew. The Mound [<Tobkal|place>] is dry.",
        "<Tobkal|place>, also spelled <Tokbal|place>, grew. It is dry.",
        "<Kyrgov|place> (formerly <Kyrgiv|place>) grew. It is dry.",
        "<Guantánamo|place> was full. It was late. <Guantanamo|place> is empty.",
        "<NORDVANG|organisation> was full. It was late. <Nordvang|organisation> is empty.",
        "The <Nordvang Bank|organisation> paid. It was not much. The <Nordvang Bands|other> played.",
        "The <Boeing 767|other> flew. It was late. The <Boeing 777|other> did not.",
        "<Karl Petersen> wrote it. It was late. “<Karl Peterson>” (sic) was on the cover.",
        "The <Northwestern University|organisation> paid. It was not much. The <Northeastern University|organisation> paid.",
        "<Francis Marsh> founded it. It grew. <Frances Marsh> runs it.",
        "A <Latino|other> won. It was late. A <Latina|other> came second.",
        "<Berg> said so. It was late. <Borg> said so.",
        "<Obama> spoke. It was late. <Mark Osama> spoke.",
    ],
)
def test_what_is_no_second_spelling_is_left_alone(text: str) -> None:
    assert told(findings, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The <Vang Harbour|place> froze. It was late. The <Vang Harbor|place> thawed.",
        "Ms <Halvorsen> spoke. It was late. Ms <Halvorson> left.",
        "<Ane Bergmann> spoke. It was late. <Bertmann> spoke. It was later.",
        " ".join(["<Karl Petersen> sat. It was late. <Karl Peterson> sat. It was late."] * 3),
    ],
)
def test_what_may_be_two_is_a_question(text: str) -> None:
    assert told(findings, text) == ASK


def test_both_spellings_are_shown_with_how_often_they_stand() -> None:
    text = (
        "<Karl Petersen> built it. It sank. <Karl Peterson> swam. It rained. <Karl Petersen> sang."
    )
    (found,) = conflicts(findings, text)
    whole = subject(text)
    assert [whole.words(place) for place in found.places] == ["Karl Petersen", "Karl Peterson"]
    assert [row.figure for row in found.rows] == ["2 times", "once"]
    assert "“Karl Petersen” and “Karl Peterson”" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "President <Olga Lund> signed. It was late. Prime Minister <Olga Lund> left.",
        "Governor <Olga Lund> signed. It was late. Mayor <Lund> left.",
    ],
)
def test_two_offices_of_one_person_are_a_question(text: str) -> None:
    assert told(findings, text) == [("name-title", "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "President <Olga Lund> signed. It was late. Former Prime Minister <Olga Lund> left.",
        "President <Olga Lund> signed. It was late. Dr <Olga Lund> left.",
        "President <Olga Lund> signed. It was late. The Norwegian president, <Lund>, left.",
        "President <Olga Lund> signed. It was late. Mayor <Karl Lund> left.",
        "President <Olga Lund> and <Karl Lund> signed. It was late. Mayor <Lund> left.",
        "Presidential candidate <Olga Lund> signed. It was late. Senator <Olga Lund> left.",
    ],
)
def test_offices_that_one_person_can_have_are_left_alone(text: str) -> None:
    assert told(findings, text) == []


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("The <Nordvang Steel Union|organisation> (NUS) met.", True),
        ("The <Nordvang Steel Union|organisation> (NSA) met.", True),
        ("The <Nordvang Steel Union|organisation> (NSU) met.", False),
        ("The <Union of Nordvang Steel|organisation> (UNS) met.", False),
        ("The <Doctors Without Frontiers|organisation> (MSF) met.", False),
        ("The <Museum of Modern Art|organisation> (MoMA) met.", False),
        ("The <Nordvang Steel Union|organisation> (founded in 1912) met.", False),
    ],
)
def test_an_acronym_with_a_slip_is_a_question(text: str, is_asked: bool) -> None:
    assert told(findings, text) == ([("name-acronym", "ask")] if is_asked else [])


WORDS = st.sampled_from(
    [
        "Anna",
        "Ana",
        "Petersen",
        "Peterson",
        "Ms",
        "said",
        "and",
        "(",
        "NSU",
        "’s",
        "٣",
        "…",
        ".",
        "\n",
        "🚢",
    ]
)


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=40))
def test_any_names_are_taken_and_places_lie_in_the_text(parts: list[tuple[str, bool]]) -> None:
    marked = " ".join(f"<{word}>" if is_name else word for word, is_name in parts)
    whole = subject(marked)
    for found in findings(whole):
        assert all(0 <= place.start < place.end <= len(whole.text) for place in found.places)
        assert found.outcome in Outcome


def test_many_names_take_time_in_line_with_their_number() -> None:
    def seconds(count: int) -> float:
        names = (
            f"<Karl P{chr(97 + i % 26)}t{chr(97 + i // 26 % 26)}rs{i % 7}en> sat."
            for i in range(count)
        )
        whole = subject(" ".join(names))
        start = time.process_time()
        list(findings(whole))
        return time.process_time() - start

    seconds(200)
    assert seconds(4_000) < 12 * max(seconds(1_000), 0.02)
