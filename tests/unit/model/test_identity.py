"""Ids, and the time that is in them."""

from datetime import UTC, datetime, timedelta

import pytest

from factcheck.model.identity import made_at, new_id


def test_an_id_tells_when_it_was_made() -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    made = made_at(new_id())
    assert made is not None
    assert before <= made <= datetime.now(UTC)


@pytest.mark.parametrize("other", ["", "claim00087-00101", "f" * 28, "g" * 28, "0" * 27])
def test_an_id_of_another_making_tells_nothing(other: str) -> None:
    assert made_at(other) is None
