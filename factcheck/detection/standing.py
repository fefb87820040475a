"""Where in an article a stretch stands: what its priority hangs on beside what it says."""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from factcheck.detection.blocks import setting_of
from factcheck.detection.candidates import Candidate
from factcheck.detection.claim_model import Numbers

STANDING = ("first block", "second block", "third block", "opens block", "sentence of block")
_FAR = 5  # sentences down a block from which it matters no more how far


def standing_of(doc: Doc, candidates: Sequence[Candidate]) -> Numbers:
    """One row of numbers a candidate, in the order of ``STANDING``."""
    depth = setting_of(doc).depth
    opened = [sentence.start for sentence in doc.sents]
    before = [max(0, bisect_right(opened, c.start) - 1) for c in candidates]
    rows = [[depth == 0, depth == 1, depth == 2, count == 0, min(_FAR, count)] for count in before]
    return np.array(rows, dtype=np.float64).reshape(len(candidates), len(STANDING))
