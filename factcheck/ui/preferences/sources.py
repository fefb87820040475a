"""The page of what the desk asks of sources: it is kept in the casebook, for everybody who works in it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from factcheck.errors import FactcheckError
from factcheck.model.quality import standard_set
from factcheck.model.standard import Standard, WhenShort
from factcheck.ui.desk import Desk
from factcheck.ui.dialogs.frame import said

_WHEN_SHORT = {
    WhenShort.REFUSE: "is refused",
    WhenShort.WARN: "is recorded, with a warning",
    WhenShort.ALLOW: "is recorded",
}
_ABOUT = (
    "What a verdict must stand on, for everybody who works in this casebook. Sources that repeat"
    " the same origin, or are one web page, count once."
)
_MOST = 9  # secondary sources that a desk may ask for
_FIELD = 260


class SourcesPage(QWidget):
    """Each field is kept as soon as it is changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.primary = QCheckBox("One primary source is enough")
        self.independent = QSpinBox()
        self.independent.setRange(1, _MOST)
        self.when_short = QComboBox()
        for choice, name in _WHEN_SHORT.items():
            self.when_short.addItem(name.capitalize(), choice.value)
        self.gates = QCheckBox("Weak links keep an article from print")
        self.gates.setToolTip(
            "Too few sources, a source without a page or paragraph, a kept file that is changed or missing"
        )
        self._place()
        self.refresh()
        self.primary.toggled.connect(self._keep)
        self.independent.valueChanged.connect(self._keep)
        self.when_short.currentIndexChanged.connect(self._keep)
        self.gates.toggled.connect(self._keep)

    def refresh(self) -> None:
        """Show what the casebook says."""
        standard = self._said() or Standard()
        fields = (self.primary, self.independent, self.when_short, self.gates)
        for field in fields:
            field.blockSignals(True)
        self.primary.setChecked(standard.primary_suffices)
        self.independent.setValue(standard.independent)
        self.when_short.setCurrentIndex(list(_WHEN_SHORT).index(standard.when_short))
        self.gates.setChecked(standard.gates)
        for field in fields:
            field.blockSignals(False)

    def _place(self) -> None:
        reason = self._desk.session.casebook.read_only_reason
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow("", self.primary)
        named: tuple[tuple[str, QWidget], ...] = (
            ("Else, independent ones", self.independent),
            ("“Verified” on less", self.when_short),
        )
        for name, field in named:
            field.setFixedWidth(_FIELD)
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow("", self.gates)
        for field in (self.primary, self.independent, self.when_short, self.gates):
            field.setEnabled(not reason)
            if reason:
                field.setToolTip(reason)
        for box in (self.primary, self.gates):
            box.setAccessibleName(box.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(said(_ABOUT, small=True))
        column.addLayout(form)
        column.addStretch()

    def _said(self) -> Standard | None:
        try:
            return self._desk.session.casebook.standard()
        except FactcheckError as error:
            self._desk.session.failed.emit(str(error))
            return None

    def _keep(self) -> None:
        before = self._said()
        after = replace(
            before or Standard(),
            primary_suffices=self.primary.isChecked(),
            independent=self.independent.value(),
            when_short=WhenShort(self.when_short.currentData()),
            gates=self.gates.isChecked(),
        )
        if not self._desk.do(standard_set(before, after, self._desk.session.stamp())):
            self.refresh()
