"""Cuts a parsed sentence into clauses, with the borders that a checker would draw."""

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from factcheck.detection.blocks import quotes_of
from factcheck.detection.marks import trimmed_tokens
from factcheck.detection.words import is_form_of, words

_CACHE = "claims.clauses"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_APART = frozenset(
    ["after", "before", "as", "when", "while", "although", "though", "whereas", "whilst", "because"]
)


class Join(StrEnum):
    """How a clause hangs on its sentence."""

    MAIN = "main"
    JOINED = "joined"
    CONTENT = "content"
    RELATIVE = "relative"
    PARTICIPLE = "participle"
    ADVERBIAL = "adverbial"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its verb, the tokens it covers, and the whole stretch with all that hangs on it."""

    head: Token
    start: int
    end: int
    whole_start: int
    whole_end: int
    join: Join

    @property
    def tokens(self) -> list[Token]:
        return list(self.head.doc[self.start : self.end])


def clauses_of(doc: Doc) -> list[Clause]:
    """The clauses of the text in text order; none where it was not parsed."""
    cached = doc.user_data.get(_CACHE)
    if cached is None:
        cached = _cut(doc) if doc.has_annotation("DEP") else []
        doc.user_data[_CACHE] = cached
    return list(cached)


def clause_around(doc: Doc, index: int) -> Clause | None:
    """The smallest clause that covers the token."""
    covering = [c for c in clauses_of(doc) if c.start <= index < c.end]
    return min(covering, key=lambda c: c.end - c.start, default=None)


def _cut(doc: Doc) -> list[Clause]:
    found = []
    for sentence in doc.sents:
        heads: dict[int, Join] = {sentence.root.i: Join.MAIN}
        for token in sentence:
            if token.i != sentence.root.i and (join := _join(token)) is not None:
                heads[token.i] = join
        found += [_clause(doc, doc[i], join, heads) for i, join in sorted(heads.items())]
    return [clause for clause in found if clause.end > clause.start]


def _join(token: Token) -> Join | None:
    """How the token begins a clause of its own, or None where it stays inside another."""
    match token.dep_:
        case "conj" | "parataxis":
            return Join.JOINED if is_verbal(token) and _is_whole(token) else None
        case "ccomp":
            return _content_join(token)
        case "advcl":
            return _adverbial_join(token)
        case "relcl":
            return Join.RELATIVE if comma_before(token) and is_finite(token) else None
        case "acl" if token.tag_ in ("VBN", "VBG") and comma_before(token):
            return Join.PARTICIPLE
        case "acl" if token.head.lower_ in words("report-nouns") and has_subject(token):
            return Join.CONTENT
        case "xcomp" if token.tag_ in ("VBG", "VBN") and comma_before(token):
            return Join.PARTICIPLE
        case "prep" if opens_apart(token):
            return Join.PHRASE
        case "appos" if comma_before(token) and token.left_edge.i > token.head.i:
            return Join.PHRASE if _describes(token) else None
        case "dep" | "punct":
            return None
    return None


def _content_join(token: Token) -> Join | None:
    if not is_finite(token) and not has_subject(token):
        return None
    if is_form_of(token.head.text, "reporting-verbs") and is_verbal(token.head):
        return Join.CONTENT
    breaks = {t.text for t in token.doc[token.right_edge.i : token.head.i]}
    spliced = "," in breaks and has_subject(token) and has_subject(token.head) and is_finite(token)
    return Join.JOINED if breaks & {";", "—", "–"} or spliced else None


def _describes(apposition: Token) -> bool:
    """Whether the apposition says something, and is no second half of a place, list or bracket."""
    own = [t for t in apposition.subtree if not t.is_punct]
    if apposition.doc[apposition.left_edge.i - 1].text == "(":
        return False
    if apposition.tag_ == "CD":
        return len(own) == 1  # an age
    return len(own) > 2 or any(c.dep_ in ("det", "poss") for c in apposition.lefts)


def _adverbial_join(token: Token) -> Join | None:
    if not is_verbal(token.head) and token.head.tag_.startswith(("N", "J", "R")):
        return None if token.head.dep_ not in ("ROOT", "acomp", "attr") else Join.ADVERBIAL
    mark = subordinator(token)
    if mark is not None:
        apart = mark.lower_ in _APART and has_subject(token)
        return Join.ADVERBIAL if apart and len(list(token.subtree)) >= 4 else None
    if token.tag_ in ("VBG", "VBN") and not has_subject(token):
        opens = token.left_edge.i == token.sent.start
        return Join.PARTICIPLE if opens or comma_before(token) else None
    return None


def _is_whole(token: Token) -> bool:
    """Whether a joined verb states something by itself and not just a second word for the first."""
    if token.head.dep_ in ("acl", "relcl", "pcomp", "xcomp", "amod") and not has_subject(token):
        gerund = token.tag_ == "VBG" and comma_before(token)
        return gerund or (token.head.dep_ == "relcl" and is_finite(token))
    if token.tag_ in ("VB", "VBN", "JJ") and not has_helper(token) and not has_subject(token):
        return token.tag_ == "VBN" and len(list(token.subtree)) >= 5
    own = [t for t in token.subtree if not t.is_punct]
    first, last = sorted((token.i, token.head.i))
    between = token.doc[first + 1 : last]
    linked = any(t.dep_ in ("cc", "punct") or t.text in _BREAKS for t in between)
    return len(own) >= 3 and linked


def _clause(doc: Doc, head: Token, join: Join, heads: dict[int, Join]) -> Clause:
    """The stretch around the head that is left when the clauses hanging on it are taken away."""
    low, high = head.left_edge.i, head.right_edge.i + 1
    taken = bytearray(high - low)
    for i in heads:
        token = doc[i]
        if i == head.i or not low <= i < high or not _hangs_on(token, head, heads):
            continue
        for t in range(_left_edge(token), token.right_edge.i + 1):
            if low <= t < high and not (token.left_edge.i <= head.i <= token.right_edge.i):
                taken[t - low] = 1
    start = end = head.i
    while start > low and not taken[start - 1 - low]:
        start -= 1
    while end < high and not taken[end - low]:
        end += 1
    if (borrowed := _left_edge(head)) < low:
        start = borrowed
    if head.lower_ == "according" and join is Join.PHRASE:
        end = next((t.i for t in doc[head.i + 2 : end] if t.text == ","), end)
    if head.lower_ == "with" and join is Join.PHRASE:
        end = _to_next_break(doc, end, head.sent.end)
    start, end = _without_openers(doc, head, start, end)
    whole_start, whole_end = trimmed_tokens(doc, low, high)
    return Clause(head, start, end, min(whole_start, start), max(whole_end, end), join)


def _left_edge(head: Token) -> int:
    """Where the words of a joined clause begin, with a subject that the parser hung on the clause before.

    “freed the captain and the owner | paid the fine”: no “and” stands before the verb, so the owner paid.
    """
    left = int(head.left_edge.i)
    bare = head.dep_ == "conj" and is_finite(head) and not has_subject(head)
    if not bare or left == head.sent.start or head.doc[left - 1].tag_[:2] not in ("NN", "PR"):
        return left
    noun = head.doc[left - 1]
    while noun.dep_ != "conj" and noun.head.i != noun.i and noun.right_edge.i == left - 1:
        noun = noun.head
    joined = noun.dep_ == "conj" and noun.tag_.startswith("NN") and noun.right_edge.i == left - 1
    return int(noun.left_edge.i) if joined else left


def _to_next_break(doc: Doc, end: int, limit: int) -> int:
    """Past the words that the parser hung elsewhere: “with volumes | hitting $147 billion”."""
    while end < limit and doc[end].text not in _BREAKS and not doc[end].is_sent_start:
        if doc[end].dep_ == "cc" or doc[end].text in ".!?":
            break
        end += 1
    return end


def _hangs_on(token: Token, head: Token, heads: dict[int, Join]) -> bool:
    """Whether the nearest clause above ``token`` is that of ``head``."""
    above = token.head
    while above.i not in heads and above.i != above.head.i:
        above = above.head
    return above.i == head.i


def _without_openers(doc: Doc, head: Token, start: int, end: int) -> tuple[int, int]:
    start, end = trimmed_tokens(doc, start, end)
    mark = subordinator(head)
    while start < head.i and (
        doc[start].dep_ in ("cc", "preconj")
        or (mark is not None and doc[start].i == mark.i and mark.lower_ not in _KEPT_MARKS)
        or (doc[start].dep_ == "mark" and doc[start].lower_ == "that")
        or (doc[start].tag_ in ("WDT", "WP") and head.dep_ in ("relcl", "conj"))
        or doc[start].lower_ in _OPENERS
        or doc[start].text in ",;:—–-"
    ):
        start += 1
    while end - 1 > head.i and doc[end - 1].dep_ == "cc":
        end -= 1
        start, end = trimmed_tokens(doc, start, end)
    start, end = _without_stray_quotes(doc, head, start, end)
    return trimmed_tokens(doc, start, end)


def _without_stray_quotes(doc: Doc, head: Token, start: int, end: int) -> tuple[int, int]:
    """Without a quotation mark whose partner lies outside the clause."""
    for quote in quotes_of(doc).quotes:
        first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
        opens = quote.start == first and quote.end > last
        if (opens or quote.end - 1 == first) and start < head.i:
            start += 1
        closes = quote.end == last and quote.start < first
        if (closes or quote.start == last - 1) and end - 1 > head.i:
            end -= 1
    return start, end


_KEPT_MARKS = frozenset({"because", "if", "unless", "for"})
_OPENERS = frozenset(
    ["however", "also", "meanwhile", "moreover", "furthermore", "but", "and", "then", "so"]
)


def subordinator(token: Token) -> Token | None:
    """The word that makes the clause depend on another: after, while, because."""
    for child in token.lefts:
        if child.dep_ == "mark" or (
            child.dep_ == "advmod" and child.lower_ in ("when", "where", "once")
        ):
            return child
    return None


def comma_before(token: Token) -> bool:
    """Whether the clause or phrase is set off by a comma or dash."""
    left = token.left_edge.i
    return left > token.sent.start and token.doc[left - 1].text in _BREAKS


_BREAKS = frozenset({",", "—", "–", "-", ";", ":", "(", "--"})


def has_subject(token: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in token.children)


def subject_of(verb: Token) -> Token | None:
    """The head of the verb’s own subject."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def has_helper(token: Token) -> bool:
    """Whether a helping verb stands with it: has, was, will."""
    return any(child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in token.children)


def is_verbal(token: Token) -> bool:
    """Whether the token is a verb form."""
    return token.tag_.startswith("V") or token.tag_ == "MD"


def is_finite(token: Token) -> bool:
    """Whether the verb has a tense, by itself or by a helper."""
    return token.tag_ in ("VBD", "VBP", "VBZ", "MD") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBP", "VBZ", "MD")
        for child in token.children
    )


def opens_apart(token: Token) -> bool:
    """Whether a preposition opens a phrase that is a statement beside its sentence."""
    if token.lower_ == "according":
        return token.i > token.head.i
    if token.lower_ == "despite":
        return True
    if token.lower_ == "with" and comma_before(token):
        breaks = _to_next_break(token.doc, token.i + 1, token.sent.end)
        return token.i > token.head.i and breaks - token.i >= 5
    completes = token.head.lower_ in _BE and token.i - token.head.i <= 2  # “this was due to”
    causes = cause_phrase_at(token.doc, token.i) is not None and token.i > token.head.i
    return causes and not completes


_BE = frozenset({"is", "are", "was", "were", "be", "been"})


def cause_phrase_at(doc: Doc, i: int) -> str | None:
    """The opening of a phrase of cause or aim that starts at the token, as listed."""
    for size in (5, 4, 3, 2, 1):
        phrase = " ".join(t.lower_ for t in doc[i : i + size])
        if phrase in words("cause-phrases"):
            return phrase
    return None
