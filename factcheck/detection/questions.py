"""The question a checker would ask about a claim, in the claim's own words."""

import re

from spacy.tokens import Span

from factcheck.detection.asking import asked, inside_sentence, phrase, speaker_of
from factcheck.detection.blocks import setting_of
from factcheck.detection.figures import Figure
from factcheck.detection.merging import Proposal
from factcheck.detection.quantities import counts
from factcheck.detection.quotations import speaker_and_cue
from factcheck.detection.readings import figures_of, times_of, tokens_at
from factcheck.detection.stand_ins import name_in, spelled
from factcheck.model.claim import PARTS, ClaimKind
from factcheck.model.quote_marks import Quoted


def question_for(proposal: Proposal) -> str:
    """A question that the claim's source could answer; it names what the claim names."""
    ask = _ASK[proposal.kind]
    return ask(proposal)


def _superlative(proposal: Proposal) -> str:
    slots = _read_out(proposal)
    if not slots:
        return _fact(proposal)
    frame = "".join(
        f" {word} {slots[name]}"
        for name, word in (
            ("since", "since"),
            ("until", "until"),
            ("among", "among"),
            ("where", "in"),
        )
        if name in slots
    )
    what, rank = slots["what"], slots["rank"].lower()
    if rank in ("first", "1st", "first-ever"):
        return f"Was there an earlier {what}{frame}?"
    if rank in ("only", "sole", "unique"):
        return f"Is there no other {what}{frame}?"
    if rank in ("unprecedented", "unparalleled", "unrivalled", "unrivaled"):
        return f"Was there never anything like {what} before{frame}, and who says so?"
    if rank[:1].isdigit() or rank in _COUNTED:
        return f"Was there another {what}{frame}, so that this one is not the {rank}?"
    if rank in ("record", "record-breaking", "record-high", "all-time"):
        return f"What was the record for {what} before{frame}, and who keeps it?"
    if rank.startswith("number "):
        return f"{asked(proposal.span)} By whose figures?"
    more = comparative(rank)
    if "one of the" in proposal.span.text.lower() or not more:
        return f"By what measure, and by whose: “{phrase(proposal.span)}”?"
    owner, mark, owned = what.partition("’s " if "’s " in what else "'s ")
    if mark and " " not in owner:
        return f"Does {owner} have {_a(more)} {owned}{frame}, and by what measure?"
    return f"Is there, or was there, {_a(more)} {what}{frame}, and by what measure?"


def _a(word: str) -> str:
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def _read_out(proposal: Proposal) -> dict[str, str]:
    """The slots by name, with who and when put in for the words that only stand for them."""
    slots = {slot.name: slot.value for slot in proposal.slots if slot.name in PARTS}
    for reading in proposal.slots:
        if reading.name not in PARTS:
            for name, value in slots.items():
                if name not in ("rank", "scope"):
                    slots[name] = re.sub(rf"\b{re.escape(reading.name)}\b", reading.value, value)
    return slots


def comparative(rank: str) -> str:
    """“larger” for “largest”, “more successful” for “most successful”; "" for a word that is none."""
    if rank in _IRREGULAR:
        return _IRREGULAR[rank]
    first, _, rest = rank.partition(" ")
    if first in ("most", "least") and rest:
        return f"{'more' if first == 'most' else 'less'} {rest}"
    return f"{rank[:-3]}er" if rank.endswith("est") and len(rank) > 4 else ""


_IRREGULAR = {"best": "better", "worst": "worse", "furthest": "further", "farthest": "farther"}


_COUNTED = frozenset(
    [
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
    ]
)


def _quantity(proposal: Proposal) -> str:
    span = proposal.span
    inside = _counting(span)
    if not inside:
        return f"How many exactly, and who counted: “{phrase(span)}”?"
    shown = [span.doc.text[figure.start : figure.end] for figure in inside[:2]]
    figures = " and ".join(f"“{text}”" for text in shown)
    fact = asked(span)
    if inside[0].unit == "percent":
        return f"{figures} of what, by whose count and of which date: {_lowered(fact)}"
    return f"{fact} Whose figure is {figures}?"


def _counting(span: Span) -> list[Figure]:
    """The figures in the span that say how much or how many."""
    found = []
    for figure in figures_of(span.doc):
        if span.start_char <= figure.start < span.end_char:
            start, end = tokens_at(span.doc, figure.start, figure.end)
            if end > start and counts(span.doc, figure, start, end):
                found.append(figure)
    return found


def _change(proposal: Proposal) -> str:
    span = proposal.span
    inside = _counting(span)
    if inside:
        shown = span.doc.text[inside[0].start : inside[0].end]
        return f"What was the figure before “{phrase(span)}”, and does {shown} follow from it?"
    return f"{asked(span)} Measured how, and from when to when?"


def _quotation(proposal: Proposal) -> str:
    span = proposal.span
    speaker, cue = speaker_and_cue(span.doc, Quoted(span.start_char, span.end_char))
    shown = _short(span)
    if speaker is None:
        return f"Who used the words {shown}, where, and are they exact?"
    if speaker.tag_ in ("WP", "WDT") and speaker.head.dep_ == "relcl":
        speaker = speaker.head.head
    name = inside_sentence(span.doc[speaker.left_edge.i : speaker.i + 1])
    if cue is not None and cue.lower_ == "according":
        return f"Are the words {shown} in what {name} published, word for word?"
    return f"Are the words {shown} exact, and did {name} use them?"


def _attribution(proposal: Proposal) -> str:
    span = proposal.span
    if span.text.lower().startswith("according to"):
        source, _, statement = " ".join(span[2:].text.split()).partition(", ")
        said = f"that {statement}" if statement else "so"
        return f"Where do we find {source} saying {said}?"
    if any(t.dep_ == "auxpass" for t in span) and not any(t.dep_ == "nsubj" for t in span):
        return f"By whom, when and in which words: “{phrase(span)}”?"
    if len(span) <= 6 and (speaker := speaker_of(span)):
        return f"Where and when did {speaker} say so, and in what words?"
    return f"{asked(span)} Where, when and in what words?"


def _role(proposal: Proposal) -> str:
    span = proposal.span
    name = name_in(span)
    if name is None:
        return f"Are name and title right, and do they hold {_day(span)}: “{phrase(span)}”?"
    rest = (
        span.doc[span.start : name.start] if name.end == span.end else span.doc[name.end : span.end]
    )
    title = " ".join(rest.text.split()).strip(" ,")
    if not title:
        return f"Are name and title right, and do they hold {_day(span)}: “{phrase(span)}”?"
    return f"Is “{name.text}” spelled so, and does the title hold {_day(span)}: “{title}”?"


def _day(span: Span) -> str:
    """“on 15 June 2022”, or “on the day” where the article has no date."""
    published = setting_of(span.doc).published
    return f"on {spelled(published.isoformat())}" if published is not None else "on the day"


def _age(proposal: Proposal) -> str:
    span = proposal.span
    name, comma, age = " ".join(span.text.split()).partition(", ")
    if comma and age.isdigit():
        return f"When was {name} born, and does that make {age} {_day(span)}?"
    return f"Which birth date or founding date bears out “{phrase(span)}” {_day(span)}?"


def _date(proposal: Proposal) -> str:
    span = proposal.span
    inside = [t for t in times_of(span.doc) if span.start_char <= t.start < span.end_char]
    shown = phrase(span)
    if len(span) > 8:
        return _fact(proposal)
    if inside and inside[0].value[:1] in "12":
        return f"Is “{shown}” right, that is, {inside[0].value}?"
    return f"Counted from which day to which does “{shown}” hold?"


def _causal(proposal: Proposal) -> str:
    fact = asked(proposal.span)
    whole = proposal.span.root.tag_ != "VBG"  # “leading to”: all before it did
    if whole and not fact.startswith("Is it so"):
        return f"{fact} Who says that one led to the other, and on what evidence?"
    return f"Who says that one led to the other, and on what evidence: “{phrase(proposal.span)}”?"


def _negative(proposal: Proposal) -> str:
    return f"{asked(proposal.span)} Is there not one case to the contrary?"


def _prediction(proposal: Proposal) -> str:
    fact = asked(proposal.span)
    if not fact.startswith("Is it so"):
        return f"{fact} Whose forecast or plan is it, and under which conditions?"
    return f"Whose forecast or plan is it, and under which conditions: “{phrase(proposal.span)}”?"


def _opinion(proposal: Proposal) -> str:
    return f"Is it plain whose judgement this is: “{phrase(proposal.span)}”?"


def _fact(proposal: Proposal) -> str:
    return asked(proposal.span)


def _short(span: Span) -> str:
    text = str(span.text)
    if len(text) <= 80:
        return text
    return f"{text[:55].rstrip()} … {text[-20:].lstrip()}"


def _lowered(question: str) -> str:
    first, _, rest = question.partition(" ")
    return f"{first.lower()} {rest}" if first in _AUXILIARIES else question


_AUXILIARIES = frozenset(
    [
        "Is",
        "Are",
        "Was",
        "Were",
        "Has",
        "Have",
        "Had",
        "Did",
        "Do",
        "Does",
        "Will",
        "Would",
        "Can",
        "Could",
        "May",
    ]
)

_ASK = {
    ClaimKind.ORDINAL_SUPERLATIVE: _superlative,
    ClaimKind.QUANTITY: _quantity,
    ClaimKind.CHANGE_COMPARISON: _change,
    ClaimKind.DATE_TIME: _date,
    ClaimKind.AGE_ANNIVERSARY: _age,
    ClaimKind.QUOTATION: _quotation,
    ClaimKind.ATTRIBUTION: _attribution,
    ClaimKind.ROLE_TITLE: _role,
    ClaimKind.EVENT_ACTION: _fact,
    ClaimKind.RELATION_STATUS: _fact,
    ClaimKind.CAUSAL: _causal,
    ClaimKind.NEGATIVE_UNIVERSAL: _negative,
    ClaimKind.PREDICTION: _prediction,
    ClaimKind.OPINION: _opinion,
}
