"""Rises and falls against the figures they are told of."""

from factcheck.consistency.changes.family import findings

__all__ = ["findings"]
