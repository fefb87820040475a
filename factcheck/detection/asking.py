"""Turns a statement into the question whether it is so."""

import re

from spacy.tokens import Span, Token

from factcheck.detection.blocks import setting_of
from factcheck.detection.clauses import SUBJECTS, has_helper, subject_of
from factcheck.detection.words import base_form
from factcheck.model.article import Role

_BE = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re", "am", "'m"})
_FULL = {
    "'s": "is",
    "’s": "is",
    "'re": "are",
    "’re": "are",
    "'m": "am",
    "’m": "am",
    "'ve": "have",
    "’ve": "have",
}
_FULL |= {"'ll": "will", "’ll": "will", "'d": "had", "’d": "had"}


def phrase(span: Span) -> str:
    """The words of the claim on one line, shortened in the middle where there are many."""
    words = " ".join(str(span.text).split())
    if len(words) <= 140:
        return words
    return f"{words[:90].rsplit(' ', 1)[0]} … {words[-40:].split(' ', 1)[-1]}"


def asked(span: Span) -> str:
    """“Did Xi invite his counterpart?” for “Xi invited his counterpart”; else whether the words are so."""
    head = _head_of(span)
    if head is not None and (described := _described(span, head)):
        return described
    if head is None or not head.tag_.startswith(("V", "M")) or _is_clipped(head):
        return f"Is it so, and who can confirm it: “{phrase(span)}”?"
    subject = _subject_in(span, head)
    if subject is not None and subject.tag_ in ("WDT", "WP") and head.dep_ == "relcl":
        return _asked_of(span.doc[subject.i + 1 : span.end], head, head.head)
    if subject is None and (owner := _subject_elsewhere(head)) is not None:
        return _asked_of(span, head, owner)
    if subject is None:
        return f"Is it so, and who can confirm it: “{phrase(span)}”?"
    helper = next((c for c in head.lefts if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO"), None)
    start, end = subject.left_edge.i, subject.right_edge.i + 1
    if not (span.start <= start and end <= head.i + 1):
        return f"Is it so, and who can confirm it: “{phrase(span)}”?"
    doc = span.doc
    lead = doc[span.start : start].text.strip(" ,")
    who = inside_sentence(doc[start:end])
    if helper is not None and helper.i >= end:
        rest = [t for t in doc[end : span.end] if t.i != helper.i]
        return _sentence(_full(helper), who, _joined(rest), lead)
    if head.lower_ in _BE:
        return _sentence(
            _full(head), who, _joined([t for t in doc[end : span.end] if t.i != head.i]), lead
        )
    rest_text = _with_base(span, end, head)
    return _sentence(_do(head), who, rest_text, lead)


def _is_clipped(head: Token) -> bool:
    """Whether a headline may have left out a helping verb: “Mayor arrested after vote”."""
    headline = setting_of(head.doc).role in (Role.HEADLINE, Role.SUBHEADING)
    return headline and head.tag_ in ("VBD", "VBN", "VBG", "VB") and not has_helper(head)


def _described(span: Span, head: Token) -> str:
    """“Is the Dukat the only ship of its class?” for a name with an apposition; "" for anything else."""
    if not head.tag_.startswith("N"):
        return ""
    for child in head.rights:
        left = child.left_edge.i
        if child.dep_ == "appos" and child.i < span.end and span.doc[left].dep_ in ("det", "poss"):
            who = span.doc[span.start : left].text.strip(" ,(—–-")
            what = span.doc[left : span.end].text.strip(" ,)")
            verb = "Are" if child.tag_ in ("NNS", "NNPS") else "Is"
            return f"{verb} {who} {what}?" if who and what else ""
    return ""


def _head_of(span: Span) -> Token | None:
    """The verb on which the other words of the span hang."""
    if not span.doc.has_annotation("DEP"):
        return None
    root = span.root
    return root if root is not None else None


def _subject_in(span: Span, head: Token) -> Token | None:
    return next(
        (c for c in head.children if c.dep_ in SUBJECTS and span.start <= c.i < span.end), None
    )


def speaker_of(span: Span) -> str:
    """The subject of the span as it stands inside a sentence, or "" where there is none."""
    head = _head_of(span)
    subject = _subject_in(span, head) if head is not None else None
    return "" if subject is None else inside_sentence(span.doc[subject.left_edge.i : subject.i + 1])


def _subject_elsewhere(head: Token) -> Token | None:
    """The subject that the verb shares with the one before it, or the noun that a relative clause describes."""
    if head.tag_ == "VBG" and head.dep_ in ("acl", "advcl"):
        above = head.head
        return above if above.tag_.startswith("N") else subject_of(above)
    if head.tag_ in ("VBG", "VBN", "VB") and not any(
        c.dep_ in ("aux", "auxpass") for c in head.lefts
    ):
        return None
    while head.dep_ == "conj":
        head = head.head
        if (found := next((c for c in head.children if c.dep_ in SUBJECTS), None)) is not None:
            return found
    own = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if own is not None and own.tag_ in ("WP", "WDT") and head.dep_ == "relcl":
        return head.head
    return own


def _asked_of(span: Span, head: Token, owner: Token) -> str:
    """The question where the subject stands outside the span."""
    who = inside_sentence(span.doc[owner.left_edge.i : owner.i + 1])
    helper = next((c for c in head.lefts if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO"), None)
    if helper is not None and helper.i >= span.start:
        rest = _joined([t for t in span if t.i != helper.i])
        return _sentence(_full(helper), who, rest, "")
    if head.lower_ in _BE:
        return _sentence(_full(head), who, _joined([t for t in span if t.i != head.i]), "")
    return _sentence(_do(head), who, _with_base(span, span.start, head), "")


def _do(verb: Token) -> str:
    if verb.tag_ == "VBZ":
        return "does"
    return "do" if verb.tag_ in ("VBP", "VB") else "did"


def _with_base(span: Span, start: int, verb: Token) -> str:
    parts = []
    for token in span.doc[start : span.end]:
        word = base_form(token.text) if token.i == verb.i else token.text
        parts.append(word + token.whitespace_)
    return "".join(parts)


def _joined(tokens: list[Token]) -> str:
    return "".join(t.text_with_ws for t in tokens)


def _full(helper: Token) -> str:
    return _FULL.get(helper.lower_, helper.lower_)


def inside_sentence(span: Span) -> str:
    """The subject as it stands inside a sentence: a lower-case first letter unless it is a name."""
    text = str(span.text)
    first = span[0]
    if (
        first.tag_ in ("NNP", "NNPS")
        or text[:2].isupper()
        or first.text == "I"
        or not first.text.istitle()
    ):
        return text
    if first.tag_ in ("JJ", "NN", "NNS") and first.i != first.sent.start:
        return text
    if first.tag_ == "JJ" and len(span) > 1 and span[1].tag_ == "NNP":
        return text
    return text[0].lower() + text[1:]


def _sentence(verb: str, who: str, rest: str, lead: str) -> str:
    words = re.sub(r" ([,.;:])", r"\1", " ".join(f"{who} {rest}".split())).strip(" ,.;:")
    tail = (
        f", {lead[0].lower() + lead[1:] if lead.split(maxsplit=1)[0].lower() in _SMALL else lead}"
        if lead
        else ""
    )
    text = f"{verb.capitalize()} {words}{tail}"
    if len(text) > 200:
        text = f"{text[:150].rsplit(' ', 1)[0]} …"
    return f"{text}?"


_SMALL = frozenset(
    [
        "on",
        "in",
        "at",
        "by",
        "for",
        "after",
        "before",
        "since",
        "during",
        "over",
        "under",
        "with",
        "today",
        "because",
        "due",
        "despite",
        "following",
        "amid",
        "once",
        "earlier",
        "as",
        "from",
        "to",
    ]
)
