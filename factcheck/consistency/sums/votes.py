"""Votes, seats and games: parts of one whole by what their words mean, for and against, won and lost."""

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.consistency.figures.amounts import PERCENT, Amount, Leaning, amount
from factcheck.consistency.figures.numerals import NUMBER, number_of
from factcheck.consistency.figures.phrases import NO_F, F, Phrase
from factcheck.consistency.subject import Subject
from factcheck.consistency.sums.totals import against, difference, part
from factcheck.model.finding import Finding, Outcome

_BODY = (
    r"(?:members?|councillors?|councilors?|senators?|MPs|lawmakers|legislators|deputies|delegates|jurors|judges|justices|countries"
    r"|states|nations|directors|trustees|commissioners|shareholders|voters|people|votes|ballots)"
)
_VOTED = re.compile(
    rf"(?:\bby|\bvoted?|\bsplit|\bdivided|\bvote of|\bvotes?,?|\b(?:vote|count|tally|result) was|\bpassed|\bapproved|\brejected|\bdefeated)\s+(?:an?\s+)?(?P<a>{F})(?:[\s-]+votes?)?\s*"
    rf"(?:to|-|–|against|votes? to)\s*(?P<b>{F})"
    rf"|(?P<a2>{F})\s+(?:[a-z]+\s+){{0,2}}?(?:for|in favou?r|in support|yes)\b{NO_F}{{0,30}}?(?P<b2>{F})\s+(?:[a-z]+\s+){{0,2}}?"
    r"(?:against|opposed|no\b)",
    re.I,
)
_ABSTAINED = re.compile(
    rf"(?P<c>{F})\s+(?:[a-z]+\s+)?(?:abstentions?|absent|were absent|abstained|abstaining|did not vote|not voting|spoiled)\b",
    re.I,
)
_ALL_VOTED = re.compile(
    rf"\b(?:all|all of the|all of its)\s+(?P<t>{F})\s+(?:[a-z]+\s+)?{_BODY}\b{NO_F}{{0,40}}?(?:took part|voted|were present|cast"
    rf"|participated|present|attended)|(?P<t2>{F})\s+(?:votes|ballots)\s+(?:were|had been)\s+cast",
    re.I,
)
_STRONG = re.compile(
    rf"(?:(?P<t>{F})|(?P<n>\b{NUMBER}))-(?:member|seat|strong|person|nation|judge)\b"
    rf"|(?P<t2>{F})\s(?:[A-Za-z]+\s){{0,2}}?(?:justices|judges|jurors)\s(?:split|voted|were divided)\b",
    re.I,
)
_MARGIN = re.compile(
    rf"(?P<a>{F})(?:\s+(?:votes|seats))?\s*(?:to|-|–|against)\s*(?P<b>{F})(?:\s+(?:votes|seats))?{NO_F}{{0,25}}?\b(?:an?|by an?|with an?)\s+"
    rf"(?:majority|margin|lead|difference|gap) of\s+(?:just |only )?(?P<m>{F})(?!\s+(?:in|to one))"
    rf"|\b(?:(?:majority|margin|lead|advantage|gap)\b[^\ue000-\uefff.;,:]{{0,30}}?\s(?:of|to|is|was)|(?:leads?|led|won|beat[^\ue000-\uefff.;,]{{0,30}}) by)\s+(?:just |only )?(?P<m2>{F})(?:\s+[a-z]+){{0,2}}"
    rf"\s*[,(:–—]\s*(?P<a2>{F})(?:\s+(?:votes|seats))?\s*(?:to|-|–|against)\s*(?P<b2>{F})",
    re.I,
)
_OF_SEATS = re.compile(
    rf"(?P<a>{F})\s+of\s+(?:the|its|a)\s+(?:[\w’'-]+\s+){{0,4}}?(?P<t>{F})[\s-](?:seats?|places|members|mandates)\b"
    rf"|\bof\s+(?:the|its)\s+(?P<t3>{F})\s+seats\b",
    re.I,
)
_SEAT_COUNT = re.compile(
    rf"(?:\b(?:won|wins|win|took|takes|has|have|had|holds?|held|got|gets|gained|secured|with|for|and|,|[A-Z][\w’'-]*)\s+)(?P<s>{F})"
    r"(?=\s*(?:[,.;)]|$|and\b|seats?\b|to\b))",
)
_NOT_SEATS = re.compile(
    r"\b(?:needed|need|needs|required|majority|up from|down from|previous\w*|gain of|loss of|more|fewer|lost|lose|up for|vacant"
    r"|contested|at stake|up by)\b",
    re.I,
)
_GAMES = re.compile(
    rf"(?P<t>{F})\s+(?:[a-z]+\s+){{0,2}}?(?:games|matches|fights|bouts|fixtures|tests)\b{NO_F}{{0,40}}?"
    rf"\b(?:won|winning|wins?)\s+(?P<w>{F}){NO_F}{{0,20}}?\b(?:lost|losing|loses?)\s+(?P<l>{F}){NO_F}{{0,20}}?"
    rf"\b(?:drawn|drawing|drew|tied|tying)\s+(?P<d>{F})",
    re.I,
)
_OF_THEM = re.compile(
    rf"\bof\s+(?:the\s+|its\s+|all\s+|some\s+|a total of\s+)?(?P<t>{F})(?:[\s-][\w’'-]+){{1,6}}?,\s+(?P<rest>(?:{NO_F}*?{F}){{2,5}}{NO_F}{{0,40}})",
    re.I,
)
_APPOSED = re.compile(
    rf"(?P<all>\b(?:in all|in total|altogether|a total of)[\s,]+)?(?P<t>{F})[^\ue000-\uefff.;:!?,]{{1,60}},\s*"
    rf"(?P<parts>{F}(?:\s[\w’'\uf8f0-]+){{1,3}}(?:,\s*{F}(?:\s[\w’'\uf8f0-]+){{1,3}}){{0,4}},?\s+and\s+{F}(?:\s[\w’'\uf8f0-]+){{1,3}})(?=\s*[.;,]|\s*$)",
    re.I,
)
_FROM = re.compile(r"\s(?:from|in) [A-Z]")
_EXCLUSIVE = (
    (
        r"\b(?:for|in favou?r|yes|approv\w+|support\w*)\b",
        r"\b(?:against|oppos\w+|no|reject\w*)\b",
        r"\babst\w+",
    ),
    (
        r"\b(?:died|dead|killed|drowned)\b",
        r"\b(?:surviv\w+|rescued|saved|alive|unhurt|unharmed|escaped)\b",
        r"\bmissing\b",
    ),
    (r"\bwon\b", r"\blost\b", r"\b(?:drew|drawn|tied)\b"),
    (r"\b(?:convicted|guilty)\b", r"\b(?:acquitted|cleared|not guilty)\b"),
    (r"\b(?:adults?|grown-ups)\b", r"\b(?:children|child|minors|teenagers)\b"),
    (r"\bclean\b", r"\b(?:tainted|contaminated|dirty|polluted)\b"),
    (r"\bpositive\b", r"\bnegative\b"),
    (r"\bopen\b", r"\bclosed\b"),
    (r"\b(?:right|correct)\b", r"\b(?:wrong|incorrect)\b"),
    (r"\bemployed\b", r"\bunemployed\b"),
    (r"\bvaccinated\b", r"\bunvaccinated\b"),
    (r"\bpassed\b", r"\bfailed\b"),
    (r"\b(?:men|male|males|boys)\b", r"\b(?:women|female|females|girls)\b"),
)
_EXCLUSIVE_RE = [[re.compile(word, re.I) for word in words] for words in _EXCLUSIVE]
_REST = re.compile(
    rf"\b(?:the|and)\s+(?:other|others|rest|remaining|remainder)\b[\s,]*(?:the\s+)?(?P<o>{F})|\bthe\s+(?:other|remaining)\s+(?P<o2>{F})",
    re.I,
)


def votes(subject: Subject, phrase: Phrase, following: Phrase | None) -> Iterator[Finding]:
    """Votes, seats and games against the whole they are parts of; the whole may be told in the sentence after."""
    if len(phrase.amounts) < 2:
        return
    yield from _margin(subject, phrase)
    yield from _games(subject, phrase)
    yield from _of_them(subject, phrase)
    yield from _apposed(subject, phrase)
    yield from _seats(subject, phrase)
    yield from _voted(subject, phrase, following)


def _exact(amount: Amount) -> Amount:
    """Votes and seats as they are counted: to the last one, and shares by their printed digits."""
    if amount.unit == "" and amount.is_plain and amount.value < 1000:
        span = amount.value, amount.value
        return replace(amount, tight=span, wide=span)
    return replace(amount, wide=amount.tight) if amount.is_plain else amount


def _strong(subject: Subject, phrase: Phrase) -> Amount | None:
    """The number in “the 12-member board”."""
    match = _STRONG.search(phrase.words)
    if match is None:
        return None
    if match["t"] or match["t2"]:
        return _exact(phrase.amount(match["t"] or match["t2"]))
    value, place = number_of(match["n"]), phrase.place(*match.span("n"))
    if value is None:
        return None
    words = subject.words(place)
    return _exact(amount(place, words, value, "", Leaning.PLAIN, words))


def _voted(subject: Subject, phrase: Phrase, following: Phrase | None) -> Iterator[Finding]:
    """“by 11 votes to 8, with two abstentions; all 20 members took part”."""
    vote = _VOTED.search(phrase.words)
    if vote is None:
        return
    parts = [phrase.amount(vote[n] or vote[n + "2"]) for n in "ab"]
    near = [phrase] if following is None else [phrase, following]
    parts += [p.amount(m["c"]) for p in near for m in _ABSTAINED.finditer(p.words)]
    parts = list({a.position: _exact(a) for a in parts}.values())
    exact = [p.amount(m["t"] or m["t2"]) for p in near for m in _ALL_VOTED.finditer(p.words)]
    whole = _exact(exact[0]) if exact else _strong(subject, phrase)
    if whole is None or any(a.unit for a in (whole, *parts)):
        return
    lower = None if not exact else Outcome.CONFLICT if len(parts) > 2 else Outcome.ASK
    if whole.position not in {a.position for a in parts}:
        yield from against(subject, [part(a) for a in parts], whole, lower)


def _margin(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“by 11 votes to 8, a majority of four”."""
    for match in _MARGIN.finditer(phrase.words):
        more, fewer, margin = (
            _exact(phrase.amount(match[name] or match[f"{name}2"])) for name in "abm"
        )
        if margin.is_part or more.unit != fewer.unit or more.value < fewer.value:
            continue
        if margin.unit == PERCENT or (margin.unit and more.unit != PERCENT):
            continue
        yield from difference(subject, part(more), part(fewer), margin)


def _seats(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“A won 55 of the council's 100 seats, B won 30 and C won 25.”"""
    if "seat" not in phrase.words or _NOT_SEATS.search(phrase.words):
        return
    match = _OF_SEATS.search(phrase.words)
    whole = _exact(phrase.amount(match["t"] or match["t3"])) if match else _strong(subject, phrase)
    if whole is None:
        return
    signs = [match["a"]] if match and match["a"] else []
    signs += [m["s"] for m in _SEAT_COUNT.finditer(phrase.words)]
    counts = [_exact(phrase.amount(sign)) for sign in dict.fromkeys(signs)]
    counts = [a for a in counts if a.position != whole.position]
    if len(counts) >= 2 and not any(a.unit for a in (whole, *counts)):
        yield from against(subject, [part(a) for a in counts], whole, None)


def _games(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“20 games, winning 12, losing 5 and drawing 4”."""
    for match in _GAMES.finditer(phrase.words):
        whole, *amounts = (phrase.amount(match[name]) for name in "twld")
        yield from against(subject, [part(a) for a in amounts], whole, Outcome.ASK)


def _apposed(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“30 pupils, 18 girls and 14 boys” and “In all, 40 were held, 25 on Friday and 18 on Saturday”."""
    for match in _APPOSED.finditer(phrase.words):
        whole, found = (
            phrase.amount(match["t"]),
            re.findall(rf"({F})([^\ue000-\uefff]*)", match["parts"]),
        )
        amounts = [phrase.amount(sign) for sign, _ in found]
        if whole.unit or any(a.unit for a in amounts) or _apart(match[0]):
            continue
        behind = [words for _, words in found]
        if match["all"] or _exclude_each_other(behind) or all(map(_FROM.match, behind)):
            parts = [
                part(a, words.split(" and")[0])
                for a, (_, words) in zip(amounts, found, strict=True)
            ]
            lower = None if _FROM.match(behind[0]) else Outcome.ASK
            yield from against(subject, parts, whole, lower)


def _of_them(subject: Subject, phrase: Phrase) -> Iterator[Finding]:
    """“Of the 20 members, 12 voted for, 6 against and 3 abstained.”"""
    for match in _OF_THEM.finditer(phrase.words):
        whole = phrase.amount(match["t"])
        found = re.findall(rf"({F})([^\ue000-\uefff]*)", match["rest"])
        amounts = [phrase.amount(sign) for sign, _ in found]
        if whole.unit or any(a.unit for a in amounts):
            continue
        rest = _REST.search(match["rest"])
        if rest is not None and len(found) <= 3 and not _apart(match["rest"]):
            yield from against(subject, [part(a) for a in amounts], whole)
        elif _exclude_each_other([words for _, words in found]):
            yield from against(subject, [part(a) for a in amounts], whole, None)


def _apart(words: str) -> bool:
    return (
        re.search(r"\b(?:of (?:them|those|whom|these)|including|also|too|each)\b", words, re.I)
        is not None
    )


def _exclude_each_other(parts: list[str]) -> bool:
    """Whether the words behind each part say things of which nothing can be two: for, against, abstained."""
    for words in _EXCLUSIVE_RE:
        told = [[i for i, word in enumerate(words) if word.search(part)] for part in parts]
        first = [t[0] for t in told if t]
        if len(first) == len(parts) and len(set(first)) == len(parts):
            return True
    return False
