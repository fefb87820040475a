"""Whatever the text and its figures, the rules that do sums again end, and point into the text."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.consistency import changes, conversions, sums
from factcheck.consistency.subject import Subject
from factcheck.model.article import Block, Role
from factcheck.model.detected import BlockFacts, Quantity, TimeExpression
from factcheck.model.finding import Finding
from factcheck.model.text import TextPosition
from tests.unit.consistency import changes_cases, conversions_cases, sums_cases
from tests.unit.consistency.subjects import subject

Family = Callable[[Subject], Iterator[Finding]]
FAMILIES: tuple[Family, ...] = (changes.findings, conversions.findings, sums.findings)

# What stands between figures in the patterns of the rules.
PIECES = [
    " rose from ",
    " fell by ",
    " to ",
    " percent, to ",
    " (",
    ") ",
    ", or ",
    " of the ",
    " in all",
    " people were killed: ",
    " men, ",
    " women and ",
    " plus ",
    " equals ",
    " per student: ",
    " a year for ",
    " up ",
    " on 2019",
    "doubled from ",
    "averaging ",
    " votes to ",
    " abstentions; all ",
    " took part",
    "a majority of ",
    " reasons: cost, time and noise",
    " more than ",
    "about ",
    " stone (",
    "43C",
    "by half",
    "one euro buys ",
    " yen to the dollar",
    "owned ",
    " by a bank, ",
    " very likely, ",
    " the nomination. Ann is at ",
    "\ue000\uf8f0",
    "\n\n",
    ". ",
    "“",
    "🙂",
]
FIGURES = [
    "0",
    "12",
    "1,000",
    "٤٥",
    "９９",
    "1/0",
    "3.5",
    "$5",
    "9" * 40,
    "a third",
    "-7",
    "1e9",
    "½",
]
VALUES = [0.0, 1.0, 2.0, 0.25, 12.0, 1000.0, -7.0, 1e9, 1e300, float("inf"), float("nan"), 1e-320]
UNITS = [
    "",
    "percent",
    "percentage-point",
    "USD",
    "EUR",
    "JPY",
    "cent",
    "km",
    "mi",
    "°C",
    "°F",
    "km/h",
    "gal",
]
UNITS += ["people", "ordinal", "year", "degree", "lb", "students"]
TIMES = ["P1Y", "PT4H", "P0D", "2019", "P" + "9" * 400 + "Y", "PT0.5H", ""]


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    """A text of figures and what stands between them, each figure with any value and unit."""
    text = ""
    quantities, times = [], []
    for piece in draw(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20)):
        text += piece
        kind = draw(st.sampled_from("qqqt "))
        if kind == " ":
            continue
        words = draw(st.sampled_from(FIGURES)) if kind == "q" else "a year"
        place = TextPosition(len(text), len(text) + len(words))
        text += words
        if kind == "q":
            value, unit = draw(st.sampled_from(VALUES)), draw(st.sampled_from(UNITS))
            quantities.append(Quantity(place, value, unit))
        else:
            times.append(TimeExpression(place, draw(st.sampled_from(TIMES))))
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=3))})
    return made(text, [TextPosition(a, b) for a, b in pairwise(cuts)], quantities, times)


def made(
    text: str,
    sentences: list[TextPosition],
    quantities: list[Quantity],
    times: list[TimeExpression] | None = None,
) -> Subject:
    whole = TextPosition(0, len(text))
    facts = BlockFacts("draft", whole, tuple(times or ()), tuple(quantities))
    return Subject(text, [Block("draft", whole, Role.BODY)], sentences, [facts])


KNOWN = [
    text
    for cases in (changes_cases, conversions_cases, sums_cases)
    for text, *_ in (*cases.CONFLICTS, *cases.INNOCENT)
]


@st.composite
def altered(draw: st.DrawFn) -> Subject:
    """A sentence that the rules know, some of its figures with any other value or unit."""
    known = subject(draw(st.sampled_from(KNOWN)))
    quantities = [
        replace(
            quantity,
            value=draw(st.just(quantity.value) | st.sampled_from(VALUES) | st.floats()),
            unit=draw(st.just(quantity.unit) | st.just(quantity.unit) | st.sampled_from(UNITS)),
        )
        for quantity in known.quantities
    ]
    times = [
        replace(told, value=draw(st.just(told.value) | st.sampled_from(TIMES)))
        for told in known.times
    ]
    return made(known.text, known.sentences, quantities, times)


@given(subjects() | altered())
@settings(max_examples=1_000, deadline=None)
def test_findings_lie_in_the_text_and_say_something(held: Subject) -> None:
    for family in FAMILIES:
        for finding in family(held):
            assert finding.places
            assert all(0 <= p.start < p.end <= len(held.text) for p in finding.places)
            assert all(0 <= r.position.start <= r.position.end for r in finding.rows if r.position)
            assert finding.message and finding.arithmetic and finding.key


@pytest.mark.parametrize(
    "piece",
    [
        "7 ",
        "from 7 to 7 ",
        "7 men, 7 women and ",
        "7 percent by a bank, ",
        "7 (7 ",
        "7 up 7 on ",
        "7 of the 7, or ",
        "rose 7, ",
        "Ann is at 7. ",
        "It rose by 7 from 7 to 7. ",
        "Of the 7 members, 7 voted for, 7 against. ",
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
    sevens = [i for i, letter in enumerate(text) if letter == "7"]
    quantities = [Quantity(TextPosition(i, i + 1), 7.0, "percent") for i in sevens]
    held = made(text, sentences, quantities)
    start = time.process_time()
    for family in FAMILIES:
        list(family(held))
    return time.process_time() - start


def test_one_sentence_as_full_as_it_may_be_is_read_in_no_time() -> None:
    text = (
        "rose from 7 to 7 men, 7 women and 7 (7 of the 7, or 7 percent) up 7 on " * 7
    ).strip() + "."
    assert _seconds(text) < 0.5
