"""What a person decides about sign-off: a stage passed, a signed article opened again, and the stages of a desk."""

from collections.abc import Sequence

from factcheck.model.case import Case
from factcheck.model.change import Change, Edit, Stamp, Verb
from factcheck.model.overview import LogHead
from factcheck.model.signoff import USUAL_STAGES, Reopening, SignOff, Stage


def sign_off(case: Case, stage: str, head: LogHead, stamp: Stamp) -> Change:
    """The draft passed at a stage; its text and verdicts are locked from then on. ``head`` is the record as it stands."""
    signed = SignOff(
        case.article.id,
        case.draft.id,
        stage,
        stamp.by,
        stamp.at,
        case.draft.sha256,
        head.number,
        head.sha256,
    )
    return case.change(Verb.SIGN_OFF, [Edit(None, signed)], stamp)


def reopen(case: Case, reason: str, stamp: Stamp) -> Change:
    """The draft open to edits again, for a reason; every sign-off of it is taken back."""
    reopened = Reopening(case.article.id, case.draft.id, reason.strip(), stamp.by, stamp.at)
    taken = [Edit(signed, None) for signed in case.sign_offs()]
    return case.change(Verb.REOPEN, [*taken, Edit(None, reopened)], stamp)


def next_stage(case: Case, stages: Sequence[Stage]) -> Stage | None:
    """The stage the draft is to pass next, in the desk's order; None when it has passed them all."""
    passed = {signed.stage for signed in case.sign_offs()}
    return next((stage for stage in in_order(stages) if stage.name not in passed), None)


def in_order(stages: Sequence[Stage]) -> list[Stage]:
    """A desk's stages as they are taken; the usual ones where the desk has none of its own."""
    return sorted(stages or USUAL_STAGES, key=lambda stage: stage.order)


def locked_reason(case: Case) -> str:
    """Why the case is locked, in a sentence; empty while nobody has signed it off."""
    signed = case.sign_offs()
    if not signed:
        return ""
    last = signed[-1]
    return (
        f"{last.by} signed this draft off as {last.stage.lower()}, so it is locked."
        " Open it again from the Article menu to change anything."
    )


def stages_set(before: Sequence[Stage], after: Sequence[Stage], stamp: Stamp) -> Change:
    """The desk's stages as they now are."""
    was, now = {s.id: s for s in before}, {s.id: s for s in after}
    edits = [Edit(stage, now.get(stage.id)) for stage in before]
    edits += [Edit(None, stage) for stage in after if stage.id not in was]
    changed = tuple(edit for edit in edits if edit.before != edit.after)
    return Change(Verb.SET_STAGES, "", changed, stamp)
