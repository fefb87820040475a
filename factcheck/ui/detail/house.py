"""Offers to keep the words of a dismissed claim from being marked again, or to let them be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factcheck.errors import FactcheckError
from factcheck.model.claim import Claim
from factcheck.model.verdict import State
from factcheck.ui.actions import Actions
from factcheck.ui.detail.words import Words, link
from factcheck.ui.session import Session
from factcheck.ui.theme import LABEL, Theme, sans

_OFFER = "Do not mark these words again"
_KEPT = "These words are not marked again in this casebook."
_BACK = "Mark them again"


class HouseOffer(Words):
    """A line with one link; it does what the key of the action does."""

    def __init__(
        self, session: Session, theme: Theme, actions: Actions | None, parent: QWidget
    ) -> None:
        super().__init__(theme, sans(LABEL), "ink_2", parent)
        self._session = session
        self._theme = theme
        self._actions = actions
        self._is_kept = False
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        if actions is not None:
            self.linkActivated.connect(lambda _: actions["remember"].trigger())

    def show_claim(self, claim: Claim) -> bool:
        """Whether there is anything to offer: the claim was dismissed, or a house rule is about its words."""
        session = self._session
        if session.read_only_reason or session.case.state(claim.id) is not State.NOT_A_CLAIM:
            return False
        try:
            self._is_kept = session.casebook.rules().house_rule_on(claim) is not None
        except FactcheckError:  # the offer is a comfort; whatever is done next tells of the fault
            return False
        self._say()
        return True

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        if self.text():
            self._say()

    def _say(self) -> None:
        words = _BACK if self._is_kept else _OFFER
        said = f"{_KEPT} " if self._is_kept else ""
        key = ""
        if self._actions is not None:
            key = self._actions.shown_keys(self._actions.spec("remember"))
        grey = self._theme.colour("ink_3").name()
        shown = f' &nbsp;<span style="color:{grey}">{key}</span>' if key else ""
        self.setText(f"{said}{link('remember', words, self._theme)}{shown}")
        self.setAccessibleName(f"{said}{words}{f' ({key})' if key else ''}")
