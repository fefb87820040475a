"""The second process as the first sees it; what goes between them are texts and plain numbers."""

from collections import deque
from multiprocessing.connection import Connection
from typing import Any, cast

from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from factcheck.detection.catalogue import PREFIX

Numbers = NDArray[Any]
_ATTRIBUTES: list[int | str] = ["TAG", "DEP", "HEAD"]
_MOST = 2  # batches it holds at once: one it parses, and the next
NEEDS = frozenset({"tok2vec", "tagger", "parser"})  # what it loads of the model, and nothing else


class SecondParser:
    """Asks the second process for parses. It may be gone at any time; then it is asked no more."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._is_ready = False
        self._number = 0
        self._asked: deque[int] = deque()
        self._answers: dict[int, list[Numbers]] = {}
        self.is_gone = False

    @property
    def has_room(self) -> bool:
        """Whether it can be given more: the model is loaded, and it has little to do."""
        self._hear()
        return self._is_ready and not self.is_gone and len(self._asked) < _MOST

    @property
    def has_answered(self) -> bool:
        """Whether it said something that was not yet heard, or is gone."""
        try:
            return self.is_gone or self._pipe.poll()
        except (EOFError, OSError):
            return True

    def ask(self, texts: list[str]) -> int:
        """The number under which it was asked for the parses of the texts."""
        self._number += 1
        try:
            self._pipe.send((self._number, texts))
        except OSError:
            self.is_gone = True
        else:
            self._asked.append(self._number)
        return self._number

    def answer(self, number: int, texts: list[str], nlp: Language) -> list[Doc] | None:
        """The parses that it was asked for under that number; None where they are not there."""
        self._hear()
        parses = self._answers.pop(number, None)
        return None if parses is None else list(map(_doc, map(nlp.make_doc, texts), parses))

    def wait(self) -> None:
        """Wait until it says something or is gone."""
        self._hear(once=True)

    def close(self) -> None:
        """Ask no more; the process ends by itself."""
        self.is_gone = True
        self._pipe.close()

    def _hear(self, once: bool = False) -> None:
        """Take in what it said; with ``once`` wait for it."""
        try:
            while not self.is_gone and (once or self._pipe.poll()):
                once = False
                self._keep(self._pipe.recv())
        except (EOFError, OSError):
            self.is_gone = True

    def _keep(self, said: Any) -> None:
        if said is None:
            self._is_ready = True
            return
        number, parses = said
        self._asked.remove(number)
        self._answers[number] = parses


def numbers_of(doc: Doc) -> Numbers:
    """The tags and the tree of a parsed text as numbers."""
    return cast(Numbers, doc.to_array(_ATTRIBUTES))


def _doc(doc: Doc, numbers: Numbers) -> Doc:
    """The text with the tags and the tree that the other process found."""
    return doc.from_array(_ATTRIBUTES, cast(Any, numbers))


def can_help(nlp: Language) -> bool:
    """Whether the second process, which loads the model’s parser alone, would find all that this pipeline does."""
    of_the_model = {name for name in nlp.pipe_names if not name.startswith(PREFIX)}
    return of_the_model == NEEDS
