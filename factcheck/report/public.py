"""The version of a report that may leave the desk: no confidential source, contact, note or internal record in it.

The case itself is stripped before any format is set, so that no format can let through what another holds back.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.model.article import Article, Draft
from factcheck.model.case import Case
from factcheck.model.change import Record
from factcheck.model.claim import Claim
from factcheck.model.correction import Correction
from factcheck.model.evidence import Evidence, KeptFile, Source, SourceForm, SourceKind
from factcheck.model.finding import Explanation
from factcheck.model.signoff import Reopening
from factcheck.model.verdict import Note, Verdict
from factcheck.report.occasion import Occasion

WITHHELD = "withheld"
CONFIDENTIAL = "Confidential source"
_SHORTEST = 3  # code points in a name that is looked for
_WORD = re.compile(r"\w+")
_NAMED_BY_A_WORD = (SourceKind.PERSON, SourceKind.OTHER)  # a surname alone tells who it is


def public_version(case: Case, occasion: Occasion) -> tuple[Case, Occasion]:
    """The case and the occasion with nothing in them that is to stay at the desk."""
    public = Case(case.article, case.draft, _Stripping(case).records())
    return public, replace(occasion, history=(), links=(), is_public=True)


class _Stripping:
    """Knows which sources are not to be named, and the words that would name them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        hidden = [source for source in case.sources if source.is_confidential]
        self._names = {
            words.casefold().strip()
            for source in hidden
            for words in (source.title, source.reference, source.contact, source.origin)
            if len(words.strip()) >= _SHORTEST
        }
        self._words = {
            word.casefold()
            for source in hidden
            if source.kind in _NAMED_BY_A_WORD
            for word in _WORD.findall(source.title)
            if word[0].isupper() and len(word) >= _SHORTEST
        }
        self._hidden = {
            source.id
            for source in case.sources
            if source.is_confidential or self._tells(source.title) or self._tells(source.reference)
        }

    def records(self) -> Iterator[Record]:
        """The records of the case that may leave the desk, as they may."""
        for record in self._case.records():
            match record:
                case Note() | Correction() | KeptFile() | Reopening():
                    pass
                case Article() | Draft():
                    pass  # which are the case itself, not records in it
                case Source():
                    yield self._source(record)
                case Evidence():
                    yield self._evidence(record)
                case Verdict():
                    yield replace(record, waiting_for="")
                case Claim():
                    yield replace(record, question="", reasons=())
                case Explanation():
                    yield replace(record, note="")
                case _:
                    yield record

    def _source(self, source: Source) -> Source:
        if source.id in self._hidden:
            what = (source.quality, None, "", source.kind, None, "", True, "", source.id)
            return Source(source.article_id, CONFIDENTIAL, SourceForm.TEXT, "", *what)
        origin = "" if self._tells(source.origin) else source.origin
        reference = source.reference
        if source.form is SourceForm.FILE:  # its folder is nobody’s business
            reference = reference.replace("\\", "/").rpartition("/")[2]
        return replace(source, contact="", origin=origin, reference=reference)

    def _evidence(self, evidence: Evidence) -> Evidence:
        if evidence.source_id in self._hidden:
            return replace(evidence, locator=WITHHELD, passage="")
        locator = WITHHELD if self._tells(evidence.locator) else evidence.locator
        return replace(
            evidence,
            locator=locator,
            passage="" if self._tells(evidence.passage) else evidence.passage,
        )

    def _tells(self, words: str) -> bool:
        """Whether the words name a confidential source."""
        folded = words.casefold()
        return any(name in folded for name in self._names) or not self._words.isdisjoint(
            _WORD.findall(folded)
        )
