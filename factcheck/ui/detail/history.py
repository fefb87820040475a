"""What was done to the claim, the latest deeds first to be seen and the rest on request."""

from datetime import UTC, datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from factcheck.ui.detail.deeds import Deed
from factcheck.ui.detail.words import Words, breakable, link
from factcheck.ui.theme import LABEL, Theme, sans

_SHOWN = 3


class History(Words):
    """The last three deeds, the newest last; "2 more" shows the others, one a line."""

    turned = Signal()  # all of it is shown now, or its end again

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, sans(LABEL + 0.5), "ink_2", parent)
        self._theme = theme
        self._deeds: list[Deed] = []
        self.is_expanded = False
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._turn)

    def show_deeds(self, deeds: list[Deed], fold: bool) -> None:
        """Show a history; with ``fold`` only its end, as for a claim just selected."""
        self._deeds = deeds
        self.is_expanded = self.is_expanded and not fold
        self._set()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        if self.text():
            self._set()

    def _turn(self, _href: str) -> None:
        self.is_expanded = not self.is_expanded
        self._set()
        self.turned.emit()

    def _set(self) -> None:
        now = datetime.now(UTC)
        told = [deed.told(now) for deed in self._deeds]
        hidden = 0 if self.is_expanded else max(0, len(told) - _SHOWN)
        lines = [escape(breakable(words)) for words in told[hidden:]]
        if hidden:
            offer = link("more", f"{hidden} more", self._theme)
            self.setText(f"{offer} &nbsp;·&nbsp; " + " &nbsp;·&nbsp; ".join(lines))
        elif len(told) > _SHOWN:
            fewer = link("fewer", "fewer", self._theme)
            self.setText("<br>".join([*lines, fewer]))
        else:
            self.setText(" &nbsp;·&nbsp; ".join(lines))
        self.setAccessibleName("; ".join(told[hidden:]))
