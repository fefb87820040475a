"""What each rule marks, and what it must leave alone."""

from collections.abc import Callable

import pytest

from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.model.article import Role
from factcheck.model.claim import Claim, ClaimKind, Priority

Marked = Callable[..., list[str]]


@pytest.fixture(scope="module")
def language() -> LoadedLanguage:
    """The rules alone: the learnt choice has its own tests."""
    return load_language(disabled=["claims_choice"])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "The bridge was the third crossing over the river since 1950.",
            ClaimKind.ORDINAL_SUPERLATIVE,
            "The bridge was the third crossing over the river since 1950",
        ),
        (
            "Norway is the largest producer of salmon in Europe.",
            ClaimKind.ORDINAL_SUPERLATIVE,
            "Norway is the largest producer of salmon in Europe",
        ),
        (
            "The mayor opened the first tram line in the county.",
            ClaimKind.ORDINAL_SUPERLATIVE,
            "the first tram line in the county",
        ),
        (
            "Exports of copper reached $12 billion in 2019.",
            ClaimKind.QUANTITY,
            "Exports of copper reached $12 billion in 2019",
        ),
        (
            "Police arrested 14 people on Tuesday, and the court released three of them.",
            ClaimKind.QUANTITY,
            "Police arrested 14 people on Tuesday",
        ),
        (
            "Unemployment fell while wages rose sharply in the north.",
            ClaimKind.CHANGE_COMPARISON,
            "wages rose sharply in the north",
        ),
        ("Anna Berg, 54, won the seat.", ClaimKind.AGE_ANNIVERSARY, "Anna Berg, 54"),
        (
            "A 31-year-old driver was charged.",
            ClaimKind.AGE_ANNIVERSARY,
            "31-year-old driver",
        ),
        (
            "The committee met on Friday to discuss the budget.",
            ClaimKind.DATE_TIME,
            "on Friday",
        ),
        (
            "The minister told reporters that the harbour would stay closed.",
            ClaimKind.ATTRIBUTION,
            "The minister told reporters that the harbour would stay closed",
        ),
        (
            "The tower leans to the east, according to the survey office.",
            ClaimKind.ATTRIBUTION,
            "according to the survey office",
        ),
        (
            "The company has been accused of hiding its losses.",
            ClaimKind.ATTRIBUTION,
            "The company has been accused of hiding its losses",
        ),
        (
            "Finnish Prime Minister Sanna Marin arrived late.",
            ClaimKind.ROLE_TITLE,
            "Finnish Prime Minister Sanna Marin",
        ),
        (
            "Paul Weber, director of the city museum, opened the show.",
            ClaimKind.ROLE_TITLE,
            "Paul Weber, director of the city museum",
        ),
        (
            "The council closed the pool after the roof collapsed in a storm.",
            ClaimKind.EVENT_ACTION,
            "the roof collapsed in a storm",
        ),
        (
            "The old mill belongs to the monastery of Saint Anne.",
            ClaimKind.RELATION_STATUS,
            "The old mill belongs to the monastery of Saint Anne",
        ),
        (
            "The ferry was cancelled because of high winds on the strait.",
            ClaimKind.CAUSAL,
            "because of high winds on the strait",
        ),
        (
            "This was mainly due to a broken valve.",
            ClaimKind.CAUSAL,
            "This was mainly due to a broken valve",
        ),
        (
            "The team had its best start since 1998.",
            ClaimKind.ORDINAL_SUPERLATIVE,
            "The team had its best start since 1998",
        ),
        (
            "The leak led to the closure of two schools.",
            ClaimKind.CAUSAL,
            "The leak led to the closure of two schools",
        ),
        (
            "The ministry has never published the report.",
            ClaimKind.NEGATIVE_UNIVERSAL,
            "The ministry has never published the report",
        ),
        (
            "The owner refused to open the gates.",
            ClaimKind.NEGATIVE_UNIVERSAL,
            "The owner refused to open the gates",
        ),
        (
            "The airline will cut two routes next year.",
            ClaimKind.PREDICTION,
            "The airline will cut two routes next year",
        ),
        ("The new law is a disgrace.", ClaimKind.OPINION, "The new law is a disgrace"),
    ],
)
def test_kind_is_marked_in_the_borders_of_a_checker(
    marked: Marked, text: str, kind: ClaimKind, expected: str
) -> None:
    assert expected in marked(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("At least they tried the latest model.", ClaimKind.ORDINAL_SUPERLATIVE),
        ("She gave first aid to the cyclist.", ClaimKind.ORDINAL_SUPERLATIVE),
        ("The painter wore a red coat in the 19th century style.", ClaimKind.ORDINAL_SUPERLATIVE),
        ("The two leaders shook hands.", ClaimKind.QUANTITY),
        ("The law was passed in 2012.", ClaimKind.QUANTITY),
        ("He flew in a Boeing 747 to Rome.", ClaimKind.QUANTITY),
        ("The coach dropped the keeper.", ClaimKind.CHANGE_COMPARISON),
        ("More than 40 members left.", ClaimKind.CHANGE_COMPARISON),
        ("On March 5, 40 ships sailed.", ClaimKind.AGE_ANNIVERSARY),
        ("The old town lies on a hill.", ClaimKind.AGE_ANNIVERSARY),
        ("The president of the club resigned.", ClaimKind.ROLE_TITLE),
        ("General Motors closed a plant.", ClaimKind.ROLE_TITLE),
        ("Not only the roof but also the floor was wet.", ClaimKind.NEGATIVE_UNIVERSAL),
        ("The car turned left at the station.", ClaimKind.OPINION),
        ("The factory burned down.", ClaimKind.PREDICTION),
        ("The factory burned down.", ClaimKind.ATTRIBUTION),
        ("The bus leaves the depot.", ClaimKind.CAUSAL),
    ],
)
def test_kind_is_not_seen_where_it_is_not_there(marked: Marked, text: str, kind: ClaimKind) -> None:
    assert marked(text, kind) == []


@pytest.mark.parametrize(
    "text",
    [
        "Did the minister lie about the budget in 2019?",
        "Send your letters to the editor.",
    ],
)
def test_questions_and_orders_are_left_alone(claims: Callable[..., list[Claim]], text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("role", [Role.CREDIT, Role.DATELINE, Role.BOILERPLATE])
def test_silent_parts_are_not_read(claims: Callable[..., list[Claim]], role: Role) -> None:
    text = "Photo: Anna Berg won 14 medals in 2012.\n\nThe lake froze in January."
    assert {claim.text for claim in claims(text, role)} == {
        claim.text for claim in claims("The lake froze in January.")
    }


def test_quotation_and_its_tag_are_claims_beside_each_other(
    claims: Callable[..., list[Claim]],
) -> None:
    found = {c.text: c.kind for c in claims("“We sold the old ferry in May,” Karin Holm said.")}
    assert found["“We sold the old ferry in May,”"] is ClaimKind.QUOTATION
    assert found["Karin Holm said"] is ClaimKind.ATTRIBUTION
    assert len(found) == 2


def test_joined_facts_are_two_claims(claims: Callable[..., list[Claim]]) -> None:
    found = {c.text for c in claims("The court freed the captain and the owner paid the fine.")}
    assert found == {"The court freed the captain", "the owner paid the fine"}


def test_participle_with_a_fact_of_its_own_is_a_claim(
    claims: Callable[..., list[Claim]],
) -> None:
    text = "Workers opened the new tunnel, linking the port of Gedser with the town of Rostock."
    assert "linking the port of Gedser with the town of Rostock" in {c.text for c in claims(text)}


def test_superlative_is_taken_apart(claims: Callable[..., list[Claim]]) -> None:
    text = "It was the second reported strike at the port since the owners cut wages in 2011."
    claim = next(c for c in claims(text) if c.kind is ClaimKind.ORDINAL_SUPERLATIVE)
    slots = {slot.name: slot.value for slot in claim.slots}
    assert slots["rank"] == "second"
    assert slots["scope"] == "reported"
    assert slots["since"] == "the owners cut wages in 2011"
    assert claim.question.startswith("Was there another reported strike")
    assert "since the owners cut wages in 2011" in claim.question


def test_every_claim_says_which_rule_fired_and_why(claims: Callable[..., list[Claim]]) -> None:
    text = "Swedish exports rose 4 percent in 2018, the ministry said."
    for claim in claims(text):
        assert claim.reasons
        assert all(
            r.detector.startswith("claims_") and r.reason.endswith(".") for r in claim.reasons
        )
        assert claim.question.endswith("?")
        assert "{" not in claim.question
        assert "None" not in claim.question


def test_question_is_about_this_claim(claims: Callable[..., list[Claim]]) -> None:
    (claim,) = claims("Denmark has closed the northern harbour.")
    assert claim.question == "Has Denmark closed the northern harbour?"
    (claim,) = claims("The bishop sold the northern harbour.")
    assert claim.question == "Did the bishop sell the northern harbour?"


def test_figures_weigh_more_than_background(claims: Callable[..., list[Claim]]) -> None:
    paragraphs = [
        "The dam broke.",
        "The town slept.",
        "Farmers grow apples here.",
        "The dam cost $40 million.",
    ]
    found = {c.text: c for c in claims("\n\n".join(paragraphs))}
    assert found["The dam cost $40 million"].priority is Priority.HIGH
    assert found["Farmers grow apples here"].priority is Priority.LOW
    assert (
        found["The dam cost $40 million"].checkworthiness
        > found["Farmers grow apples here"].checkworthiness
    )


def test_opinion_is_hardly_worth_checking(claims: Callable[..., list[Claim]]) -> None:
    (claim,) = claims("We are thrilled that the library is open again.")
    assert claim.kind is ClaimKind.OPINION
    assert claim.checkworthiness < 0.2


def test_crosshead_holds_no_claim_but_its_quotation(claims: Callable[..., list[Claim]]) -> None:
    found = claims("‘No regrets’ say voters", Role.CROSSHEAD)
    assert [(c.text, c.kind) for c in found] == [("‘No regrets’", ClaimKind.QUOTATION)]


def test_column_is_told_from_report_and_its_loose_talk_is_opinion(
    claims: Callable[..., list[Claim]],
) -> None:
    loose = "Farmers need good roads and dry barns."
    report = {c.text: c.kind for c in claims(f"Storm hits farms\n\n{loose}", Role.HEADLINE)}
    assert report["Farmers need good roads and dry barns"] is not ClaimKind.OPINION
    column = f"I walked home. I met my neighbour, and I told him my plans.\n\n{loose}"
    found = {c.text: c.kind for c in claims(column)}
    assert found["Farmers need good roads and dry barns"] is ClaimKind.OPINION


def test_facts_of_a_column_stay_claims(claims: Callable[..., list[Claim]]) -> None:
    text = "I walked home. I met my neighbour, and I told him my plans. Exports rose 4 percent."
    found = {c.text: c.kind for c in claims(text)}
    assert found["Exports rose 4 percent"] is ClaimKind.QUANTITY


def test_what_the_writer_only_thinks_is_opinion_and_not_reported_speech(
    claims: Callable[..., list[Claim]],
) -> None:
    (claim,) = claims("I think the town is happy about it.")
    assert claim.kind is ClaimKind.OPINION


def test_role_is_asked_about_once(claims: Callable[..., list[Claim]]) -> None:
    text = "Judge Ada Berg freed the captain.\n\nThe lawyer thanked Judge Berg for it."
    assert [c.text for c in claims(text) if ClaimKind.ROLE_TITLE in c.kinds] == ["Judge Ada Berg"]


def test_reported_statement_with_a_figure_yields_its_content_too(marked: Marked) -> None:
    text = "The harbour office said that 14 boats sank in the storm."
    assert marked(text, ClaimKind.ATTRIBUTION) == [
        "The harbour office said that 14 boats sank in the storm"
    ]
    assert "14 boats sank in the storm" in marked(text, ClaimKind.QUANTITY)


def test_noun_of_change_beside_a_figure_states_a_change(marked: Marked) -> None:
    text = "The brewery reported a 49 percent decline."
    assert marked(text, ClaimKind.CHANGE_COMPARISON) == [
        "The brewery reported a 49 percent decline"
    ]


def test_as_of_date_of_a_figure_stays_in_its_clause(claims: Callable[..., list[Claim]]) -> None:
    assert [c.text for c in claims("Beer sales fell 18 percent last year.")] == [
        "Beer sales fell 18 percent last year"
    ]


def test_sentences_joined_by_commas_are_claims_each(claims: Callable[..., list[Claim]]) -> None:
    text = "Alpha sold 40 boats, Beta sold 28 boats, and Gamma sold 12 boats."
    assert {c.text for c in claims(text)} == {
        "Alpha sold 40 boats",
        "Beta sold 28 boats",
        "Gamma sold 12 boats",
    }
