"""Which detectors read a text: those that loaded, less those the desk switched off, and the desk's own."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from factcheck.detection.catalogue import PREFIX
from factcheck.detection.desk_rules import components_of, in_force
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.model.claim import ClaimKind
from factcheck.model.rulebook import Rulebook

NEEDS_NO_PARSE = frozenset(
    {f"{PREFIX}{name}" for name in ("quotations", "quantities", "dates", "ages")}
)


_MARKS = {
    ClaimKind.ORDINAL_SUPERLATIVE: "superlatives",
    ClaimKind.QUANTITY: "quantities",
    ClaimKind.CHANGE_COMPARISON: "changes",
    ClaimKind.DATE_TIME: "dates",
    ClaimKind.AGE_ANNIVERSARY: "ages",
    ClaimKind.QUOTATION: "quotations",
    ClaimKind.ATTRIBUTION: "attributions",
    ClaimKind.ROLE_TITLE: "roles",
    ClaimKind.EVENT_ACTION: "events",
    ClaimKind.RELATION_STATUS: "relations",
    ClaimKind.CAUSAL: "causes",
    ClaimKind.NEGATIVE_UNIVERSAL: "negatives",
    ClaimKind.PREDICTION: "predictions",
    ClaimKind.OPINION: "opinions",
}


@dataclass(frozen=True, slots=True)
class Running:
    """The detectors of one reading by name, whether the text is parsed for them, and what was left out."""

    detectors: tuple[tuple[str, Callable[[Doc], Doc]], ...]
    parses: bool
    problems: tuple[str, ...]

    @property
    def silent(self) -> frozenset[ClaimKind]:
        """The kinds whose own rule does not run: the learnt choice leaves them out too."""
        names = {name for name, _ in self.detectors}
        return frozenset(kind for kind, rule in _MARKS.items() if PREFIX + rule not in names)


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
