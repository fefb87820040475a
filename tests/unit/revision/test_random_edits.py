"""Random edits: no verdict is left on changed substance, and every anchor says its words."""

import re
from collections import Counter
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.claim import Claim
from factcheck.model.fate import FateKind
from tests.makers import make_claim
from tests.unit.revision.drafts import revised

SENTENCES = (
    "The ferry Aurora sank on 4 May 1912 off the coast of Kent.",
    "It carried 212 passengers and nine tonnes of copper.",
    "Captain Josef Brandt survived, and two boats reached Dover by noon.",
    "He never spoke of it again, but his wife kept a diary.",
    "“We saw no light at all,” Brandt told the court in June.",
    "The inquiry found that the fog was about three miles wide.",
    "Nearly half the crew came from Malta.",
    "Lloyds paid £40,000, the largest sum in its history.",
    "The owner, Eliza Moor, denied that the hull was weak.",
    "Divers may raise the wreck next year if the sea is calm.",
    "Its bell hangs in the church of St. Anne, 12 km to the north.",
    "No ship of that name has sailed since then.",
)
ARTICLE = "\n\n".join(" ".join(SENTENCES[i : i + 3]) for i in range(0, len(SENTENCES), 3))
POOL = (
    "not",
    "never",
    "reportedly",
    "denied",
    "only",
    "nine",
    "1913",
    "seven",
    "Vienna",
    "red",
    "sold",
    "if",
    "more",
)
TURNING = frozenset({"not", "never", "no", "reportedly", "denied", "if", "may", "only", "nearly"})


def claims_of(text: str) -> list[Claim]:
    """A claim on each sentence, on its first half and on its second."""
    claims = []
    for sentence in SENTENCES:
        words = sentence.split()
        half = len(words) // 2
        parts = (sentence, " ".join(words[:half]), " ".join(words[half:]))
        claims += [make_claim(part, of=text) for part in dict.fromkeys(parts)]
    return claims


CLAIMS = claims_of(ARTICLE)


@dataclass(frozen=True)
class RandomEdit:
    """Something done to a text at about this place; what, by its number."""

    sort: int
    at: float
    to: float
    word: str

    def done(self, text: str) -> str:
        words = text.split(" ")
        index, other = int(self.at * len(words)), int(self.to * len(words))
        match self.sort:
            case 0:  # another letter or digit
                place = int(self.at * len(text))
                old = text[place]
                new = str(9 - int(old)) if old.isdigit() else chr(ord("a") + int(self.to * 25))
                return text[:place] + new + text[place + 1 :] if old.isalnum() else text
            case 1:
                words.insert(index, self.word)
            case 2:
                words[index] = self.word
            case 3:
                del words[index]
            case 4:
                words[index], words[other] = words[other], words[index]
            case _:
                return self._sentence_done(text)
        return " ".join(words)

    def _sentence_done(self, text: str) -> str:
        blocks = [re.split(r"(?<=\.) (?=[A-Z“])", block) for block in text.split("\n\n")]
        full = [block for block in blocks if block]
        source, target = full[int(self.at * len(full))], full[int(self.to * len(full))]
        sentence = source.pop(int(self.to * len(source)))
        if self.sort == 5:
            target.append(sentence)
        elif self.sort == 6:
            source.insert(0, sentence)
            source.append(f"A {self.word} sentence was written here.")
        return "\n\n".join(" ".join(block) for block in blocks if block)


EDITS = st.lists(
    st.builds(
        RandomEdit,
        st.integers(0, 7),
        st.floats(0, 0.999),
        st.floats(0, 0.999),
        st.sampled_from(POOL),
    ),
    min_size=1,
    max_size=6,
)


def said(words: str) -> list[str]:
    """What a reader takes from the words: all but articles, marks and the capital at the start."""
    found = re.findall(r"[^\W_]+|[$£€%“”]", words)
    found[:1] = [word.lower() for word in found[:1]]
    return [word for word in found if word.lower() not in ("a", "an", "the")]


def sentence_at(text: str, start: int) -> str:
    begin = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start))
    end = min(
        (i for i in (text.find(". ", start), text.find("\n", start)) if i >= 0), default=len(text)
    )
    return text[begin + 1 : end]


def turning(sentence: str) -> Counter[str]:
    return Counter(w for w in re.findall(r"\w+", sentence.lower()) if w in TURNING)


@settings(max_examples=300, deadline=None)
@given(EDITS)
def test_no_verdict_is_left_on_changed_substance(edits: list[RandomEdit]) -> None:
    new = ARTICLE
    for edit in edits:
        new = edit.done(new) if new.strip() else new
    by_id = {claim.id: claim for claim in CLAIMS}

    fates = revised(ARTICLE, new, CLAIMS).fates

    assert {fate.claim_id for fate in fates} == set(by_id)
    places = [fate.after.position for fate in fates if fate.after is not None]
    assert len(places) == len(set(places))
    for fate in fates:
        claim = by_id[fate.claim_id]
        if fate.after is not None:
            place = fate.after.position
            assert place.of(new) == fate.after.quote.exact
            assert new[: place.start].endswith(fate.after.quote.prefix)
            assert new[place.end :].startswith(fate.after.quote.suffix)
        if fate.kind.keeps_verdict:
            assert fate.after is not None
            assert said(fate.after.quote.exact) == said(claim.text)
            before = sentence_at(ARTICLE, claim.position.start)
            after = sentence_at(new, fate.after.position.start)
            assert turning(after) == turning(before), (before, after)


@settings(max_examples=100, deadline=None)
@given(EDITS)
def test_what_no_edit_came_near_is_kept(edits: list[RandomEdit]) -> None:
    """Paragraphs after those that were edited stand as they did, but for a “he” or “it” at the start of the first."""
    edited = ARTICLE
    for edit in edits:
        edited = edit.done(edited) if edited.strip() else edited
    tail = (
        "The lighthouse burned in 1920. Ola Rask rebuilt it with stone from Fife.\n\n"
        "Of the harbour only a wall is left."
    )
    old, new = f"{ARTICLE}\n\n{tail}", f"{edited}\n\n{tail}"
    claims = [
        make_claim(words, of=old)
        for words in (
            "The lighthouse burned in 1920",
            "Ola Rask rebuilt it with stone from Fife",
            "only a wall is left",
        )
    ]

    fates = revised(old, new, claims).fates

    assert [fate.kind for fate in fates] == [FateKind.SAME] * 3


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    start = next((i for i, char in enumerate(old) if not char.isspace()), None)
    claims = (
        []
        if start is None
        else [
            make_claim(
                old[start : start + 40].split("\n", maxsplit=1)[0].rstrip() or old[start], of=old
            )
        ]
    )

    revision = revised(old, new, claims)

    for fate in revision.fates:
        assert fate.after is None or fate.after.position.of(new) == fate.after.quote.exact
    for before, after in revision.same:
        assert before.of(old) == after.of(new)
    for difference in revision.differences:
        assert difference.before.end <= len(old)
        assert difference.after.end <= len(new)
