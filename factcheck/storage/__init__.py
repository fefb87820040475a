"""The casebook: one SQLite file that keeps a desk's articles, claims, verdicts and the record of every change.

Beside it lie its vault, with the files behind sources and articles, and its backups.
"""

from factcheck.storage.casebook import Casebook
from factcheck.storage.home import default_casebook, log_in_name
from factcheck.storage.opening import CASEBOOK_SUFFIX
from factcheck.storage.vault import InVault, Progress, Vault

__all__ = [
    "CASEBOOK_SUFFIX",
    "Casebook",
    "InVault",
    "Progress",
    "Vault",
    "default_casebook",
    "log_in_name",
]
