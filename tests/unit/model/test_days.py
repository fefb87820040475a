"""Names of days and months are English on every computer."""

import locale
from datetime import date

import pytest

from factcheck.model.days import MONTHS, WEEKDAYS, day_words, weekday_words


def test_a_day_is_named_in_english_whatever_the_system_speaks() -> None:
    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "")
    except locale.Error:
        pytest.skip("this system has no language of its own")
    try:
        assert day_words(date(2022, 6, 15)) == "15 June 2022"
        assert weekday_words(date(2022, 6, 15)) == "Wednesday 15 June 2022"
    finally:
        locale.setlocale(locale.LC_TIME, before)


def test_names_stand_in_the_order_of_the_calendar() -> None:
    assert [MONTHS.index(name) for name in ("January", "June", "December")] == [0, 5, 11]
    assert WEEKDAYS[date(2022, 6, 13).weekday()] == "Monday"


def test_no_module_lets_the_system_name_a_day() -> None:
    """Qt sets the system’s language for the whole process, and Python’s own names follow it."""
    import re
    from pathlib import Path

    import factcheck

    named = re.compile(r"(month|day)_(name|abbr)\b|:%-?d? ?%?[AaBb]|%[AaBb]\b")
    for path in Path(factcheck.__file__).parent.rglob("*.py"):
        assert not named.search(path.read_text("utf-8")), path
