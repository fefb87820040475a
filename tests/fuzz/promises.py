"""What holds of whatever a reader is given: an article that fits together, or one plain sentence."""

from datetime import UTC, datetime
from pathlib import Path

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.model.remarks import records_of
from factcheck.reading import read_file

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
_OURS_ALONE = ("Error", "Traceback", "Exception", "errno", "None", "lxml", "zlib")


def kept(path: Path) -> str:
    """What came of the file, in a word; AssertionError, or whatever the reader raised, where a promise is broken."""
    try:
        found = read_file(path, NOW)
    except UnreadableFile as refusal:
        _is_plain(str(refusal))
        return "refused"
    _fits_together(found)
    return "read in part" if found.notes else "read"


def _is_plain(sentence: str) -> None:
    assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 500, sentence
    assert not any(word in sentence for word in _OURS_ALONE), sentence


def _fits_together(found: Manuscript) -> None:
    text = found.draft.text
    assert text.strip() and found.article.title
    assert not any(char in "\0\r\ufeff\u2028" or "\ud800" <= char <= "\udfff" for char in text)
    end = 0
    for block in found.blocks:
        place = block.position
        assert end <= place.start < place.end <= len(text)
        assert place.of(text) == place.of(text).strip()
        assert not text[end : place.start].strip(), "words outside of every block"
        end = place.end
    assert not text[end:].strip(), "words outside of every block"
    for remark in found.remarks:
        assert remark.position.end <= len(text) and remark.position.of(text).strip()
        assert remark.text.strip()
    for note in found.notes:
        _is_plain(note)
    records_of(found)
