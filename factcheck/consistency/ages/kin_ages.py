"""Ages of parents and children side by side: nobody is as old as a parent."""

import re
from collections.abc import Iterator

from factcheck.consistency.ages.life import Lives
from factcheck.consistency.dates.outlines import Outline
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

_NAMES = r"(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3},?\s)?"
_AGE = r"(?:\(|,\s)?(?:aged\s)?(?P<{}>\d{{1,3}})(?=[,.;)]|$|\s(?:and|were|was|have|had|from|of)\b)"
_WITH = re.compile(
    rf"[\w’'-]+\s?{_AGE.format('one')}\)?,?\s(?:and|with)\s(?:his|her|their)\s(?P<kin>son|daughter|mother|father),?\s"
    rf"{_NAMES}{_AGE.format('other')}"
)
_YOUNGEST = 12  # years between a parent and a child, below which a checker would ask


def findings(subject: Subject, lives: Lives) -> Iterator[Finding]:
    """Each parent whose age stands beside that of a child who would be too old."""
    for outline in lives.outlines:
        for found in _WITH.finditer(outline.words):
            one, other = int(found["one"]), int(found["other"])
            is_child = found["kin"] in ("son", "daughter")
            parent, child = (one, other) if is_child else (other, one)
            if parent - child < _YOUNGEST:
                yield _told(subject, outline, found, parent, child)


def _told(
    subject: Subject, outline: Outline, found: re.Match[str], parent: int, child: int
) -> Finding:
    one, other = outline.place(*found.span("one")), outline.place(*found.span("other"))
    outcome = Outcome.CONFLICT if parent <= child else Outcome.ASK
    apart = f"{parent - child} years older" if parent > child else "no older"
    return subject.finding(
        "kin-ages",
        FindingKind.AGES,
        outcome,
        f"A parent of {parent} would be {apart} than the child of {child}.",
        (one, other),
        f"{parent} − {child} = {parent - child}".replace("= -", "= −"),
        (
            SumRow("parent", str(parent), one if found["one"] == str(parent) else other),
            SumRow("child", f"− {child}", other if found["other"] == str(child) else one),
            SumRow("apart", str(parent - child).replace("-", "−"), is_result=True),
        ),
        "Ask how old both are, and whether it is a stepchild.",
    )
