"""Marks dates and times where the time itself is at stake, and clauses that carry one."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from factcheck.detection.attributions import reported
from factcheck.detection.blocks import in_speech, setting_of
from factcheck.detection.clauses import Join, clause_around
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark
from factcheck.detection.readings import figures_in, times_of, tokens_at
from factcheck.detection.time_words import meaning
from factcheck.detection.times import FoundTime
from factcheck.model.article import Role
from factcheck.model.claim import ClaimKind

NAME = "claims_dates"
_DAY = re.compile(r"^(?:\d{4}|XXXX)-(?:\d\d-\d\d|WXX-\d)(?:T|$)")
_RELATIVE = re.compile(
    r"^(?:last|next|this) (?:week|month|year|weekend|decade)$|\b(?:ago|yesterday|tomorrow)\b", re.I
)
_TODAY = re.compile(r"\b(?:to(?:day|night)|this (?:morning|afternoon|evening))\b", re.I)
_OPENERS = frozenset(
    [
        "on",
        "since",
        "by",
        "until",
        "from",
        "after",
        "before",
        "for",
        "over",
        "during",
        "within",
        "through",
    ]
)
_SPAN_OPENERS = frozenset(["after", "over", "for", "within", "during", "through"])
_AS_OF = frozenset({"as"})


@Language.component(NAME)
def mark_dates(doc: Doc) -> Doc:
    """Every date that can be wrong by itself as a claim, and every clause with its time."""
    setting = setting_of(doc)
    loose = setting.role in (Role.BODY, Role.PULLQUOTE)
    for time in times_of(doc):
        start, end = tokens_at(doc, time.start, time.end)
        if end > start and not in_speech(doc[start]) and (loose or time.kind == "duration"):
            _mark_time(doc, time, start, end)
    _mark_clauses(doc)
    _mark_anchored(doc)
    return doc


def _mark_time(doc: Doc, time: FoundTime, start: int, end: int) -> None:
    shown = doc.text[time.start : time.end]
    if end < len(doc) and doc[end].tag_ == "POS":
        return  # “Tuesday’s vote”: the vote is at stake, in its clause
    opener = doc[start - 1] if start else None
    if time.kind == "duration":
        if opener is None or opener.lower_ not in _SPAN_OPENERS or "next" in shown.lower():
            return
        reason = f"“{shown}” is a length of time."
    elif _TODAY.search(shown):
        return
    elif time.kind == "date" and (_DAY.match(time.value) or _RELATIVE.search(shown)):
        if (
            opener is not None
            and opener.lower_ == "of"
            and start > 1
            and doc[start - 2].lower_ in _AS_OF
        ):
            return
        if opener is not None and opener.lower_ == "of" and not _DAY.match(time.value):
            return
        reason = f"“{shown}” is a date{meaning(time.value, shown)}."
    else:
        return
    if time.kind == "date" and _dates_a_figure(doc, start):
        return
    day = doc[end - 1]
    if day.dep_ == "npadvmod" and day.head.i < start and day.head.tag_.startswith("N"):
        if day.head.dep_ != "pobj":
            return  # “the call Wednesday fell”: the clause has its time already
        start = day.head.head.i
    elif opener is not None and opener.lower_ in _OPENERS:
        start -= 1
    if time.kind == "duration" and doc.has_annotation("DEP"):
        end = max(end, min(doc[end - 1].right_edge.i + 1, end + 6))
    mark(doc, start, end, ClaimKind.DATE_TIME, NAME, reason)


def _dates_a_figure(doc: Doc, index: int) -> bool:
    """Whether the date is the as-of date of a figure, which stays in the figure’s clause."""
    clause = clause_around(doc, index)
    return clause is not None and any(
        figure.measures for figure in figures_in(doc, clause.start, clause.end)
    )


def _mark_clauses(doc: Doc) -> None:
    for clause in stating_clauses(doc):
        if clause.join in (Join.CONTENT, Join.PHRASE) or reported(clause) is not None:
            continue
        first = doc[clause.start].idx
        last = doc[clause.end - 1].idx + len(doc[clause.end - 1])
        for time in times_of(doc):
            if time.kind in ("date", "clock") and first <= time.start and time.end <= last:
                if time.value.endswith("_REF"):
                    continue
                shown = doc.text[time.start : time.end]
                reason = f"“{shown}” says when{meaning(time.value, shown)}."
                mark(doc, clause.start, clause.end, ClaimKind.DATE_TIME, NAME, reason)
                break


def _mark_anchored(doc: Doc) -> None:
    """“the day after Russia launched its invasion”: a time counted from an event."""
    if not doc.has_annotation("DEP"):
        return
    for token in doc:
        unit = token.lower_ in (
            "day",
            "week",
            "month",
            "year",
            "night",
            "days",
            "weeks",
            "months",
            "years",
        )
        if not unit or in_speech(token) or token.i + 1 >= len(doc):
            continue
        following = doc[token.i + 1]
        if following.lower_ not in ("after", "before") or following.right_edge.i > token.i + 14:
            continue
        last = following.head.right_edge.i if following.dep_ == "mark" else following.right_edge.i
        if following.dep_ == "mark" and following.head.head.i != token.i:
            last = following.head.right_edge.i
        counted = token.lower_.endswith("s") and not any(t.like_num for t in token.lefts)
        if counted:
            continue
        covering = clause_around(doc, last)
        if covering is not None and covering.start <= token.i:
            last = min(last, covering.end - 1)
        start = min(token.left_edge.i, token.i)
        if start < token.i - 4 or last < token.i + 2:
            continue
        reason = f"“{doc[start : token.i + 2].text}” counts from an event."
        mark(doc, start, last + 1, ClaimKind.DATE_TIME, NAME, reason)
