"""Ages and anniversaries, against births, deeds and each other."""

from factcheck.consistency.ages.family import findings

__all__ = ["findings"]
