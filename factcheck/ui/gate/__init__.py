"""What keeps the article from print, and signing it off when nothing does."""

from factcheck.ui.gate.panel import GatePanel

__all__ = ["GatePanel"]
