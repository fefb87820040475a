"""What a person decides about findings and names: settled and why, spelled right."""

from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.finding import ConfirmedSpelling, Explanation, Finding


def explain(case: Case, finding: Finding, note: str, stamp: Stamp) -> Change:
    """The finding settled, with a note that says why; a second note takes the place of the first."""
    before = case.explanation(finding.key)
    after = Explanation(case.article.id, finding.key, note.strip(), stamp.by, stamp.at)
    if before is not None:
        after = Explanation(
            before.article_id, before.key, note.strip(), stamp.by, stamp.at, before.id
        )
    return case.change(Verb.EXPLAIN, [Edit(before, after)], stamp, _first_claim(case, finding))


def reopen(case: Case, finding: Finding, stamp: Stamp) -> Change:
    """The finding not settled again."""
    before = case.explanation(finding.key)
    edits = [] if before is None else [Edit(before, None)]
    return case.change(Verb.REOPEN_FINDING, edits, stamp, _first_claim(case, finding))


def confirm_spelling(case: Case, spelling: str, stamp: Stamp) -> Change:
    """The name as spelled right, once for the whole article."""
    before = case.confirmed_spelling(spelling)
    after = ConfirmedSpelling(case.article.id, spelling, stamp.by, stamp.at)
    edits = [] if before is not None else [Edit(None, after)]
    return case.change(Verb.CONFIRM_SPELLING, edits, stamp)


def doubt_spelling(case: Case, spelling: str, stamp: Stamp) -> Change:
    """The spelling not confirmed again."""
    before = case.confirmed_spelling(spelling)
    edits = [] if before is None else [Edit(before, None)]
    return case.change(Verb.DOUBT_SPELLING, edits, stamp)


def _first_claim(case: Case, finding: Finding) -> str:
    """The claim in whose history the step stands: the first that the finding is on."""
    return next((claim_id for claim_id in finding.claims if case.has_claim(claim_id)), "")
