"""The casebook: one SQLite file that keeps a desk's articles, claims, verdicts and the record of every change.

Beside it lie its vault, with the files behind sources and articles, and its backups.
"""

from factcheck.storage.backups import Backup, Contents, backups_of, contents_of, restore
from factcheck.storage.casebook import Casebook
from factcheck.storage.home import default_casebook, log_in_name
from factcheck.storage.kept_files import file_states, file_states_at_sight, gating_links, weak_links
from factcheck.storage.opening import CASEBOOK_SUFFIX
from factcheck.storage.upkeep import look_after
from factcheck.storage.vault import InVault, Progress, Vault
from factcheck.storage.whereabouts import warning as warning_of_place

__all__ = [
    "CASEBOOK_SUFFIX",
    "Backup",
    "Casebook",
    "Contents",
    "InVault",
    "Progress",
    "Vault",
    "backups_of",
    "contents_of",
    "default_casebook",
    "file_states",
    "file_states_at_sight",
    "gating_links",
    "log_in_name",
    "look_after",
    "restore",
    "warning_of_place",
    "weak_links",
]
