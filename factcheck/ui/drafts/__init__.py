"""What a new draft made of the claims of the one before: the list, and old and new words side by side."""

from factcheck.ui.drafts.differing import Differing
from factcheck.ui.drafts.panel import DraftPanel

__all__ = ["Differing", "DraftPanel"]
