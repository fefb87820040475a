"""What a column states is told from what its writer only thinks, whoever speaks in it."""

from collections.abc import Callable

import pytest

from factcheck.detection.authorship import is_column
from factcheck.model.claim import Claim, ClaimKind

OWN_VOICE = "I walked home. I met my neighbour, and I told him my plans.\n\n"
EDITORIAL = (
    "Every spring the town promises to mend its roads. It is a fine promise, and it costs nothing. "
    "We should know better by now. The holes are still there, and they are growing. "
    "A road is not a luxury. It is the least that a town can offer to those who pay for it.\n"
    "What would it take? The answer is plain enough to anybody who has ever held a shovel. "
    "The council of Lund spent 3 million crowns on lamps last year. The money was there. "
    "The will was not, and that is what makes the whole business so very hard to bear. "
    "You cannot drive on good intentions. You cannot even walk on them."
)
REPORT = (
    "The council of Lund spent 3 million crowns on lamps in 2019. Mayor Ada Berg said the lamps were "
    "needed. Karin Holm, who leads the Liberals in Lund, voted against them. The council meets again in "
    "May. Roads in Lund were last mended in 2011. Skanska won the contract for the lamps. The firm was "
    "founded in Malmö in 1887. It employs 27,000 people. Its head, Anders Dahl, declined to comment.\n"
    "The vote was 14 to 11. The Greens abstained on Monday. The Liberals want an inquiry by June."
)


def checkable(found: list[Claim]) -> list[str]:
    return [claim.text for claim in found if claim.kind is not ClaimKind.OPINION]


def test_an_editorial_that_never_says_i_is_a_column_and_a_report_is_not() -> None:
    assert is_column(EDITORIAL, [(0, len(EDITORIAL))])
    assert not is_column(REPORT, [(0, len(REPORT))])


@pytest.mark.parametrize(
    "talk",
    [
        "A bridge is not a toy.",
        "Nothing worth having was ever cheap, they say.",
        "It would be nice to know where.",
        "He talks as though he had found it in a shop window.",
        "I certainly won’t.",
    ],
)
def test_loose_talk_of_a_column_is_not_held_checkable(
    talk: str, claims: Callable[..., list[Claim]]
) -> None:
    assert checkable(claims(OWN_VOICE + talk)) == []


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("It is a silly plan, and it cost £390,000 last year.", "£390,000"),
        ("Shamefully, no librarian was asked to give evidence.", "no librarian was asked"),
        ("The baths closed in 2016, which is a pity.", "closed in 2016"),
        ("Deputy mayor Colm Vash calls that “a fresh start”.", "“a fresh start”"),
    ],
)
def test_checkable_core_of_a_column_stays_a_claim(
    text: str, core: str, claims: Callable[..., list[Claim]]
) -> None:
    assert any(core in found for found in checkable(claims(OWN_VOICE + text)))
