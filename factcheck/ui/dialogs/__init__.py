"""Small questions and messages: each a window that can be answered without the mouse."""

from factcheck.ui.dialogs.about import AboutDialog
from factcheck.ui.dialogs.answers import may_take_answers
from factcheck.ui.dialogs.ask import ask_question, ask_reason, ask_title, ask_why_settled
from factcheck.ui.dialogs.backups import Rescue, ask_backup, ask_rescue
from factcheck.ui.dialogs.choose import (
    Dropped,
    ask_draft_or_article,
    ask_kind,
    ask_person,
    ask_role,
)
from factcheck.ui.dialogs.crash import CrashDialog
from factcheck.ui.dialogs.manual import ManualDialog
from factcheck.ui.dialogs.paste import Pasted, ask_pasted
from factcheck.ui.dialogs.tell import may_remove, may_sign, tell

__all__ = [
    "AboutDialog",
    "CrashDialog",
    "Dropped",
    "ManualDialog",
    "Pasted",
    "Rescue",
    "ask_backup",
    "ask_draft_or_article",
    "ask_kind",
    "ask_pasted",
    "ask_person",
    "ask_question",
    "ask_reason",
    "ask_rescue",
    "ask_role",
    "ask_title",
    "ask_why_settled",
    "may_remove",
    "may_sign",
    "may_take_answers",
    "tell",
]
