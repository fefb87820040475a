"""Names: their spellings, titles and short forms."""

from factcheck.consistency.spellings.family import findings

__all__ = ["findings"]
