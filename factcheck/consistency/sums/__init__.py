"""Parts and totals, votes, lists, shares and rates."""

from factcheck.consistency.sums.family import findings

__all__ = ["findings"]
