"""The sentence model is the file that was measured, and what it is worth on sets it never learned from."""

from hashlib import sha256

import pytest

from benchmarks import checkworthiness as measured
from factcheck.detection.sentence_model import FILES, FOLDER, load_sentence_model
from factcheck.resource_files import resource

KEPT = {
    "model.onnx": "e943b5b55df3c4bb8674897d49e8960f311c94d1e9d5f46ce776dd4487e9469e",
    "vocabulary.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
needs_sets = pytest.mark.skipif(
    not measured.SETS.exists(),
    reason=f"the labelled sets are not at {measured.SETS} (set FACTCHECK_DATA)",
)


@pytest.mark.parametrize("name", FILES)
def test_model_is_the_one_that_was_measured(name: str) -> None:
    assert sha256(resource("models", FOLDER, name).read_bytes()).hexdigest() == KEPT[name]


def test_model_tells_a_figure_from_a_greeting() -> None:
    figure, greeting = load_sentence_model().judge(
        ["We built 4,200 houses last year, twice as many as before.", "Good evening to you all."]
    )
    assert figure.worth > 0.9
    assert greeting.worth < 0.1


def test_a_sentence_is_judged_alike_alone_and_among_others() -> None:
    model = load_sentence_model()
    text = "Unemployment fell to 4 per cent."
    (alone,) = model.judge([text])
    among = model.judge(["Thank you.", text, "And " + "so on and " * 30 + "on."])[1]
    assert among.worth == pytest.approx(alone.worth, abs=0.05)


@needs_sets
def test_check_worthiness_in_debates_does_not_fall() -> None:
    judged = measured.scored("ct2024-t1-dev-test")
    assert measured.f1(judged) >= 0.87
    assert measured.average_precision(judged) >= 0.94


@needs_sets
def test_verifiability_in_speeches_does_not_fall() -> None:
    assert measured.accuracy(measured.scored("policlaim-traingold", measured.APART)) >= 0.79


@needs_sets
def test_judgement_told_from_fact_does_not_fall() -> None:
    assert measured.macro_f1(measured.opinions("subj2025-dev")) >= 0.65


@needs_sets
def test_a_hundred_verdicts_calibrate_the_scores() -> None:
    judged = [(s, y) for s, y in measured.scored("ct2024-t1-dev") if s > 0]
    before, after, _ = measured.calibrated_error(judged)
    assert after <= 0.05 < before
