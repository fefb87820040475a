"""Whatever text and facts come in, the rules over what is told twice neither fail nor point outside the text."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.consistency import ordinals, quantifiers, repeats
from factcheck.consistency.subject import Subject
from factcheck.model.article import Role
from factcheck.model.detected import BlockFacts, Quantity, Quotation, TimeExpression
from factcheck.model.finding import Finding
from factcheck.model.text import TextPosition
from tests.makers import make_blocks

FAMILIES = [repeats.findings, ordinals.findings, quantifiers.findings]
_PIECES = st.sampled_from(
    [
        "first",
        "second",
        "the",
        "only",
        "never",
        "all",
        "both",
        "none",
        "since",
        "2010",
        "won",
        "lost",
        "cup",
        "bridge",
        "metres",
        "killed",
        "12",
        "٤٥",
        "９",
        "İstanbul",
        "…",
        ".\n",
        "",
        "",
        "",
        "“",
        "”",
        "‘",
        "’",
        "-",
        "unanimously",
        "11",
        "to",
        "4",
        "every",
        "year",
        "since",
        "before",
        "his",
        "her",
        "title,",
        "after",
        "in",
        "2012",
        "and",
        "2014",
        "\n",
        "99999",
        "0",
        "1e9",
        "😀",
    ]
)
_VALUES = st.sampled_from(
    [
        "2010",
        "99999",
        "0000",
        "2010-13-45",
        "XXXX-06",
        "P9W",
        "P0D",
        "P999999999Y",
        "PRESENT_REF",
        "",
    ]
)
_UNITS = st.sampled_from(["", "percent", "USD", "m", "people", "ordinal", "W", "😀"])
_NUMBERS = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True), st.integers(-5, 10**30).map(float)
)


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    """A text of words that set the rules off, with facts at places that need not fit it."""
    text = " ".join(draw(st.lists(_PIECES, min_size=1, max_size=60)))
    size = len(text)
    places = st.tuples(st.integers(0, size), st.integers(0, size)).map(
        lambda ends: TextPosition(min(ends), max(ends))
    )
    facts = BlockFacts(
        "draft",
        TextPosition(0, size),
        tuple(draw(st.lists(st.builds(TimeExpression, places, _VALUES), max_size=6))),
        tuple(draw(st.lists(st.builds(Quantity, places, _NUMBERS, _UNITS), max_size=6))),
        tuple(draw(st.lists(st.builds(Quotation, places), max_size=4))),
    )
    blocks = make_blocks(text, draw(st.lists(st.sampled_from(list(Role)), max_size=3)))
    sentences = draw(st.lists(places, max_size=6))
    return Subject(text, blocks, [*sentences, TextPosition(0, size)], [facts])


@pytest.mark.parametrize("family", FAMILIES)
@given(subject=subjects())
def test_findings_lie_inside_the_text(
    family: Callable[[Subject], Iterator[Finding]], subject: Subject
) -> None:
    whole = TextPosition(0, len(subject.text))
    for finding in family(subject):
        rows = [row.position for row in finding.rows if row.position is not None]
        assert all(whole.contains(place) for place in (*finding.places, *rows))
        assert finding.message
        assert finding.arithmetic


def _long(sentences: int) -> Subject:
    text = " ".join(
        f"It was the first win since 2010 and all {n} players won {n} cups, “the only ones”."
        for n in range(sentences)
    )
    blocks = make_blocks(text)
    ends = [i + 1 for i, char in enumerate(text) if char == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    places = [TextPosition(start, end) for start, end in zip(starts, ends, strict=True)]
    quantities = tuple(
        Quantity(
            TextPosition(text.index("all ", p.start) + 4, text.index(" players", p.start)),
            float(n),
            "players",
        )
        for n, p in enumerate(places)
    )
    times = tuple(
        TimeExpression(
            TextPosition(text.index("2010", p.start), text.index("2010", p.start) + 4), "2010"
        )
        for p in places
    )
    quotations = tuple(
        Quotation(TextPosition(text.index("“", p.start), text.index("”", p.start) + 1))
        for p in places
    )
    facts = BlockFacts("draft", TextPosition(0, len(text)), times, quantities, quotations)
    return Subject(text, blocks, places, [facts])


def test_cost_grows_with_the_text_and_not_with_its_square() -> None:
    small, large = _long(300), _long(2400)
    took = []
    for subject in (small, large):
        started = time.process_time()
        for family in FAMILIES:
            list(family(subject))
        took.append(time.process_time() - started)
    assert took[1] < 30 * took[0]


def test_a_sentence_without_an_end_takes_no_time() -> None:
    text = "the first of all 12 since 2010 never won the only second cup, “so he said”, " * 5_000
    whole = TextPosition(0, len(text))
    times = tuple(
        TimeExpression(TextPosition(m.start(), m.end()), "2010") for m in re.finditer("2010", text)
    )
    quoted = tuple(
        Quotation(TextPosition(m.start(), m.end())) for m in re.finditer("“[^”]*”", text)
    )
    counts = tuple(
        Quantity(TextPosition(m.start(), m.end()), 12.0, "cups") for m in re.finditer("12", text)
    )
    facts = BlockFacts("draft", whole, times, counts, quoted)
    endless = Subject(text, make_blocks(text), [whole], [facts])
    started = time.process_time()
    for family in FAMILIES:
        list(family(endless))
    assert time.process_time() - started < 5.0
