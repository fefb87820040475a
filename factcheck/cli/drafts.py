"""The command that takes a new draft of an article and tells what became of each claim."""

import argparse
import json
import sys

from factcheck import workflow
from factcheck.cli.printing import one_line
from factcheck.cli.steps import DONE, casebook_of, detect_with_progress, in_letters, stamp_of
from factcheck.model.case import Case
from factcheck.model.fate import FATE_MARKS, FATE_NAMES, Fate, FateKind
from factcheck.model.verdict import STATE_NAMES, State, state_of
from factcheck.report.fates import fates_in_order, revise_document
from factcheck.revision.runs import replaced

_TOLD = (FateKind.CHANGED, FateKind.GONE, FateKind.MOVED, FateKind.REWORDED)


def revise(options: argparse.Namespace) -> int:
    """Take a new draft of an article: every claim is followed into it, and what changed in substance loses its verdict."""
    manuscript = workflow.read(options.file)
    for note in manuscript.notes:
        print(note, file=sys.stderr)
    stamp = stamp_of(options)
    with casebook_of(options) as casebook:
        before = casebook.load(casebook.find_article(in_letters(options.article)))
        case = workflow.revise(casebook, before, manuscript, stamp, options.file)
        detect_with_progress(casebook, case, stamp)
    if options.json:
        words = {
            fate.claim_id: replaced(fate.before.quote.exact, fate.after.quote.exact)
            for fate in fates_in_order(case)
            if fate.after is not None
        }
        print(json.dumps(revise_document(before.draft, case, words), ensure_ascii=False))
    else:
        _print_fates(case)
    return DONE


def _print_fates(case: Case) -> None:
    fates = fates_in_order(case)
    new = [claim for claim in case.claims() if case.fate(claim.id) is None]
    print(f"{case.article.title}, draft {case.draft.number}")
    for kind in FateKind:
        print(f"  {FATE_NAMES[kind]:22}{sum(fate.kind is kind for fate in fates)}")
    print(f"  {'new':22}{len(new)}")
    dropped = sum(fate.dropped is not None for fate in fates)
    print(f"  {'verdicts dropped':22}{dropped}")
    for kind in _TOLD:
        for fate in (fate for fate in fates if fate.kind is kind):
            _print_fate(case, fate)
    for claim in new:
        print(f"\n+  {one_line(claim.text)}")


def _print_fate(case: Case, fate: Fate) -> None:
    print(f"\n{FATE_MARKS[fate.kind]}  {one_line(fate.before.quote.exact)}")
    if fate.after is not None and fate.after.quote.exact != fate.before.quote.exact:
        print(f"   {one_line(fate.after.quote.exact)}")
    now = case.state(fate.claim_id)
    told = [fate.reason]
    if fate.dropped is not None:
        told.append(f"{STATE_NAMES[state_of(fate.dropped)]} → {STATE_NAMES[now]}")
    elif now is not State.OPEN:
        told.append(STATE_NAMES[now])
    print(f"   {'; '.join(told)}")
