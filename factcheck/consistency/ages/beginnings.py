"""What an anniversary counts from: “founded in 1905”, “of the 1969 landing”, in its sentence or the one beside it."""

import re

from factcheck.consistency.ages.life import Lives
from factcheck.consistency.dates.outlines import D, Outline, W
from factcheck.consistency.dates.timeline import Dated
from factcheck.model.text import TextPosition

_BEGAN = (
    r"(?:founded|founding|launched|launch|opened|opening|began|begun|beginning|established|started|created|born|built|signed"
    r"|formed|birth|death|inaugurated|released|publication|published|set\sup|completed|landed|married|wed|incorporated|unveiled|adopted"
    r"|consecrated|dedicated|acceded|ascended|printed|fought|premiered|crowned|invented|discovered|since|came\sto\sthe\sthrone|independence|first\s\w+)"
)
_OF = re.compile(rf"\s(?:of|since|from|after)\s(?P<mid>{W}{{0,90}}?)(?P<a>{D})", re.IGNORECASE)
_BEGAN_AFTER = re.compile(
    rf"[^\ue000-\ue1ff.:!?]{{0,60}}?\b{_BEGAN}\s{W}{{0,30}}?(?P<a>{D})", re.IGNORECASE
)
_BEGAN_LATER = re.compile(
    rf"[;:]\s(?:it|he|she|they|the\s\w+)\s(?:was\s|were\s|had\sbeen\s|had\s)?(?:first\s)?{_BEGAN}\s(?:in|on)\s(?P<a>{D})",
    re.IGNORECASE,
)
_BEGAN_ASIDE = re.compile(rf"\s?[,(–—]\s?{W}{{0,50}}?(?P<a>{D})\s?\)", re.IGNORECASE)
_BEGAN_BEFORE = re.compile(rf"\b{_BEGAN}\b{W}{{0,40}}?(?P<a>{D})", re.IGNORECASE)
_SET_OFF = re.compile(r",\s(?:in|on)\s(?:early\s|late\s)?$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|on|during|with|at)\s(?:early\s|late\s)?$", re.IGNORECASE)
_THING_BEGAN = re.compile(
    rf"\b(?:founded|launched|opened|established|created|built|set\sup|formed|incorporated){W}{{0,40}}?(?P<a>{D})",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"\b(?:book|film|exhibition|series|documentary|coin|stamp|article|report|essay|concert|edition|show|special|issue|volume)\s"
    r"(?:\w+\s){0,3}?(?:on|about|for|of|to\smark|marking)\s(?:the\s|its\s|his\s|her\s)?$",
    re.IGNORECASE,
)
_IT_BEGAN = re.compile(
    rf"(?:(?:It|They|The\s(?P<noun>\w+))\s(?:was|were|had\sbeen)\s(?:first\s)?{_BEGAN}\b[^,;:]{{0,40}}?"
    r"|(?:It|They|He|She|The\s(?P<doer>\w+))\s(?:opened|began|started|acceded|ascended|came\sto\sthe\sthrone|married|wed))"
    r"\s(?:in|on)\s(?:early\s|late\s)?"
)
_BODIES = frozenset(
    {
        "company",
        "firm",
        "group",
        "club",
        "charity",
        "school",
        "magazine",
        "newspaper",
        "paper",
        "band",
        "agency",
    }
    | {"festival", "museum", "organisation", "organization", "party", "union", "couple", "business"}
)
NOW = re.compile(
    r"\b(?:today|celebrates|marks|is\scelebrating|are\scelebrating|is\smarking|celebrate|this\syear)\b",
    re.IGNORECASE,
)


def beginning(lives: Lives, outline: Outline, found: re.Match[str]) -> Dated | None:
    """The date that an anniversary counts from."""
    words = outline.words
    if _ABOUT_IT.search(words[: found.start()]):
        return None
    if found["t"]:
        before = _last(_THING_BEGAN, words[: found.start()])
        later = _BEGAN_LATER.search(words, found.end())
        here = before or later
        return _sure(outline.date(here["a"])) if here else _in_sentence_after(lives, outline)
    of = _OF.match(words, found.end())
    if of and _is_what_began(words, found, of):
        return _sure(outline.date(of["a"]))
    if later := _BEGAN_LATER.search(words, found.end()):
        return _sure(outline.date(later["a"]))
    if of or re.match(r"\s(?:of|since|from)\b", words[found.end() :]):
        before = _last(_BEGAN_BEFORE, words[: found.start()])
        return _sure(outline.date(before["a"])) if before and not of else None
    for pattern in (_BEGAN_AFTER, _BEGAN_ASIDE):
        if after := pattern.match(words, found.end()):
            return _sure(outline.date(after["a"]))
    if before := _last(_BEGAN_BEFORE, words[: found.start()]):
        return _sure(outline.date(before["a"]))
    if not words[: found.start()].casefold().endswith(("the ", "its ", "his ", "her ", "their ")):
        return None
    return _in_sentence_before(lives, outline) or _in_sentence_after(lives, outline)


def _is_what_began(words: str, found: re.Match[str], of: re.Match[str]) -> bool:
    """Whether the date behind “of” is that of the event: “in 1809” may also be when the anniversary was kept."""
    if _SET_OFF.search(of["mid"]):
        return False
    if not _IN.search(of["mid"]) or re.search(rf"\b{_BEGAN}\b", of["mid"], re.IGNORECASE):
        return True
    others = (
        words[of.end() :].split(";", maxsplit=1)[0]
        + words[: found.start()].rsplit(";", maxsplit=1)[-1]
    )
    return re.search(D, others) is not None or NOW.search(words[: found.start()]) is not None


def _sure(dated: Dated) -> Dated | None:
    return dated if dated.has_year else None


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(words):  # noqa: B007 - the last one is wanted
        pass
    return found


def _in_sentence_before(lives: Lives, outline: Outline) -> Dated | None:
    """The only date of the sentence before, for “the 30th anniversary” without its own beginning."""
    before = lives.sentence_before(outline.position)
    if before is None:
        return None
    dates = lives.timeline.inside(before)
    if len(dates) != 1 or not dates[0].has_year:
        return None
    said_before = lives.subject.words(TextPosition(before.start, dates[0].position.start))
    is_began = re.search(rf"\b{_BEGAN}\b[^.;]{{0,40}}$", said_before, re.IGNORECASE)
    return dates[0] if dates[0].days.is_day or is_began else None


def _in_sentence_after(lives: Lives, outline: Outline) -> Dated | None:
    """The only date of the sentence after, where that says “It was founded in 1905”."""
    after = lives.sentence_before(outline.position, -1)
    if after is None:
        return None
    dates = lives.timeline.inside(after)
    if len(dates) != 1:
        return None
    lead = lives.subject.words(TextPosition(after.start, dates[0].position.start))
    began = _IT_BEGAN.fullmatch(lead)
    if began is None:
        return None
    noun = began["noun"] or began["doer"]
    is_known = (
        noun is None or noun in _BODIES or re.search(rf"\b{re.escape(noun)}\b", outline.words)
    )
    return _sure(dates[0]) if is_known else None
