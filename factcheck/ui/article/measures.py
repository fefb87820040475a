"""How wide the margins and the line are: a wider window widens the margins, never the line."""

from dataclasses import dataclass

LEFT, TEXT, RIGHT = 186, 548, 60  # pixels at 100 %
COMPACT_LEFT, COMPACT_TEXT, COMPACT_RIGHT = 98, 465, 31
STRIP = 16
COMPACT_BELOW = 1100  # width of the window
PAD = 12  # between the viewport's edge and the words: room for grounds and brackets
LEAST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels from the pane's edge: ``left`` to the words, ``text`` of words, ``right`` after them, strip included."""

    left: int
    text: int
    right: int
    margin_scale: float
    part_names: bool


def measures(width: int, window_width: int, zoom: float) -> Measures:
    """The measures of a pane ``width`` wide, without its scroll bar; ``zoom`` is 1.0 at 100 %."""
    scale = min(1.4, max(0.8, zoom))
    left, text = round(LEFT * scale), round(TEXT * zoom)
    least = left + text + RIGHT + STRIP
    if window_width >= COMPACT_BELOW and width >= least:
        aside = max(0, width - least - 40) // 2
        return Measures(left + aside, text, width - left - aside - text, scale, True)
    left = round(COMPACT_LEFT * scale)
    right = COMPACT_RIGHT + STRIP
    text = max(LEAST_TEXT, min(round(COMPACT_TEXT * zoom), width - left - right))
    aside = max(0, width - left - text - right - 40) // 2
    return Measures(left + aside, text, width - left - aside - text, scale, False)
