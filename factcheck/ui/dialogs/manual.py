"""Shows the manual, with the keys as they are in force."""

import re
from html import escape
from typing import Any

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from factcheck.resource_files import resource
from factcheck.ui.actions import TABLE, Actions, Column
from factcheck.ui.dialogs.frame import Frame
from factcheck.ui.key_caps import caps_of
from factcheck.ui.overriding import override
from factcheck.ui.theme import Theme, sans

_KEY = re.compile(r"\{\{([a-z-]+)\}\}")
_SHEET = """
h1 {{ font-size: 24px; font-weight: 600; margin: 4px 0 10px 0; }}
h2 {{ font-size: 17px; font-weight: 600; margin: 22px 0 6px 0; }}
p, li {{ font-size: 15px; line-height: 122%; margin: 0 0 9px 0; }}
td {{ font-size: 14px; padding: 2px 20px 2px 0; }}
.key {{ color: {ink_2}; font-weight: 600; }}
a {{ color: {accent}; }}
"""


class ManualDialog(Frame):
    """The manual in a window of its own, beside the article."""

    def __init__(self, parent: QWidget | None, theme: Theme, actions: Actions) -> None:
        super().__init__(parent, "How to check an article", "", 560)
        self.setModal(False)
        self.resize(760, 720)
        self.text = _Pages()
        self.text.setFont(sans(15))
        self.text.setAccessibleName("Manual")
        self.text.setOpenExternalLinks(False)
        self.text.document().setDocumentMargin(16)
        self.column.addWidget(self.text, 1)
        self.close_column("Close")
        self.show_manual(theme, actions)
        self.text.setFocus()

    def show_manual(self, theme: Theme, actions: Actions) -> None:
        """Set the manual anew, in these colours and with the keys as they are now."""
        self.text.document().setDefaultStyleSheet(_SHEET.format(**theme.tokens))
        self.text.setHtml(manual_html(actions))


class _Pages(QTextBrowser):
    """Fetches nothing: the manual is one page of words."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        return QByteArray()


def manual_html(actions: Actions) -> str:
    """The manual with each {{action}} as its key, and the table of keys at its end."""
    keys = {spec.name: _keys_of(actions, spec.name) for spec in TABLE}
    words = resource("manual.html").read_text("utf-8").replace("{{all-keys}}", _table(keys))
    return _KEY.sub(lambda found: f'<span class="key">{keys[found.group(1)]}</span>', words)


def _keys_of(actions: Actions, name: str) -> str:
    keys = actions.keys_in_force(actions.spec(name))
    return escape(" ".join(caps_of(keys[0]))) if keys else "no key"


def _table(keys: dict[str, str]) -> str:
    parts: list[str] = []
    for column in Column:
        parts.append(f"<p><b>{column.value}</b></p><table>")
        parts += [
            f'<tr><td>{escape(spec.text)}</td><td class="key">{keys[spec.name]}</td></tr>'
            for spec in TABLE
            if spec.column is column
        ]
        parts.append("</table>")
    return "".join(parts)
