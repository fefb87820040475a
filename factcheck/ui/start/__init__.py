"""The start page: what the casebook holds, and where the next article comes in."""

from factcheck.ui.start.page import StartPage

__all__ = ["StartPage"]
