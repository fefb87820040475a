"""Quantities with value and unit: tables of sentence, words, value and unit."""

import json
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.currencies import currency
from factcheck.detection.figures import ages_and_ranks, find_figures
from factcheck.detection.numerals import number_value, ordinal_value
from factcheck.detection.times import find_times
from factcheck.model.detected import DetectedBlock


def read(text: str) -> list[tuple[str, float, str]]:
    return [
        (text[f.start : f.end], round(f.value, 6), f.unit)
        for f in find_figures(text, find_times(text, None))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sold two and a half million cars.", [("two and a half million", 2_500_000, "")]),
        ("It sold 3 million and a half.", [("3 million and a half", 3_500_000, "")]),
        ("It sold half a million cars.", [("half a million", 500_000, "")]),
        ("It sold a hundred thousand cars.", [("a hundred thousand", 100_000, "")]),
        ("It sold 1 414 021 cars.", [("1 414 021", 1_414_021, "")]),
        ("It has 13 lakh members.", [("13 lakh", 1_300_000, "")]),
        ("It has 12,34,567 members.", [("12,34,567", 1_234_567, "")]),
        ("It rose to nine point five.", [("nine point five", 9.5, "")]),
        ("Two thirds of them left.", [("Two thirds", 0.666667, "")]),
        ("A third of them left.", [("A third", 0.333333, "")]),
        ("Between 20 and 30 left.", [("20", 20, ""), ("30", 30, "")]),
        ("More than 300 left.", [("300", 300, "")]),
        ("It fell to minus 5.", [("minus 5", -5, "")]),
        ("From 75–300 they rose.", [("75", 75, ""), ("300", 300, "")]),
        ("It cost US $ 40 billion.", [("US $ 40 billion", 40e9, "USD")]),
        ("It cost C$16.4 million.", [("C$16.4 million", 16.4e6, "CAD")]),
        ("It cost HK$ 10.", [("HK$ 10", 10, "HKD")]),
        ("It cost EUR 125.", [("EUR 125", 125, "EUR")]),
        ("It cost 115.5USD.", [("115.5USD", 115.5, "USD")]),
        ("It cost 75 USD million.", [("75 USD million", 75e6, "USD")]),
        ("It cost 20 Canadian dollars.", [("20 Canadian dollars", 20, "CAD")]),
        ("It cost 4 Swiss francs.", [("4 Swiss francs", 4, "CHF")]),
        ("It cost 3 dollars and 50 cents.", [("3 dollars and 50 cents", 3.5, "USD")]),
        ("It cost 15 dollars 50.", [("15 dollars 50", 15.5, "USD")]),
        ("It cost 40 pounds.", [("40 pounds", 40, "GBP")]),
        ("It weighs 40 pounds.", [("40 pounds", 40, "lb")]),
        ("A 40-pound dog ran.", [("40-pound", 40, "lb")]),
        ("It fell by 12 per cent.", [("12 per cent", 12, "percent")]),
        ("It fell 3 percentage points.", [("3 percentage points", 3, "percentage-point")]),
        ("It is 5 feet 2 inches tall.", [("5 feet 2 inches", 5.166667, "ft")]),
        ("It is a 1/4 mile long.", [("1/4 mile", 0.25, "mi")]),
        ("It is 1.8m tall.", [("1.8m", 1.8, "m")]),
        ("It sold 10m shares.", [("10m", 10e6, "")]),
        ("It has 12 square kilometres.", [("12 square kilometres", 12, "km²")]),
        ("It ran at 188 miles an hour.", [("188 miles an hour", 188, "mph")]),
        ("It holds 300 metric tons.", [("300 metric tons", 300, "t")]),
        ("It was 98.6 degrees Fahrenheit.", [("98.6 degrees Fahrenheit", 98.6, "°F")]),
        ("It was -5 °C.", [("-5 °C", -5, "°C")]),
        ("They killed 5 in Mosul.", [("5", 5, "")]),
    ],
)  # fmt: skip
def test_figure_has_words_value_and_unit(text: str, found: list[tuple[str, float, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The girl is five years old.", [("five years old", 5, "year")]),
        ("A 54-year-old man fell.", [("54-year-old", 54, "year")]),
        ("At 6 weeks of age it walks.", [("6 weeks of age", 6, "week")]),
        ("Berg, aged 41, fell.", [("aged 41", 41, "year")]),
        ("It was the 21st call.", [("21st", 21, "ordinal")]),
        ("It was the twenty-first call.", [("twenty-first", 21, "ordinal")]),
        ("It was their very first call.", [("first", 1, "ordinal")]),
    ],
)
def test_age_and_rank_have_value_and_unit(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(text[f.start : f.end], f.value, f.unit) for f in ages_and_ranks(text, [])] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [("third", 3), ("two hundredth", 200), ("1,000th", 1000), ("word", None), ("ten second", None)],
)
def test_ordinal_has_its_rank(text: str, value: float | None) -> None:
    assert ordinal_value(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [("$", "USD"), ("NZ$", "NZD"), ("rmb", "CNY"), ("Hong Kong dollars", "HKD"), ("apple", "")],
)
def test_money_has_its_code(text: str, code: str) -> None:
    assert currency(text) == code


@pytest.mark.parametrize("text", ["one " + "hundred " * 500, "9" * 400, "1e400", "1" + "0" * 17])
def test_huge_number_is_finite_or_none(text: str) -> None:
    value = number_value(text)
    assert value is None or math.isfinite(value)
    assert all(math.isfinite(figure.value) for figure in find_figures(text, []))


@given(st.text(alphabet="0123456789.,/-−%$€£½ andhlfmkin²°C٣४😀", max_size=60))
def test_any_signs_give_finite_figures_inside_the_text(text: str) -> None:
    for figure in [*find_figures(text, []), *ages_and_ranks(text, [])]:
        assert 0 <= figure.start < figure.end <= len(text)
        assert math.isfinite(figure.value)


@pytest.mark.parametrize(
    "text",
    ["٣٤ people and १२ boats", "1e400 and 1e-400", "😀 5 😀 million", "nineteen " * 900, "½" * 900],
)
def test_odd_numbers_are_read_and_print_as_json(
    detect: Callable[..., list[DetectedBlock]], text: str
) -> None:
    (block,) = detect(text)
    assert not any("failed" in problem for problem in block.problems)
    json.dumps([q.value for q in block.quantities], allow_nan=False)
