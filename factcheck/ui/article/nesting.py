"""How deep claims lie in one another: the innermost nearest the words, each outer one a level further off."""

from collections.abc import Iterator, Sequence

from factcheck.model.text import TextPosition


def levels(positions: Sequence[TextPosition]) -> list[int]:
    """The level of each claim, 0 for one with nothing inside it; no two that overlap share one."""
    level = [0] * len(positions)
    for cluster in _clusters(positions):
        placed: list[int] = []
        for index in sorted(cluster, key=lambda i: (len(positions[i]), positions[i].start, i)):
            here = positions[index]
            level[index] = 1 + max(
                (level[other] for other in placed if positions[other].overlaps(here)), default=-1
            )
            placed.append(index)
    return level


def _clusters(positions: Sequence[TextPosition]) -> Iterator[list[int]]:
    """Groups of claims that hang together by overlaps, so that only those are compared."""
    cluster: list[int] = []
    end = 0
    for index in sorted(range(len(positions)), key=lambda i: positions[i]):
        if cluster and positions[index].start >= end:
            yield cluster
            cluster, end = [], 0
        cluster.append(index)
        end = max(end, positions[index].end)
    if cluster:
        yield cluster
