"""Nothing in front of a claim, and nothing strange in the text, may shift it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.detection.detect import find_claims
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.model.detected import DetectedBlock
from tests.makers import make_draft
from tests.unit.detection.conftest import blocks_of

Detect = Callable[..., list[DetectedBlock]]
STORY = (
    "Norway is the largest producer of salmon in Europe. “We sold 14 boats,” Karin Holm said on "
    "Friday. Exports rose 4 percent in 2018 because of a weak krone."
)
STRANGE = [
    "😀",
    "👩‍🚒",
    "\u00a0",
    "مرحبا بالعالم",
    "שלום",
    "你好",
    "\u202e",
    "\u200b",
    "Привет",
    " ",
]


def spans(language: LoadedLanguage, text: str) -> list[tuple[str, tuple[str, ...]]]:
    draft = make_draft(text)
    found = []
    for block in find_claims(draft, blocks_of(draft), None, language):
        for claim in block.claims:
            assert claim.text == text[claim.position.start : claim.position.end]
            found.append((" ".join(claim.text.split()), tuple(kind.value for kind in claim.kinds)))
        for sentence in block.sentences:
            assert block.position.contains(sentence)
    return found


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=st.lists(st.sampled_from(STRANGE), max_size=6))
def test_signs_and_foreign_scripts_before_a_claim_shift_nothing(
    language: LoadedLanguage, before: list[str]
) -> None:
    assert spans(language, "".join(before) + STORY) == spans(language, STORY)


@pytest.mark.parametrize("gap", ["\u00a0", "  ", "\n", "\u2009"])
def test_any_white_space_between_words_is_one_gap(language: LoadedLanguage, gap: str) -> None:
    assert spans(language, STORY.replace(" ", gap)) == spans(language, STORY)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_is_read_without_a_fault(language: LoadedLanguage, text: str) -> None:
    spans(language, text)


def test_figures_times_and_quotations_stand_where_the_draft_has_them(detect: Detect) -> None:
    text = f"😀 {STORY}"
    (block,) = detect(text)
    assert [text[q.position.start : q.position.end] for q in block.quotations] == [
        "“We sold 14 boats,”"
    ]
    (quote,) = block.quotations
    assert quote.speaker is not None
    assert quote.speaker.of(text) == "Karin Holm"
    assert quote.cue is not None
    assert quote.cue.of(text) == "said"
    assert [(t.position.of(text), t.value) for t in block.times] == [
        ("Friday", "2021-06-11"),
        ("2018", "2018"),
    ]
    assert [(q.position.of(text), q.value, q.unit) for q in block.quantities] == [
        ("14", 14.0, "boats"),
        ("4 percent", 4.0, "percent"),
    ]


def test_sentence_is_not_split_inside_a_quotation_or_after_an_abbreviation(detect: Detect) -> None:
    text = "Mr. Berg called. “We left. It was late,” Dr. Holm said. The town slept."
    (block,) = detect(text)
    assert [s.of(text) for s in block.sentences] == [
        "Mr. Berg called.",
        "“We left. It was late,” Dr. Holm said.",
        "The town slept.",
    ]
