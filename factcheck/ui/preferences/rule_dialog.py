"""The form of a rule that the desk writes, with the open article to try it on."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.model.claim import KIND_NAMES, ClaimKind, Priority
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.ui.desk import Desk
from factcheck.ui.dialogs.frame import Frame, said
from factcheck.ui.overriding import override
from factcheck.ui.preferences.trial import Trial
from factcheck.ui.theme import INTERFACE, Theme, sans

_HINTS = {
    RuleForm.WORDS: "One word or phrase a line. Capitals do not matter.",
    RuleForm.PATTERN: (
        "Token patterns as spaCy takes them, in JSON:"
        ' [{"LOWER": "first"}, {"TAG": "NN"}] is “first” before a noun.'
    ),
}
_NO_ARTICLE = "Open an article to try the rule on it."


class RuleDialog(Frame):
    """Takes only a rule that can be used; ``rule`` is what was written."""

    def __init__(
        self, desk: Desk, theme: Theme, rule: DeskRule | None, parent: QWidget | None = None
    ) -> None:
        title = "New rule" if rule is None else f"Rule “{rule.name}”"
        super().__init__(parent, title, "", 640)
        self._desk = desk
        self._before = rule or DeskRule(
            "", RuleForm.WORDS, "", ClaimKind.ATTRIBUTION, Priority.MEDIUM
        )
        self.name = QLineEdit(self._before.name)
        self.kind = _choice({kind.value: KIND_NAMES[kind] for kind in ClaimKind})
        self.priority = _choice({priority.value: priority.value for priority in Priority})
        self.reason = QLineEdit(self._before.reason)
        self.forms = {
            RuleForm.WORDS: QRadioButton("Words"),
            RuleForm.PATTERN: QRadioButton("spaCy pattern"),
        }
        self.content = QPlainTextEdit(self._before.content)
        self.hint = said("", small=True)
        self.attempt = QPushButton("Try on the open article")
        self.told = said("")
        self.places = QListWidget()
        self.trial = Trial(desk, self.places, self._tell, self)
        self._fill()
        self._place()
        self.save, _ = self.close_column("Keep rule", "Cancel")
        self._connect()
        self.set_theme(theme)
        self.resize(680, 640)

    @property
    def rule(self) -> DeskRule:
        """The rule as it stands in the form."""
        return replace(
            self._before,
            name=" ".join(self.name.text().split()),
            form=self._form,
            content=self.content.toPlainText().strip(),
            kind=ClaimKind(self.kind.currentData()),
            priority=Priority(self.priority.currentData()),
            reason=" ".join(self.reason.text().split()),
        )

    @property
    def _form(self) -> RuleForm:
        return next(form for form, button in self.forms.items() if button.isChecked())

    def _fill(self) -> None:
        self.kind.setCurrentIndex(self.kind.findData(self._before.kind.value))
        self.priority.setCurrentIndex(self.priority.findData(self._before.priority.value))
        self.forms[self._before.form].setChecked(True)
        self.name.setPlaceholderText("what the desk calls it")
        self.reason.setPlaceholderText("shown with every claim that it marks")
        self.content.setTabChangesFocus(True)
        self.content.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.content.setMinimumHeight(110)
        self.places.setFont(sans(INTERFACE))
        self.places.setMinimumHeight(90)
        for field, words in (
            (self.name, "Name"),
            (self.kind, "Kind of claim"),
            (self.priority, "Priority"),
            (self.reason, "Reason in words"),
            (self.content, "What to look for"),
            (self.places, "Places found in the open article"),
            (self.attempt, self.attempt.text()),
        ):
            field.setAccessibleName(words)
        self._show_form()
        can_try = self._desk.session.has_case
        self.attempt.setEnabled(can_try)
        self.attempt.setAutoDefault(False)
        self._tell("" if can_try else _NO_ARTICLE)

    def _place(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        marks = QHBoxLayout()
        marks.setSpacing(10)
        marks.addWidget(self.kind)
        marks.addWidget(self.priority)
        marks.addWidget(said("priority"))
        marks.addStretch()
        forms = QHBoxLayout()
        forms.setSpacing(18)
        for button in self.forms.values():
            forms.addWidget(button)
        forms.addStretch()
        looking = QVBoxLayout()
        looking.setSpacing(4)
        looking.addLayout(forms)
        looking.addWidget(self.content, 1)
        looking.addWidget(self.hint)
        form.addRow("Name", self.name)
        form.addRow("Marks", marks)
        form.addRow("Reason", self.reason)
        form.addRow("Looks for", looking)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.attempt)
        row.addWidget(self.told, 1)
        row.addStretch()
        self.column.addLayout(form, 3)
        self.column.addLayout(row)
        self.column.addWidget(self.places, 2)

    def _connect(self) -> None:
        for button in self.forms.values():
            button.toggled.connect(self._show_form)
        self.attempt.clicked.connect(self._try)
        self.trial.ended.connect(lambda: self._be_busy(False))
        self.content.textChanged.connect(self.trial.forget)

    def set_theme(self, theme: Theme) -> None:
        tokens = theme.tokens
        for name, field in (("QPlainTextEdit", self.content), ("QListWidget", self.places)):
            field.setStyleSheet(
                f"{name} {{ border: 1px solid {tokens['edge']}; padding: 3px; }}"
                f"{name}:focus {{ border: 2px solid {tokens['accent']}; padding: 2px; }}"
            )

    def _show_form(self) -> None:
        form = self._form
        self.hint.setText(_HINTS[form])
        self.content.setAccessibleDescription(_HINTS[form])
        font = sans(INTERFACE)
        if form is RuleForm.PATTERN:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(INTERFACE)
        self.content.setFont(font)

    # Trying and keeping

    def _try(self) -> None:
        self._be_busy(True)
        self.trial.start(self.rule)

    @override
    def accept(self) -> None:
        """Keep the rule where it has a name of its own and can be used; else say what is wrong."""
        rule = self.rule
        others = [other.name.casefold() for other in self._desk.rules.desk if other.id != rule.id]
        if not rule.name:
            self._refuse("Give the rule a name.", self.name)
        elif rule.name.casefold() in others:
            self._refuse("Another rule of the desk has this name.", self.name)
        else:
            self._be_busy(True)
            self._tell("Looking at the rule …")
            self.trial.look_at(rule, self._keep)

    def _keep(self) -> None:
        self._be_busy(False)
        if self._desk.do(self._desk.rules.write(self.rule, self._desk.session.stamp())):
            super().accept()
        else:
            self._tell("The rule was not recorded.")

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self._tell(sentence)
        field.setFocus()

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)
        self.told.setVisible(bool(sentence))

    def _be_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)
        self.attempt.setEnabled(not busy and self._desk.session.has_case)

    @override
    def done(self, result: int) -> None:
        self.trial.stop()
        super().done(result)


def _choice(names: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value)
    return box
