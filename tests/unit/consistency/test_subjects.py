"""The maker of subjects itself: what is marked in a text becomes its facts."""

from factcheck.model.detected import NameKind
from factcheck.model.finding import FindingKind, Outcome
from tests.unit.consistency.subjects import subject


def test_marks_become_facts_and_leave_the_text() -> None:
    made = subject(
        "<Ida Bruun> left [yesterday|2022-06-14]. {12 men} stayed until [14 June 2022].\nIn <Skerrow|place>"
    )
    assert made.text == "Ida Bruun left yesterday. 12 men stayed until 14 June 2022.\nIn Skerrow"
    assert [(made.words(t.position), t.value) for t in made.times] == [
        ("yesterday", "2022-06-14"),
        ("14 June 2022", "2022-06-14"),
    ]
    assert [(made.words(q.position), q.value, q.unit) for q in made.quantities] == [
        ("12 men", 12.0, "men")
    ]
    assert [(made.words(n.position), n.kind) for n in made.names] == [
        ("Ida Bruun", NameKind.PERSON),
        ("Skerrow", NameKind.PLACE),
    ]
    assert [made.words(s) for s in made.sentences] == [
        "Ida Bruun left yesterday.",
        "12 men stayed until 14 June 2022.",
        "In Skerrow",
    ]


def test_an_explanation_holds_for_the_sum_it_was_given_for() -> None:
    """Another day of publication makes another sum of the same words, and that one nobody has explained."""
    text = "The fair opens on [Wednesday, June 16|{}-06-16]."
    first, second = (subject(text.format(year), f"{year}-06-01") for year in (2022, 2023))
    place = first.times[0].position
    made = [
        s.finding("weekday-date", FindingKind.CALENDAR, Outcome.CONFLICT, "", [place], arithmetic)
        for s, arithmetic in ((first, "16 June 2022 = Thursday"), (second, "16 June 2023 = Friday"))
    ]
    assert made[0].key != made[1].key
    again = first.finding(
        "weekday-date",
        FindingKind.CALENDAR,
        Outcome.CONFLICT,
        "other words",
        [place],
        "16 June 2022 = Thursday",
    )
    assert again.key == made[0].key
