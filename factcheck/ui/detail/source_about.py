"""The fields of the form for a source that say what it is: its kind, its day, whom it repeats, how it is reached."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from factcheck.model.evidence import SOURCE_KIND_NAMES, Source, SourceKind
from factcheck.reading.dates import date_of_line

NOT_A_DATE = "The source’s date is no full date. Write it as 2022-06-15 or 15 June 2022."


class SourceAbout:
    """The fields, made for the form that lays them out."""

    def __init__(self, parent: QWidget) -> None:
        self.kind = QComboBox(parent)
        self.kind.setAccessibleName("Kind of source")
        for kind, name in SOURCE_KIND_NAMES.items():
            self.kind.addItem(name.capitalize(), kind)
        self.dated = _line("Date of the source", "2022-06-15 or 15 June 2022", parent)
        self.origin = _line("Repeats", "whose words it repeats: an agency, a press release", parent)
        self.origin.setToolTip("Two sources that repeat the same one count as one.")
        self.contact = _line("Contact", "telephone, e-mail, where to ask", parent)
        self.confidential = QCheckBox("Confide&ntial", parent)
        self.confidential.setAccessibleName("Confidential source")
        self.confidential.setToolTip("Public reports name neither the source nor its contact.")
        self.show_kind(SourceKind.OTHER)

    def dated_row(self) -> QHBoxLayout:
        """Kind and date on one line."""
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel("Date&d")
        label.setBuddy(self.dated)
        row.addWidget(self.kind)
        row.addSpacing(6)
        row.addWidget(label)
        row.addWidget(self.dated, 1)
        return row

    def contact_row(self) -> QHBoxLayout:
        """Contact, and whether it is to stay inside the desk, on one line."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.contact, 1)
        row.addWidget(self.confidential)
        return row

    def fill(self, source: Source) -> None:
        """Show what is known of a source."""
        self.show_kind(source.kind)
        self.dated.setText(source.dated.isoformat() if source.dated else "")
        self.origin.setText(source.origin)
        self.contact.setText(source.contact)
        self.confidential.setChecked(source.is_confidential)

    def show_kind(self, kind: SourceKind) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))

    @property
    def chosen_kind(self) -> SourceKind:
        return SourceKind(self.kind.currentData())

    @property
    def day(self) -> date | None:
        """The day that was typed; None where none was, or it is none."""
        return date_of_line(self.dated.text().strip())

    @property
    def is_dated_wrong(self) -> bool:
        """Whether something was typed that is no day."""
        return bool(self.dated.text().strip()) and self.day is None


def _line(name: str, placeholder: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field
