"""The rows of the page of rules: the desk's own, the program's, and those of other packages."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.detection.catalogue import Detector
from factcheck.model.claim import KIND_NAMES
from factcheck.model.rule import DeskRule
from factcheck.model.rulebook import Rulebook

NONE_YET = "none yet"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or a rule with its switch: one of the desk's own, or a detector by its name."""

    title: str
    about: str = ""
    is_on: bool = True
    detector: str = ""
    rule: DeskRule | None = None

    @property
    def is_heading(self) -> bool:
        return self.rule is None and not self.detector

    @property
    def key(self) -> str:
        return self.rule.id if self.rule is not None else self.detector


def rows_of(rules: Rulebook, detectors: Sequence[Detector]) -> list[Row]:
    """Three groups, each under its heading; that of other packages only where there are any."""
    own = [_own(rule) for rule in rules.desk]
    ours = [_row(detector, rules) for detector in detectors if not detector.package]
    others = [_row(detector, rules) for detector in detectors if detector.package]
    made = [Row("This desk’s rules" if own else f"This desk’s rules: {NONE_YET}"), *own]
    made += [Row("The program’s rules"), *ours]
    return [*made, Row("Rules of other packages"), *others] if others else made


def _own(rule: DeskRule) -> Row:
    about = f"{KIND_NAMES[rule.kind]}, {rule.priority.value} priority"
    if rule.reason:
        about = f"{about}: {rule.reason}"
    return Row(rule.name, about, rule.is_on, rule=rule)


def _row(detector: Detector, rules: Rulebook) -> Row:
    about = detector.about or f"comes with {detector.package}"
    return Row(detector.title, about, rules.runs(detector.name), detector.name)
