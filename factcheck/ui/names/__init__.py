"""The names of the article: who and what it is about, how each is spelled, and what the text says of it."""

from factcheck.ui.names.panel import NamesPanel

__all__ = ["NamesPanel"]
