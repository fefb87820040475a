"""One measure in two units, and money at a rate that the text states."""

from factcheck.consistency.conversions.family import findings

__all__ = ["findings"]
