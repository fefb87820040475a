"""The commands of sign-off: what is still open, a stage passed, a signed article opened again."""

import argparse
import json

from factcheck import workflow
from factcheck.cli.printing import one_line
from factcheck.cli.steps import DONE, NEEDS_A_PERSON, casebook_of, in_letters, stamp_of
from factcheck.errors import FactcheckError
from factcheck.model.case import Case
from factcheck.model.gate import OpenPoint, open_points
from factcheck.model.signing import in_order, next_stage, reopen, sign_off
from factcheck.report.as_json import place
from factcheck.storage import gating_links


def gate(options: argparse.Namespace) -> int:
    """Tell what keeps an article from print: 0 nothing does, 1 something is open, 2 could not be done."""
    with casebook_of(options) as casebook:
        case = casebook.load(casebook.find_article(in_letters(options.article)))
        links = gating_links(casebook, case)
    points = open_points(case, workflow.findings_of(case), links)
    if options.json:
        print(json.dumps(_document(case, points), ensure_ascii=False))
    else:
        for point in points:
            words = one_line(point.position.of(case.text), 60)
            print(f"{point.kind.value:13}  {point.words}  {words}")
        print(_summed_up(case, points))
    return NEEDS_A_PERSON if points else DONE


def sign(options: argparse.Namespace) -> int:
    """Sign an article off as one of the desk’s stages; refused while something is open, where the stage asks for that."""
    with casebook_of(options) as casebook:
        case = casebook.load(casebook.find_article(in_letters(options.article)))
        stages = in_order(casebook.stages())
        stage = next_stage(case, stages)
        if stage is None:
            raise FactcheckError(f"“{case.article.title}” has passed every stage already.")
        if options.stage and options.stage.casefold() != stage.name.casefold():
            names = ", ".join(one.name for one in stages)
            raise FactcheckError(
                f"The next stage of “{case.article.title}” is {stage.name}; the stages are {names}."
            )
        points: list[OpenPoint] = []
        if stage.is_gated:
            findings = workflow.findings_of(case)
            points = open_points(case, findings, gating_links(casebook, case))
        if points:
            print(_summed_up(case, points))
            return NEEDS_A_PERSON
        casebook.write(sign_off(case, stage.name, casebook.head(), stamp_of(options)))
        print(f"{case.article.title}: signed off by {options.by} as {stage.name.lower()}.")
    return DONE


def open_again(options: argparse.Namespace) -> int:
    """Open a signed article again; who did it and why is recorded, and its sign-offs are taken back."""
    with casebook_of(options) as casebook:
        case = casebook.load(casebook.find_article(in_letters(options.article)))
        if not case.sign_offs():
            raise FactcheckError(f"“{case.article.title}” is not signed off.")
        if not options.why.strip():
            raise FactcheckError("Say why the article is opened again: --why TEXT.")
        casebook.write(reopen(case, options.why, stamp_of(options)))
        print(f"{case.article.title}: open again.")
    return DONE


def _summed_up(case: Case, points: list[OpenPoint]) -> str:
    if not points:
        return f"“{case.article.title}”: nothing is open."
    counted = "One thing is" if len(points) == 1 else f"{len(points):,} things are"
    return f"“{case.article.title}”: {counted} open."


def _document(case: Case, points: list[OpenPoint]) -> dict[str, object]:
    return {
        "schema": "factcheck/gate/1",
        "article": {"id": case.article.id, "title": case.article.title, "draft": case.draft.number},
        "open": [
            {
                "kind": point.kind.value,
                "words": point.words,
                **place(point.position),
                "claim": point.claim_id or None,
            }
            for point in points
        ],
        "signed": [
            {"stage": signed.stage, "by": signed.by, "at": signed.at.isoformat()}
            for signed in case.sign_offs()
        ],
    }
