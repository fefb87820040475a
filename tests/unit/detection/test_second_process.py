"""A long text read by two processes: the same claims as by one, whatever becomes of the second."""

import multiprocessing
import os
import signal
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import cast

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.detection import second_process
from factcheck.detection.detect import find_claims
from factcheck.detection.orders import Order
from factcheck.detection.parsing import parsed
from factcheck.detection.pipeline import LoadedLanguage, load_language
from factcheck.detection.second_parser import SecondParser, can_help
from factcheck.detection.second_process import Second, parse_for
from factcheck.detection.surface import Surface, surfaces
from factcheck.detection.worker import LanguageWorker
from factcheck.model.detected import DetectedBlock
from tests.makers import make_draft
from tests.unit.detection.conftest import blocks_of

TOLD = [
    "Mayor Ada Berg said on Wednesday that the town had sold {n} ferries since 2012.",
    "“We had no other way,” said Karin Holm, the chair of the harbour board, in year {n}.",
    "She never paid the {n} sailors of the second-largest ship, and they left because of it.",
    "Sales rose {n} percent last year. It was the first rise since the bank’s 50th birthday.",
]
DRAFT = make_draft("\n\n".join(TOLD[n % 4].format(n=n + 2) for n in range(400)))
BLOCKS = blocks_of(DRAFT)
DAY = date(2021, 6, 16)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[LanguageWorker]:
    monkeypatch.setattr(second_process, "cores", lambda: 2)
    worker = LanguageWorker()
    yield worker
    worker.stop()


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text counts as long."""
    monkeypatch.setattr(second_process, "LONG", 1)


def helpers() -> list[BaseProcess]:
    return [p for p in multiprocessing.active_children() if p.name == second_process.NAME]


def told(found: list[DetectedBlock]) -> list[object]:
    """All that a reader sees; ids are new each time."""
    return [
        (
            block.position,
            block.sentences,
            block.times,
            block.quantities,
            block.quotations,
            [
                (c.position, c.kinds, c.priority, c.question, c.reasons, c.slots, c.checkworthiness)
                for c in block.claims
            ],
        )
        for block in found
    ]


class Counted(SecondParser):
    """Counts what it is asked for, and may lose its process over it."""

    def __init__(self, pipe: Connection, process: BaseProcess, lives: int) -> None:
        super().__init__(pipe)
        self.process = process
        self.lives = lives
        self.count = 0

    def ask(self, texts: list[str]) -> int:
        self.count += 1
        number = super().ask(texts)
        if self.count == self.lives:
            assert self.process.pid is not None
            os.kill(self.process.pid, signal.SIGKILL)
        return number


@pytest.mark.parametrize("lives", [1_000, 3])
def test_two_processes_find_what_one_finds_even_if_the_second_dies(
    language: LoadedLanguage, lives: int
) -> None:
    alone = told(list(find_claims(DRAFT, BLOCKS, DAY, language)))
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=parse_for, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    second = Counted(ours, process, lives)
    second.wait()  # until its model is loaded
    assert told(list(find_claims(DRAFT, BLOCKS, DAY, language, second=second))) == alone
    assert second.count >= 3
    second.close()
    process.join(30)
    assert process.exitcode == (0 if lives > second.count else -signal.SIGKILL)


@pytest.mark.usefixtures("long")
def test_a_second_process_comes_with_a_long_text_and_goes_with_it(worker: LanguageWorker) -> None:
    found = worker.detect(DRAFT, BLOCKS, DAY)
    next(found), next(found)
    assert len(helpers()) == 1
    assert len(list(found)) == len(BLOCKS) - 2
    assert helpers() == []


@pytest.mark.usefixtures("long")
def test_a_dropped_order_ends_its_second_process(worker: LanguageWorker) -> None:
    found = worker.detect(DRAFT, BLOCKS, DAY)
    next(found), next(found)
    assert helpers()
    found.close()
    assert helpers() == []
    assert len(list(worker.detect(DRAFT, BLOCKS[:3], DAY))) == 3


def test_a_short_text_is_read_by_one(worker: LanguageWorker) -> None:
    found = worker.detect(DRAFT, BLOCKS, DAY)
    next(found), next(found)
    assert helpers() == []
    found.close()


@pytest.mark.usefixtures("long")
def test_without_a_second_core_or_room_one_reads_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    order = Order(1, DRAFT, tuple(BLOCKS), DAY)
    monkeypatch.setattr(second_process, "cores", lambda: 1)
    with Second(order) as second:
        assert second.order.second is None
    monkeypatch.setattr(second_process, "cores", lambda: 2)

    def full(process: BaseProcess) -> None:
        raise BlockingIOError

    monkeypatch.setattr(BaseProcess, "start", full)
    with Second(order) as second:
        second.start()
        assert second.order.second is not None
        asked = SecondParser(second.order.second)
        assert not asked.has_room
        assert asked.is_gone


def test_a_pipeline_with_more_of_the_model_is_not_helped(language: LoadedLanguage) -> None:
    assert can_help(language.nlp)
    assert not can_help(load_language(more=["lemmatizer", "attribute_ruler"]).nlp)


@dataclass
class Piece:
    surface: Surface


@dataclass
class Fickle:
    """Stands in for the second process: answers late, and after some answers not at all."""

    delays: list[int]
    lives: int
    is_gone: bool = False
    asked: dict[int, int] = field(default_factory=dict)
    number: int = 0

    @property
    def has_room(self) -> bool:
        return not self.is_gone and len(self.asked) < 2

    @property
    def has_answered(self) -> bool:
        return self.is_gone or any(left <= 0 for left in self.asked.values())

    def ask(self, texts: list[str]) -> int:
        self.number += 1
        self.asked[self.number] = self.delays[self.number % len(self.delays)]
        return self.number

    def answer(self, number: int, texts: list[str], nlp: Language) -> list[Doc] | None:
        self.wait()
        if self.is_gone or self.asked[number] > 0:
            return None
        del self.asked[number]
        self.lives -= 1
        return [nlp.make_doc(text) for text in texts]

    def wait(self) -> None:
        self.is_gone = self.is_gone or self.lives <= 0
        self.asked = {number: left - 1 for number, left in self.asked.items()}


BLANK = spacy.blank("en")


@given(
    st.integers(0, 150),
    st.lists(st.integers(0, 12), min_size=1, max_size=5),
    st.integers(0, 8),
)
def test_pieces_come_once_and_in_order_however_the_second_answers(
    count: int, delays: list[int], lives: int
) -> None:
    texts = [f"Piece {number}." if number % 7 else "" for number in range(count)]
    pieces = [Piece(next(surfaces(t, 0, len(t)), Surface("", array("I")))) for t in texts]
    second = cast(SecondParser, Fickle(delays, lives))
    found = list(parsed(iter(pieces), BLANK, parses=True, second=second))
    assert [piece for piece, _ in found] == pieces
    assert [doc.text if doc else "" for _, doc in found] == texts
