"""“Nobody was hurt” and “no deaths”, against somebody who was hurt or died."""

import re
from collections.abc import Iterator

from factcheck.consistency.sameness.opposed import opposed
from factcheck.consistency.sameness.passages import Passage
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind

_NO_HARM = re.compile(
    r"\b(?:no one|nobody|no-one|no people) (?:was|were|is|has been|had been|got|been) (?P<deed>hurt|injured|wounded|harmed|killed)\b"
    r"|\bnone of (?:the |its |their )?(?:\d+ |[a-z]+ )?(?P<noun>[a-z]+)(?: (?:on board|aboard))? (?:was|were|had been) (?:hurt|injured|wounded|harmed)\b"
    r"|\b(?:no|without any|without) (?P<what>injuries|casualties|deaths|fatalities|injury|loss of life)\b"
    r"|\bno one (?P<died>died|suffered injuries)\b|\b(?P<all>everyone|everybody) (?:survived|escaped unhurt|was unhurt|escaped unharmed)\b"
)
_HARM = re.compile(
    r"\b(?P<who>(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|\d{1,4}) (?:[a-z’'-]+ ){0,3}?)(?:(?:was|were|had been|has been|have been) )?(?:\w+ly )?"
    r"(?P<deed>injured|hurt|wounded|killed|died|treated for (?:\w+ )?(?:injuries|burns|shock|smoke inhalation|wounds|cuts)|suffered (?:\w+ )?(?:injuries|burns|cuts|bruises|wounds)|taken to hospital with (?:\w+ )?injuries)\b"
)
_ONLY_BAD = re.compile(
    r"\b(?:serious\w*|bad(?:ly)?|critical\w*|life-threatening|on the ground|else|other|outside|nearby)\b"
)
_ORDER = re.compile(
    r"\b(?:first|second|third|other|another|earlier|previous|last|separate|later|since|years?|blaze in|similar)\b"
)
_EXCEPTING = re.compile(r"\b(?:but|except\w*|apart from|other than|although|though|else|others?)\b")


def unharmed(subject: Subject, passage: Passage, near: list[Passage]) -> Iterator[Finding]:
    """Where nobody was hurt or killed, and somebody was after all."""
    match = next(passage.matches(_NO_HARM), None)
    if match is None or _ONLY_BAD.search(passage.lower):
        return
    deadly = (
        match["died"] == "died"
        or match["deed"] == "killed"
        or match["what"] in ("deaths", "fatalities", "loss of life")
    )
    survived = bool(match["all"]) and "survived" in match[0]
    for other in near:
        if _ORDER.search(other.lower) or (other is passage and _EXCEPTING.search(other.lower)):
            continue
        for harm in other.matches(_HARM):
            died = harm["deed"] in ("killed", "died")
            if other is passage and match.start() <= harm.start() < match.end():
                continue
            if re.search(
                r"\b(?:no|not|none)\b", other.lower[max(0, harm.start() - 12) : harm.end()]
            ):
                continue
            if (deadly or survived) and not died:
                continue
            if match["noun"] and match["noun"] not in harm["who"].split():
                continue
            yield opposed(
                subject,
                "quantifier",
                FindingKind.QUANTIFIERS,
                passage.at(*match.span()),
                other.at(*harm.span()),
                "none ≠ some",
                "Are these the same people, at the same time?",
            )
            return
