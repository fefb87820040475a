from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.text import TextPosition
from factcheck.ui.article.nesting import levels

PLACES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
        lambda p: TextPosition(p[0], p[0] + p[1])
    ),
    max_size=14,
)


@given(PLACES)
def test_claims_that_overlap_never_share_a_line(places: list[TextPosition]) -> None:
    level = levels(places)
    for i, one in enumerate(places):
        for j in range(i):
            assert level[i] != level[j] or not one.overlaps(places[j])


@given(PLACES)
def test_an_outer_claim_lies_further_from_the_words(places: list[TextPosition]) -> None:
    level = levels(places)
    for i, outer in enumerate(places):
        for j, inner in enumerate(places):
            if outer.contains(inner) and len(outer) > len(inner):
                assert level[i] > level[j]


@given(PLACES)
def test_no_level_is_left_empty_below_a_claim(places: list[TextPosition]) -> None:
    level = levels(places)
    for i, one in enumerate(places):
        if level[i]:
            assert any(
                level[j] == level[i] - 1 and places[j].overlaps(one) for j in range(len(places))
            )


def test_a_claim_in_a_claim_in_a_claim() -> None:
    places = [TextPosition(0, 90), TextPosition(10, 60), TextPosition(20, 30), TextPosition(95, 99)]
    assert levels(places) == [2, 1, 0, 0]
