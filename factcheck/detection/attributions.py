"""Marks reported speech: whole statements where the content is indirect, the tag alone where it is not."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.detection.authorship import feeling
from factcheck.detection.blocks import quotes_of
from factcheck.detection.clauses import Clause, Join, is_finite, subject_of
from factcheck.detection.left_alone import stating_clauses
from factcheck.detection.marks import mark, words_of
from factcheck.detection.words import base_form, is_form_of, words
from factcheck.model.claim import ClaimKind

NAME = "claims_attributions"
_COMMITTING = frozenset(
    ["claim", "deny", "admit", "acknowledge", "promise", "pledge", "vow", "threaten"]
)
_HEARSAY = frozenset(["allegedly", "reportedly", "purportedly", "supposedly", "apparently"])


@Language.component(NAME)
def mark_attributions(doc: Doc) -> Doc:
    """Every report of what somebody said, wrote or found as a claim."""
    for clause in stating_clauses(doc):
        if (stretch := reported(clause)) is not None:
            start, end, reason = stretch
            if end - start < 2 or _says_nothing_new(clause, start, end):
                continue
            mark(doc, start, end, ClaimKind.ATTRIBUTION, NAME, reason)
    return doc


def _says_nothing_new(clause: Clause, start: int, end: int) -> bool:
    """“he said”, and “said Ada Berg” before what she is: the quotation and the role are asked about."""
    if end - start > 4:
        return False
    subject = subject_of(clause.head)
    if subject is None:
        return False
    pronoun = subject.tag_ == "PRP" and end - start == 2
    return pronoun or any(child.dep_ == "appos" for child in subject.children)


def reported(clause: Clause) -> tuple[int, int, str] | None:
    """The borders and the reason of the report that the clause makes, or None."""
    head = clause.head
    if head.lower_ == "according":
        return clause.start, clause.end, f"“{head.text} to” names the source."
    if clause.join is Join.PHRASE or not head.tag_.startswith(("V", "M")):
        return None
    if feeling(head) is not None and not quoted_after(clause):
        return None
    if is_report(head) and (content := content_of(head)) is not None:
        return _with_content(clause, content)
    if is_report(head) and (quoted_after(clause) or quoted_before(clause)):
        return *_tag(clause), f"“{head.text}” tags a quotation."
    if (noun := _reporting_noun(clause)) is not None:
        return clause.start, max(clause.end, noun.right_edge.i + 1), f"“{noun.text}” reports."
    if _is_passive(head) and _is_said_of(head):
        return clause.start, clause.end, f"“{head.text}”, in the passive, names no source."
    if base_form(head.text) in _COMMITTING and any(c.dep_ == "xcomp" for c in head.children):
        return clause.start, clause.end, f"“{head.text} to” reports what was said."
    if is_form_of(head.text, "speech-act-verbs") and any(c.dep_ == "dobj" for c in head.children):
        return clause.start, clause.end, f"“{head.text}” reports what was said."
    return _by_frame(clause)


def stated_in(clause: Clause) -> tuple[int, int]:
    """The borders of what the clause states: with its content where it reports, else its own."""
    stretch = reported(clause)
    return (clause.start, clause.end) if stretch is None else stretch[:2]


def is_report(verb: Token) -> bool:
    """Whether the verb says that somebody said, wrote or found something."""
    return is_form_of(verb.text, "reporting-verbs")


def content_of(verb: Token) -> Token | None:
    """The head of what is said, where it hangs on the verb: a clause with a tense, or quoted words."""
    for child in verb.children:
        if child.dep_ == "ccomp" and not _is_apart(child, verb):
            told = is_finite(child)
            if told or is_mostly_quoted(verb.doc, child):
                return child
    return None


def _is_apart(content: Token, verb: Token) -> bool:
    """Whether a semicolon parts the two, so that they are sentences of their own."""
    first, last = sorted((content.i, verb.i))
    return any(t.text in (";", "—", "–") for t in verb.doc[first:last])


def _with_content(clause: Clause, content: Token) -> tuple[int, int, str]:
    """The whole statement, or the tag alone beside a quotation or after a complete claim."""
    doc, head = clause.head.doc, clause.head
    reason = f"“{words_of(doc, clause.start, clause.end)}” reports a statement."
    if content.i < head.i:
        return (
            clause.start,
            clause.end,
            f"“{words_of(doc, clause.start, clause.end)}” names who says so.",
        )
    if is_mostly_quoted(doc, content) or quoted_after(clause):
        return *_tag(clause), f"“{head.text}” tags a quotation."
    subject = subject_of(head)
    start = min(clause.start, subject.left_edge.i) if subject is not None else clause.start
    return start, max(clause.end, content.right_edge.i + 1), reason


def is_mostly_quoted(doc: Doc, content: Token) -> bool:
    """Whether the words of the content stand in quotation marks for the greater part."""
    subtree = [t for t in content.subtree if not t.is_punct]
    quoted = sum(1 for t in subtree if quotes_of(doc).at(t.idx) is not None)
    return quoted * 10 >= len(subtree) * 6


def quoted_after(clause: Clause) -> bool:
    """Whether a quotation follows the clause at once."""
    doc = clause.head.doc
    for i in range(clause.end, min(len(doc), clause.end + 3)):
        if quotes_of(doc).at(doc[i].idx) is not None:
            return True
        if not doc[i].is_punct and doc[i].lower_ != "that":
            return False
    return False


def quoted_before(clause: Clause) -> bool:
    """Whether a quotation ends just before the clause."""
    doc = clause.head.doc
    before = [doc[i] for i in range(max(0, clause.start - 2), clause.start)]
    return any(quotes_of(doc).at(t.idx) is not None for t in before)


def _reporting_noun(clause: Clause) -> Token | None:
    """“received reports that”, “a ruling that”: the noun with its that-clause."""
    for token in clause.tokens:
        names_report = token.lower_ in words("report-nouns") and token.tag_.startswith("N")
        if names_report and any(
            c.dep_ in ("acl", "ccomp") and _has_that(c) for c in token.children
        ):
            return token
    return None


def _has_that(verb: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.lefts)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _is_said_of(verb: Token) -> bool:
    """“is believed to be”, “has been accused of”, “was described as”: a report without its source."""
    opened = {c.dep_ for c in verb.children}
    if is_report(verb):
        return bool(opened & {"xcomp", "ccomp", "oprd"})
    prepositions = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    judged = is_form_of(verb.text, "speech-act-verbs")
    return judged and bool(
        opened & {"xcomp", "ccomp", "oprd"} or prepositions & {"of", "as", "for"}
    )


def _tag(clause: Clause) -> tuple[int, int]:
    """Speaker and word of saying, also where an apposition stands between them."""
    subject = subject_of(clause.head)
    if subject is None or clause.end - clause.start > 3:
        return clause.start, clause.end
    return min(clause.start, subject.left_edge.i), clause.end


def _by_frame(clause: Clause) -> tuple[int, int, str] | None:
    """Statements framed as hearsay: “Allegedly …”, “According to X, …”, “In the eyes of X, …”."""
    doc = clause.head.doc
    for token in clause.tokens:
        if token.lower_ in _HEARSAY and token.head.i == clause.head.i:
            return clause.start, clause.end, f"“{token.text}” names no source."
        if token.lower_ == "according" and token.i < clause.head.i:
            return clause.start, clause.end, f"“{token.text} to” names the source."
    opening = [t.lower_ for t in doc[clause.start : clause.start + 4]]
    frames = len(opening) == 4 and opening[0] in ("in", "on") and opening[3] == "of"
    if frames and opening[2] in words("sources-of-reports"):
        return clause.start, clause.end, f"“{' '.join(opening)}” names the source."
    return None


def is_in_report(token: Token) -> bool:
    """Whether the token hangs on the content of a report that names its speaker first."""
    for above in token.ancestors:
        if above.dep_ == "ccomp" and is_report(above.head) and above.head.i < above.i:
            return True
    return False


def is_reported_content(clause: Clause) -> bool:
    """Whether the clause is what somebody is said to have said, with the speaker named first."""
    head = clause.head
    if clause.join is not Join.CONTENT:
        return False
    above = head.head
    if head.dep_ == "acl":
        return True
    return is_report(above) and above.i < head.i
