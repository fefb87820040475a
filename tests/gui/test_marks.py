"""The lines of the kinds: one that runs through is as thick in every place."""

import pytest

from factcheck.model.claim import KindFamily
from factcheck.ui.marks import line_tile


@pytest.mark.parametrize("family", [KindFamily.FIRSTS, KindFamily.FACTS])
@pytest.mark.parametrize("thickness", [1.3, 1.7, 2.4])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_line_without_gaps_has_no_thick_places(
    family: KindFamily, thickness: float, ratio: float
) -> None:
    picture = line_tile(family, "#9a1f72", thickness, 1.0, ratio).toImage()
    for y in range(picture.height()):
        row = [picture.pixelColor(x, y).alpha() for x in range(picture.width())]
        assert max(row) - min(row) <= 8  # of 255: what rounding makes where two periods meet
