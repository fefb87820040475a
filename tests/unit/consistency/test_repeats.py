"""What is said twice: figures, quotations, and the headline against the text."""

import pytest

from factcheck.consistency import repeats
from factcheck.model.article import Role
from factcheck.model.finding import Outcome
from tests.unit.consistency.repeats_cases import CONFLICTS, INNOCENT
from tests.unit.consistency.subjects import conflicts, subject, told

HEADLINE = (Role.HEADLINE,)


@pytest.mark.parametrize(("marked", "published", "rule"), CONFLICTS)
def test_two_figures_or_deeds_for_one_thing_are_a_conflict(
    marked: str, published: str | None, rule: str
) -> None:
    roles = HEADLINE if "\n" in marked else ()
    found = conflicts(repeats.findings, marked, published, roles=roles)
    assert [finding.rule for finding in found] == [rule]


@pytest.mark.parametrize(("marked", "published"), INNOCENT)
def test_what_may_both_be_right_is_no_conflict(marked: str, published: str | None) -> None:
    roles = HEADLINE if "\n" in marked else ()
    assert conflicts(repeats.findings, marked, published, roles=roles) == []


def test_conflict_names_both_sides_in_the_articles_words() -> None:
    marked = "The school has {450 pupils}. All {540 pupils} were sent home."
    [found] = conflicts(repeats.findings, marked)
    assert "“450 pupils”" in found.message
    assert "“540 pupils”" in found.message
    assert found.arithmetic == "450 pupils ≠ 540 pupils"
    assert [place.of(subject(marked).text) for place in found.places] == [
        "450 pupils",
        "540 pupils",
    ]


def test_thousandfold_slip_is_told_as_such() -> None:
    marked = (
        "Clearing the harbor will cost {$640 billion|640000000000|USD}. "
        "The port put the cost at {$640 million|640000000|USD}."
    )
    [found] = conflicts(repeats.findings, marked)
    assert found.rule == "magnitude"
    assert "thousandfold" in found.arithmetic


def test_first_sentence_of_one_block_can_be_a_headline() -> None:
    marked = (
        "{Five|5|} killed in bus crash. {Four people|4|people} were killed when a bus overturned."
    )
    [found] = conflicts(repeats.findings, marked)
    assert found.rule == "headline-body"


def test_headline_figure_that_the_text_repeats_is_shown_as_agreeing() -> None:
    marked = "Storm closes {40 schools}\nThe storm closed {40 schools} across the county."
    assert told(repeats.findings, marked, roles=HEADLINE) == [("headline-body", "consistent")]


def _quoted(
    text: str, *quotations: str, roles: tuple[Role, ...] = HEADLINE
) -> list[tuple[str, str, str]]:
    found = repeats.findings(subject(text, roles=roles, quotations=[(q, "") for q in quotations]))
    return [(f.rule, f.outcome.value, f.arithmetic) for f in found]


def test_altered_quotation_in_the_headline_is_a_question() -> None:
    text = "Bruun vows ‘safety, honesty’\nThe mayor promised “safety and honesty” for all."
    found = _quoted(text, "‘safety, honesty’", "“safety and honesty”")
    assert found == [("quote-match", "ask", "“—” ≠ “and”")]


def test_other_marks_and_capitals_do_not_alter_a_quotation() -> None:
    text = "‘No Limits’ pact\nThey call it a “no limits” pact."
    [(rule, outcome, _)] = _quoted(text, "‘No Limits’", "“no limits”")
    assert (rule, outcome) == ("quote-match", "consistent")


def test_short_form_is_the_same_word_as_the_long_one() -> None:
    text = "‘It’s a disaster’\n“It is a disaster,” she said."
    [(_, outcome, _)] = _quoted(text, "‘It’s a disaster’", "“It is a disaster,”")
    assert outcome == "consistent"


def test_long_quotation_with_one_word_changed_is_a_question() -> None:
    text = (
        "“We will hand the bridge over in August,” she said.\n"
        "Her words were “we will hand the bridge back in August”."
    )
    found = _quoted(
        text,
        "“We will hand the bridge over in August,”",
        "“we will hand the bridge back in August”",
        roles=(),
    )
    assert found == [("quote-match", "ask", "“over” ≠ “back”")]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        (
            "‘I will resign in May’\n“I will not resign in May,” the mayor said.",
            ("‘I will resign in May’", "“I will not resign in May,”"),
        ),
        (
            "Mayor ‘very angry’\nThe mayor said she was “not very angry”.",
            ("‘very angry’", "“not very angry”"),
        ),
        (
            "‘We shall rest on the beaches’\n“We shall rest on the mountains,” he said.",
            ("‘We shall rest on the beaches’", "“We shall rest on the mountains,”"),
        ),
        (
            "‘It took 12 long years’\n“It took 21 long years,” she said.",
            ("‘It took 12 long years’", "“It took 21 long years,”"),
        ),
    ],
)
def test_headline_that_turns_what_was_said_is_a_conflict(
    text: str, quotations: tuple[str, ...]
) -> None:
    assert "conflict" in [outcome for _, outcome, _ in _quoted(text, *quotations)]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        (
            "Mayor told her not to ‘moan and groan’\n“Do not moan and groan,” he said.",
            ("‘moan and groan’", "“Do not moan and groan,”"),
        ),
        (
            "‘It’s a disaster’\n“It is a disaster,” she said.",
            ("‘It’s a disaster’", "“It is a disaster,”"),
        ),
        ("‘We won’t pay’\n“We will not pay,” she said.", ("‘We won’t pay’", "“We will not pay,”")),
        ("‘Shame’\n“It is a disgrace,” she said.", ("‘Shame’", "“It is a disgrace,”")),
        (
            "“We have no other choice left now,” she said.\n“They have no idea what to do,” he said.",
            ("“We have no other choice left now,”", "“They have no idea what to do,”"),
        ),
    ],
)
def test_short_forms_and_other_quotations_raise_no_question(
    text: str, quotations: tuple[str, ...]
) -> None:
    assert {outcome for _, outcome, _ in _quoted(text, *quotations)} <= {"consistent"}


@pytest.mark.parametrize(
    "marked",
    [
        "Access to lake restored\nAccess to the lake is slowly being restored, the council said.",
        "Bridge reopened after repairs\nThe bridge will be reopened when the repairs are done.",
        "Mayor to resign\nThe mayor resigned on Monday.",
        "Fire in Vang kills cow\nThe fire in Skerrow killed a cow.",
    ],
)
def test_done_or_not_and_where_are_questions(marked: str) -> None:
    assert told(repeats.findings, marked, roles=HEADLINE) == [("headline-body", "ask")]


def test_figures_of_other_scripts_and_sizes_do_no_harm() -> None:
    marked = (
        "The {٤٥٠|450|pupils} and the {９９|99|pupils}. All {1e400|1e308|pupils} of {0|0|} came."
    )
    assert all(f.outcome is not Outcome.ASK for f in repeats.findings(subject(marked)))
