"""Ids kept in the order of their keys."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.ui.claim_order import SortedIds

KEYS = st.sets(st.integers(0, 60), max_size=30)


def held(keys: set[int]) -> SortedIds:
    order = SortedIds()
    ranked = sorted(keys)
    order.fill([f"c{key}" for key in ranked], [(key,) for key in ranked])
    return order


@given(KEYS, KEYS)
def test_ids_put_in_as_runs_stand_in_order(there: set[int], new: set[int]) -> None:
    order = held(there)
    arrivals = [((key,), f"c{key}") for key in new - there]
    runs = 0
    for row, run in order.places_for(arrivals):
        order.insert(row, run)
        runs += 1
    assert list(order.ids) == [f"c{key}" for key in sorted(there | new)]
    assert [order.row_of(claim_id) for claim_id in order.ids] == list(range(len(order)))
    assert runs <= len(there) + 1


@given(KEYS, KEYS)
def test_ids_taken_as_runs_leave_the_rest_in_order(there: set[int], gone: set[int]) -> None:
    order = held(there)
    for first, last in order.runs_of(f"c{key}" for key in gone):
        order.remove(first, last)
    assert list(order.ids) == [f"c{key}" for key in sorted(there - gone)]
    assert all(order.row_of(f"c{key}") == -1 for key in gone)


@given(KEYS.filter(bool), st.integers(0, 60), st.data())
def test_another_key_keeps_the_row_or_is_refused(
    there: set[int], key: int, data: st.DataObject
) -> None:
    order = held(there)
    moved = data.draw(st.sampled_from(sorted(there)))
    others = there - {moved}
    kept = order.rekey(f"c{moved}", (key,))
    row_then = sum(other < key for other in others)
    assert kept == (key not in others and row_then == sum(other < moved for other in others))
    assert order.row_of(f"c{moved}") >= 0
    assert len(order) == len(there)
