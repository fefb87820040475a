"""The annotated articles: every offset still fits its text, and no article is in two splits."""

import hashlib
import json
from pathlib import Path

import pytest

from corpus.scoring import ANNOTATIONS, SECOND, splits
from corpus.texts import MEANTIME, text_of
from factcheck.model.claim import ClaimKind, Priority

FILES = sorted([*ANNOTATIONS.glob("*.json"), *SECOND.glob("*.json")])


def test_every_article_is_in_one_split() -> None:
    listed = [article for articles in splits().values() for article in articles]
    assert sorted(listed) == sorted(path.stem for path in ANNOTATIONS.glob("*.json"))
    assert len(set(listed)) == len(listed)


def test_ten_articles_were_annotated_twice() -> None:
    twice = {path.stem for path in SECOND.glob("*.json")}
    assert len(twice) == 10
    assert twice <= {path.stem for path in ANNOTATIONS.glob("*.json")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem[:30]}")
def test_claims_have_known_kinds_and_no_two_are_the_same(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    for claim in kept["claims"]:
        assert [ClaimKind(kind) for kind in claim["kinds"]]
        assert Priority(claim["priority"])
    places = [(claim["start"], claim["end"], claim["kinds"][0]) for claim in kept["claims"]]
    assert len(set(places)) == len(places)


@pytest.mark.skipif(not MEANTIME.exists(), reason="the annotated texts are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem[:30]}")
def test_offsets_fit_the_text_that_was_annotated(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    text = text_of(kept["article"])
    assert hashlib.sha256(text.encode()).hexdigest() == kept["sha256"]
    for claim in kept["claims"]:
        words = text[claim["start"] : claim["end"]]
        assert words
        assert words == words.strip()
