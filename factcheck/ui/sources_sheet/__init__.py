"""The list of sources: of the open article with the claims they bear on, its weakest links, and those of the desk."""

from factcheck.ui.sources_sheet.panel import SourcesPanel

__all__ = ["SourcesPanel"]
