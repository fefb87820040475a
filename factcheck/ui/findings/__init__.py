"""The list of findings: what the article says against itself, and what agrees."""

from factcheck.ui.findings.panel import FindingsPanel

__all__ = ["FindingsPanel"]
