"""The verdict report as one self-contained web page: no script, no network, no file beside it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from factcheck.model.case import Case
from factcheck.model.claim import KIND_NAMES, Priority
from factcheck.model.correction import PART_NAMES
from factcheck.model.evidence import (
    SOURCE_KIND_NAMES,
    Evidence,
    Source,
    SourceForm,
    SourceKind,
    SourceQuality,
    Stance,
)
from factcheck.model.finding import FINDING_KIND_NAMES, Outcome
from factcheck.model.verdict import STATE_NAMES, State, Verdict
from factcheck.report import wording
from factcheck.report.against import against_itself, agreed
from factcheck.report.annotated import annotated
from factcheck.report.direction import direction
from factcheck.report.history import told
from factcheck.report.marks import mark
from factcheck.report.occasion import Occasion
from factcheck.report.outline import NumberedClaim, Outline, outline
from factcheck.report.shortfall import shortfalls
from factcheck.report.summary import summarised
from factcheck.resource_files import resource

_LONGEST_ON_COVER = 30  # parts that fit beside the counts on one page
_COUNTED = (
    *(State.VERIFIED, State.CONTRADICTED, State.UNVERIFIABLE),
    *(State.AUTHORS_WORD, State.WAITING, State.OPEN),
)

SIGNS = {Outcome.CONFLICT: "≠", Outcome.ASK: "?", Outcome.CONSISTENT: "="}


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of the table under a heading of its own."""

    heading: str
    claims: tuple[NumberedClaim, ...]


def render_html(case: Case, occasion: Occasion) -> str:
    """The report as a page that any browser shows and prints."""
    return set_page(case, occasion, resource("report", "browser.css").read_text("utf-8"))


def set_page(case: Case, occasion: Occasion, look: str) -> str:
    """The report as a page; ``look`` is added to the style sheet that browser and paper share."""
    # Jinja costs a tenth of a second that a window without a report need not wait for
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["direction"] = direction
    style = resource("report", "report.css").read_text("utf-8") + look
    return environment.get_template("report.html.j2").render(
        **_content(case, occasion), style=Markup(style)
    )


def groups(plan: Outline) -> list[Group]:
    """The claims as the table has them: those to decide, those open by priority, those done, those put aside."""
    decide = (State.CONTRADICTED, State.UNVERIFIABLE, State.AUTHORS_WORD, State.WAITING)
    found = [Group("To decide", tuple(c for state in decide for c in plan.in_state(state)))]
    unchecked = plan.in_state(State.OPEN)
    for priority in Priority:
        claims = tuple(c for c in unchecked if c.claim.priority is priority)
        found.append(Group(f"Not checked, {priority.value} priority", claims))
    found.append(Group("Verified", tuple(plan.in_state(State.VERIFIED))))
    found.append(Group("Marked, but not a claim", tuple(plan.in_state(State.NOT_A_CLAIM))))
    return [group for group in found if group.claims]


def _content(case: Case, occasion: Occasion) -> dict[str, Any]:
    plan = outline(case)
    held = against_itself(case, plan, occasion.findings)
    return {
        "case": case,
        "occasion": occasion,
        "plan": plan,
        "article": annotated(case, plan),
        "summary": summarised(case, occasion.findings),
        "held": held,
        "agreed": agreed(held),
        "signs": SIGNS,
        "kind_of_finding": FINDING_KIND_NAMES,
        "outcome": Outcome,
        "shortfalls": shortfalls(case, plan),
        "weak_links": occasion.links,
        "numbers": plan.numbers(),
        "counts": [(state, len(plan.in_state(state))) for state in _COUNTED],
        "dismissed": len(plan.in_state(State.NOT_A_CLAIM)),
        "must_change": plan.in_state(State.CONTRADICTED),
        "groups": groups(plan),
        "is_long": len(plan.speaking) > _LONGEST_ON_COVER,
        "words": len(case.text.split()),
        "published": wording.published(case.article),
        "checked": _checked(case, occasion),
        "bearing": _bearing(case, plan),
        "deeds": told(occasion.history, plan),
        "mark": mark,
        "state": State,
        "form": SourceForm,
        "state_names": STATE_NAMES,
        "part_names": PART_NAMES,
        "verdict_words": verdict_words,
        "kind_words": kind_words,
        "source_words": source_words,
        "about_source": about_source,
        "contradicts": Stance.CONTRADICTS,
        "link": web_link,
        "listed": wording.listed,
        "short_day": wording.short_day,
        "quoted": wording.quoted,
        "moment": lambda at: wording.moment(occasion.local(at)),
        "brief": lambda at: wording.brief_moment(at, occasion),
    }


def verdict_words(entry: NumberedClaim, verdict: Verdict | None) -> str:
    """The state of a claim, and for an answer waited for, whose."""
    if entry.state is State.WAITING and verdict is not None:
        return verdict.waiting.words
    return STATE_NAMES[entry.state]


def kind_words(entry: NumberedClaim) -> str:
    """The kinds of a claim by their names, the most telling first."""
    return ", ".join(KIND_NAMES[kind] for kind in entry.claim.kinds)


def about_source(source: Source) -> list[str]:
    """What the list of sources says of one after its title: what it is, of which day, whom it repeats, how to reach it."""
    words = [] if source.kind is SourceKind.OTHER else [SOURCE_KIND_NAMES[source.kind]]
    if source.quality is not SourceQuality.UNRANKED:
        words.append(source.quality.value)
    if source.is_confidential:
        words.append("confidential")
    if source.dated:
        words.append(f"of {wording.short_day(source.dated)}")
    if source.accessed:
        words.append(f"accessed {wording.short_day(source.accessed)}")
    if source.origin:
        words.append(f"repeats {source.origin}")
    if source.contact:
        words.append(f"contact {source.contact}")
    return words


def source_words(source: Source, evidence: Evidence) -> list[str]:
    """What stands behind a source's title: how near it is to the thing, what it says, and where in it."""
    words: list[str] = []
    if source.quality is not SourceQuality.UNRANKED:
        words.append(source.quality.value)
    if evidence.stance is Stance.CONTRADICTS:
        words.append("contradicts")
    if evidence.locator.strip():
        words.append(evidence.locator.strip())
    return words


def web_link(source: Source) -> str:
    """The source's address where it is a page of the web, else nothing: no other scheme becomes a link."""
    if source.form is not SourceForm.URL:
        return ""
    try:
        address = urlsplit(source.reference.strip())
    except ValueError:
        return ""
    return address.geturl() if address.scheme in ("http", "https") and address.netloc else ""


def _checked(case: Case, occasion: Occasion) -> str:
    """Who gave the verdicts that stand, and between which times."""
    verdicts = [v for entry in case.claims() if (v := case.verdict(entry.id)) is not None]
    if not verdicts:
        return "nobody yet"
    checkers = list(dict.fromkeys(verdict.checker for verdict in verdicts))
    times: list[datetime] = sorted(occasion.local(verdict.decided) for verdict in verdicts)
    return f"{wording.listed(checkers)}, {wording.between(times[0], times[-1])}"


def _bearing(case: Case, plan: Outline) -> dict[str, list[int]]:
    """For each source the numbers of the claims it bears on."""
    found: dict[str, list[int]] = {source.id: [] for source in case.sources}
    for entry in plan.claims:
        for evidence in case.evidence(entry.claim.id):
            if entry.number not in found[evidence.source_id]:
                found[evidence.source_id].append(entry.number)
    return found
