"""Whether two names alike are two people or places after all: the text sets them side by side or tells them apart."""

import re

from factcheck.consistency.spellings.identities import Identity
from factcheck.consistency.spellings.particulars import age_beside
from factcheck.consistency.spellings.titles import after, before, is_address, offices_of
from factcheck.consistency.subject import Subject
from factcheck.model.detected import NameKind
from factcheck.model.text import TextPosition

_LOOKED_AT = 50  # mentions of each that are looked at
_NEAR = 40  # characters in which two names are set side by side
_JOINTS = re.compile(
    r"(?:[\s,;:/()\[\]“”\"'‘’–—-]|\b(?:and|or|also|formerly|now|previously|once|sometimes|called|named|renamed|"
    r"known|spelled|spelt|written|transliterated|as|the|née|nee|born|aka|a\.k\.a\.|in|of|not|than|from|to|with|"
    r"between|versus|vs?\.?|Mr|Mrs|Ms|Dr|Mr\.|Mrs\.|Ms\.|Dr\.|his|her|brother|sister|wife|husband|son|daughter|"
    r"father|mother|cousin|twin)\b\.?)*"
)
_SIC = re.compile(r"[’']?s?[”\"’']?\s?[\[(]sic[\])]")


def are_two(subject: Subject, one: Identity, other: Identity) -> bool:
    """Whether the text names both in one sentence, or gives them ages or offices that cannot be one’s."""
    if _are_set_side_by_side(subject, one, other):
        return True
    if NameKind.PERSON in (one.kind, other.kind) and _share_a_sentence(subject, one, other):
        return True
    if _is_marked_sic(subject, one) or _is_marked_sic(subject, other):
        return True  # the writer knows
    ages = [_ages(subject, identity) for identity in (one, other)]
    if ages[0] and ages[1] and not ages[0] & ages[1]:
        return True
    if {_address(subject, one), _address(subject, other)} == {"he", "she"}:
        return True
    offices = [_offices(subject, identity) for identity in (one, other)]
    return bool(offices[0] and offices[1]) and not offices[0] & offices[1]


def _are_set_side_by_side(subject: Subject, one: Identity, other: Identity) -> bool:
    """“Iran and Iraq”, “Kyiv (also spelled Kiev)”: nothing but such words stands between two of their mentions."""
    mine, theirs = one.mentions[:_LOOKED_AT], other.mentions[:_LOOKED_AT]
    gaps = (
        (min(a.position.end, b.position.end), max(a.position.start, b.position.start))
        for a in mine
        for b in theirs
    )
    return any(
        start <= end <= start + _NEAR and _JOINTS.fullmatch(subject.text, start, end)
        for start, end in gaps
    )


def _share_a_sentence(subject: Subject, one: Identity, other: Identity) -> bool:
    sentences = {subject.sentence_at(m.position.start) for m in one.mentions[:_LOOKED_AT]}
    return any(
        subject.sentence_at(m.position.start) in sentences for m in other.mentions[:_LOOKED_AT]
    )


def _is_marked_sic(subject: Subject, identity: Identity) -> bool:
    return any(_SIC.match(subject.text, m.position.end) for m in identity.mentions[:_LOOKED_AT])


def _ages(subject: Subject, identity: Identity) -> set[str]:
    found = (age_beside(subject.text, m.position) for m in identity.mentions[:_LOOKED_AT])
    return {"".join(filter(str.isdigit, subject.words(age))) for age in found if age is not None}


def _titles(subject: Subject, identity: Identity) -> list[TextPosition]:
    found = []
    for mention in identity.mentions[:_LOOKED_AT]:
        position = mention.position
        sentence = subject.sentence_at(position.start)
        found += [
            before(subject.text, position.start, sentence.start),
            after(subject.text, position.end, sentence.end),
        ]
    return [title for title in found if title is not None]


def _offices(subject: Subject, identity: Identity) -> set[str]:
    titles = _titles(subject, identity)
    return {office for title in titles for office in offices_of(subject.words(title))} - {
        "dr",
        "prof",
    }


def _address(subject: Subject, identity: Identity) -> str:
    """“he” after Mr, “she” after Ms and Mrs, nothing where neither or both stand."""
    found = set()
    for title in _titles(subject, identity):
        words = subject.words(title)
        if is_address(words):
            found.add("he" if words.rstrip(".").lower() == "mr" else "she")
    return found.pop() if len(found) == 1 else ""
