"""The fact-checker's workstation: from an article to a verdict report."""

__version__ = "0.1.0"
