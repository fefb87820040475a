"""Whatever the text and its facts, the rules of the calendar and of ages end, and point into the text."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.consistency import ages, calendar
from factcheck.consistency.subject import Subject
from factcheck.model.article import Block, Role
from factcheck.model.detected import BlockFacts, Name, NameKind, TimeExpression
from factcheck.model.text import TextPosition

PIECES = [
    "Wednesday, ",
    "31 April 1998",
    "Feb. 29, 1900",
    "9999-12-31",
    "2021-02-30",
    "1 January 1000",
    "31 December 2999",
    "١٥ June ٢٠٢٢",
    "１５ June ２０２２",
    "from 1998 to 1989",
    "in 1945, eight years after it began in 1939",
    "more than 999 years, from 2001 to 2002",
    "0 years",
    " born in ",
    ", 52, ",
    "aged 122",
    "the 999th anniversary of ",
    "centenary",
    "his 100th birthday",
    "He was 101. ",
    " turned 69 on ",
    "Anna Holm",
    " retired at 72 after 45 years in ",
    "last month, on ",
    "yesterday, ",
    "two decades ago, in ",
    "44 BC",
    "1914–18",
    "(1950–1940)",
    "\ue000\ue100",
    "\n\n",
    ". ",
    "“",
    "🙂",
    "1,",
    " ",
]
VALUES = ["2022-06-15", "0000", "9999", "1998", "2022-W53", "P3D", "XXXX-06-21", "", "PRESENT_REF"]


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    text = "".join(draw(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25)))

    def places() -> st.SearchStrategy[TextPosition]:
        ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
        return ends.map(lambda pair: TextPosition(min(pair), max(pair)))

    times = draw(st.lists(st.builds(TimeExpression, places(), st.sampled_from(VALUES)), max_size=6))
    names = draw(st.lists(st.builds(Name, places(), st.sampled_from(NameKind)), max_size=4))
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=6))})
    sentences = [TextPosition(a, b) for a, b in pairwise(cuts)]
    whole = TextPosition(0, len(text))
    block = Block("draft", whole, draw(st.sampled_from(Role)))
    published = draw(st.none() | st.dates())
    facts = BlockFacts("draft", whole, tuple(times), names=tuple(names))
    return Subject(text, [block], sentences, [facts], published=published)


@given(subjects())
@settings(max_examples=400, deadline=None)
def test_findings_lie_in_the_text_and_say_something(subject: Subject) -> None:
    for family in (calendar.findings, ages.findings):
        for finding in family(subject):
            assert finding.places
            assert all(0 <= p.start < p.end <= len(subject.text) for p in finding.places)
            assert finding.message and finding.arithmetic and finding.key


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_publication_at_the_end_of_time_breaks_nothing(published: date) -> None:
    text = "Yesterday, 3 May 2020, last month, on 4 May 2020, Lund, born in 1980, turned 69 on Monday, May 4."
    place = TextPosition(0, len(text))
    made = Subject(text, [], [place], [], published=published)
    for family in (calendar.findings, ages.findings):
        assert all(place.contains(p) for finding in family(made) for p in finding.places)


@pytest.mark.parametrize(
    "piece",
    [
        "Wednesday, 8 November 2011. ",
        "Anna Holm, 52, was born in 1980. ",
        "from 1989 to 1998, nine years, ",
        "the 50th anniversary of the 1969 landing in 2018 ",
        "1 2 3 4 5 6 7 8 9 ",
        "May May May ",
        "Holm, who was born in 1980, ",
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    """Twenty times the text may take no more than about twenty times as long, with room for a busy machine."""
    short, long = (_seconds(piece * number) for number in (100, 2_000))
    assert long < 0.25 + 80 * short


def _seconds(text: str) -> float:
    ends = [i + 2 for i in range(len(text)) if text.startswith(". ", i)]
    cuts = [0, *ends, len(text)]
    sentences = [TextPosition(a, b) for a, b in pairwise(cuts) if b > a]
    made = Subject(text, [], sentences, [], published=date(2022, 6, 15))
    start = time.process_time()
    for family in (calendar.findings, ages.findings):
        list(family(made))
    return time.process_time() - start
