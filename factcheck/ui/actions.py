"""The table of actions: menus, shortcuts, tool tips, the palette and the key sheet all come from here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from factcheck.model.verdict import State
from factcheck.ui.session import Session
from factcheck.ui.settings import Settings


class Menu(StrEnum):
    """A menu of the window, in the order of the menu bar."""

    FILE = "&File"
    EDIT = "&Edit"
    ARTICLE = "&Article"
    CLAIM = "&Claim"
    VIEW = "&View"
    HELP = "&Help"


class Column(StrEnum):
    """A column of the key sheet."""

    MOVE = "Move"
    DECIDE = "Decide"
    RECORD = "Record"
    LOOK = "Look"
    FILES = "Files and program"


class Needs(StrEnum):
    """What must be there before an action makes sense."""

    NOTHING = "nothing"
    ARTICLE = "article"
    CLAIM = "claim"
    WRITING = "article that may be written to"
    CLAIM_WRITING = "claim that may be written to"
    LOOKING = "search for claims under way"


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. ``calls`` is a path into Commands; a letter alone works only in article, list and detail."""

    name: str
    text: str
    calls: str
    menu: Menu
    keys: tuple[str, ...] = ()
    column: Column | None = None
    needs: Needs = Needs.ARTICLE
    state: State | None = None
    starts_group: bool = False


if TYPE_CHECKING:
    from factcheck.ui.commands import Commands

_F, _E, _A, _C, _V, _H = Menu
_MOVE, _DECIDE, _RECORD, _LOOK, _FILES = Column
_CLAIM, _WRITE, _CLAIM_WRITE, _ANY = Needs.CLAIM, Needs.WRITING, Needs.CLAIM_WRITING, Needs.NOTHING

# fmt: off
TABLE: tuple[Spec, ...] = (
    Spec("open", "Open article…", "filing.open_article", _F, ("Ctrl+O",), _FILES, needs=_ANY),
    Spec("paste-article", "Article from pasted text…", "filing.paste_article", _F, ("Ctrl+Shift+V",), _FILES, needs=_ANY),
    Spec("new-draft", "New draft of this article…", "drafting.open_draft", _F, ("Ctrl+Shift+O",), _FILES),
    Spec("open-sample", "Open the sample article", "filing.open_sample", _F, needs=_ANY),
    Spec("start", "All articles", "filing.show_start", _F, ("Ctrl+W",), _FILES, needs=_ANY, starts_group=True),
    Spec("open-casebook", "Open casebook…", "filing.open_casebook", _F, needs=_ANY),
    Spec("new-casebook", "New casebook…", "filing.new_casebook", _F, needs=_ANY),
    Spec("restore", "Restore from a backup…", "restoring.restore_backup", _F, needs=_ANY),
    Spec("report", "Write the report…", "filing.write_report", _F, ("Ctrl+E",), _FILES, starts_group=True),
    Spec("public-report", "Write the public report…", "filing.write_public_report", _F),
    Spec("questions", "Questions for…", "asking.write_questions", _F),
    Spec("answers", "Take answers from a sheet…", "asking.take_answers", _F, needs=_WRITE),
    Spec("remove-article", "Remove article from casebook…", "filing.remove_article", _F, needs=_WRITE),
    Spec("preferences", "Preferences…", "looking.show_preferences", _F, ("Ctrl+,",), _FILES, needs=_ANY, starts_group=True),
    Spec("quit", "Quit", "filing.quit", _F, ("Ctrl+Q",), _FILES, needs=_ANY, starts_group=True),
    Spec("undo", "Undo", "deciding.undo", _E, ("Ctrl+Z",), _DECIDE, _WRITE),
    Spec("redo", "Redo", "deciding.redo", _E, ("Ctrl+Shift+Z", "Ctrl+Y"), _DECIDE, _WRITE),
    Spec("copy-claim", "Copy the claim with its verdict", "recording.copy_claim", _E, ("Ctrl+Shift+C",), _RECORD, needs=_CLAIM, starts_group=True),
    Spec("find", "Find in article", "looking.find_in_article", _E, ("Ctrl+F",), _LOOK, starts_group=True),
    Spec("find-next", "Find next", "looking.find_next", _E, ("F3", "Ctrl+G"), _LOOK),
    Spec("find-previous", "Find previous", "looking.find_previous", _E, ("Shift+F3", "Ctrl+Shift+G"), _LOOK),
    Spec("find-claims", "Find in claims", "looking.find_in_claims", _E, ("Ctrl+L",), _LOOK),
    Spec("search-all", "Search all claims", "looking.search_all", _E, ("Ctrl+Shift+F",), _LOOK, _ANY),
    Spec("set-date", "Publication date…", "recording.set_date", _A, needs=_WRITE),
    Spec("set-title", "Title…", "recording.set_title", _A, needs=_WRITE),
    Spec("set-role", "Part of the page…", "recording.set_role", _A, ("Shift+T",), _RECORD, needs=_WRITE),
    Spec("read", "Read, nothing to check", "deciding.toggle_read", _A, ("R",), _DECIDE, _WRITE, starts_group=True),
    Spec("next-unread", "Next text nobody read", "moving.next_unread", _A, ("U",), _MOVE),
    Spec("sign-off", "Sign off…", "signing.sign_off", _A, starts_group=True),
    Spec("reopen", "Open again after sign-off…", "signing.reopen", _A),
    Spec("analyse", "Look for claims again", "filing.analyse", _A, needs=_WRITE, starts_group=True),
    Spec("stop", "Stop looking for claims", "filing.stop_analysis", _A, needs=Needs.LOOKING),
    Spec("next", "Next claim", "moving.next_claim", _C, ("J",), _MOVE),
    Spec("previous", "Previous claim", "moving.previous_claim", _C, ("K",), _MOVE),
    Spec("next-open", "Next open claim", "moving.next_open", _C, ("Space",), _MOVE),
    Spec("previous-open", "Previous open claim", "moving.previous_open", _C, ("Shift+Space",), _MOVE),
    Spec("next-high", "Next high priority", "moving.next_high", _C, ("H",), _MOVE),
    Spec("next-finding", "Next finding", "moving.next_finding", _C, ("F",), _MOVE),
    Spec("previous-finding", "Previous finding", "moving.previous_finding", _C, ("Shift+F",), _MOVE),
    Spec("next-change", "Next change of the draft", "drafting.next_change", _C, ("G",), _LOOK),
    Spec("outer", "Outer claim", "moving.outer_claim", _C, ("Alt+Up",), _MOVE, _CLAIM),
    Spec("inner", "Inner claim", "moving.inner_claim", _C, ("Alt+Down",), _MOVE, _CLAIM),
    Spec("verified", "Verified", "deciding.rate_verified", _C, ("V",), _DECIDE, _CLAIM_WRITE, State.VERIFIED, starts_group=True),
    Spec("contradicted", "Contradicted", "deciding.rate_contradicted", _C, ("X",), _DECIDE, _CLAIM_WRITE, State.CONTRADICTED),
    Spec("unverifiable", "Could not be verified", "deciding.rate_unverifiable", _C, ("N",), _DECIDE, _CLAIM_WRITE, State.UNVERIFIABLE),
    Spec("authors-word", "Author’s word only", "deciding.rate_authors_word", _C, ("A",), _DECIDE, _CLAIM_WRITE, State.AUTHORS_WORD),
    Spec("waiting", "Waiting for…", "deciding.rate_waiting", _C, ("W",), _DECIDE, _CLAIM_WRITE, State.WAITING),
    Spec("dismiss", "Not a claim", "deciding.dismiss", _C, ("D",), _DECIDE, _CLAIM_WRITE, State.NOT_A_CLAIM),
    Spec("remember", "Do not mark these words again", "deciding.remember", _C, ("Shift+D",), _DECIDE, _CLAIM_WRITE),
    Spec("take-back", "Not checked (take back)", "deciding.take_back", _C, ("0",), _DECIDE, _CLAIM_WRITE, State.OPEN),
    Spec("keep-verdict", "Same claim after all, keep the verdict", "drafting.keep_verdict", _C, ("Shift+V",), _DECIDE, _CLAIM_WRITE),
    Spec("attach-again", "Attach the claim that is gone", "drafting.attach_again", _C, ("Shift+C",), _DECIDE, _WRITE),
    Spec("explain", "Finding is explained…", "settling.explain", _C, ("E",), _DECIDE, _WRITE),
    Spec("note", "Note", "recording.write_note", _C, ("M",), _RECORD, _CLAIM_WRITE, starts_group=True),
    Spec("correction", "Finding, proposal, answer, decision", "recording.write_correction", _C, ("Shift+X",), _RECORD, _CLAIM_WRITE),
    Spec("source", "Add source…", "recording.add_source", _C, ("S",), _RECORD, _CLAIM_WRITE),
    Spec("attach-file", "Attach file…", "recording.attach_file", _C, ("Ctrl+Shift+A",), _RECORD, _CLAIM_WRITE),
    Spec("copy-question", "Ask (copy question)", "recording.copy_question", _C, ("Q",), _RECORD, _CLAIM),
    Spec("edit-question", "Change the question…", "recording.edit_question", _C, ("Shift+Q",), _RECORD, needs=_CLAIM_WRITE),
    Spec("mark", "Mark words as a claim", "recording.mark_words", _C, ("C",), _RECORD, _WRITE, starts_group=True),
    Spec("widen", "Widen claim by a word", "recording.widen", _C, ("Alt+Right",), _RECORD, _CLAIM_WRITE),
    Spec("narrow", "Narrow claim by a word", "recording.narrow", _C, ("Alt+Left",), _RECORD, _CLAIM_WRITE),
    Spec("split", "Split claim", "recording.split", _C, ("Ctrl+B",), _RECORD, _CLAIM_WRITE),
    Spec("join", "Join with next", "recording.join_next", _C, ("Ctrl+J",), _RECORD, _CLAIM_WRITE),
    Spec("kind", "Change kind…", "recording.change_kind", _C, ("T",), _RECORD, _CLAIM_WRITE),
    Spec("priority", "Change priority", "recording.change_priority", _C, ("Shift+H",), _RECORD, needs=_CLAIM_WRITE),
    Spec("palette", "Any claim or command", "looking.show_palette", _V, ("Ctrl+K",), _LOOK, _ANY),
    Spec("claims", "Claims", "looking.show_claims", _V, ("Ctrl+1",), _LOOK),
    Spec("drafts", "Draft against draft", "looking.show_drafts", _V, ("Ctrl+2",), _LOOK),
    Spec("findings", "The article against itself", "looking.show_findings", _V, ("Ctrl+3",), _LOOK),
    Spec("gate", "What is open before print", "looking.show_gate", _V, ("Ctrl+5",), _LOOK),
    Spec("names", "Names in the article", "looking.show_names", _V, ("Ctrl+4",), _LOOK),
    Spec("sources", "Sources and weakest links", "looking.show_sources", _V, ("Ctrl+6",), _LOOK),
    Spec("next-panel", "Article, list, detail", "moving.next_panel", _V, ("F6",), _MOVE),
    Spec("previous-panel", "Previous panel", "moving.previous_panel", _V, ("Shift+F6",), _MOVE),
    Spec("zoom-in", "Larger text", "looking.zoom_in", _V, ("Ctrl++", "Ctrl+="), _LOOK, starts_group=True),
    Spec("zoom-out", "Smaller text", "looking.zoom_out", _V, ("Ctrl+-",), _LOOK),
    Spec("zoom-reset", "Normal text size", "looking.zoom_reset", _V, ("Ctrl+0",), _LOOK),
    Spec("focus", "Focus on the article", "looking.toggle_focus", _V, ("F11",), _LOOK),
    Spec("opinions", "Show or hide opinions", "looking.toggle_opinions", _V, ("O",), _LOOK),
    Spec("colours", "Light, dark, contrast", "looking.next_colours", _V, ("Ctrl+Shift+D",), _LOOK, _ANY),
    Spec("sheet", "Key sheet", "looking.show_key_sheet", _H, ("?", "F1"), _LOOK, _ANY),
    Spec("manual", "How to check an article", "looking.show_manual", _H, needs=_ANY),
    Spec("about", "About this program", "looking.show_about", _H, needs=_ANY),
)
# fmt: on


def is_single_key(keys: str) -> bool:
    """Whether a shortcut is one that somebody typing text would press: a letter, a digit, space, with or without Shift."""
    *held, key = [*keys[:-1].split("+"), keys[-1]] if keys.endswith("+") else keys.split("+")
    return set(held) <= {"Shift"} and (len(key) == 1 or key == "Space")


def _with_mnemonic(text: str, taken: set[str]) -> str:
    """The text with & before its first letter that no entry of the menu has taken yet; as it is where all are."""
    for index, letter in enumerate(text.lower()):
        if letter.isalpha() and letter not in taken:
            taken.add(letter)
            return f"{text[:index]}&{text[index:]}"
    return text


class Actions:
    """The QActions of the table. Letters alone belong to the widgets given to ``add_reading_keys``.

    They are made before the panels, which show them, and bound after, since what they call moves the panels.
    """

    def __init__(self, owner: QWidget, settings: Settings) -> None:
        self._owner = owner
        self._settings = settings
        self._actions: dict[str, QAction] = {}
        self._letters: dict[str, QAction] = {}
        self._readers: list[QWidget] = []
        self.is_looking = False  # whether claims are being looked for, which can be stopped
        for spec in TABLE:
            action = QAction(spec.text, owner)
            action.setObjectName(spec.name)
            owner.addAction(action)
            self._actions[spec.name] = action
        self.read_keys()

    def bind(self, commands: "Commands", first: Callable[[], object] = lambda: None) -> None:
        """Let every action do ``first``, for what must not be lost to a command, and then its command."""
        for spec, action in self:
            call = attrgetter(spec.calls)(commands)
            action.triggered.connect(lambda _checked=False, call=call: (first(), call()))

    def enable(self, session: Session) -> None:
        """Grey out what makes no sense without an article, a claim, or leave to write."""
        has = {
            Needs.NOTHING: True,
            Needs.ARTICLE: session.has_case,
            Needs.CLAIM: bool(session.selected),
            Needs.WRITING: session.has_case and not session.read_only_reason,
            Needs.LOOKING: self.is_looking,
            Needs.CLAIM_WRITING: bool(session.selected) and not session.read_only_reason,
        }
        for spec, action in self:
            action.setEnabled(has[spec.needs])
        self["undo"].setEnabled(has[Needs.WRITING] and session.steps.can_undo)
        self["redo"].setEnabled(has[Needs.WRITING] and session.steps.can_redo)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Spec, QAction]]:
        return ((spec, self._actions[spec.name]) for spec in TABLE)

    @staticmethod
    def spec(name: str) -> Spec:
        """The row of the table with that name."""
        return next(spec for spec in TABLE if spec.name == name)

    def keys_of(self, spec: Spec) -> list[str]:
        """The keys in force for an action, a person's own before the table's."""
        own = self._settings.keys_of(spec.name)
        return list(spec.keys) if own is None else [keys for keys in own if keys]

    def keys_in_force(self, spec: Spec) -> list[str]:
        """The keys that act now: where letters alone do not, verdicts and moves have them with Alt and Shift."""
        keys = self.keys_of(spec)
        if self._settings.single_keys:
            return keys
        moved = [f"Alt+Shift+{k}" if k.isalnum() and is_single_key(k) else k for k in keys]
        return [k for k in moved if not is_single_key(k)]

    def read_keys(self) -> None:
        """Give every action the keys of the table and the preferences, and its letter in the menu."""
        letters_of_menu: dict[Menu, set[str]] = {menu: set() for menu in Menu}
        for spec, action in self:
            keys = self.keys_in_force(spec)
            letters = [k for k in keys if is_single_key(k)]
            action.setShortcuts([QKeySequence(k) for k in keys if k not in letters])
            shown = self.shown_keys(spec)
            action.setToolTip(f"{spec.text}  ({shown})" if shown else spec.text)
            text = _with_mnemonic(spec.text, letters_of_menu[spec.menu])
            # a letter is no shortcut of the menu's own, so the menu is told to write it
            by_letter = keys and keys[0] in letters
            action.setText(f"{text}\t{shown}" if by_letter else text)
            self._set_letters(spec.name, action, letters)

    def shown_keys(self, spec: Spec) -> str:
        """The first key in force as the desktop writes it, or empty."""
        keys = self.keys_in_force(spec)
        native = QKeySequence.SequenceFormat.NativeText
        return QKeySequence(keys[0]).toString(native) if keys else ""

    def add_reading_keys(self, widget: QWidget) -> None:
        """Let letters alone act while the focus is in ``widget``."""
        self._readers.append(widget)
        for letter in self._letters.values():
            widget.addAction(letter)

    def _set_letters(self, name: str, action: QAction, keys: list[str]) -> None:
        old = self._letters.pop(name, None)
        if old is not None:
            for widget in self._readers:
                widget.removeAction(old)
            old.deleteLater()
        if not keys:
            return
        letter = QAction(self._owner)
        letter.setShortcuts([QKeySequence(k) for k in keys])
        letter.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        letter.triggered.connect(action.trigger)
        self._letters[name] = letter
        for widget in self._readers:
            widget.addAction(letter)
