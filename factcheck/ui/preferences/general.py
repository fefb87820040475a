"""The page of names, colours and sizes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from factcheck.ui.dialogs.frame import said
from factcheck.ui.settings import Settings
from factcheck.ui.theme import ColourSet

COLOUR_NAMES = {
    ColourSet.SYSTEM: "As the desktop has it",
    ColourSet.LIGHT: "Light",
    ColourSet.DARK: "Dark",
    ColourSet.CONTRAST: "High contrast",
}
_FIELD = 260


class GeneralPage(QWidget):
    """Each field is kept as soon as it is left or changed."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.checker = QLineEdit(settings.checker)
        self.desk = QLineEdit(settings.desk)
        self.desk.setPlaceholderText("none")
        self.colours = QComboBox()
        for choice, name in COLOUR_NAMES.items():
            self.colours.addItem(name, choice.value)
        self.colours.setCurrentIndex(list(COLOUR_NAMES).index(settings.colour_set))
        self.article_size = _percent(50, 300, settings.article_zoom)
        self.interface_size = _percent(75, 200, settings.interface_zoom)
        self.letters = QCheckBox("Letters alone act on claims: V for verified, J for the next …")
        self.letters.setChecked(settings.single_keys)
        self.letters.setAccessibleName("Letters alone act on claims")
        self.goes_on = QCheckBox("A verdict leads on to the next open claim")
        self.goes_on.setChecked(settings.goes_on)
        self.goes_on.setAccessibleName("A verdict leads on to the next open claim")
        self._place()
        self._connect()

    def _place(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        rows: tuple[tuple[str, QWidget, str], ...] = (
            ("Your name", self.checker, "Verdicts and notes are signed with it."),
            ("Desk", self.desk, "Stands on reports; may stay empty."),
            ("Colours", self.colours, ""),
            ("Article text", self.article_size, ""),
            ("Interface", self.interface_size, "From the next start on."),
        )
        for name, field, hint in rows:
            field.setAccessibleName(name)
            field.setAccessibleDescription(hint)
            field.setFixedWidth(_FIELD)
            form.addRow(name, _with_hint(field, hint) if hint else field)
        form.addRow("", self.letters)
        form.addRow("", self.goes_on)

    def _connect(self) -> None:
        for field, keep in ((self.checker, self._keep_name), (self.desk, self._keep_desk)):
            field.editingFinished.connect(keep)
        self.colours.currentIndexChanged.connect(self._keep_colours)
        self.article_size.valueChanged.connect(self._keeper("article_zoom"))
        self.interface_size.valueChanged.connect(self._keeper("interface_zoom"))
        self.letters.toggled.connect(self._keeper("single_keys"))
        self.goes_on.toggled.connect(self._keeper("goes_on"))

    def keep(self) -> None:
        """Keep what was typed and not yet left."""
        self._keep_name()
        self._keep_desk()

    def _keep_name(self) -> None:
        if self.checker.text().strip() != self._settings.checker:
            self._settings.checker = self.checker.text()
            self.checker.setText(self._settings.checker)
            self.changed.emit()

    def _keep_desk(self) -> None:
        if self.desk.text().strip() != self._settings.desk:
            self._settings.desk = self.desk.text()
            self.changed.emit()

    def _keep_colours(self) -> None:
        self._settings.colour_set = ColourSet(self.colours.currentData())
        self.changed.emit()

    def _keeper(self, name: str) -> Callable[[int], None]:
        def keep(value: int) -> None:
            setattr(self._settings, name, value)
            self.changed.emit()

        return keep


def _with_hint(field: QWidget, hint: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(field)
    words = said(hint, small=True)
    words.setWordWrap(False)
    column.addWidget(words)
    return column


def _percent(least: int, most: int, now: int) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    field.setSingleStep(5)
    field.setSuffix(" %")
    field.setValue(now)
    return field
