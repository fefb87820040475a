"""Old and new words side by side."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.fate import Run
from factcheck.revision.runs import side_by_side


def test_only_the_words_that_differ_are_marked() -> None:
    old, new = side_by_side(
        "up more than 30 percent on 2019, he said", "up 35.8 percent on 2020, he said"
    )
    assert old == (
        Run("up ", False),
        Run("more than 30", True),
        Run(" percent on ", False),
        Run("2019", True),
        Run(", he said", False),
    )
    assert [run.words for run in new if run.is_changed] == ["35.8", "2020"]


def test_words_that_only_one_side_has_leave_the_other_unmarked() -> None:
    old, new = side_by_side("the second reported call", "the second call")
    assert [run.words for run in old if run.is_changed] == ["reported"]
    assert new == (Run("the second call", False),)


def test_quotation_marks_of_another_sort_are_no_difference() -> None:
    assert side_by_side("“We won,” he said", '"We won," he said') == (
        (Run("“We won,” he said", False),),
        (Run('"We won," he said', False),),
    )


@given(st.text(max_size=120), st.text(max_size=120))
def test_the_runs_joined_are_the_words(old: str, new: str) -> None:
    for text, runs in zip((old, new), side_by_side(old, new), strict=True):
        assert "".join(run.words for run in runs) == text
        assert all(run.words for run in runs)
