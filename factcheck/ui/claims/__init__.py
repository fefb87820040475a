"""The list of claims: filtered, sorted, and in step with the article."""

from factcheck.ui.claims.panel import ClaimsPanel

__all__ = ["ClaimsPanel"]
