"""The questions to one person about an article: the claims that wait for her, and those to correct for the author."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from factcheck.errors import NoSuchRecord
from factcheck.model.case import Case
from factcheck.model.claim import Claim
from factcheck.model.verdict import THE_AUTHOR, State, Verdict, Waits
from factcheck.report.wording import listed

_NO_QUESTION = "Is this right? How do you know it?"
_CORRECT = "Do you agree?"


@dataclass(frozen=True, slots=True)
class Question:
    """One claim as it is asked about; ``mark`` finds the claim again when the answer comes back."""

    number: int
    claim: Claim
    sentence: str
    words: str
    proposal: str = ""

    @property
    def mark(self) -> str:
        return mark_of(self.claim)

    @property
    def heading(self) -> str:
        return f"Question {self.number} (ref. {self.mark})"

    @property
    def about(self) -> str:
        """What is asked about, where the claim is not the whole of its sentence."""
        return "" if self.claim.text == self.sentence else self.claim.text


def mark_of(claim: Claim) -> str:
    """Eight hexadecimal digits that stay with a claim, however many others come before it."""
    return sha256(claim.id.encode()).hexdigest()[:8]


def people_asked(case: Case) -> list[str]:
    """Everybody whom a claim waits for, in the order of the text; the author too where corrections wait for an answer."""
    names = [verdict.waiting_for for _, verdict in _waiting(case) if verdict.waiting_for]
    if any(_to_answer(case)) and not _author_of(case):
        names.append(THE_AUTHOR)
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(name.casefold(), name)
    return list(known.values())


def questions_for(case: Case, person: str) -> list[Question]:
    """The questions to this person in the order of the text, numbered from 1; NoSuchRecord where there are none."""
    folded = person.casefold().strip()
    claims = {c.id: c for c, v in _waiting(case) if v.waiting_for.casefold() == folded}
    is_author = folded in (THE_AUTHOR, _author_of(case).casefold())
    if is_author:  # whom alone the desk shows the words that it would print
        claims |= {claim.id: claim for claim in _to_answer(case)}
    if not claims:
        raise NoSuchRecord(_nobody(case, person))
    ordered = sorted(claims.values(), key=lambda claim: claim.in_text_order)
    return [_question(case, n, claim, is_author) for n, claim in enumerate(ordered, start=1)]


def _waiting(case: Case) -> Iterator[tuple[Claim, Verdict]]:
    for claim in case.claims():
        verdict = case.verdict(claim.id)
        if verdict is not None and case.state(claim.id) is State.WAITING:
            yield claim, verdict


def _to_answer(case: Case) -> Iterator[Claim]:
    """The claims for which other words are proposed that the author has not answered."""
    for claim in case.claims():
        correction = case.correction(claim.id)
        if correction is not None and correction.proposal is not None and not correction.answer:
            yield claim


def _author_of(case: Case) -> str:
    """The author as she is named where a claim waits for her; empty where none does."""
    asked = (v.waiting_for for _, v in _waiting(case) if v.waits is Waits.AUTHOR)
    return next(asked, "")


def _question(case: Case, number: int, claim: Claim, is_author: bool) -> Question:
    correction = case.correction(claim.id) if is_author else None
    proposal = correction.proposal.text if correction is not None and correction.proposal else ""
    words = _CORRECT if proposal else claim.question or _NO_QUESTION
    return Question(number, claim, _sentence(case, claim), words, proposal)


def _sentence(case: Case, claim: Claim) -> str:
    """What the claim stands in, on one line; its own words where no sentence is known."""
    sentences = case.sentences_over(claim.position)
    if not sentences:
        return _one_line(claim.text)
    start = min(sentences[0].position.start, claim.position.start)
    end = max(sentences[-1].position.end, claim.position.end)
    return _one_line(case.text[start:end])


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _nobody(case: Case, person: str) -> str:
    people: Iterable[str] = people_asked(case)
    names = listed([f"“{name}”" for name in people])
    told = f" There are questions for {names}." if names else " No claim waits for anybody."
    return f"There is no question for “{person}” in “{case.article.title}”.{told}"
