"""The patterns of dates, times and durations, most telling first, each with what gives its value."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.detection import anchored_values as anchored
from factcheck.detection import clock_values as clocks
from factcheck.detection import duration_values as durations
from factcheck.detection import time_values as values
from factcheck.detection.holidays import NAMES
from factcheck.detection.moments import Moment
from factcheck.detection.numerals import DIGITS, WORDS

_MONTH = values.MONTH_PATTERN
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|weekends?|quarters?)"
_UNITS = r"(?:minutes|hours|days|weeks|months|years|decades|centuries)"
_WEEKDAY = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_ABOUT = r"(?:(?:more than|less than|nearly|almost|about|around|at least|over|under|some|up to|only|roughly)\s+)?"
_NUMBER = rf"(?:{DIGITS}(?:\s+\d/\d|\s?[½¼¾])?|{WORDS})"
_COUNT = (
    rf"{_ABOUT}(?P<n>{_NUMBER}|an?|another|several|some|a few|few|many|a couple of|the)"
    rf"(?:[\s-]*(?:to|or|and|-|–)[\s-]*{_NUMBER})?"
)
_KIND = r"(?:(?:more|straight|consecutive|successive|trading|full|whole|business|working|additional|short|long|solid)[\s-]+)?"
_PART = r"(?:early|late|mid|the (?:very )?(?:start|beginning|end|middle) of|at the (?:start|beginning|end) of)"
_TOLD_YEAR = (
    rf"(?:\s?,?\s+(?P<y>{_YEAR})\b(?!,\d)|(?:\s+of)?\s+(?P<whichyear>last|this|next) year\b)"
)
_OF_YEAR = rf"(?:\s+(?:of\s+)?(?:the\s+)?(?:(?:fiscal\s+)?(?P<y>{_YEAR})\b|(?P<whichyear>last|this|next) year\b))"
_ZONE = r"(?:\s*\(?(?P<zone>(?-i:UTC|GMT|E[SD]?T|C[SDE]?T|CEST|P[SD]?T|BST|MSK|IST|JST))\b\)?|\s+local time)"
_PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night)"
_ON_DAY = (
    rf"(?:\s*,?\s+(?:on\s+)?(?:(?P<near>today|yesterday|tomorrow)|(?P<which>last|next|this)?\s?(?P<w>{_WEEKDAY})\b"
    rf"(?!\s*,?\s+{_MONTH}\s\d)|(?:{_WEEKDAY}\s*,?\s+)?(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?!\d)(?:\s?,\s+(?P<y>{_YEAR}))?))"
)
_NUMBERED = r"(?-i:[A-Z][\w&’'.]*|year|season|the|a|an|his|its|her|their|our|due|is|s)"
_ROUND = r"(?:day|week|month|quarter|year|weekend|night|morning|afternoon|evening)"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern; ``hints`` are bits of lower-case text one of which is in whatever it matches."""

    kind: str
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Moment], str]
    hints: tuple[str, ...]
    is_anchored: bool = False


def _rule(
    kind: str,
    hints: str,
    pattern: str,
    value: Callable[[re.Match[str], Moment], str],
    is_anchored: bool = False,
) -> Rule:
    return Rule(kind, re.compile(pattern, re.IGNORECASE), value, tuple(hints.split()), is_anchored)


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_DAYS = "day"
_SEASONS = "spring summer autumn fall winter"
_UNIT_HINTS = "second minute hour day week month year decade centur quarter"

RULES = (
    _rule("date", "-", r"\b\d{4}-\d\d-\d\d\b", values.iso),
    _rule(
        "date",
        "/ . -",
        r"(?<![\w./-])(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)?\d\d)(?![\w/-]|\.\d)",
        values.numeric_date,
    ),
    _rule(
        "clock",
        "m",
        rf"\b(?P<h>\d\d?)(?:[:.](?P<min>\d\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)(?!\w){_ZONE}?{_ON_DAY}?",
        clocks.clock,
    ),
    _rule(
        "clock",
        "utc gmt",
        rf"\b(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d){_ZONE}{_ON_DAY}?",
        clocks.clock,
    ),
    _rule(
        "clock",
        ":",
        rf"(?<![\d:])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?![\d:]){_ZONE}?{_ON_DAY}?",
        clocks.clock,
    ),
    _rule(
        "clock",
        "clock morning",
        rf"\b(?P<h>1?\d)(?:\s+o[’']clock(?:\s+in\s+the\s+{_PART_OF_DAY})?|\s+in\s+the\s+(?P<part2>morning))\b(?P<o>)",
        clocks.clock,
    ),
    _rule(
        "clock", "noon mid", rf"(?<!high )\b(?P<noon>noon|midday|midnight)\b{_ON_DAY}?", clocks.noon
    ),
    _rule(
        "date",
        _MONTHS,
        rf"\b(?:{_WEEKDAY}\s?,\s+)?(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?!\d|:\d|(?:st|nd|rd|th)?\s?[½¼]){_TOLD_YEAR}?",
        values.full_date,
    ),
    _rule(
        "date",
        _MONTHS,
        rf"\b(?P<m>{_MONTH})\s+{_DAY}\s?(?:and|to|through|or|-|–)\s?(?P<t>(?P<d>{_DAY})(?!\d|:|\s?[ap]\.?m)){_TOLD_YEAR}?",
        values.full_date,
    ),
    _rule(
        "date",
        _MONTHS,
        rf"\b(?:{_WEEKDAY}\s?,?\s+)?(?P<d>{_DAY})\s+(?:of\s+)?(?P<m>{_MONTH})\b{_TOLD_YEAR}?",
        values.full_date,
    ),
    _rule(
        "date",
        _MONTHS,
        rf"\b(?:{_PART}[\s-])?(?P<m>{_MONTH})(?:\s+of)?{_TOLD_YEAR}",
        values.month_value,
    ),
    _rule(
        "date",
        "quarter",
        r"\b(?:the\s+)?(?:year-earlier|year-ago)\s+(?:(?P<q>first|second|third|fourth)[ -])?quarter\b"
        r"|\bthe\s+(?:comparable\s+|same\s+)?(?:year-ago|year-earlier)\s+(?:quarter|period|month)\b",
        anchored.year_before,
        True,
    ),
    _rule(
        "date",
        "quarter",
        rf"\b(?:(?P<whichyear>last|this|next) year[’']?s\s+)(?P<q>first|second|third|fourth|final)[ -]quarter\b"
        rf"|\b(?:the\s+)?(?P<q2>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))[ -]quarter\b{_OF_YEAR.replace('whichyear', 'whichyear2')}?",
        values.quarter,
    ),
    _rule(
        "date",
        "half",
        rf"\b(?:the\s+)?(?P<q>first|second|last)[ -]half(?:\s+(?:of\s+)?(?:(?P<y>{_YEAR})|(?P<whichyear>last|this|next) year|the year))\b",
        values.half,
    ),
    _rule(
        "date",
        _SEASONS,
        rf"\b(?:the\s+)?(?:{_PART}[\s-])?(?P<s>spring|summer|autumn|fall|winter)(?:\s+of)?(?:\s+(?P<y>{_YEAR})|\s+(?P<whichyear>last|next|this) year)\b",
        values.season,
    ),
    _rule(
        "set",
        "every each days nights",
        rf"\b(?:(?:every|each)\s+(?P<w>{_WEEKDAY})|(?P<w2>{_WEEKDAY})s)\b",
        durations.every_weekday,
    ),
    _rule(
        "date",
        _DAYS,
        rf"(?<!Black )(?<!Super )(?<!Good )(?<!Ash )(?<!Easter )(?<!Cyber )(?<!Bloody )\b(?:(?P<which>last|next|this|past|coming)\s+)?(?P<w>{_WEEKDAY})(?:\s+{_PART_OF_DAY})?\b",
        values.weekday,
    ),
    _rule(
        "date",
        "tod to-d yesterday tomorrow tonight night morning afternoon evening",
        r"\b(?:(?:earlier|later|early|late)\s+today|today|(?:(?:early|late|earlier)\s+)?yesterday(?:\s+(?:morning|afternoon|evening|night))?"
        r"|tomorrow(?:\s+(?:morning|afternoon|evening|night))?|tonight|last night|(?:earlier |later )?this (?:morning|afternoon|evening))\b",
        values.near_day,
    ),
    _rule(
        "date",
        "now current nowadays moment present days being",
        r"\b(?:now|currently|nowadays|at the moment|at present|these days|the time being)\b(?!-)",
        values.present,
    ),
    _rule("date", "recently lately", r"\b(?:recently|lately)\b", values.past),
    _rule("reference", "current", r"\bcurrent\b(?! (?:events?|account))", values.present),
    _rule(
        "reference",
        "recent past",
        rf"\b(?:recent|past)\s+{_UNITS}\b|(?<!most )\brecent\b|\b(?:in|of|from) the (?:recent |distant )?past\b(?!\s+(?:\d|(?:\w+[\s-]+){{0,2}}{_UNIT}))",
        values.past,
    ),
    _rule(
        "reference",
        "coming future near long",
        rf"\bcoming\s+(?:{_UNITS}|quarters)\b|\bthe (?:near |foreseeable |not too distant )?future\b|\bthe (?:near|short|long) term\b",
        values.to_come,
    ),
    _rule(
        "anchored",
        "same year-",
        rf"\bthe same\s+(?:time|period|month|quarter|week|day)\s+(?:of\s+|in\s+)?(?:the\s+)?(?:last year|(?:a )?year (?:ago|earlier|before)|previous year|(?P<y>{_YEAR}))\b"
        r"|\byear-(?:ago|earlier)\b(?:\s+(?:period|quarter|month)\b)?",
        anchored.year_before,
        True,
    ),
    _rule(
        "date",
        f"last this next previous past coming {_SEASONS}",
        r"\b(?:(?:early|late|earlier|later|sometime|mid)\s+)?(?P<which>last|this|next|past|coming)\s+(?P<u>week|month|year|decade|century|weekend|quarter|spring|summer|autumn|fall|winter)\b",
        values.near_unit,
    ),
    _rule(
        "date",
        f"{_SEASONS} weekend",
        r"\b(?:in|over|during|by|since|until|through|throughout|of|on|at|from)\s+(?P<t>(?:(?:early|late)\s+)?the\s+(?:(?:early|late)\s+)?(?P<u>spring|summer|autumn|winter|weekend))\b(?!\s+(?:of|games|olympics|palace))",
        values.near_unit,
    ),
    _rule("date", "year", r"\b(?:a|one|1) year ago\b", anchored.year_ago, True),
    _rule(
        "date",
        "ago from",
        rf"\b{_COUNT}\s+{_KIND}(?P<u>{_UNIT})\s+(?P<way>ago|from now)\b",
        values.ago,
    ),
    _rule(
        "date",
        "earlier later before after",
        rf"\b(?:just\s+)?{_COUNT}\s+{_KIND}(?P<u>{_UNIT})\s+(?P<way>earlier|later|before(?!\s+\w)|afterwards?|previously|previous|prior|after(?!\s+\w))\b",
        anchored.counted,
        True,
    ),
    _rule(
        "anchored",
        "that same next following previous preceding latest",
        rf"\b(?:earlier\s+|later\s+)?(?P<which>that\s+same|the\s+same|that|the\s+(?:very\s+)?(?:next|following|previous|preceding))\s+(?P<u>{_ROUND})\b",
        anchored.same_unit,
        True,
    ),
    _rule(
        "anchored",
        "quarter period",
        r"\bthe\s+(?:latest|most recent)\s+(?P<u>quarter|year|week|month)\b|\bthe\s+current\s+(?P<u2>quarter|year|week|month)\b",
        anchored.the_unit,
        True,
    ),
    _rule(
        "anchored",
        "day",
        r"\b(?:(?:earlier|later|early|late)\s+in\s+the\s+(?P<u>day)|(?:end|ends|ended|ending|finish|finished|close|closed|start|started|began|begin|for|of)\s+(?P<t>the\s+(?P<u2>day)))\b(?!\s+(?:when|that|of|after|before))",
        anchored.the_unit,
        True,
    ),
    _rule(
        "anchored",
        "year week month quarter",
        r"\bthe\s+(?:(?:full|entire|whole|fiscal|financial|calendar)\s+)?(?P<u>year|week|month|quarter)\b(?!\s+(?:of|when|that|to|since|after|before|\d))(?:[’']s)?",
        anchored.the_unit,
        True,
    ),
    _rule("date", "year", r"\byear[\s-]end\b", values.year_end),
    _rule(
        "date",
        _MONTHS,
        rf"\b(?:(?:{_PART}|(?P<which>last|this|next))[\s-]+)(?P<m>{_MONTH})\b(?!\s+\d)",
        values.month_value,
    ),
    _rule(
        "date",
        _MONTHS,
        rf"\b(?:in|since|until|by|of|from|during|through|and|to|for|late|early|mid)\s+(?P<t>(?P<m>{_MONTH}))\b(?!\s+\d|\s+(?-i:[A-Z]))",
        values.month_value,
    ),
    _rule(
        "date",
        _MONTHS,
        r"\b(?P<m>(?-i:January|February|April|June|July|September|October|November|December))\b(?!\s\d)",
        values.month_value,
    ),
    _rule(
        "date",
        "day christmas easter new hallo eve thanks",
        rf"\b(?:(?P<which>last|this|next)\s+)?(?P<h>(?-i:{NAMES}))(?!\w)(?:\s+(?P<y>{_YEAR})\b)?(?!\s+(?:Island|trees?|cards?|carols?|Parade))",
        values.named_day,
    ),
    _rule("date", "9/11", r"(?<![\d/])9/11(?![\d/])", values.september_11),
    _rule(
        "date",
        "0s 0's 0’s",
        r"\b(?:the\s+)?(?:(?:early|late)\s+|mid-?\s?)?(?P<y>1\d\d|20\d)0[’']?s\b",
        values.decade,
    ),
    _rule(
        "date",
        "0s",
        r"(?<!\bhis )(?<!\bher )(?<!\bmy )(?<!\bour )(?<!their )(?:\b(?:the|early|late|mid|and|or|to)[\s-]+)(?P<t>[’'‘]?(?P<y>[2-9])0s)\b",
        values.decade,
    ),
    _rule(
        "date",
        "centur",
        r"\b(?:the\s+)?(?:(?:early|late|mid)[\s-])?(?P<c>\d\d?(?:st|nd|rd|th)|(?:fif|six|seven|eigh|nine)teenth|twentieth|twenty-first)[\s-]century\b",
        values.century,
    ),
    _rule(
        "date",
        "teen twenty",
        rf"\b(?P<c>eighteen|nineteen)[\s-](?P<r>(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)\b(?!\s+(?:percent|people|{_UNIT}))",
        values.spoken_year,
    ),
    _rule(
        "date",
        "1 2",
        rf"(?:\b(?:the|in|since|until|by|of|from|during|to|and|after|before|than|on|early|late|mid|fiscal|year|season|between|for|through|or|around|circa)[\s-]+|[(–-]\s?)(?P<t>{_YEAR})(?![\d,.]*\d)(?!\s?(?:percent|per cent|%|people|km|miles|metres|meters|feet|dollars|votes|jobs|points|workers|euros))\b",
        values.year_value,
    ),
    _rule(
        "date",
        "19 20",
        rf"(?<![\w$£€.,/#-])(?<!Windows )(?<!Office )(?<!Boeing )(?<!Airbus )(?<!Server )(?<!Studio )(?:{_NUMBERED}\s+|^)?(?P<t>(?:19\d\d|20[0-4]\d))(?=\s*(?:[.;:)”’\"]|,(?!\d)|$)|[-\s]+(?!\w+s\b)(?!index|million|billion|thousand|hundred|km|percent|per|more|other)[a-z]|\s+(?-i:[A-Z])(?!ndex\b))",
        values.year_value,
    ),
    _rule(
        "date",
        "' ’ ‘",
        r"\b(?:since|in|by|until|of|from|before|after|summer|spring)\s+(?P<t>[’'‘](?P<yy>\d\d))(?![\w’'])",
        values.short_year,
    ),
    _rule(
        "duration",
        "last past next first final coming",
        rf"\b(?:the\s+)?(?:last|past|next|first|final|coming)\s+{_COUNT}\s+{_KIND}(?P<u>{_UNIT})\b",
        durations.duration,
    ),
    _rule(
        "duration",
        "half",
        r"\b(?P<c>an?|one)\s+(?P<u>minute|hour|day|week|month|year|decade|century)\s+and\s+a\s+half\b(?P<n>)",
        durations.one_and_a_half,
    ),
    _rule(
        "duration",
        "half",
        r"\b(?P<n>half an?)\s+(?P<u>hour|minute|day|year|century|decade)\b",
        durations.duration,
    ),
    _rule(
        "duration",
        _UNIT_HINTS,
        rf"\b{_COUNT}[\s-]+{_KIND}(?P<u>{_UNIT})\b(?![\s-](?:old\b|olds\b|of age)|(?<=quarter)\s+of\b|(?<=quarters)\s+of\b)",
        durations.duration,
    ),
    _rule(
        "duration",
        "minutes hours days weeks months years decades centuries",
        rf"\b(?:for|within|over|after|takes?|took|lasted|lasts|last|in|of|spent)\s+(?P<t>(?P<n>many\s+)?(?P<u>{_UNITS}))\b(?!\s+(?:before|after|of|when|that|past|to come))|\b(?P<t2>(?P<u2>years|decades|months|weeks|centuries|days|hours)-(?:long|old))\b",
        durations.duration,
    ),
    _rule(
        "duration",
        "-long long",
        r"\b(?P<u>day|week|month|year|decade|century)-?long\b",
        durations.one_long,
    ),
    _rule(
        "set",
        "ly annual every each",
        r"\b(?:daily|weekly|monthly|annual|annually|yearly|(?:every|each)\s+(?:day|week|month|year))\b",
        durations.recurring,
    ),
)

BY_TENSE = frozenset(
    [
        values.full_date,
        values.month_value,
        values.weekday,
        values.near_unit,
        values.named_day,
        values.quarter,
        clocks.clock,
        clocks.noon,
        anchored.the_unit,
    ]
)  # what these say depends on whether the text looks ahead
