"""The line above the article: when it was published, how long it is, and where the reader is in it."""

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from factcheck.model.article import DateOrigin
from factcheck.reading.dates import date_of_line
from factcheck.ui.overriding import override
from factcheck.ui.session import Session
from factcheck.ui.theme import LABEL, MENU, Theme, figures, sans

HEIGHT = 36
ORIGINS = {
    DateOrigin.PERSON: "entered by you",
    DateOrigin.FILE: "read from the file",
    DateOrigin.TEXT: "from the dateline",
    DateOrigin.NONE: "",
}
NO_DATE = "The text gives no publication date. Without it, Wednesday and last year stay open."
NOT_A_DATE = "Not a full date. Write it as 2022-06-15, 15 June 2022 or June 15, 2022."


class DateLine(QWidget):
    """Shows the publication date and takes another one, in the line itself and never in a dialog."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._words = 0
        self._is_compact = False
        self.setFixedHeight(HEIGHT)
        self.published = QLabel(self)
        self.day = QPushButton(self, flat=True)
        self.origin = QLabel(self)
        self.field = QLineEdit(self, placeholderText="2022-06-15 or 15 June 2022")
        self.trouble = QLabel(NOT_A_DATE, self)
        self.about = QLabel(self)
        self.where = QLabel(self)
        self._name_parts()
        self._arrange()
        self.day.clicked.connect(self.open_field)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(lambda _text: self.trouble.hide())
        self.field.installEventFilter(self)
        self.set_theme(theme)
        self.close_field()

    def _name_parts(self) -> None:
        self.published.setAccessibleName("Publication date")
        self.origin.setAccessibleName("Where the date comes from")
        self.field.setAccessibleName("Publication date")
        self.trouble.setAccessibleName("What is wrong with the date")
        self.about.setAccessibleName("About the article")
        self.where.setAccessibleName("Where you are")
        self.day.setCursor(Qt.CursorShape.PointingHandCursor)
        self.field.setFixedWidth(190)
        for label in (self.published, self.about, self.where):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.about, self.where):
            label.setMinimumWidth(1)  # in a narrow window these give way

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setSizeConstraint(
            QHBoxLayout.SizeConstraint.SetNoConstraint
        )  # the page may be narrow
        layout.setContentsMargins(20, 0, 16, 1)
        layout.setSpacing(6)
        for widget in (self.published, self.day, self.origin, self.field, self.trouble, self.about):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self.where, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        strong = sans(MENU, weight=QFont.Weight.DemiBold)
        for label, token in (
            (self.published, "ink_2"),
            (self.about, "ink_2"),
            (self.where, "ink_3"),
            (self.trouble, "contradicted"),
        ):
            label.setFont(figures(sans(MENU)))
            label.setStyleSheet(f"color: {theme.colour(token).name()}")
        self.day.setFont(strong)
        self.field.setFont(sans())
        self.origin.setFont(sans(LABEL - 0.5))
        edge = theme.colour("separator").name()
        self.origin.setStyleSheet(
            f"color: {theme.colour('ink_2').name()}; border: 1px solid {edge};"
            "border-radius: 3px; padding: 1px 7px; margin: 0 8px"
        )
        self.refresh()

    @property
    def is_compact(self) -> bool:
        return self._is_compact

    def set_compact(self, compact: bool) -> None:
        """Fewer words, for a narrow window."""
        if compact != self._is_compact:
            self._is_compact = compact
            self.refresh()

    def show_case(self) -> None:
        """Another article, or none."""
        self._words = len(self._session.case.text.split()) if self._session.has_case else 0
        self.where.setText("")
        self.close_field()

    def show_where(self, where: str) -> None:
        self.where.setText(where)

    def refresh(self) -> None:
        """The date as the article has it now."""
        if not self._session.has_case:
            return
        case = self._session.case
        article, reason = case.article, self._session.read_only_reason
        accent = self._theme.colour("accent").name()
        if article.published is None:
            self.published.setText("No publication date." if self._is_compact else NO_DATE)
            self.day.setText("Enter date…")
            self.day.setStyleSheet(_button_style(accent))
            self.day.setAccessibleName("Enter date…")
        else:
            english, day = QLocale(QLocale.Language.English), article.published
            written = "ddd d MMMM yyyy" if self._is_compact else "dddd d MMMM yyyy"
            shown = english.toString(QDate(day.year, day.month, day.day), written)
            self.published.setText("" if self._is_compact else "Published")
            self.day.setText(shown)
            self.day.setStyleSheet(_button_style(self._theme.colour("ink").name()))
            self.day.setAccessibleName(f"Published {shown}; change")
        self.day.setEnabled(not reason)
        self.day.setToolTip(reason or "Change the publication date")
        origin = ORIGINS[article.published_from]
        self.origin.setText(origin)
        self.origin.setVisible(bool(origin) and not self._is_compact and not self.field.isVisible())
        # where the date is missing, the sentence that says so takes the file name's room
        has_room = not self._is_compact and article.published is not None
        about = [f"{self._words:,} words", *([case.draft.file_name] if has_room else [])]
        self.about.setText("".join(f"  ·  {words}" for words in about if words))

    def open_field(self) -> None:
        """Let a date be typed."""
        if self._session.read_only_reason or not self._session.has_case:
            return
        day = self._session.case.article.published
        self.field.setText(day.isoformat() if day else "")
        for widget in (self.day, self.origin, self.about, self.where):
            widget.hide()
        self.published.setText("Published")
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def close_field(self) -> None:
        self.field.hide()
        self.trouble.hide()
        for widget in (self.day, self.about, self.where):
            widget.show()
        self.refresh()

    def _enter(self) -> None:
        words = self.field.text().strip()
        day = date_of_line(words) if words else None
        if words and day is None:
            self.trouble.show()
            return
        self.close_field()
        if day != self._session.case.article.published:
            self._session.do(self._session.case.set_published(day, self._session.stamp()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.field:
            return bool(super().eventFilter(watched, event))
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.close_field()
                self.day.setFocus()
                return True
        if event.type() is QEvent.Type.FocusOut and not self.trouble.isVisible():
            self.close_field()
        return bool(super().eventFilter(watched, event))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("page"))
        rule = self.rect().adjusted(0, HEIGHT - 1, 0, 0)
        painter.fillRect(rule, self._theme.colour("separator"))


def _button_style(colour: str) -> str:
    return (
        f"QPushButton {{ color: {colour}; border: 2px solid transparent; border-radius: 5px;"
        f" padding: 2px 3px; margin: 0 }} QPushButton:focus {{ border-color: palette(accent) }}"
        f" QPushButton:hover {{ text-decoration: underline }}"
    )
