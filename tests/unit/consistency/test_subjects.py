"""The maker of subjects itself: what is marked in a text becomes its facts."""

from factcheck.model.detected import NameKind
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
