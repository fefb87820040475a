"""Wholes: percentages of one whole, which together can be no more than all of it."""

import re
from collections.abc import Iterator, Sequence

from factcheck.consistency.figures.amounts import PERCENT, Amount, Span, added, figure
from factcheck.consistency.figures.phrases import FIRST, NO_F, TIME, F, Phrase, phrases
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow

RULE = "percent-sum"
_SHARED_OUT = re.compile(
    r"\b(?:owned|own|owns|held|holds?|controlled|controls|split|divided|shared|made up|makes? up|composed|comprised|comprises"
    r"|consists?|consisting|spent|spends?|goes|go|went|going|comes?|came|generated|produced|devoted|allocated|earmarked|accounts?"
    r"|accounted|accounting)\b",
    re.I,
)
_OF_VOTES = re.compile(
    r"\bof (?:the |all )?(?:votes?|ballots|electorate|popular vote|vote share|market|seats|total|sales|revenue)\b",
    re.I,
)
_ANSWERED = (
    re.compile(
        r"\b(?:favou?r|support|back|for it|in favou?r|yes|approv|agree|satisf|for the)\w*", re.I
    ),
    re.compile(r"\b(?:against|oppos|no\b|disapprov|disagree|reject|dissatisf)\w*", re.I),
)
_SCALE = re.compile(
    rf"(?P<p>{F})\s*(?:said\s+|were\s+|was\s+)?(?P<how>(?:(?:very|somewhat|not very|not too|not at all|not so|not|strongly|fairly|extremely|moderately|slightly"
    r"|quite|a little|mostly|completely|rather|highly|totally|partly)\s+)(?:or\s+(?:[a-z]+\s+){1,3}?)?)?"
    r"(?P<what>likely|unlikely|satisfied|dissatisfied|concerned|worried|confident|interested|important|agree|disagree|support|oppose"
    r"|favou?rable|unfavou?rable|approve|disapprove|happy|unhappy|safe|unsafe|good|bad|sure|undecided|unsure)\b",
    re.I,
)
_SEXES = re.compile(
    rf"\b(?P<one>women|men|girls|boys)\s+(?:make up|made up|account for|accounted for|are|were)\s+(?P<p>{F})[^\ue000-\uefff.;:!?]{{0,40}}?\band\s+"
    rf"(?P<other>women|men|girls|boys)\s+(?:(?:make up|the other|are|were|for)\s+)?(?P<q>{F})(?!\s+of)",
    re.I,
)
_BEAT = re.compile(
    rf"\b(?:beat|beats|defeated|won|wins|leads?|led|ahead|lost|trails?|trailed|elected|passed|rejected|approved|adopted|backed|carried)\b{NO_F}{{0,40}}?(?P<p>{F})(?:\s+of the vote)?\s*"
    rf"(?:to|-|–|against)\s*(?P<q>{F})",
    re.I,
)
_MIXED = re.compile(
    r"\b(?:mix|mixture|cake|recipe|drink|alloy|blend|portfolio|diet|fabric|air|atmosphere|concrete|fuel|energy|electricity|power|budget|solution"
    r"|composition|soil|cloth|gas|grain|feed)\b[^\ue000-\uefff.;:!?]{0,25}\s(?:is|are|was|were|contains?|of)\s*(?=[\ue000-\uefff])",
    re.I,
)
_STANDS_AT = re.compile(
    rf"^\W*(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\.?\s+)?(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)??)(?:[’']s?)?\s*(?:(?:is|stands|sits|was|stood|comes in|came in|polls|polled"
    rf"|has|had|gets|got|follows|followed|trails|leads|received|won|took)\s+(?:next\s+|second\s+|third\s+)?(?:with\s+|at\s+)?)?(?P<p>{F})\W*$"
)
_ONE_CHOICE = re.compile(
    r"\b(?:nomination|nominee|would vote|vote for|first choice|preferred candidate|primary race|presidential race|mayoral race"
    r"|in the race|leadership race|share of the vote|election poll|who should win)\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:several|multiple|more than one|could (?:choose|name|pick|give|select)|allowed|all that apply|favou?rab\w+|unfavou?rab\w+|rating|recogni\w+"
    r"|also|both|either|each|overlap\w*|respectively|of (?:those|whom|which|them|these)|includ\w+|up from|down from|compared|than|from"
    r"|rise|rose|increas\w+|fell|drop\w*|decline\w*|growth|grew|turnout|chance|probability|likelihood|interest rate|discount|tax|voting rights|between)\b",
    re.I,
)
_LINK = re.compile(
    r"^[^.;:!?\ue000-\uefff]{0,70}?(?:,\s*(?:and\s|while\s|with\s)?|\s+and\s|\s+while\s|\s+against\s)[^.;:!?\ue000-\uefff]{0,60}$",
    re.I,
)
_OWN_WHOLE = re.compile(
    r"^\s*of\s+(?:the\s+|all\s+|its\s+|his\s+|their\s+|her\s+)?([a-z][\w-]*(?:\s+(?!by|in|to|for|and|are|is)[a-z][\w-]*)?)",
    re.I,
)
_PLACE = re.compile(r"^\s*(?:of the vote\s+|of votes\s+)?(?:in|among|at)\s+(?:the\s+)?[A-Z0-9]")
_WITH_BY = re.compile(r"^\s*(?:(?:of\s+[\w\s]{1,25}?\s)?(?P<by>by|to|on|for|from)\s)", re.I)
_NAMED = re.compile(
    r"(?:^|[\s,])(?:[A-Z][\w’'.-]+|[Tt]he [A-Z][\w’'.-]+)(?:\s[A-Z][\w’'.-]+)?(?:\s(?:won|got|took|received|has|had|with|won|gets|on|at|scored|secured))?\s*$"
)
_NAMED_BEHIND = re.compile(r"^\s*(?:of the vote\s+|of votes\s+)?(?:for|to)\s+(?:the\s+)?[A-Z]")


def findings(subject: Subject) -> Iterator[Finding]:
    """Percentages of one whole, added up."""
    told = phrases(subject)
    for phrase in told:
        shares = phrase.shares
        if len(shares) < 2:
            continue
        scaled = _of_a_scale(phrase)
        if scaled is not None and len(scaled) == len(shares):
            yield from _together(subject, scaled)
        elif _is_one_whole(phrase, shares):
            yield from _together(subject, _with_bare(phrase))
        elif (both := _of_both_sexes(phrase)) is not None:
            yield from _together(subject, both)
        elif scaled is not None:
            yield from _together(subject, scaled)
        elif (match := _BEAT.search(phrase.words)) is not None:
            beaten = [phrase.amount(match["p"]), phrase.amount(match["q"])]
            if beaten[1].unit == PERCENT and not _SEVERAL.search(phrase.words):
                yield from _together(subject, beaten)
    yield from _of_one_choice(subject)


def _of_a_scale(phrase: Phrase) -> list[Amount] | None:
    """The answers on one scale: very likely, somewhat likely, not likely, not sure; None where they are of several."""
    found = list(_SCALE.finditer(phrase.words))
    if len(found) < 2 or _SEVERAL.search(phrase.words.replace("not at all", "")):
        return None
    heads = {m["what"].lower() for m in found} - {"sure", "unsure", "undecided"}
    answers = [f"{m['how'] or ''}{m['what']}".lower() for m in found]
    stems = {head.removeprefix("un").removeprefix("dis") for head in heads}
    if len(stems) != 1 or len(set(answers)) != len(answers):
        return None
    parts = [re.split(r"\s+or\s+", answer) for answer in answers]
    hows = [{p.strip() for p in part} for part in parts]
    if any(" or " in answer for answer in answers):
        alone = [{word.split()[0] for word in how} for how in hows]
        if any(a & b for i, a in enumerate(alone) for b in alone[i + 1 :]):
            return None  # “very or somewhat likely” beside “very likely”
    return [phrase.amount(m["p"]) for m in found]


def _of_both_sexes(phrase: Phrase) -> list[Amount] | None:
    """“Women make up 55 percent of the staff and men 45 percent.”"""
    match = _SEXES.search(phrase.words)
    if match is None or (match["one"][:1].lower() in "wg") == (match["other"][:1].lower() in "wg"):
        return None
    return [phrase.amount(match["p"]), phrase.amount(match["q"])]


def _is_one_whole(phrase: Phrase, shares: Sequence[Amount]) -> bool:
    """Whether a sentence shares out one thing by percentages that exclude each other."""
    words = phrase.words
    if (_SEVERAL.search(words) and not re.search(r"\bcomes?\b", words)) or TIME in _stretch(
        phrase, shares
    ):
        return False
    behind = _behind(phrase, shares)
    wholes = {m[1].lower() for text in behind if (m := _OWN_WHOLE.match(text))}
    if len(wholes) > 1 or sum(_PLACE.match(text) is not None for text in behind) > 1:
        return False
    if not all(_LINK.match(text) for text in behind[:-1]):
        return False
    return (
        _is_shared_out(phrase, shares, behind)
        or _is_vote(phrase, shares, behind)
        or _is_answer(behind)
    )


def _is_shared_out(phrase: Phrase, shares: Sequence[Amount], behind: Sequence[str]) -> bool:
    """“owned 60 percent by A, 30 percent by B and 20 percent by C”."""
    if _MIXED.search(phrase.words) and all(re.match(r"\s+[a-z]", text) for text in behind):
        return True
    if not _SHARED_OUT.search(phrase.words):
        return False
    ways = [m["by"].lower() if (m := _WITH_BY.match(text)) else "" for text in behind]
    held = [
        re.match(
            r"^\s*(?:of\s+[\w\s]{1,25}?\s)?(?:is|are|was|were)?\s*(?:owned|held|controlled|spent|goes?|comes?)\s+(by|to|on|for|from)\b",
            t,
            re.I,
        )
        for t in behind
    ]
    ways = [m[1].lower() if m else way for way, m in zip(ways, held, strict=True)]
    return ways[0] != "" and len(set(ways)) == 1


def _is_vote(phrase: Phrase, shares: Sequence[Amount], behind: Sequence[str]) -> bool:
    """“A won 60 percent of the vote, B 30 percent and C 20 percent”."""
    if not _OF_VOTES.search(phrase.words):
        return False
    before = _before(phrase, shares)
    named = sum(_NAMED.search(text) is not None for text in before)
    return named >= 2 or sum(_NAMED_BEHIND.match(text) is not None for text in behind) >= 2


def _is_answer(behind: Sequence[str]) -> bool:
    """“55 percent were in favour and 50 percent against”: two answers that exclude each other."""
    if len(behind) > 3:
        return False
    first, second = (
        next((i for i, text in enumerate(behind) if answer.search(text)), None)
        for answer in _ANSWERED
    )
    both = first is not None and second is not None and first != second
    return both and not any(
        answer.search(behind[i or 0]) for answer, i in zip(_ANSWERED, (second, first), strict=True)
    )


def _signs(phrase: Phrase, shares: Sequence[Amount]) -> list[int]:
    positions = {a.position: chr(FIRST + i) for i, a in enumerate(phrase.amounts)}
    return [phrase.words.index(positions[a.position]) for a in shares]


def _stretch(phrase: Phrase, shares: Sequence[Amount]) -> str:
    signs = _signs(phrase, shares)
    return phrase.words[signs[0] : signs[-1] + 1]


def _behind(phrase: Phrase, shares: Sequence[Amount]) -> list[str]:
    """The words behind each share, up to the next."""
    signs = _signs(phrase, shares)
    ends = [*signs[1:], min(len(phrase.words), signs[-1] + 60)]
    return [phrase.words[start + 1 : end] for start, end in zip(signs, ends, strict=True)]


def _before(phrase: Phrase, shares: Sequence[Amount]) -> list[str]:
    """The words before each share, back to the one before."""
    signs = _signs(phrase, shares)
    starts = [max(0, signs[0] - 60), *(at + 1 for at in signs[:-1])]
    return [phrase.words[start:end] for start, end in zip(starts, signs, strict=True)]


def _with_bare(phrase: Phrase) -> list[Amount]:
    """The shares of a sentence, with the last ones that leave the word percent out: “60 percent, B 30 and C 20”."""
    first = next(i for i, a in enumerate(phrase.amounts) if a.unit == PERCENT)
    rest = phrase.amounts[first:]
    bare = [a for a in rest if a.unit == "" and 0 < a.value < 100]
    return (
        list(rest)
        if all(a.unit == PERCENT or a in bare for a in rest)
        else [a for a in rest if a.unit == PERCENT]
    )


def _of_one_choice(subject: Subject) -> Iterator[Finding]:
    """Sentences that follow each other and say where each candidate stands: “A is at 70 percent. B stands at 63.”"""
    run: list[Amount] = []
    names: set[str] = set()
    start = end = 0
    for phrase in (*phrases(subject), None):
        stands = _STANDS_AT.match(phrase.words.strip()) if phrase is not None else None
        follows = phrase is not None and phrase.start - end <= 3
        if (
            stands is not None
            and phrase is not None
            and (not run or follows)
            and stands["name"] not in names
        ):
            start = start if run else phrase.start
            run.append(phrase.amount(stands["p"]))
            names.add(stands["name"])
            end = phrase.end
            continue
        yield from _choice(subject, run, start)
        run, names = [], set()
        if stands is not None and phrase is not None:
            run, names, start, end = (
                [phrase.amount(stands["p"])],
                {stands["name"]},
                phrase.start,
                phrase.end,
            )


def _choice(subject: Subject, run: list[Amount], start: int) -> Iterator[Finding]:
    if len(run) < 2 or run[0].unit != PERCENT:
        return
    around = subject.text[max(0, start - 250) : run[-1].position.end]
    if _ONE_CHOICE.search(around) and not _SEVERAL.search(around):
        yield from _together(subject, run)


def _share(amount: Amount, room: float) -> Span:
    """The span of a share: by its digits, and no further off than ``room`` where it is said outright."""
    if amount.unit != PERCENT:
        return amount.value - 0.5, amount.value + 0.5
    if not amount.is_plain:
        return amount.tight if room <= 0.5 else amount.wide
    half = min((amount.wide[1] - amount.wide[0]) / 2, room)
    return amount.value - half, amount.value + half


def _together(subject: Subject, shares: Sequence[Amount]) -> Iterator[Finding]:
    """The shares added up: past all of it, all of it, or nothing to say."""
    tight, wide = (added([_share(a, room) for a in shares]) for room in (0.5, 1.2))
    value = sum(a.value for a in shares)
    if wide[0] > 100:
        outcome = Outcome.CONFLICT
    elif tight[0] > 100:
        outcome = Outcome.ASK
    elif abs(value - 100) <= 1 and len(shares) >= 2:
        outcome = Outcome.CONSISTENT
    else:
        return
    fits = outcome is Outcome.CONSISTENT
    summed = " + ".join(figure(a.value) for a in shares)
    right = f"{figure(value)} percent"
    rows = [SumRow("", figure(a.value), a.position) for a in shares]
    rows += [SumRow("makes", right, is_result=True)]
    if not fits:
        rows += [SumRow("of all there is", "100 percent")]
    yield subject.finding(
        RULE,
        FindingKind.SUMS,
        outcome,
        f"The shares of one whole make {right}."
        if fits
        else f"The shares of one whole make {right}, more than all of it.",
        [a.position for a in shares],
        f"{summed} = {figure(value)}" + ("" if fits else ", more than 100"),
        rows,
        ""
        if fits
        else "Ask whether more than one answer was allowed, or whether the shares are of one thing.",
    )
