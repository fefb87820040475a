"""Dates, figures and quotation marks in plain text: no parse needed."""

from datetime import date

import pytest

from factcheck.detection.figures import find_figures
from factcheck.detection.numerals import number_value
from factcheck.detection.surface import looks_english, surfaces
from factcheck.detection.times import find_times
from factcheck.model.quote_marks import quoted_in

THURSDAY = date(2021, 6, 17)


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("It began on March 5, 2019.", "March 5, 2019", "2019-03-05"),
        ("It began on 5 March 2019.", "5 March 2019", "2019-03-05"),
        ("It began on 2019-03-05.", "2019-03-05", "2019-03-05"),
        ("It began on May 2.", "May 2", "2021-05-02"),
        ("It began on December 2.", "December 2", "2020-12-02"),
        ("It will begin on December 2.", "December 2", "2021-12-02"),
        ("They met on Tuesday.", "Tuesday", "2021-06-15"),
        ("They will meet on Tuesday.", "Tuesday", "2021-06-22"),
        ("They met last Thursday.", "last Thursday", "2021-06-10"),
        ("They met Thursday.", "Thursday", "2021-06-17"),
        ("They met last week.", "last week", "2021-W23"),
        ("They met yesterday.", "yesterday", "2021-06-16"),
        ("They met today.", "today", "2021-06-17"),
        ("They meet next month.", "next month", "2021-07"),
        ("They met last year.", "last year", "2020"),
        ("They met in 2009.", "2009", "2009"),
        ("They met in the 1980s.", "the 1980s", "198"),
        ("They met in the 19th century.", "the 19th century", "18"),
        ("They met in early February 2020.", "early February 2020", "2020-02"),
        ("They met two weeks ago.", "two weeks ago", "2021-W22"),
        ("They met a decade ago.", "a decade ago", "201"),
        ("It took five months.", "five months", "P5M"),
        ("It took two and a half years.", "two and a half years", "P2.5Y"),
        ("It took more than 36 hours.", "more than 36 hours", "PT36H"),
        ("It took several days.", "several days", "PXD"),
        ("They met at 3:30 p.m.", "3:30 p.m.", "2021-06-17T15:30"),
        ("Now they agree.", "Now", "PRESENT_REF"),
        ("In the first quarter of 2018 it grew.", "the first quarter of 2018", "2018-Q1"),
        ("In summer 2017 it rained.", "summer 2017", "2017-SU"),
    ],
)
def test_time_has_its_value(text: str, shown: str, value: str) -> None:
    found = {text[t.start : t.end]: t.value for t in find_times(text, THURSDAY)}
    assert found == {shown: value}


def test_relative_time_without_a_publication_date_is_not_guessed() -> None:
    found = [t.value for t in find_times("They met on Tuesday and again last week.", None)]
    assert found == ["XXXX-WXX-2", "PAST_REF"]


@pytest.mark.parametrize(
    "text", ["They met on February 31, 2019.", "You may go.", "He won 2019 votes"]
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert find_times(text, THURSDAY) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $147 billion.", 147e9, "USD"),
        ("It cost US$ 1,250.50 in all.", 1250.5, "USD"),
        ("It cost €3m.", 3e6, "EUR"),
        ("It cost 40 million pounds.", 40e6, "GBP"),
        ("It cost twelve dollars.", 12, "USD"),
        ("It fell by 3.5 percent.", 3.5, "percent"),
        ("It fell by 3.5%.", 3.5, "percent"),
        ("It fell by two percentage points.", 2, "percentage-point"),
        ("It is 42 km long.", 42, "km"),
        ("It weighs 3 tonnes.", 3, "t"),
        ("It is 30 °C today.", 30, "°C"),
        ("There were 277 gaps.", 277, ""),
        ("There were three hundred and five gaps.", 305, ""),
        ("There were 1,234,567 gaps.", 1_234_567, ""),
    ],
)
def test_figure_has_value_and_unit(text: str, value: float, unit: str) -> None:
    (figure,) = find_figures(text, find_times(text, THURSDAY))
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "text", ["Call a friend.", "iLife '11 is out.", "See no. 12b/4.", "In May 2019."]
)
def test_what_is_no_figure_is_not_read_as_one(text: str) -> None:
    assert find_figures(text, find_times(text, THURSDAY)) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two and a half", 2.5),
        ("twenty-one", 21),
        ("a million", 1e6),
        ("one hundred and five thousand", 105_000),
        ("1,250", 1250),
        ("2½", 2.5),
        ("half a", 0.5),
        ("fish", None),
    ],
)
def test_number_words_have_their_value(words: str, value: float | None) -> None:
    assert number_value(words) == value


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “no way” twice.", ["“no way”"]),
        ('He said "no way" twice.', ['"no way"']),
        ("He said ‘no way’ twice.", ["‘no way’"]),
        ("He said 'no way' twice.", ["'no way'"]),
        ("“She called it ‘a joke’ then,” he said.", ["“She called it ‘a joke’ then,”", "‘a joke’"]),
        ("The parents' house and the dogs' kennel.", []),
        ("It’s the drivers’ union’s office.", []),
        ("“We left early. It was late.", ["“We left early. It was late."]),
        ("Der „Ring“ war weg.", ["„Ring“"]),
        ("«Non», dit-il.", ["«Non»"]),
        ('A 5" nail and a 6" screw.', []),
    ],
)
def test_quotation_has_exact_borders(text: str, quotes: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted_in(text)] == quotes


def test_foreign_script_is_left_out_of_the_parse_and_places_hold() -> None:
    text = "The call ended.اضافة اعلان He left.😀"
    (surface,) = surfaces(text, 0, len(text))
    assert surface.text == "The call ended. He left."
    start = surface.text.index("He left")
    begin, end = surface.position(start, start + len("He left"))
    assert text[begin:end] == "He left"


def test_long_text_is_cut_between_sentences() -> None:
    text = "The mill burned down. " * 2_000
    pieces = list(surfaces(text, 0, len(text)))
    assert len(pieces) > 5
    assert all(piece.text.endswith("down.") for piece in pieces)
    assert sum(piece.text.count("mill") for piece in pieces) == 2_000


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The harbour was closed by the storm and the ferries stayed in port for a week.", True),
        (
            "Der Hafen wurde wegen des Sturms geschlossen und die Fähren blieben eine Woche lang.",
            False,
        ),
        (
            "Le port a été fermé à cause de la tempête et les navires sont restés là une semaine.",
            False,
        ),
        ("Гавань была закрыта из-за шторма, и паромы неделю оставались в порту.", False),
        ("Ten.", True),
    ],
)
def test_language_is_told_from_function_words(text: str, english: bool) -> None:
    assert looks_english(text) is english
