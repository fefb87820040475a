import json

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Manuscript, Role
from factcheck.model.claim import Slot
from factcheck.model.detected import (
    DetectedBlock,
    Name,
    NameKind,
    Quantity,
    Quotation,
    TimeExpression,
)
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.report.as_json import render_json
from factcheck.report.machine import detect_document, detect_line
from tests.makers import (
    CHECKER,
    TOWN_TEXT,
    do,
    make_article,
    make_blocks,
    make_case,
    make_claim,
    make_draft,
    make_sentence,
    make_source,
    place_of,
    rated,
)
from tests.unit.report.occasions import make_occasion


def test_the_whole_case_is_in_it() -> None:
    claim = make_claim("14,000 cars a day")
    case = make_case(claims=[claim], sentences=[make_sentence(TOWN_TEXT, "It carries", read=True)])
    rate = rated(case, claim, Rating.WAITING)
    do(
        case,
        case.attach(claim.id, make_source(), CHECKER, locator="page 4"),
        case.write_note(claim.id, "Asked the county.", CHECKER),
    )
    found = json.loads(render_json(case, make_occasion(rate)))
    assert found["schema"] == "factcheck/report/1"
    assert found["made"] == "2026-03-04T12:05:00+01:00"
    assert found["article"]["published"] == "2026-03-03"
    assert found["article"]["sha256"] == case.draft.sha256
    assert found["article"]["sentences"][0]["read_by"] == "Ada Checker"
    assert found["counts"] == {
        "claims": 1,
        "verified": 0,
        "contradicted": 0,
        "unverifiable": 0,
        "authors-word": 0,
        "waiting": 1,
        "open": 0,
        "not-a-claim": 0,
    }
    only = found["claims"][0]
    assert only["state"] == "waiting"
    assert only["verdict"]["decided"] == "2026-03-04T08:30:00+00:00"
    assert only["note"]["text"] == "Asked the county."
    assert only["evidence"] == [
        {"source": "source", "stance": "supports", "locator": "page 4", "passage": ""}
    ]
    assert found["sources"][0]["title"] == "Register of bridges"
    assert found["history"][0]["verb"] == "rate"
    assert found["history"][0]["claim"] == claim.id
    assert found["record"]["entry"] == 318


@given(st.lists(st.sampled_from([*"ab \n", "\u00a0", "😀", "é", "الجسر"]), min_size=1).map("".join))
def test_offsets_are_code_points_of_the_text_beside_them(text: str) -> None:
    text = f"{text}the bridge{text}"
    case = make_case(text, [], [make_claim("bridge", of=text)])
    found = json.loads(render_json(case, make_occasion()))
    claim = found["claims"][0]
    assert found["article"]["text"] == text
    assert found["article"]["text"][claim["start"] : claim["end"]] == claim["text"] == "bridge"


def detected() -> list[DetectedBlock]:
    text = TOWN_TEXT
    body = place_of(text, "“We have no other choice,” said the mayor, Ida Bruun.")
    said = Quotation(
        place_of(text, "“We have no other choice,”"),
        place_of(text, "Ida Bruun"),
        place_of(text, "said"),
    )
    claim = make_claim("no other choice")
    slots = (Slot("what", "choice"), Slot("scope", "the town"), Slot("scope", "this year"))
    claim = type(claim)(
        claim.draft_id,
        claim.anchor,
        claim.kinds,
        claim.priority,
        "Who else was asked?",
        slots=slots,
        checkworthiness=0.75,
        id="claim-b",
    )
    earlier = place_of(text, "It carries 14,000 cars a day.")
    return [
        DetectedBlock(
            body,
            (body,),
            (claim,),
            quotations=(said, Quotation(body)),
            names=(Name(place_of(text, "Ida Bruun"), NameKind.PERSON),),
        ),
        DetectedBlock(
            earlier,
            (earlier,),
            (make_claim("14,000 cars", id="claim-a"),),
            (TimeExpression(place_of(text, "a day"), "P1D"),),
            (Quantity(place_of(text, "14,000"), 14000.0, "cars"),),
        ),
    ]


def test_what_was_found_is_printed_in_the_order_of_the_text() -> None:
    text = TOWN_TEXT
    blocks = tuple(make_blocks(text, [Role.HEADLINE]))
    found = detect_document(Manuscript(make_article(), make_draft(text), blocks), detected())
    assert found["schema"] == "factcheck/detect/1"
    assert list(found) == [
        "schema",
        "article",
        "claims",
        "findings",
        "dates",
        "quantities",
        "quotations",
        "names",
    ]
    article = found["article"]
    assert list(article) == ["title", "published", "text", "sha256", "blocks", "sentences"]
    assert article["text"] == text
    assert article["sha256"] == make_draft(text).sha256
    assert article["blocks"][0] == {"role": "headline", "start": 0, "end": 38}
    assert [claim["id"] for claim in found["claims"]] == ["claim-a", "claim-b"]
    assert found["claims"][1] == {
        "id": "claim-b",
        "start": text.index("no other choice"),
        "end": text.index("no other choice") + len("no other choice"),
        "text": "no other choice",
        "kinds": ["event-action"],
        "checkworthiness": 0.75,
        "priority": "medium",
        "why": [],
        "question": "Who else was asked?",
        "slots": {"what": "choice", "scope": "the town; this year"},
    }
    assert found["findings"] == []
    assert found["dates"][0]["value"] == "P1D"
    assert found["quantities"][0] | {"value": 14000.0, "unit": "cars"} == found["quantities"][0]
    quotes = found["quotations"]
    assert [text[q["start"] : q["end"]][-6:] for q in quotes] == ["oice,”", "Bruun."]
    assert text[quotes[0]["cue"]["start"] : quotes[0]["cue"]["end"]] == "said"
    assert quotes[1]["speaker"] is None
    (name,) = found["names"]
    assert (text[name["start"] : name["end"]], name["kind"]) == ("Ida Bruun", "person")
    assert [TextPosition(**s) for s in article["sentences"]] == sorted(
        block.position for block in detected()
    )
    json.dumps(found, allow_nan=False)


def test_a_line_has_the_worth_of_its_best_claim() -> None:
    found = detect_line(17, detected())
    assert list(found) == [
        *("id", "checkworthiness", "claims", "findings"),
        *("dates", "quantities", "quotations", "names"),
    ]
    assert found["id"] == 17
    assert found["checkworthiness"] == 0.75
    assert detect_line("x", [])["checkworthiness"] == 0.0
