"""The small sentence model: how much each sentence is worth checking, and how far it only judges."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np

from factcheck.detection.wordpieces import WordPieces
from factcheck.errors import ModelMissing
from factcheck.resource_files import resource

FOLDER = "sentence-model"
FILES = ("model.onnx", "vocabulary.txt")
LENGTH = 64  # word pieces of a sentence that are read
MISSING = "the sentence model or its library is not installed"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model makes of a sentence, both from 0 to 1."""

    worth: float
    opinion: float


class SentenceModel:
    """The model, ready to be asked."""

    def __init__(self, session: Any, pieces: WordPieces) -> None:
        self._session = session
        self._pieces = pieces

    def judge(self, sentences: Sequence[str]) -> list[Judged]:
        """One judgement a sentence, in the same order."""
        if not sentences:
            return []
        rows = [self._pieces.numbers(sentence, LENGTH) for sentence in sentences]
        width = max(map(len, rows))
        ids = np.zeros((len(rows), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        (found,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
        return [Judged(float(worth), float(opinion)) for worth, opinion in found]


def be_there() -> None:
    """ModelMissing, without loading anything, where the model or its library is not installed."""
    try:
        for file in FILES:
            resource("models", FOLDER, file)
    except FileNotFoundError as error:
        raise ModelMissing(MISSING) from error
    if find_spec("onnxruntime") is None:
        raise ModelMissing(MISSING)


def load_sentence_model() -> SentenceModel:
    """The model that comes with the program; raises whatever its library raises for a broken file."""
    import onnxruntime  # a tenth of a second, while spaCy is loaded

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    weights, vocabulary = (resource("models", FOLDER, file) for file in FILES)
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    return SentenceModel(session, WordPieces.read(vocabulary))


def loading() -> "Future[SentenceModel]":
    """The model while it is loaded beside other work; its result raises where it is broken."""
    thread = ThreadPoolExecutor(1, thread_name_prefix="sentence-model")
    future = thread.submit(load_sentence_model)
    thread.shutdown(wait=False)
    return future
