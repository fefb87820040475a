"""Detection in a process of its own."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from multiprocessing import Pipe

import pytest

from factcheck.detection import serving
from factcheck.detection import worker as worker_module
from factcheck.detection.orders import Order
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.detection.worker import LanguageWorker
from factcheck.errors import FactcheckError, UnusableRule
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.model.rulebook import Rulebook
from tests.makers import make_draft
from tests.unit.detection import odd_children
from tests.unit.detection.conftest import blocks_of

DRAFT = make_draft("\n\n".join(["The council sold 14 ferries in 2012 and the mayor left."] * 40))
BLOCKS = blocks_of(DRAFT)
DAY = date(2021, 6, 16)


@pytest.fixture(scope="module")
def worker() -> Iterator[LanguageWorker]:
    worker = LanguageWorker()
    yield worker
    worker.stop()
    assert not worker.is_running


def test_blocks_come_in_text_order(worker: LanguageWorker) -> None:
    found = list(worker.detect(DRAFT, BLOCKS, DAY))
    assert [b.position for b in found] == [b.position for b in BLOCKS]
    assert found[0].claims[0].draft_id == DRAFT.id


def test_closing_drops_the_order_and_the_next_gets_only_its_own(worker: LanguageWorker) -> None:
    first = worker.detect(DRAFT, BLOCKS, DAY)
    next(first)
    first.close()
    other = make_draft("The dam broke.")
    (block,) = worker.detect(other, blocks_of(other), DAY)
    assert [c.text for c in block.claims] == ["The dam broke"]


def test_two_orders_can_be_read_side_by_side(worker: LanguageWorker) -> None:
    other = make_draft("The dam broke.")
    first = worker.detect(DRAFT, BLOCKS, DAY)
    next(first)
    assert len(list(worker.detect(other, blocks_of(other), DAY))) == 1
    assert len(list(first)) == len(BLOCKS) - 1


def test_child_that_died_is_told_and_the_next_order_starts_another(worker: LanguageWorker) -> None:
    long = make_draft("\n\n".join(["The council sold 14 ferries in 2012."] * 4_000))
    found = worker.detect(long, blocks_of(long), DAY)
    next(found)
    assert worker.process_id is not None
    os.kill(worker.process_id, signal.SIGKILL)
    with pytest.raises(FactcheckError, match="stopped unexpectedly"):
        list(found)
    assert len(list(worker.detect(DRAFT, BLOCKS, DAY))) == len(BLOCKS)


def test_stopping_ends_an_open_iterator_in_words() -> None:
    worker = LanguageWorker()
    worker.start()
    found = worker.detect(DRAFT, BLOCKS, DAY)
    next(found)
    worker.stop()
    with pytest.raises(FactcheckError):
        list(found)
    assert not worker.is_running


def test_a_rule_is_tried_in_the_process_and_a_wrong_one_refused(worker: LanguageWorker) -> None:
    rule = DeskRule("Ferries", RuleForm.WORDS, "14 ferries", ClaimKind.QUANTITY, Priority.LOW)
    found = list(worker.try_rule(DRAFT, BLOCKS, rule))
    assert [claim.text for block in found for claim in block.claims] == ["14 ferries"] * 40
    wrong = replace(rule, form=RuleForm.PATTERN, content="[")
    with pytest.raises(UnusableRule, match="not JSON"):
        list(worker.try_rule(DRAFT, (), wrong))


def test_rules_travel_with_the_order_and_the_model_grows_for_them(worker: LanguageWorker) -> None:
    lemma = DeskRule(
        "Leaving", RuleForm.PATTERN, '[{"LEMMA": "leave"}]', ClaimKind.CAUSAL, Priority.LOW
    )
    (block, *_) = worker.detect(DRAFT, BLOCKS, DAY, Rulebook((lemma,)))
    assert "desk: Leaving" in {r.detector for c in block.claims for r in c.reasons}
    (block, *_) = worker.detect(DRAFT, BLOCKS, DAY)
    assert "desk: Leaving" not in {r.detector for c in block.claims for r in c.reasons}


def ends(work: Callable[[], object]) -> bool:
    """Whether the work comes to an end; a deadlock would hold up every other test."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(60)
    return not thread.is_alive()


def test_nothing_is_started_after_the_end() -> None:
    worker = LanguageWorker()
    worker.start()
    worker.stop()
    worker.start()
    assert not worker.is_running
    with pytest.raises(FactcheckError):
        list(worker.detect(DRAFT, BLOCKS, DAY))
    assert worker.process_id is None


def test_starting_and_stopping_wait_for_no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "serve", odd_children.busy)
    monkeypatch.setattr(worker_module, "_GRACE", 3_600)
    worker = LanguageWorker()
    assert ends(worker.start)
    assert worker.is_running
    assert ends(worker.stop)
    assert not worker.is_running


def test_a_child_that_will_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "serve", odd_children.deaf)
    monkeypatch.setattr(worker_module, "_GRACE", 0.1)
    worker = LanguageWorker()
    worker.start()
    assert ends(worker.stop)
    assert not worker.is_running


def test_a_large_order_and_a_large_answer_pass_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "serve", odd_children.loud)
    worker = LanguageWorker()
    book = make_draft("word " * 1_000_000)
    given_up = worker.detect(DRAFT, BLOCKS, DAY)
    found: list[int] = []

    def read() -> None:
        next(given_up)
        found.extend(len(block.sentences) for block in worker.detect(book, BLOCKS, DAY))

    assert ends(read)
    assert found == [odd_children.MANY] * 3
    given_up.close()
    worker.stop()


def test_a_parent_that_is_gone_is_no_fault_of_a_rule(
    language: LoadedLanguage, caplog: pytest.LogCaptureFixture
) -> None:
    ours, theirs = Pipe()
    ours.close()
    with pytest.raises((EOFError, OSError)):
        serving._answer(theirs, deque(), Order(1, DRAFT, tuple(BLOCKS), DAY), language)
    assert caplog.records == []
