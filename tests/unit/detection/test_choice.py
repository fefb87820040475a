"""The learnt choice among all stretches that could be claims, and what holds without it."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.candidates import candidates_of
from factcheck.detection.claim_model import load_claim_model, read_claim_model
from factcheck.detection.detect import find_claims
from factcheck.detection.features import features_of, names
from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.model.article import Role
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.resource_files import resource
from tests.makers import make_draft
from tests.unit.detection.conftest import blocks_of

TEXT = (
    "The harbour board, the owner of the ferry line, has sold 14 ships to pay for the repairs. "
    "“We had no other way,” said Karin Holm, the chair of the board. She said in 2019 that the line "
    "was the oldest in the north, and the council agreed."
)


def found_in(text: str, language: LoadedLanguage, *roles: Role) -> list[Claim]:
    draft = make_draft(text)
    blocks = blocks_of(draft, *roles)
    return [claim for block in find_claims(draft, blocks, None, language) for claim in block.claims]


def overlapping(claims: list[Claim]) -> list[tuple[str, str]]:
    found = []
    for i, one in enumerate(claims):
        for other in claims[:i]:
            a, b = one.position, other.position
            shared = min(a.end, b.end) - max(a.start, b.start)
            joined = max(a.end, b.end) - min(a.start, b.start)
            if shared > 0 and shared * 2 >= joined:
                found.append((one.text, other.text))
    return found


def test_no_two_claims_stand_for_each_other(language: LoadedLanguage) -> None:
    claims = found_in(TEXT, language)
    assert len(claims) >= 5
    assert not overlapping(claims)


def test_a_claim_says_how_it_was_chosen(language: LoadedLanguage) -> None:
    for claim in found_in(TEXT, language):
        last = claim.reasons[-1]
        assert last.detector == "claims_choice"
        assert last.reason.endswith("% of such.")


def test_a_claim_says_what_is_at_stake(language: LoadedLanguage) -> None:
    stakes = {
        Priority.HIGH: "the story falls or is corrected if it is wrong",
        Priority.MEDIUM: "readers would notice if it is wrong",
        Priority.LOW: "background",
    }
    found = found_in(TEXT, language)
    assert {claim.priority for claim in found} > {Priority.HIGH}
    for claim in found:
        assert f"; {stakes[claim.priority]};" in claim.reasons[-1].reason


def test_the_same_statement_weighs_more_in_the_lead_than_far_below(
    language: LoadedLanguage,
) -> None:
    told = "The line owns a small office in the old town."
    between = "\n\n".join(f"Ship {n} left the harbour for repairs in spring." for n in range(8))
    above, *_, below = (
        claim.priority
        for claim in found_in(f"{told}\n\n{between}\n\n{told}", language)
        if claim.text in told
    )
    assert above.rank < below.rank


def test_reported_statement_and_its_content_are_told_apart(language: LoadedLanguage) -> None:
    kinds = {claim.text: claim.kinds for claim in found_in(TEXT, language)}
    assert ClaimKind.QUOTATION in kinds["“We had no other way,”"]
    assert any("has sold 14 ships" in text and ClaimKind.QUANTITY in k for text, k in kinds.items())


@pytest.mark.parametrize("text", ["Did the mayor sell the ferry in 2019?", "Sell the ferry now!"])
def test_questions_and_orders_hold_no_claim(text: str, language: LoadedLanguage) -> None:
    assert found_in(text, language) == []


def test_a_kind_whose_rule_is_off_is_not_given_by_the_choice() -> None:
    without = load_language(disabled=["claims_quantities", "claims_roles"])
    given_kinds = {kind for claim in found_in(TEXT, without) for kind in claim.kinds}
    assert given_kinds
    assert not given_kinds & {ClaimKind.QUANTITY, ClaimKind.ROLE_TITLE}


def test_quotation_is_only_what_stands_in_marks(language: LoadedLanguage) -> None:
    for claim in found_in(TEXT, language):
        if ClaimKind.QUOTATION in claim.kinds:
            assert claim.text.startswith("“")


def test_without_the_model_file_the_rules_alone_hold(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("factcheck.detection.claim_model.FILE", ("models", "no-such-file.json"))
    alone = found_in(TEXT, load_language())
    rules = found_in(TEXT, load_language(disabled=["claims_choice"]))
    assert [(c.text, c.kinds, c.priority) for c in alone] == [
        (c.text, c.kinds, c.priority) for c in rules
    ]
    assert alone


def test_a_model_made_for_other_numbers_is_not_used(tmp_path: Path) -> None:
    assert load_claim_model(names()) is not None
    assert load_claim_model([*names(), "one more"]) is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"names": []}'])
def test_a_broken_model_file_is_an_error_that_loading_catches(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "claims.json"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr("factcheck.detection.claim_model.resource", lambda *_: path)
    assert load_claim_model(names()) is None


def test_trees_add_up_like_a_walk_from_node_to_node() -> None:
    path = resource("models", "claims.json")
    model = read_claim_model(path, names())
    kept = json.loads(path.read_text(encoding="utf-8"))["trees"]
    rows = np.random.default_rng(1).integers(0, 3, (20, len(names()))).astype(float)
    for row, score in zip(rows, model.trees.scores(rows), strict=True):
        total = kept["baseline"]
        for root in kept["roots"]:
            at = root
            while kept["left"][at] != at:
                side = "left" if row[kept["feature"][at]] <= kept["threshold"][at] else "right"
                at = kept[side][at]
            total += kept["value"][at]
        assert score == pytest.approx(total)


@given(words=st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=30))
def test_any_text_gives_numbers_for_every_candidate(words: list[str]) -> None:
    doc = _NLP(" ".join(words))
    candidates = candidates_of(doc)
    rows = features_of(doc, candidates)
    assert len(rows) == len(candidates)
    for candidate, row in zip(candidates, rows, strict=True):
        assert 0 <= candidate.start < candidate.end <= len(doc)
        assert len(row) == len(names())


_NLP = load_language(disabled=["claims_choice"]).nlp
