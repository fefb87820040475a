"""Which detectors read a text: those that loaded, less those the desk switched off, and the desk's own."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from factcheck.detection.catalogue import PREFIX
from factcheck.detection.desk_rules import components_of, in_force
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.model.rulebook import Rulebook

NEEDS_NO_PARSE = frozenset(
    {f"{PREFIX}{name}" for name in ("quotations", "quantities", "dates", "ages")}
)


@dataclass(frozen=True, slots=True)
class Running:
    """The detectors of one reading by name, whether the text is parsed for them, and what was left out."""

    detectors: tuple[tuple[str, Callable[[Doc], Doc]], ...]
    parses: bool
    problems: tuple[str, ...]


def running(language: LoadedLanguage, rules: Rulebook, english: bool) -> Running:
    """What reads a text by these rules; where it is not English, only what needs no parse."""
    nlp = language.nlp
    ours = [
        name
        for name in language.detectors
        if rules.runs(name) and (english or name in NEEDS_NO_PARSE)
    ]
    desk = [rule for rule in rules.in_force if english or not components_of([rule])]
    problems = list(language.problems)
    made = [(name, nlp.get_pipe(name)) for name in ours] + in_force(desk, nlp, problems)
    parses = english and bool(ours or components_of(desk))
    return Running(tuple(made), parses, tuple(problems))
