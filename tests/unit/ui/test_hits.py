import pytest

from factcheck.ui.article.hits import find_all

TEXT = "The Mayor’s plan:\u00a0the mayor said “no” — twice. THE END\nthe"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("the", ["The", "the", "THE", "the"]),
        ("The", ["The"]),
        ("mayor's", ["Mayor’s"]),
        ('"no"', ["“no”"]),
        ("- twice", ["— twice"]),
        ("plan: the", ["plan:\u00a0the"]),
        ("end the", []),
        (".", ["."]),
        ("  ", []),
        ("", []),
    ],
)
def test_what_is_typed_finds(typed: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find_all(TEXT, typed)] == found


def test_letters_that_grow_in_lower_case_shift_nothing() -> None:
    text = "İstanbul and the bridge"
    ((start, end),) = find_all(text, "bridge")
    assert text[start:end] == "bridge"
