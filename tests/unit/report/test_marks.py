import json
import re

import pytest

from factcheck.model.verdict import STATE_NAMES, State
from factcheck.report.marks import INK, mark
from factcheck.resource_files import resource

# an open ring in the window's pale grey would be lost on paper
_TOKENS = {State.OPEN: "ink_3", State.NOT_A_CLAIM: "dismissed"}
_OF_PAPER = {"#EFEDE6"}  # behind text nobody read, on white


def test_states_can_be_told_apart_without_colour() -> None:
    grey = {
        re.sub(r"#[0-9A-Fa-f]{6}|(aria-label|title)[^<]*<", "", _shape(state)) for state in State
    }
    assert len(grey) == len(State)


@pytest.mark.parametrize("state", State)
def test_a_mark_says_its_state(state: State) -> None:
    assert f'aria-label="{STATE_NAMES[state]}"' in mark(state)
    assert f"<title>{STATE_NAMES[state]}</title>" in mark(state)


@pytest.mark.parametrize("state", State)
def test_report_and_window_draw_a_state_in_the_same_colour(state: State) -> None:
    tokens = json.loads(resource("theme.json").read_text("utf-8"))["light"]
    token = _TOKENS.get(state, state.value.replace("-", "_"))
    assert INK[state] == tokens[token]


def test_the_report_is_coloured_by_the_window_s_light_tokens() -> None:
    tokens = set(json.loads(resource("theme.json").read_text("utf-8"))["light"].values())
    tokens |= _OF_PAPER
    for name in ("report.css", "paged.css"):
        used = re.findall(r"#[0-9A-Fa-f]{6}\b", resource("report", name).read_text("utf-8"))
        assert {colour.upper() for colour in used} <= tokens, name


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
