"""“All”, “none”, “both” and “unanimously” against the exceptions that the article tells."""

import pytest

from factcheck.consistency import quantifiers
from tests.unit.consistency.subjects import conflicts, subject

CONFLICTS = [
    "All 12 passengers were rescued. One passenger died in hospital, police said.",
    "The council approved the plan unanimously. The vote was 11 to 4.",
    "The council approved the plan unanimously, by 11 votes to 4.",
    "The plan was carried without dissent. Two members voted against the plan.",
    "No councillor voted against. Three councillors voted against the plan.",
    "Nobody was hurt in the fire. Two firefighters were treated for smoke inhalation.",
    "No one was injured. Three people were injured, one of them badly.",
    "There were no casualties. Four miners were killed when the roof came down.",
    "The crash caused no injuries. A cyclist suffered minor injuries.",
    "Everyone survived. Two sailors drowned and one died in hospital.",
    "Both drivers survived. One of the drivers died at the scene.",
    "Both brothers denied the charge. The younger brother admitted it.",
    "Both men denied it. One of them admitted it in court.",
    "None of the houses was damaged. Two houses were damaged beyond repair.",
    "None of the pupils failed. Three pupils failed the test.",
    "Neither pilot was hurt. One pilot was injured.",
    "All members attended. Two members were absent.",
    "All three defendants were convicted. One of them was acquitted.",
    "Every school in the county is open. Two schools are closed.",
    "Every pupil passed. Three pupils failed.",
    "All 33 miners were found alive. Two miners are missing.",
    "All of the hostages were freed. Two hostages are held in the hills.",
    "All the suspects have been released. One suspect is in custody.",
    "All the guests agreed. One guest refused.",
    "Each of the drivers was convicted. A second driver was acquitted.",
    "All the shops were closed. Three shops were not closed.",
    "The fair has been held every year since 1998. It was cancelled in 2020.",
    "The party has won every election since 1990. It lost the 2005 election.",
    "The firm has made a profit every year since 1990. It made a loss in 2008.",
]

INNOCENT = [
    "All but one of the passengers survived. One passenger died.",
    "All passengers except the guide survived. One passenger died.",
    "All passengers were rescued. One passenger later died in hospital.",
    "All passengers were rescued. All passengers were flown home.",
    "All 12 passengers were rescued. One sailor died.",
    "All passengers should be rescued. One passenger died.",
    "Nearly all passengers were rescued. One passenger died.",
    "Not all passengers were rescued. One passenger died.",
    "Almost all the shops were closed. Three shops were open.",
    "The council approved the plan unanimously, 9 to 0.",
    "The council approved the budget unanimously. Another motion fell by 11 votes to 4.",
    "The council approved the budget unanimously. The club won 3-1.",
    "The vote was not unanimous. It was carried by 11 votes to 4.",
    "The vote has to be unanimous. In the first round it was 11 to 4.",
    "Nobody on the ground was hurt. Two people aboard were killed.",
    "Nobody else was hurt. Two people were killed.",
    "No one was seriously hurt. Two people were slightly injured.",
    "No one was killed. Two people were injured.",
    "Nobody was hurt. Two people were hurt in another fire last year.",
    "Nobody was hurt. No firefighters were injured.",
    "No passengers were hurt. The driver was injured.",
    "None of the houses was damaged. Two barns were damaged.",
    "None of the houses was damaged. Two houses were not damaged.",
    "None of the houses was damaged. Two houses would be damaged by a flood.",
    "Both men were arrested. One of the men was charged.",
    "Both brothers denied the charge. Their father admitted it.",
    "Both teams won. One team will lose on Sunday.",
    "Every school was closed. Two schools now are open.",
    "All three defendants were convicted. One of them was a teacher.",
    "The fair has been held every year since 1998. It was not held in 1995.",
    "The party has won every election since 1990. It lost the 1985 election.",
    "The fair has been held every year since 1998, except in 2020. It was cancelled in 2020.",
    "The firm has made a profit every year since 1990. It made a loss in 1988.",
    "The firm has made a profit every year since 1990. Its rival made a gain in 2008.",
]


@pytest.mark.parametrize("text", CONFLICTS)
def test_exception_to_all_or_none_is_a_conflict(text: str) -> None:
    assert len(conflicts(quantifiers.findings, text)) == 1


@pytest.mark.parametrize("text", INNOCENT)
def test_what_leaves_room_is_no_conflict(text: str) -> None:
    assert conflicts(quantifiers.findings, text) == []


def test_both_places_are_the_articles_own_words() -> None:
    text = "Both drivers survived. One of the drivers died at the scene."
    [found] = conflicts(quantifiers.findings, text)
    assert [place.of(text) for place in found.places] == [
        "Both drivers survived",
        "One of the drivers died",
    ]
    assert "“Both drivers survived”" in found.message


def test_far_apart_nothing_is_held_against_each_other() -> None:
    between = "Rain fell. " * 12
    assert (
        list(
            quantifiers.findings(subject(f"All passengers survived. {between}One passenger died."))
        )
        == []
    )
