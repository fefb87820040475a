import re

import pytest

from factcheck.model.verdict import STATE_NAMES, State
from factcheck.report.marks import INK, mark


def test_states_can_be_told_apart_without_colour() -> None:
    grey = {
        re.sub(r"#[0-9A-Fa-f]{6}|(aria-label|title)[^<]*<", "", _shape(state)) for state in State
    }
    assert len(grey) == len(State)


@pytest.mark.parametrize("state", State)
def test_a_mark_says_its_state(state: State) -> None:
    assert f'aria-label="{STATE_NAMES[state]}"' in mark(state)
    assert f"<title>{STATE_NAMES[state]}</title>" in mark(state)


def test_a_label_is_escaped() -> None:
    assert 'aria-label="&lt;b&gt;&#34;"' in mark(State.OPEN, '<b>"')


@pytest.mark.parametrize("state", State)
def test_a_mark_stands_out_from_white_paper(state: State) -> None:
    assert _contrast(INK[state]) >= 4.5


def _shape(state: State) -> str:
    return str(mark(state)).split("</title>")[1]


def _contrast(colour: str) -> float:
    """The contrast with white, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
