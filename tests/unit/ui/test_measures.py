import pytest

from factcheck.ui.article.measures import COMPACT_TEXT, LEFT, TEXT, measures


def test_a_wider_window_widens_the_margins_and_never_the_line() -> None:
    narrow, wide = measures(844, 1440, 1.0), measures(1600, 2400, 1.0)
    assert narrow.text == wide.text == TEXT
    assert wide.left > narrow.left == LEFT
    assert wide.right > narrow.right


def test_a_small_window_has_no_part_names_and_a_shorter_line() -> None:
    small = measures(610, 1024, 1.0)
    assert not small.part_names
    assert small.text == COMPACT_TEXT


@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.7, 3.0])
@pytest.mark.parametrize("width", [320, 610, 844, 2000])
def test_margins_and_text_fill_the_pane(width: int, zoom: float) -> None:
    made = measures(width, 1440, zoom)
    assert made.left + made.text + made.right == width
    assert made.right > 0
