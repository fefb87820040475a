"""What can go wrong, in words for the person at the screen."""


class FactcheckError(Exception):
    """The world is not as it should be; the message says what happened, what is safe and what to do."""


class UnreadableFile(FactcheckError):
    """A file could not be turned into an article."""


class CasebookError(FactcheckError):
    """A casebook could not be opened, read or written."""


class CasebookDamaged(CasebookError):
    """SQLite, or this program, cannot make sense of a casebook; a backup or a recovery may help."""


class NoBackup(CasebookError):
    """A backup could not be made or put back; the casebook is as it was."""


class NotRecorded(CasebookError):
    """A change did not reach the casebook; file and memory are as they were before it."""


class CasebookReadOnly(CasebookError):
    """The casebook may be looked at, not written: another window, a read-only disk or folder."""


class ArticleSigned(CasebookError):
    """An article that is signed off was to be changed; it must be opened again first."""


class FileNotKept(FactcheckError):
    """A file could not be copied into the vault, or is not there as it was; nothing was recorded or lost."""


class ModelMissing(FactcheckError):
    """The language model is not installed or cannot be loaded."""


class ReportFailed(FactcheckError):
    """A report could not be written; no half file is left behind."""


class NoSuchRecord(FactcheckError):
    """An article, claim or source that was asked for by name or id is not in the casebook."""


class UnusableRule(FactcheckError):
    """A rule that a desk wrote cannot be used as it stands."""


class NothingNew(FactcheckError):
    """A new draft has the very text of the one before it; nothing was recorded."""
