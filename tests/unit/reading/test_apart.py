"""Files read in a process of their own come out as they would here, and a reading that is given up leaves nothing."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from factcheck.errors import UnreadableFile
from factcheck.model.article import Manuscript
from factcheck.reading import apart
from factcheck.reading.apart import Answer, read_apart
from tests.unit.reading.files import paragraph, saved, word_bytes

SENTENCE = "The council voted for the new bridge on Tuesday, after a debate until midnight."


def answers(*paths: Path) -> list[tuple[Path, Answer]]:
    return [answer for answer in read_apart(paths) if answer is not None]


def readers() -> list[int]:
    """The processes that read at this moment."""
    children = multiprocessing.active_children()
    return [child.pid for child in children if child.name == "factcheck-reading" and child.pid]


def test_every_file_is_answered_in_its_turn(tmp_path: Path) -> None:
    plain = saved(tmp_path, "a.txt", SENTENCE)
    word = saved(tmp_path, "b.docx", word_bytes(paragraph(SENTENCE)))
    broken = saved(tmp_path, "c.docx", b"PK\x03\x04 nothing more")
    second = saved(tmp_path, "d.docx", word_bytes(paragraph(SENTENCE), paragraph(SENTENCE)))
    gone = tmp_path / "gone.txt"
    read = answers(plain, word, broken, gone, second)
    assert [path for path, _ in read] == [plain, word, broken, gone, second]
    texts = [a.draft.text if isinstance(a, Manuscript) else str(a) for _, a in read]
    assert texts[0] == texts[1] == SENTENCE
    assert "“c.docx” is damaged" in texts[2]
    assert "There is no file “gone.txt”" in texts[3]
    assert texts[4] == f"{SENTENCE}\n\n{SENTENCE}"
    assert readers() == []


def test_an_article_of_plain_text_needs_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        pytest.fail("a process was started")

    monkeypatch.setattr(apart._Reader, "_started", fail)
    (answer,) = read_apart([saved(tmp_path, "a.txt", SENTENCE)])
    assert answer is not None


def test_a_long_text_is_read_apart(tmp_path: Path) -> None:
    reading = read_apart([saved(tmp_path, "book.txt", f"{SENTENCE}\n\n" * 5_000)])
    assert next(reading) is None
    assert len(readers()) == 1
    (answer,) = [item for item in reading if item is not None]
    assert isinstance(answer[1], Manuscript)
    assert len(answer[1].blocks) == 5_000


def test_giving_up_ends_the_process_at_once(tmp_path: Path) -> None:
    reading = read_apart([saved(tmp_path, "b.docx", word_bytes(paragraph(SENTENCE)))])
    assert next(reading) is None
    assert len(readers()) == 1
    reading.close()
    assert readers() == []


def test_a_process_that_dies_of_a_file_is_told_and_the_next_file_is_read(tmp_path: Path) -> None:
    first = saved(tmp_path, "a.docx", word_bytes(paragraph(SENTENCE)))
    second = saved(tmp_path, "b.docx", word_bytes(paragraph(SENTENCE)))
    reading = read_apart([first, second])
    assert next(reading) is None
    (process_id,) = readers()
    os.kill(process_id, signal.SIGKILL)
    (path, told), (_, manuscript) = [answer for answer in reading if answer is not None]
    assert path == first
    assert isinstance(told, UnreadableFile)
    assert str(told).startswith("“a.docx” could not be read: the reading stopped by itself.")
    assert isinstance(manuscript, Manuscript)


def test_a_fault_of_ours_in_a_reader_comes_with_its_trace(tmp_path: Path) -> None:
    # a reading process takes what it is sent for a path
    reader = apart._Reader()
    reader.ask("no path")  # type: ignore[arg-type]
    while not reader.has_answered():
        pass
    with pytest.raises(RuntimeError, match="AttributeError"):
        reader.answer(tmp_path)
    reader.close()
