"""Says in plain words how far a case has come, and whether it can go to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.case import Case
from factcheck.model.claim import Priority
from factcheck.model.coverage import Coverage, Tally
from factcheck.model.finding import Finding
from factcheck.report.against import conflicts_told, open_conflicts
from factcheck.report.wording import counted, number, opening


@dataclass(frozen=True, slots=True)
class Summary:
    """A few sentences, and the short one in bold that they come to."""

    sentences: tuple[str, ...]
    outcome: str

    def __str__(self) -> str:
        return " ".join((*self.sentences, self.outcome))


def summarised(case: Case, findings: Sequence[Finding] = ()) -> Summary:
    """The state of the whole case in words; ``findings`` are those of the article against itself."""
    urgent = sum(
        claim.priority is Priority.HIGH and case.is_open(claim.id) for claim in case.claims()
    )
    conflicts = open_conflicts(case, findings)
    analysed = not case.unanalysed()
    return summary(case.tally(), urgent, case.coverage(), analysed, conflicts)


def summary(
    tally: Tally, urgent: int, coverage: Coverage, analysed: bool = True, conflicts: int = 0
) -> Summary:
    """What the counts say; ``urgent`` are open claims of high priority, ``conflicts`` are not explained."""
    sentences = [
        _checked(tally, analysed),
        _contradicted(tally.contradicted),
        _unverifiable(tally.unverifiable),
        conflicts_told(conflicts),
        _open(tally.open, urgent),
        _unread(tally, coverage),
    ]
    return Summary(tuple(s for s in sentences if s), _outcome(tally, coverage, analysed, conflicts))


def _checked(tally: Tally, analysed: bool) -> str:
    done, total = tally.settled, tally.total
    if total == 0:
        return (
            "No claims are marked."
            if analysed
            else "The text has not been gone through for claims."
        )
    if total == 1:
        return "The one claim is checked." if done else "The one claim is not checked."
    if done == total:
        return (
            "Both claims are checked." if total == 2 else f"All {number(total)} claims are checked."
        )
    verb = "is" if done < 2 else "are"
    return f"{opening(done)} of {'the ' if done == 0 else ''}{number(total)} claims {verb} checked."


def _contradicted(n: int) -> str:
    if n == 0:
        return ""
    return f"{opening(n)} {'is' if n == 1 else 'are'} contradicted and must change."


def _unverifiable(n: int) -> str:
    return f"{opening(n)} could not be verified." if n else ""


def _open(n: int, urgent: int) -> str:
    if n == 0:
        return ""
    if n == 1:
        return f"One is open{', and of high priority' if urgent else ''}."
    if urgent == n:
        share = f"{'both' if n == 2 else 'all'} of high priority"
    elif urgent == 0:
        share = "none of high priority"
    else:
        share = f"{number(urgent)} of them of high priority"
    return f"{opening(n)} are open, {share}."


def _unread(tally: Tally, coverage: Coverage) -> str:
    unread = 100 - coverage.percent
    if coverage.total == 0:
        return "There is no text to check."
    if coverage.read == 0:
        return (
            "Nobody has read the text yet."
            if tally.settled == 0
            else "None of the text is marked as read."
        )
    if unread == 0:
        return "All of the text is read."
    if unread == 100:
        return "Nearly all of the text is unread."
    return f"{opening(unread)} percent of the text is unread."


def _outcome(tally: Tally, coverage: Coverage, analysed: bool, conflicts: int) -> str:
    is_whole = analysed and coverage.percent == 100
    if tally.contradicted or tally.open or conflicts or not is_whole:
        return "Not ready to print."
    if tally.unverifiable:
        return f"{counted(tally.unverifiable, 'decision').capitalize()} left to the editor."
    if tally.total == 0:
        return "Nothing is left to check."
    return "Every claim is verified."
