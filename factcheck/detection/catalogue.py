"""What detectors there are, without loading any of them: the window lists them and knows no spaCy."""

import tomllib
from dataclasses import dataclass
from importlib.metadata import entry_points

from factcheck.resource_files import resource

PREFIX = "claims_"

_ABOUT = {
    "quotations": "words in quotation marks",
    "superlatives": "firsts, onlies, records and other superlatives",
    "ages": "how old somebody or something is, and anniversaries",
    "quantities": "figures with what they count",
    "changes": "what rose or fell, and comparisons",
    "negatives": "never, none, all, has not, refused",
    "causes": "what is said to have led to what",
    "predictions": "what is said about the future",
    "opinions": "judgements, which nobody can look up",
    "attributions": "what somebody is reported to have said or found",
    "roles": "offices, professions and who holds them",
    "dates": "dates, times and durations",
    "relations": "what is, belongs, lies or consists",
    "events": "what happened, and who did it",
    "worth": "how much a sentence is worth checking, by a small language model",
    "choice": "which of all stretches a checker would mark, learnt from annotated news",
}


@dataclass(frozen=True, slots=True)
class Detector:
    """A rule that comes with the program or with another package; ``package`` is empty for the program's own."""

    name: str
    about: str = ""
    package: str = ""

    @property
    def title(self) -> str:
        """Its name in words."""
        return self.name.removeprefix(PREFIX).replace("_", " ").capitalize()


def settings() -> dict[str, dict[str, list[str]]]:
    """What pipeline.cfg says."""
    with resource("pipeline.cfg").open("rb") as file:
        return tomllib.load(file)


def detectors() -> list[Detector]:
    """The program's detectors in the order they run, then those of other packages by name."""
    own = settings()["claims"]["detectors"]
    found = [Detector(name, _ABOUT.get(name.removeprefix(PREFIX), "")) for name in own]
    foreign = {name: package for name, package in foreign_detectors().items() if name not in own}
    return found + [Detector(name, "", foreign[name]) for name in sorted(foreign)]


def foreign_detectors() -> dict[str, str]:
    """The detectors that other packages offer through spaCy’s entry points, with the package of each."""
    return {
        point.name: point.dist.name if point.dist is not None else "another package"
        for point in entry_points(group="spacy_factories")
        if point.name.startswith(PREFIX)
    }
