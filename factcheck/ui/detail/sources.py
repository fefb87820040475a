"""The sources of a claim: what each says of it, what it is, and where in it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from factcheck.model.case import Case
from factcheck.model.evidence import Evidence, Source, SourceForm, SourceQuality, Stance
from factcheck.ui.detail.glyphs import Glyph, GlyphButton
from factcheck.ui.detail.passages import Found
from factcheck.ui.detail.words import Words, breakable, link
from factcheck.ui.key_caps import CapButton
from factcheck.ui.overriding import override
from factcheck.ui.theme import INTERFACE, LABEL, SMALL, Theme, sans, serif
from factcheck.ui.tool_tips import literal

_STANCES = {Stance.SUPPORTS: "supports", Stance.CONTRADICTS: "contradicts"}
_STANCE_WIDTH, _CHIP_WIDTH, _LOCATOR_WIDTH = 70, 66, 82
_NO_LOCATOR = "! no locator"


class QualityChip(QLabel):
    """The rank of a source in a thin frame."""

    def __init__(self, quality: SourceQuality, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(quality.value, parent)
        self._theme = theme
        self.setFont(sans(SMALL + 0.5))
        self.setContentsMargins(6, 0, 6, 1)
        self.setFixedHeight(19)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{quality.value} source")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("separator"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()
        super().paintEvent(event)


class SourceLine(QWidget):
    """One source on one line, or on two where the panel is narrow; the passage quoted below."""

    edit_wanted = Signal(str)  # the id of the evidence
    remove_wanted = Signal(str)
    open_wanted = Signal(object)  # the Source

    def __init__(
        self,
        evidence: Evidence,
        source: Source,
        theme: Theme,
        read_only_reason: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stance = Words(theme, sans(INTERFACE), "ink_2", self)
        self.stance.setText(_STANCES[evidence.stance])
        self.stance.setWordWrap(False)
        self.title = self._make_title(source, theme)
        self.chip = QualityChip(source.quality, theme, self)
        self.locator = self._make_locator(evidence.locator, theme)
        self.edit = GlyphButton(Glyph.PENCIL, f"Edit source {source.title}", theme, self)
        self.remove = GlyphButton(Glyph.CROSS, f"Remove source {source.title}", theme, self)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(evidence.id))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(evidence.id))
        self._buttons = self._make_buttons(read_only_reason)
        self.passage = Words(theme, serif(14), "ink_2", self)
        self.passage.say(evidence.passage)
        self.passage.be_selectable()
        self.passage.setVisible(bool(evidence.passage))
        self.kept = Words(theme, sans(LABEL), "ink_3", self)
        self.kept.setVisible(False)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._place(narrow=False)

    def set_narrow(self, narrow: bool) -> None:
        self._place(narrow)

    def tell_found(self, found: Found) -> None:
        """Say whether the passage stands in the kept copy."""
        self.kept.set_token("ink_3" if found.is_well else "unverifiable", self._theme)
        self.kept.say(found.value)
        self.kept.setVisible(True)

    def _make_title(self, source: Source, theme: Theme) -> Words:
        title = Words(theme, sans(INTERFACE), "ink", self)
        if source.form is SourceForm.TEXT:
            title.say(source.title)
            return title
        title.setTextFormat(Qt.TextFormat.RichText)
        title.setText(link("open", escape(breakable(source.title)), theme))
        title.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        title.setToolTip(literal(source.reference))
        title.setAccessibleName(f"{source.title}, link")
        title.setAccessibleDescription(source.reference)
        title.linkActivated.connect(lambda _: self.open_wanted.emit(source))
        return title

    def _make_locator(self, text: str, theme: Theme) -> Words:
        locator = Words(theme, sans(INTERFACE), "ink_2" if text else "unverifiable", self)
        locator.say(text or _NO_LOCATOR)
        if not text:
            locator.setAccessibleName("No locator: say where in the source this stands")
            locator.setToolTip("Page, paragraph or time stamp: where in the source this stands")
        return locator

    def _make_buttons(self, read_only_reason: str) -> QWidget:
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.edit, self.remove):
            row.addWidget(button)
            button.setEnabled(not read_only_reason)
            if read_only_reason:
                button.setToolTip(read_only_reason)
        return buttons

    def _place(self, narrow: bool) -> None:
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        top = Qt.AlignmentFlag.AlignTop
        self.stance.setFixedWidth(self.stance.sizeHint().width() + 2 if narrow else _STANCE_WIDTH)
        self.locator.setMinimumWidth(0 if narrow else _LOCATOR_WIDTH)
        self.locator.setMaximumWidth(16_777_215 if narrow else _LOCATOR_WIDTH)
        for column in range(5):
            grid.setColumnStretch(column, 0)
            grid.setColumnMinimumWidth(column, 0)
        if narrow:
            grid.addWidget(self.title, 0, 0, 1, 2)
            grid.addWidget(self.chip, 0, 2, top)
            grid.addWidget(self.stance, 1, 0)
            grid.addWidget(self.locator, 1, 1)
            grid.setColumnStretch(1, 1)
        else:
            grid.addWidget(self.stance, 0, 0)
            grid.addWidget(self.title, 0, 1)
            grid.addWidget(self.chip, 0, 2, top)
            grid.addWidget(self.locator, 0, 3)
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(2, _CHIP_WIDTH)
        grid.addWidget(self._buttons, 0, 3 if narrow else 4, top)
        grid.addWidget(self.passage, 2, 0 if narrow else 1, 1, 3)
        grid.addWidget(self.kept, 3, 0 if narrow else 1, 1, 3)


class SourceList(QWidget):
    """The sources of the claim shown, and the button that adds one."""

    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    open_wanted = Signal(object)

    def __init__(
        self, theme: Theme, add: QAction | None, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[tuple[Evidence, Source]] = []
        self._reason = ""
        self._found: dict[str, Found] = {}  # by the evidence's id
        self.lines: list[SourceLine] = []
        self.is_narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.add_button: CapButton | None = None
        if add is not None:
            self.add_button = CapButton(add, keys, theme, "Add source…", parent=self)
            row = QHBoxLayout()
            row.addWidget(self.add_button)
            row.addStretch(1)
            self._column.addLayout(row)

    def show_sources(self, case: Case, evidence: Sequence[Evidence], reason: str) -> None:
        """Show these; ``reason`` says why they cannot be changed, where they cannot."""
        shown = [(one, case.source(one.source_id)) for one in evidence]
        if (shown, reason) != (self._shown, self._reason):
            self._found = {}
            self._shown, self._reason = shown, reason
            self._set()

    def tell_found(self, evidence_id: str, found: Found) -> None:
        """Say of one whether its passage stands in the kept copy."""
        self._found[evidence_id] = found
        for line, (evidence, _) in zip(self.lines, self._shown, strict=True):
            if evidence.id == evidence_id:
                line.tell_found(found)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.add_button is not None:
            self.add_button.set_theme(theme)
        self._set()

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            for line in self.lines:
                line.set_narrow(narrow)

    def _set(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for row, (evidence, source) in enumerate(self._shown):
            line = SourceLine(evidence, source, self._theme, self._reason, self)
            line.set_narrow(self.is_narrow)
            line.edit_wanted.connect(self.edit_wanted)
            line.remove_wanted.connect(self.remove_wanted)
            line.open_wanted.connect(self.open_wanted)
            if evidence.id in self._found:
                line.tell_found(self._found[evidence.id])
            self._column.insertWidget(row, line)
            line.show()  # at once, so that the height is right at the first layout
            self.lines.append(line)
