"""The sentence model says on which side of one half the claims of a sentence lie; without it the rules do."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.checkworthiness import moved
from factcheck.detection.detect import find_claims
from factcheck.detection.pipeline import load_language
from factcheck.detection.sentence_model import Judged, SentenceModel
from factcheck.detection.worth import ENOUGH
from factcheck.model.claim import Claim, ClaimKind
from tests.makers import make_draft
from tests.unit.detection.conftest import blocks_of

chances = st.floats(0, 1)


@dataclass
class Reader:
    """Stands in for the model: every sentence with one of the words is worth nothing, or judges."""

    worthless: tuple[str, ...] = ()
    judging: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    def judge(self, sentences: Sequence[str]) -> list[Judged]:
        self.asked += sentences
        low = [any(word in sentence for word in self.worthless) for sentence in sentences]
        felt = [any(word in sentence for word in self.judging) for sentence in sentences]
        return [
            Judged(0.1 if is_low else 0.9, float(is_felt))
            for is_low, is_felt in zip(low, felt, strict=True)
        ]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Reader], list[Claim]]:
    """What is found in a text with a stand-in for the model."""

    def run(text: str, reader: Reader) -> list[Claim]:
        future: Future[SentenceModel] = Future()
        future.set_result(cast(SentenceModel, reader))
        monkeypatch.setattr("factcheck.detection.worth.be_there", lambda: None)
        monkeypatch.setattr("factcheck.detection.worth.loading", lambda: future)
        draft = make_draft(text)
        blocks = find_claims(draft, blocks_of(draft), None, load_language())
        return [claim for block in blocks for claim in block.claims]

    return run


def test_claims_of_a_sentence_not_worth_checking_stay_below_one_half(
    found: Callable[[str, Reader], list[Claim]],
) -> None:
    claims = found(
        "The harbour belongs to the town. The mayor thanked the band.", Reader(("thanked",))
    )
    by_half = {"thanked" in claim.text: claim.checkworthiness >= 0.5 for claim in claims}
    assert by_half == {False: True, True: False}


def test_news_is_asked_about_only_at_its_beginning(
    found: Callable[[str, Reader], list[Claim]],
) -> None:
    reader = Reader()
    found(
        "\n\n".join(
            f"The council of Northby sold the ferry to the firm of Odd Lund in {year}."
            for year in range(1970, 2010)
        ),
        reader,
    )
    assert 0 < len(reader.asked) <= 2 * ENOUGH


def test_a_sentence_of_speech_worth_checking_becomes_a_claim(
    found: Callable[[str, Reader], list[Claim]],
) -> None:
    text = "No money left for the schools of Northby. Good evening to you all."
    whole = [claim.text for claim in found(text, Reader(("evening",)))]
    assert "No money left for the schools of Northby" in whole
    assert not [claim for claim in whole if "evening" in claim]


def test_a_judging_sentence_of_speech_is_opinion_and_its_figures_stay_claims(
    found: Callable[[str, Reader], list[Claim]],
) -> None:
    text = "No town has squandered so much, for its 40 lamps cost 3 million pounds. It rained."
    claims = found(text, Reader(worthless=("rained",), judging=("squandered",)))
    assert [c.text for c in claims if ClaimKind.OPINION in c.kinds] == [
        text.split(". It ", maxsplit=1)[0]
    ]
    figures = [c for c in claims if ClaimKind.QUANTITY in c.kinds]
    assert figures and all(c.kind is not ClaimKind.OPINION for c in figures)
    assert max(c.checkworthiness for c in figures) >= 0.5


def test_a_speaker_who_is_proud_of_a_fact_has_stated_it(
    found: Callable[[str, Reader], list[Claim]],
) -> None:
    claims = found("I’m proud that ours was the first county to pay nurses more.", Reader())
    assert max(claim.checkworthiness for claim in claims) >= 0.5


@pytest.mark.parametrize("text", ["Would you really squander it?", "Squander the good lamps!"])
def test_questions_and_orders_are_no_judgement(
    text: str, found: Callable[[str, Reader], list[Claim]]
) -> None:
    assert found(text, Reader(judging=("squander",))) == []


@given(chances, chances, chances)
def test_the_model_says_the_side_and_the_rules_the_order(
    worth: float, one: float, other: float
) -> None:
    low, high = moved(min(one, other), worth), moved(max(one, other), worth)
    assert 0 <= low <= high <= 1
    assert (low >= 0.5) == (high >= 0.5) == (worth >= 0.5)


def test_without_the_model_the_rules_go_on_and_say_so_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(*parts: str) -> Path:
        raise FileNotFoundError(parts[-1])

    monkeypatch.setattr("factcheck.detection.sentence_model.resource", missing)
    language = load_language()
    draft = make_draft("The bridge cost 40 million pounds.\n\nIt opened in 1998.")
    first, second = find_claims(draft, blocks_of(draft), None, language)
    assert first.claims
    assert [problem for problem in first.problems if "sentence model" in problem]
    assert not second.problems


def test_a_broken_model_is_told_once_and_the_rules_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no model")
    (tmp_path / "vocabulary.txt").write_text("[UNK]\n[CLS]\n[SEP]\n", encoding="utf-8")
    monkeypatch.setattr(
        "factcheck.detection.sentence_model.resource", lambda *parts: tmp_path / parts[-1]
    )
    draft = make_draft("The bridge cost 40 million pounds.\n\nIt opened in 1998.")
    first, second = find_claims(draft, blocks_of(draft), None, load_language())
    assert first.claims
    assert second.claims
    assert [problem for problem in first.problems if "worth" in problem]
    assert not second.problems
