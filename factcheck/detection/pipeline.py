"""Builds the language pipeline from pipeline.cfg, once: model components first, then the detectors."""

import importlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import spacy
from spacy.language import Language

from factcheck.detection.catalogue import PREFIX, foreign_detectors, settings
from factcheck.detection.guard import guarded
from factcheck.errors import ModelMissing


@dataclass(frozen=True, slots=True)
class LoadedLanguage:
    """The pipeline, the detectors in the order they run, and sentences about what had to be left out."""

    nlp: Language
    detectors: tuple[str, ...]
    problems: tuple[str, ...] = ()

    @property
    def parses(self) -> bool:
        """Whether a model is there that parses sentences."""
        return self.nlp.has_pipe("parser")


def load_language(
    disabled: Collection[str] = (), more: Collection[str] = frozenset()
) -> LoadedLanguage:
    """The pipeline without the rules named in ``disabled``; without a model, the rules that need no parse.

    ``more`` names parts of the model to load beside those that the program's own rules need.
    """
    said = settings()
    problems: list[str] = []
    own = _register_own(said["claims"]["detectors"], disabled, problems)
    foreign = sorted(
        name for name in foreign_detectors() if name not in own and name not in disabled
    )
    try:
        nlp = load_model(said["model"]["packages"], _needed(said, foreign) | set(more))
    except ModelMissing as missing:
        nlp = _without_model()
        problems.append(str(missing))
    loaded = [name for name in (*own, *foreign) if _added(nlp, name, problems)]
    return LoadedLanguage(nlp, tuple(loaded), tuple(problems))


def load_model(packages: Iterable[str], components: Collection[str]) -> Language:
    """The first of the model packages that is installed, with the named components only.

    Raises ModelMissing where none can be loaded.
    """
    left_out = [name for name in _EVERY_COMPONENT if name not in components]
    for package in packages:
        try:
            nlp = importlib.import_module(package).load(exclude=left_out)
        except (ImportError, OSError, ValueError, AttributeError):
            continue
        if isinstance(nlp, Language) and nlp.has_pipe("parser"):
            return nlp
    raise ModelMissing(
        "The English language model is not installed, so only quotations, figures, ages and dates are "
        "looked for. Installing en_core_web_sm brings the other rules back."
    )


_EVERY_COMPONENT = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "ner")


def _register_own(
    names: Iterable[str], disabled: Collection[str], problems: list[str]
) -> list[str]:
    """Import the modules of our own detectors, which registers them with spaCy; those that loaded."""
    loaded = []
    for name in names:
        if name in disabled:
            continue
        try:
            importlib.import_module(f"factcheck.detection.{name.removeprefix(PREFIX)}")
        except ImportError as error:
            problems.append(_left_out(name, error))
        else:
            loaded.append(name)
    return loaded


def _needed(said: dict[str, dict[str, list[str]]], foreign: Collection[str]) -> set[str]:
    """The model components to load: ours, and all of them where another’s detector may want more."""
    needed = set(said["model"]["components"])
    if foreign:
        needed |= {"attribute_ruler", "lemmatizer", "ner"}
    return needed


def _added(nlp: Language, name: str, problems: list[str]) -> bool:
    def told(error: Exception) -> None:
        problems.append(_left_out(name, error))

    return guarded(lambda: nlp.add_pipe(name), told) is not None


def _left_out(name: str, error: Exception) -> str:
    said = str(error).strip().splitlines()
    reason = said[0][:120] if said else type(error).__name__
    return f"The rule {name} could not be loaded and was left out ({reason}). All other rules run."


def _without_model() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp
