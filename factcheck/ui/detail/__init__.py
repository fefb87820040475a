"""The selected claim in full, with everything that is recorded about it."""

from factcheck.ui.detail.panel import DetailPanel

__all__ = ["DetailPanel"]
