"""Finds which part of a text plays which role: from its lines, and from what the file says of them."""

import re
from dataclasses import replace

from factcheck.model.article import Role
from factcheck.model.text import TextPosition, trimmed
from factcheck.reading.boilerplate import (
    is_boilerplate,
    is_outlet,
    notice_at_end,
    opens_link_list,
)
from factcheck.reading.credits import (
    agency_at_end,
    credit_at_end,
    dateline_at_start,
    is_agency,
    is_byline,
    is_short_enough_for_caption,
    opens_caption,
)
from factcheck.reading.dates import is_date_line
from factcheck.reading.paragraph import Line, Look, ends_sentence, is_list_item, joined

Part = tuple[TextPosition, Role]

_HEAD = 12  # lines from the top in which headline, bylines and dates are looked for
_TAIL = 6  # lines from the end in which bylines, dates and a site's name are
_LONGEST_HEADLINE = 220
_LONGEST_SUBHEADING = 250
_LONGEST_CROSSHEAD = 80
_LONGEST_QUESTION = 120  # of a title; a longer one is a paragraph that asks
_LONGEST_LINK = 200
_SHORTEST_PARAGRAPH = 60  # what stands under a crosshead is at least so long
_MOST_QUOTES = 200  # lines looked at as pull quotes; each costs a search of the text
_QUOTED = re.compile(r"[“\"«„](?P<words>[^“”\"«»„]{25,400})[”\"»“]\.?")
_SECOND_SENTENCE = re.compile(
    r"\w{5,}[.!?][\"'”’»)]*\s+\S"
)  # after fewer letters it may be “Prof. ”
_LOOKS_ON = re.compile(r"[,;:–—-]$")


def find_parts(text: str, lines: list[Line], site_name: str = "") -> list[Part]:
    """The parts of ``text`` in order, each with its role; together they hold all that is not white space."""
    lines = [piece for line in joined(text, lines) for piece in _without_notice(text, line)]
    roles = _roles(text, lines, site_name)
    lead = next((i for i, role in enumerate(roles) if role is Role.BODY), -1)
    parts: list[Part] = []
    for index, (line, role) in enumerate(zip(lines, roles, strict=True)):
        parts += _divided(text, line, role, index == lead)
    if all(role is Role.BOILERPLATE for _, role in parts):
        return [(position, Role.BODY) for position, _ in parts]
    return parts


def _roles(text: str, lines: list[Line], site_name: str) -> list[Role]:
    """The role of each line; a line that holds several parts has that of the main one."""
    roles = [
        _own_role(line, site_name, index < _HEAD or index >= len(lines) - _TAIL)
        for index, line in enumerate(lines)
    ]
    _set_head(lines, roles)
    _set_picture_titles(lines, roles)
    _set_pull_quotes(text, lines, roles)
    _set_crossheads(lines, roles)
    _set_tail(lines, roles)
    return [role or Role.BODY for role in roles]


def _own_role(line: Line, site_name: str, at_edge: bool) -> Role | None:
    """The role that a line has by its own words or by the file, None where its place decides."""
    words = line.words
    if is_boilerplate(words) or (at_edge and site_name and words == site_name):
        return Role.BOILERPLATE
    if line.look.role not in {None, Role.CAPTION}:
        return line.look.role
    if at_edge and is_date_line(words):
        return Role.DATELINE
    if is_agency(words) or (at_edge and is_byline(words)):
        return Role.CREDIT
    if line.look.role is not None or line.look.level:
        return line.look.role
    credit = credit_at_end(words)
    if credit == 0:
        return Role.CREDIT
    if credit < len(words) and is_short_enough_for_caption(words):
        return Role.CAPTION
    return Role.CAPTION if opens_caption(words) else None


def _set_head(lines: list[Line], roles: list[Role | None]) -> None:
    headline = _headline(lines, roles)
    if headline is None:
        return
    roles[headline] = Role.HEADLINE
    for index in range(headline):
        if roles[index] is None and _is_title(lines[index], _LONGEST_HEADLINE):
            roles[index] = Role.SUBHEADING
    for index in range(headline + 1, min(len(lines) - 1, headline + 6)):
        if roles[index] in {Role.DATELINE, Role.CREDIT, Role.BOILERPLATE, Role.SUBHEADING}:
            continue
        if roles[index] is not None or not _is_subheading(lines, roles, index):
            break
        roles[index] = Role.SUBHEADING


def _headline(lines: list[Line], roles: list[Role | None]) -> int | None:
    """The index of the headline; None where the text has none."""
    named = [i for i, role in enumerate(roles) if role is Role.HEADLINE]
    if named:
        for later in named[1:]:
            roles[later] = Role.CROSSHEAD
        return named[0]
    open_ones = [i for i, role in enumerate(roles[: _HEAD * 2]) if role is None]
    if not open_ones:
        return None
    top = next((i for i in open_ones if lines[i].look.level == 1), None)
    if top is not None:
        return top
    first = open_ones[0]
    second = next(iter(open_ones[1:]), None)
    if (
        second is not None
        and is_outlet(lines[first].words)
        and _is_title(lines[second], _LONGEST_HEADLINE)
    ):
        roles[first] = Role.BOILERPLATE  # the paper's name above the headline
        first = second
    more_follows = any(role is None or role is Role.CAPTION for role in roles[first + 1 :])
    if first < _HEAD and more_follows and _is_title(lines[first], _LONGEST_HEADLINE):
        return first
    return None


def _is_title(line: Line, longest: int) -> bool:
    """Whether the line reads as a title does, not as a sentence of the text."""
    words = line.words
    if len(words) > longest or "\n" in words or is_list_item(words):
        return False
    if _LOOKS_ON.search(words) or _SECOND_SENTENCE.search(words):
        return False
    asks = len(words) <= _LONGEST_QUESTION and words.rstrip("”\"’'")[-1:] in "?!"
    return bool(line.look.level) or asks or not ends_sentence(words)


def _is_subheading(lines: list[Line], roles: list[Role | None], index: int) -> bool:
    line, below = lines[index], lines[index + 1]
    if roles[index + 1] in {Role.DATELINE, Role.CREDIT} and None in roles[index + 2 :]:
        return len(line.words) <= _LONGEST_SUBHEADING  # a byline stands above the text, not in it
    if line.look.stands_out and not below.look.stands_out:
        return len(line.words) <= 2 * _LONGEST_SUBHEADING
    if not _is_title(line, _LONGEST_SUBHEADING):
        return False
    later = zip(lines[index + 1 : index + 12], roles[index + 1 : index + 12], strict=True)
    return any(role is Role.CAPTION or _is_paragraph(other) for other, role in later)


def _is_paragraph(line: Line) -> bool:
    return len(line.words) >= _SHORTEST_PARAGRAPH and (
        ends_sentence(line.words) or len(line.words) > 2 * _LONGEST_CROSSHEAD
    )


def _set_picture_titles(lines: list[Line], roles: list[Role | None]) -> None:
    """A short line directly above a caption is the picture's title."""
    for index in range(len(lines) - 1):
        below = lines[index + 1]
        if (
            roles[index] is None
            and roles[index + 1] is Role.CAPTION
            and not below.gap
            and _is_title(lines[index], _LONGEST_SUBHEADING)
        ):
            roles[index] = Role.SUBHEADING


def _set_crossheads(lines: list[Line], roles: list[Role | None]) -> None:
    has_gaps = any(line.gap for line in lines[1:])
    for index, line in enumerate(lines):
        if roles[index] is not None:
            continue
        if line.look.level:
            roles[index] = Role.CROSSHEAD
            continue
        if index == 0 or index == len(lines) - 1 or (has_gaps and not line.gap):
            continue
        below = lines[index + 1]
        if roles[index + 1] is None and _is_crosshead(line, below):
            roles[index] = Role.CROSSHEAD


def _is_crosshead(line: Line, below: Line) -> bool:
    if not _is_title(line, _LONGEST_CROSSHEAD) or not _is_paragraph(below) or below.look.level:
        return False
    if line.look.stands_out and not below.look.stands_out:
        return True
    return (
        len(line.words.split()) <= 12
        and not line.words[0].islower()
        and len(below.words) >= 1.5 * len(line.words)
    )


def _set_tail(lines: list[Line], roles: list[Role | None]) -> None:
    """What follows the article's end: a list of links or sources, the name of the site."""
    last_sentence = max(
        (i for i, line in enumerate(lines) if roles[i] is None and not _is_link(line)), default=-1
    )
    opening = next(
        (i for i in range(last_sentence + 1, len(lines)) if opens_link_list(lines[i].words)), None
    )
    if opening is not None:
        roles[opening:] = [
            role if role in {Role.CREDIT, Role.DATELINE} else Role.BOILERPLATE
            for role in roles[opening:]
        ]
    for index in range(len(lines) - 1, max(0, len(lines) - _TAIL), -1):
        if roles[index] is None and is_outlet(lines[index].words):
            roles[index] = Role.BOILERPLATE
        elif roles[index] not in {Role.BOILERPLATE, Role.CREDIT, Role.DATELINE}:
            break


def _is_link(line: Line) -> bool:
    """Whether the line could be the title of another text, or a source with where it appeared."""
    words = line.words
    return len(words) <= _LONGEST_LINK and "\n" not in words and not ends_sentence(words)


def _set_pull_quotes(text: str, lines: list[Line], roles: list[Role | None]) -> None:
    """A paragraph that only repeats words quoted elsewhere in the text."""
    looked_at = 0
    for index, line in enumerate(lines):
        if roles[index] is not None or not (found := _QUOTED.fullmatch(line.words)):
            continue
        looked_at += 1
        if looked_at > _MOST_QUOTES:
            return
        words = found["words"].strip().rstrip(".,")
        if text.count(words) > 1:
            roles[index] = Role.PULLQUOTE


def _without_notice(text: str, line: Line) -> list[Line]:
    """The line, and on a line of its own an advertising notice that was glued to its end."""
    cut = notice_at_end(line.words)
    if not 0 < cut < len(line.words):
        return [line]
    middle = line.position.start + cut
    words = trimmed(text, TextPosition(line.position.start, middle))
    notice = trimmed(text, TextPosition(middle, line.position.end))
    return [
        replace(line, position=words, words=words.of(text)),
        Line(notice, notice.of(text), Look(Role.BOILERPLATE), gap=False),
    ]


def _divided(text: str, line: Line, role: Role, is_lead: bool) -> list[Part]:
    """The parts of one line: a dateline, the words themselves, a credit at their end."""
    words = line.words
    start = dateline_at_start(words) if is_lead else 0
    credit = len(words)
    if role in {Role.CAPTION, Role.BODY, Role.SUBHEADING}:
        credit = min(credit, credit_at_end(words))
    if role is Role.BODY:
        credit = min(credit, agency_at_end(words))
    cuts = ((0, start, Role.DATELINE), (start, credit, role), (credit, len(words), Role.CREDIT))
    offset = line.position.start
    return [
        (place, part)
        for begin, end, part in cuts
        if len(place := trimmed(text, TextPosition(offset + begin, offset + end)))
    ]
