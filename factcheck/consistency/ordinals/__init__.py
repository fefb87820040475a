"""Firsts, nths, onlys and nevers against each other and against what the text tells."""

from factcheck.consistency.ordinals.family import findings

__all__ = ["findings"]
