import pytest

from factcheck.model.coverage import Coverage, Tally
from factcheck.report.summary import summarised, summary
from tests.makers import make_case, make_claim, make_sentence

READ, UNREAD, PARTLY = Coverage(200, 200), Coverage(0, 200), Coverage(142, 200)


@pytest.mark.parametrize(
    ("tally", "urgent", "coverage", "said"),
    [
        (
            Tally(
                verified=9, contradicted=2, unverifiable=1, authors_word=1, waiting=2, unchecked=49
            ),
            19,
            PARTLY,
            "12 of 64 claims are checked. Two are contradicted and must change. One could not be verified. "
            "52 are open, 19 of them of high priority. 29 percent of the text is unread. Not ready to print.",
        ),
        (
            Tally(),
            0,
            UNREAD,
            "No claims are marked. Nobody has read the text yet. Not ready to print.",
        ),
        (
            Tally(),
            0,
            READ,
            "No claims are marked. All of the text is read. Nothing is left to check.",
        ),
        (
            Tally(),
            0,
            Coverage(0, 0),
            "No claims are marked. There is no text to check. Nothing is left to check.",
        ),
        (
            Tally(unchecked=1),
            0,
            UNREAD,
            "The one claim is not checked. One is open. Nobody has read the text yet. Not ready to print.",
        ),
        (
            Tally(unchecked=1, verified=1),
            1,
            READ,
            "One of two claims is checked. One is open, and of high priority. All of the text is read. "
            "Not ready to print.",
        ),
        (
            Tally(unchecked=2),
            2,
            UNREAD,
            "None of the two claims is checked. Two are open, both of high priority. "
            "Nobody has read the text yet. Not ready to print.",
        ),
        (
            Tally(unchecked=11, verified=1),
            0,
            Coverage(1, 200),
            "One of 12 claims is checked. 11 are open, none of high priority. "
            "Nearly all of the text is unread. Not ready to print.",
        ),
        (
            Tally(waiting=3, verified=3),
            3,
            Coverage(199, 200),
            "Three of six claims are checked. Three are open, all of high priority. "
            "One percent of the text is unread. Not ready to print.",
        ),
        (
            Tally(verified=1),
            0,
            READ,
            "The one claim is checked. All of the text is read. Every claim is verified.",
        ),
        (
            Tally(verified=2),
            0,
            READ,
            "Both claims are checked. All of the text is read. Every claim is verified.",
        ),
        (
            Tally(verified=40),
            0,
            PARTLY,
            "All 40 claims are checked. 29 percent of the text is unread. Not ready to print.",
        ),
        (
            Tally(verified=5, unverifiable=2),
            0,
            READ,
            "All seven claims are checked. Two could not be verified. All of the text is read. "
            "Two decisions left to the editor.",
        ),
        (
            Tally(verified=5, unverifiable=1, contradicted=1),
            0,
            READ,
            "All seven claims are checked. One is contradicted and must change. One could not be verified. "
            "All of the text is read. Not ready to print.",
        ),
        (
            Tally(verified=1200, unchecked=1),
            0,
            READ,
            "1,200 of 1,201 claims are checked. One is open. All of the text is read. Not ready to print.",
        ),
    ],
)
def test_counts_are_told_in_plain_words(
    tally: Tally, urgent: int, coverage: Coverage, said: str
) -> None:
    assert str(summary(tally, urgent, coverage)) == said


def test_a_dismissed_claim_is_not_counted() -> None:
    assert "No claims are marked." in str(summary(Tally(dismissed=3), 0, READ))


def test_a_text_the_program_has_not_gone_through_is_not_called_free_of_claims() -> None:
    said = str(summarised(make_case()))
    assert said.startswith("The text has not been gone through for claims.")
    assert said.endswith("Not ready to print.")


def test_only_open_claims_of_high_priority_are_urgent() -> None:
    claims = [make_claim("1931"), make_claim("14,000 cars")]
    case = make_case(
        claims=claims, sentences=[make_sentence(make_case().text, "The bridge, opened")]
    )
    assert "none of high priority" in str(summarised(case))
