"""What may come in and must not stop anything."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.detection.detect import find_claims
from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.detection.surface import PIECE
from factcheck.model.claim import Claim, ClaimKind
from factcheck.model.detected import DetectedBlock
from tests.makers import make_draft
from tests.unit.detection.conftest import blocks_of

Detect = Callable[..., list[DetectedBlock]]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were handed to the parser so far."""
    texts: list[str] = []
    make_doc = Language.make_doc

    def recording(self: Language, text: str) -> Doc:
        texts.append(text)
        return make_doc(self, text)

    monkeypatch.setattr(Language, "make_doc", recording)
    return texts


def test_twenty_thousand_words_in_one_paragraph_are_read_once_and_in_pieces(
    detect: Detect, parsed: list[str]
) -> None:
    text = "The council sold 14 ferries in 2012 and the mayor left. " * 2_000
    (block,) = detect(text)
    assert len(block.claims) >= 4_000
    assert " ".join(parsed) == text.strip()
    assert max(map(len, parsed)) <= PIECE


def test_paragraph_without_a_full_stop_is_read(detect: Detect) -> None:
    (block,) = detect("word and another word " * 5_000)
    assert block.sentences


@pytest.mark.parametrize("text", ["Ten", "", " ", "😀", "…", '"', "“", "‘’", "\u200b", "1", "-"])
def test_almost_nothing_is_read(detect: Detect, text: str) -> None:
    (block,) = detect(text)
    assert block.problems == ()


def test_a_megabyte_of_digits_is_read_once_and_in_pieces(detect: Detect, parsed: list[str]) -> None:
    (block,) = detect("7" * 1_000_000)
    assert block.claims == ()
    assert sum(map(len, parsed)) == 1_000_000
    assert max(map(len, parsed)) <= PIECE


def test_other_language_is_said_so_and_marks_and_figures_are_still_found(detect: Detect) -> None:
    text = (
        "Der Hafen wurde am 2019-03-05 geschlossen, und die Stadt zahlte 40 % der Kosten. "
        "„Wir hatten keine andere Wahl und mussten schnell handeln“, sagte die Meisterin."
    )
    (block,) = detect(text)
    assert block.problems == (
        "This text looks German, not English: only quotations, figures, ages and dates were looked for.",
    )
    assert [c.text for c in block.claims if c.kind is ClaimKind.QUOTATION] == [
        "„Wir hatten keine andere Wahl und mussten schnell handeln“"
    ]
    assert [t.value for t in block.times] == ["2019-03-05"]
    assert [(q.value, q.unit) for q in block.quantities] == [(40.0, "percent")]


def test_mixed_scripts_are_read(claims: Callable[..., list[Claim]]) -> None:
    found = claims("Министр said “no” to 你好 on Friday, and the 港 closed 14 piers in 2012.")
    assert "“no”" in {claim.text for claim in found}


@Language.component("claims_broken")
def broken(doc: Doc) -> Doc:
    raise ZeroDivisionError("no such thing")


@Language.component("claims_odd")
def odd(doc: Doc) -> Doc:
    """Somebody else’s detector: it gives no reason, and one label that is no kind."""
    from spacy.tokens import Span

    doc.spans["claims"] = [
        *doc.spans.get("claims", []),
        Span(doc, 0, 2, label="causal", span_id="claims_odd"),
        Span(doc, 0, 2, label="gossip", span_id="claims_odd"),
    ]
    return doc


def with_detector(name: str) -> LoadedLanguage:
    language = load_language()
    language.nlp.add_pipe(name)
    return LoadedLanguage(language.nlp, (name, *language.detectors))


def test_failing_rule_is_named_and_the_others_go_on() -> None:
    draft = make_draft("The dam broke.\n\nThe mayor sold 14 ferries in 2012.")
    blocks = list(find_claims(draft, blocks_of(draft), None, with_detector("claims_broken")))
    assert blocks[1].problems == (
        "The rule for broken failed on paragraph 2 and was left out. All other rules ran.",
    )
    assert [c.text for c in blocks[1].claims] == ["The mayor sold 14 ferries in 2012"]


def test_detector_of_others_needs_no_reason_and_no_known_label() -> None:
    draft = make_draft("The dam broke in 2012.")
    (block,) = find_claims(draft, blocks_of(draft), None, with_detector("claims_odd"))
    (claim,) = [c for c in block.claims if c.kind is ClaimKind.CAUSAL]
    first = claim.reasons[0]
    assert (first.detector, first.reason) == ("claims_odd", "found by claims_odd.")


def test_rule_that_is_switched_off_does_not_run() -> None:
    draft = make_draft("The dam broke in 2012.")
    language = load_language(disabled=["claims_events", "claims_dates"])
    assert "claims_events" not in language.detectors
    (block,) = find_claims(draft, blocks_of(draft), None, language)
    assert block.claims == ()


def test_without_a_model_it_is_said_so_and_marks_figures_and_dates_are_found(
    blank: LoadedLanguage,
) -> None:
    text = "“We sold 14 ferries,” Karin Holm, 54, said on March 5, 2019. It cost $40 million."
    draft = make_draft(text)
    (block,) = find_claims(draft, blocks_of(draft), date(2019, 3, 7), blank)
    assert len(block.problems) == 1
    assert "model is not installed" in block.problems[0]
    assert len(block.sentences) == 2
    kinds = {claim.kind for claim in block.claims}
    assert {ClaimKind.QUOTATION, ClaimKind.QUANTITY, ClaimKind.DATE_TIME} <= kinds
    assert [t.value for t in block.times] == ["2019-03-05"]


def test_detector_that_cannot_be_loaded_is_named_and_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "factcheck.detection.pipeline.foreign_detectors", lambda: {"claims_missing": "missing"}
    )
    language = load_language()
    assert "claims_missing" not in language.detectors
    assert "claims_events" in language.detectors
    (problem,) = language.problems
    assert problem.startswith("The rule claims_missing could not be loaded and was left out")


def test_first_block_comes_before_the_others_are_parsed(
    language: LoadedLanguage, parsed: list[str]
) -> None:
    text = "\n\n".join(["The council sold 14 ferries in 2012 and the mayor left."] * 400)
    draft = make_draft(text)
    found = find_claims(draft, blocks_of(draft), None, language)
    next(found)
    assert len(parsed) == 1
    assert len(list(found)) == 399
    assert len(parsed) == 400
