"""What is said twice: figures, quotations, and what the headline takes from the text."""

from collections import defaultdict
from collections.abc import Iterator

from factcheck.consistency.repeats.children import children_told_twice
from factcheck.consistency.repeats.figures_twice import figures_told_twice
from factcheck.consistency.repeats.headline_actors import headline_actors
from factcheck.consistency.repeats.headline_deeds import headline_deeds
from factcheck.consistency.repeats.headline_figures import headline_figures
from factcheck.consistency.repeats.once import once_told_twice
from factcheck.consistency.repeats.quoted_twice import quoted_twice
from factcheck.consistency.repeats.scores import scores_told_twice
from factcheck.consistency.sameness.passages import passages_of
from factcheck.consistency.sameness.told import told_in
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding
from factcheck.model.text import TextPosition


def findings(subject: Subject) -> Iterator[Finding]:
    """What the article says twice and not alike, and what stays the same; each pair of places once."""
    passages = passages_of(subject)
    told = told_in(subject)
    found: defaultdict[TextPosition, list[Finding]] = defaultdict(list)
    for finding in (
        *figures_told_twice(subject, told),
        *headline_figures(subject, passages, told),
        *headline_actors(subject, passages),
        *headline_deeds(subject, passages),
        *once_told_twice(subject, passages),
        *scores_told_twice(subject, passages),
        *children_told_twice(subject, passages),
        *quoted_twice(subject, passages),
    ):
        sentence = subject.sentence_at(finding.places[0].start)
        if not any(_at_same_places(finding, other) for other in found[sentence]):
            found[sentence].append(finding)
            yield finding


def _at_same_places(finding: Finding, other: Finding) -> bool:
    """Whether another finding already holds the same two places against each other."""
    return all(any(place.overlaps(known) for known in other.places) for place in finding.places)
