"""The desk's own rules: what they mark, what is refused in one sentence, and what house rules keep out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from factcheck.detection.catalogue import detectors
from factcheck.detection.detect import find_claims, not_english
from factcheck.detection.patterns import components_for, parsed
from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.detection.trying import try_rule
from factcheck.errors import UnusableRule
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.rule import DeskRule, HouseRule, RuleForm, SwitchedOff
from factcheck.model.rulebook import Rulebook
from tests.makers import CHECKER, make_draft
from tests.unit.detection.conftest import blocks_of

TEXT = (
    "A senior official told the paper that the ferry would stop.\n\n"
    "The Senior  Official said the pier cost $4 million. Nobody asked the senior officials."
)
OFFICIALS = DeskRule(
    "Unnamed sources",
    RuleForm.WORDS,
    "senior official\nsources close to",
    ClaimKind.ATTRIBUTION,
    Priority.HIGH,
    "A source without a name.",
)


def pattern(content: str, **fields: object) -> DeskRule:
    made = DeskRule("Pattern", RuleForm.PATTERN, content, ClaimKind.QUANTITY, Priority.LOW)
    return replace(made, **fields)  # type: ignore[arg-type]


def found(language: LoadedLanguage, rules: Rulebook, text: str = TEXT) -> list[Claim]:
    draft = make_draft(text)
    blocks = find_claims(draft, blocks_of(draft), None, language, rules)
    return [claim for block in blocks for claim in block.claims]


def by_desk(claims: list[Claim]) -> list[Claim]:
    return [c for c in claims if any(r.detector.startswith("desk: ") for r in c.reasons)]


def tried(language: LoadedLanguage, rule: DeskRule, text: str = TEXT) -> list[str]:
    draft = make_draft(text)
    blocks = try_rule(draft, blocks_of(draft), rule, language)
    return [claim.text for block in blocks for claim in block.claims]


def test_a_word_list_marks_its_words_whatever_their_capitals(language: LoadedLanguage) -> None:
    claims = by_desk(found(language, Rulebook((OFFICIALS,))))
    assert [claim.text for claim in claims] == ["senior official", "Senior  Official"]
    assert {(claim.kinds[0], claim.priority) for claim in claims} == {
        (ClaimKind.ATTRIBUTION, Priority.HIGH)
    }
    assert claims[0].reasons[0].detector == "desk: Unnamed sources"
    assert claims[0].reasons[0].reason == "A source without a name."
    assert claims[0].position.of(TEXT) == "senior official"


def test_every_kind_can_be_given_and_has_a_question(language: LoadedLanguage) -> None:
    for kind in ClaimKind:
        rule = replace(OFFICIALS, kind=kind)
        for claim in by_desk(found(language, Rulebook((rule,)))):
            assert kind in claim.kinds
            assert claim.question.endswith("?")


def test_a_rule_that_is_off_marks_nothing(language: LoadedLanguage) -> None:
    assert not by_desk(found(language, Rulebook((replace(OFFICIALS, is_on=False),))))


def test_a_pattern_marks_what_it_matches(language: LoadedLanguage) -> None:
    content = '[{"LOWER": "pier"}, {"LOWER": {"IN": ["cost", "costs"]}}, {"TAG": "$"}]'
    (claim,) = by_desk(found(language, Rulebook((pattern(content),))))
    assert claim.text == "pier cost $"
    assert claim.priority is Priority.LOW
    assert "“Pattern”" in claim.reasons[-1].reason


def test_several_patterns_are_one_rule_and_the_longest_match_counts(
    language: LoadedLanguage,
) -> None:
    content = '[[{"LOWER": "the"}, {"IS_ALPHA": true, "OP": "+"}], [{"LOWER": "pier"}]]'
    claims = tried(language, pattern(content), "He saw the old pier. A pier burned.")
    assert claims == ["the old pier", "pier"]


def test_a_pattern_that_asks_for_more_of_the_model_gets_it() -> None:
    content = '[{"LEMMA": "cost"}, {"ENT_TYPE": "MONEY", "OP": "+"}]'
    more = components_for(content)
    assert more == {"tagger", "attribute_ruler", "lemmatizer", "ner"}
    claims = tried(load_language(more=more), pattern(content))
    assert claims and claims[0].startswith("cost $4")


def test_a_pattern_beyond_the_loaded_model_is_told_and_left_out(language: LoadedLanguage) -> None:
    draft = make_draft(TEXT)
    rules = Rulebook((pattern('[{"LEMMA": "cost"}]'), OFFICIALS))
    first, *_ = find_claims(draft, blocks_of(draft), None, language, rules)
    assert first.problems == (
        "The desk’s rule “Pattern” was left out."
        " The pattern needs the English language model, which is not there.",
    )
    assert by_desk(list(first.claims))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not JSON"),
        ('[{"LOWER": "first"}', "line 1, character 20"),
        ("{}", "list of tokens"),
        ("[]", "list of tokens"),
        ("[[]]", "list of tokens"),
        ('["first"]', "Token 1 of the pattern is not in braces"),
        ('[{"LOWERR": "first"}]', "“LOWERR”"),
        (
            '[{"LOWER": {"INN": ["a"]}}]',
            "In token 1 of the pattern, spaCy cannot use what stands after LOWER",
        ),
        ('[{"LOWER": 5}]', "what stands after LOWER"),
        ('[{"TEXT": "a"}, {"LOWER": "b", "OP": "many"}]', "token 2"),
        ('[{"OP": "*"}]', "would match anything"),
        ('[{}, {"OP": "+"}]', "would match anything"),
        ('[{"LOWER": "a", "OP": "?"}, {"LOWER": "b", "OP": "{0,3}"}]', "would match anything"),
        ('[{"TEXT": {"REGEX": "(("}}]', "regular expression in token 1"),
        ('[{"TEXT": {"REGEX": {"IN": ["a", "["]}}}]', "regular expression in token 1"),
        ('[{"_": {"mine": true}}]', "uses “_”"),
        ("[" * 100_000, "nested too deeply"),
        ('[{"LENGTH": {">=": "long"}}]', "token 1"),
        ("[1]", "Token 1 of the pattern is not in braces"),
        ("null", "list of tokens"),
    ],
)
def test_a_wrong_pattern_is_refused_in_one_sentence(
    content: str, said: str, language: LoadedLanguage
) -> None:
    with pytest.raises(UnusableRule) as told:
        tried(language, pattern(content))
    sentence = str(told.value)
    assert said in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    assert "[E" not in sentence


def test_an_empty_list_is_refused(language: LoadedLanguage) -> None:
    with pytest.raises(UnusableRule, match="no words in it"):
        tried(language, replace(OFFICIALS, content=" \n\n"))


def test_a_spoilt_rule_in_the_casebook_is_named_and_the_others_run(
    language: LoadedLanguage,
) -> None:
    draft = make_draft(TEXT)
    rules = Rulebook((pattern("nonsense"), OFFICIALS))
    first, *_ = find_claims(draft, blocks_of(draft), None, language, rules)
    assert first.problems[0].startswith("The desk’s rule “Pattern” was left out. The pattern is")
    assert by_desk(list(first.claims))


def test_trying_finds_only_what_the_rule_finds(language: LoadedLanguage) -> None:
    assert tried(language, OFFICIALS) == ["senior official", "Senior  Official"]
    assert tried(language, replace(OFFICIALS, is_on=False, content="pier")) == ["pier"]
    assert tried(language, replace(OFFICIALS, content="lighthouse")) == []


def test_words_are_found_in_a_text_that_is_not_english_too(language: LoadedLanguage) -> None:
    text = (
        "Der Hafen wurde im März geschlossen, und die Stadt zahlte die Hälfte der Kosten. "
        "Der Minister sagte, man habe keine andere Wahl gehabt und schnell handeln müssen."
    )
    draft = make_draft(text)
    rules = Rulebook((replace(OFFICIALS, content="der minister"), pattern('[{"TAG": "NN"}]')))
    (block,) = find_claims(draft, blocks_of(draft), None, language, rules)
    assert block.problems == (not_english(text),)
    assert [claim.text for claim in by_desk(list(block.claims))] == ["Der Minister"]


def test_words_are_found_without_a_model_too(blank: LoadedLanguage) -> None:
    assert tried(blank, OFFICIALS) == ["senior official", "Senior  Official"]


def test_a_switched_off_rule_marks_nothing(language: LoadedLanguage) -> None:
    def rules_of(claims: list[Claim]) -> set[str]:
        return {reason.detector for claim in claims for reason in claim.reasons}

    assert "claims_quantities" in rules_of(found(language, Rulebook()))
    off = Rulebook(switched_off=(SwitchedOff("claims_quantities", "Ada", CHECKER.at),))
    assert "claims_quantities" not in rules_of(found(language, off))
    assert rules_of(found(language, off))


def test_words_of_a_house_rule_are_not_proposed(language: LoadedLanguage) -> None:
    every = found(language, Rulebook())
    unwanted = next(claim for claim in every if claim.kind is ClaimKind.QUANTITY)
    rule = HouseRule(unwanted.text.upper(), unwanted.kind, "Ada", CHECKER.at)
    left = found(language, Rulebook(house=(rule,)))
    assert [claim.text for claim in every if claim.text not in {c.text for c in left}] == [
        unwanted.text
    ]


def test_a_long_list_and_a_long_paragraph_are_read(language: LoadedLanguage) -> None:
    words = "\n".join(f"word{number} official" for number in range(5_000))
    rule = replace(OFFICIALS, content=f"{words}\nsenior official")
    assert len(tried(language, rule, "The senior official spoke. " * 4_000)) == 4_000
    with pytest.raises(UnusableRule, match="20,000 are the most"):
        tried(language, replace(rule, content="\n".join(map(str, range(20_001)))))


def test_the_catalogue_lists_every_rule_with_what_it_looks_for() -> None:
    own = [detector for detector in detectors() if not detector.package]
    assert [d.name for d in own][: len(load_language().detectors)] == list(
        load_language().detectors
    )
    assert all(detector.about for detector in own)


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(
        "factcheck.detection.catalogue.foreign_detectors", lambda: {"claims_tides": "tides"}
    )
    yield


@pytest.mark.usefixtures("offered")
def test_the_catalogue_lists_what_other_packages_offer() -> None:
    (foreign,) = [detector for detector in detectors() if detector.package]
    assert (foreign.name, foreign.title, foreign.package) == ("claims_tides", "Tides", "tides")


def test_patterns_are_lists_of_tokens() -> None:
    assert parsed('[{"LOWER": "a"}]') == [[{"LOWER": "a"}]]
    assert parsed('[[{"LOWER": "a"}], [{"LOWER": "b"}]]') == [[{"LOWER": "a"}], [{"LOWER": "b"}]]
