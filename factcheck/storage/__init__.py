"""The casebook: one SQLite file that keeps a desk's articles, claims, verdicts and the record of every change."""

from factcheck.storage.casebook import Casebook
from factcheck.storage.home import default_casebook, log_in_name
from factcheck.storage.opening import CASEBOOK_SUFFIX

__all__ = ["CASEBOOK_SUFFIX", "Casebook", "default_casebook", "log_in_name"]
