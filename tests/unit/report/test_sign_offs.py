"""A report says who signed the draft off, and on which text and record."""

import json

from factcheck.model.overview import LogHead
from factcheck.model.signing import sign_off
from factcheck.report.as_html import render_html
from factcheck.report.as_json import render_json
from tests.makers import CHECKER, make_case
from tests.unit.report.occasions import make_occasion
from tests.unit.report.page import Page


def test_the_cover_names_each_stage_with_who_and_when() -> None:
    case = make_case()
    assert "signed off by" not in Page(render_html(case, make_occasion())).words
    case.apply(sign_off(case, "Second reader", LogHead(4, "7c" * 32), CHECKER))
    words = Page(render_html(case, make_occasion())).words
    assert "Second reader" in words and f"signed off by {CHECKER.by}, " in words


def test_json_ties_a_sign_off_to_text_and_record() -> None:
    case = make_case()
    case.apply(sign_off(case, "Editor", LogHead(4, "7c" * 32), CHECKER))
    (signed,) = json.loads(render_json(case, make_occasion()))["sign_offs"]
    assert (signed["stage"], signed["by"]) == ("Editor", CHECKER.by)
    assert signed["text_sha256"] == case.draft.sha256
    assert signed["record"] == {"entry": 4, "sha256": "7c" * 32}
