"""All, none and both, against a stated exception."""

from factcheck.consistency.quantifiers.family import findings

__all__ = ["findings"]
