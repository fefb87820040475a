"""What is told twice: figures, quotations, and the headline against the text."""

from factcheck.consistency.repeats.family import findings

__all__ = ["findings"]
