"""The right column of the start page: the drop area, files opened lately, the sample article."""

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from factcheck.ui.actions import Actions
from factcheck.ui.key_caps import paint_focus
from factcheck.ui.lettering import draw_line, inset, tint
from factcheck.ui.overriding import override
from factcheck.ui.settings import Settings
from factcheck.ui.start.drop_area import DropArea
from factcheck.ui.start.looking_up import look_for_files
from factcheck.ui.tasks import Task, Tasks
from factcheck.ui.theme import INTERFACE, LABEL, Theme, sans
from factcheck.ui.tool_tips import literal

_SHOWN = 6
_SAMPLE = '<a href="sample" style="color: {accent}">Open the sample article</a> and check three claims in one minute.'


class Heading(QLabel):
    """The head of a group over its hairline."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self.setFont(sans(INTERFACE, weight=QFont.Weight.DemiBold))
        self.setFixedHeight(30)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        words = inset(QRectF(self.rect()), 4, 4, painter).adjusted(0, 0, 0, -10)
        draw_line(painter, words, self.text(), self.font(), self._theme.colour("ink"))
        bottom = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(bottom, self._theme.colour("separator"))
        painter.end()


class RecentFile(QAbstractButton):
    """A file opened lately: its name, and its folder in grey; greyed as a whole once it is gone."""

    def __init__(self, path: Path, theme: Theme) -> None:
        super().__init__()
        self.path = path
        self._theme = theme
        self.setText(path.name)
        self.setAccessibleName(f"Open {path.name} again")
        self.setAccessibleDescription(str(path.parent))
        self.setToolTip(literal(str(path)))
        self.setFixedHeight(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_missing(self) -> None:
        self.setEnabled(False)
        self.setToolTip(literal(f"{self.path} is not there any more."))
        self.setAccessibleName(f"{self.path.name}, not there any more")

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 40)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        rect = QRectF(self.rect())
        lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        inner = inset(rect, 4, 4, painter)
        name = theme.colour("ink_3" if not self.isEnabled() else "accent" if lit else "ink")
        upper = QRectF(inner.left(), inner.top() + 1, inner.width(), 20)
        draw_line(painter, upper, self.text(), sans(INTERFACE), name)
        lower = QRectF(inner.left(), inner.top() + 20, inner.width(), 17)
        folder = "not there any more" if not self.isEnabled() else _shortened(self.path.parent)
        font = sans(LABEL)
        folder = QFontMetricsF(font).elidedText(folder, Qt.TextElideMode.ElideMiddle, lower.width())
        draw_line(painter, lower, folder, font, theme.colour("ink_3"))
        bottom = QRectF(0, rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(bottom, theme.colour("separator"))
        if self.hasFocus():
            paint_focus(painter, rect, theme, 3)
        painter.end()


class SampleLink(QLabel):
    """The way into the sample article, for whoever is new here."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self.setFont(sans(LABEL))
        self.setIndent(4)
        self.setWordWrap(True)
        self.setAccessibleName("Open the sample article and check three claims in one minute.")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(lambda _link: actions["open-sample"].trigger())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        tint(self, theme.colour("ink_2"))
        self.setText(_SAMPLE.format(**theme.tokens))


class Side(QWidget):
    """Ways to bring an article in."""

    file_chosen = Signal(str)  # the path of a file opened lately

    def __init__(self, theme: Theme, actions: Actions, settings: Settings, tasks: Tasks) -> None:
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._tasks = tasks
        self._task: Task | None = None
        self._files: list[RecentFile] = []
        self.drop_area = DropArea(theme, actions, is_large=False)
        self._recent_head = Heading("Recent files", theme)
        self._new_head = Heading("New here?", theme)
        self._sample = SampleLink(theme, actions)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.drop_area)
        column.addSpacing(28)
        column.addWidget(self._recent_head)
        column.addLayout(self._recent)
        column.addSpacing(28)
        column.addWidget(self._new_head)
        column.addSpacing(10)
        column.addWidget(self._sample)
        column.addStretch()

    @property
    def files(self) -> list[RecentFile]:
        return self._files

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.drop_area, self._recent_head, self._new_head, self._sample):
            part.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """List the files anew, and look which of them are still there."""
        for old in self._files:
            self._recent.removeWidget(old)
            old.deleteLater()
        self._files = [RecentFile(path, self._theme) for path in self._settings.recent[:_SHOWN]]
        for file in self._files:
            file.clicked.connect(lambda _on=False, path=file.path: self._choose(path))
            self._recent.addWidget(file)
        self._recent_head.setVisible(bool(self._files))
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._files:
            paths = [file.path for file in self._files]
            self._task = self._tasks.start(look_for_files(paths), on_progress=self._mark)

    def _choose(self, path: Path) -> None:
        self.file_chosen.emit(str(path))

    def _mark(self, told: tuple[Path, bool]) -> None:
        path, is_there = told
        for file in self._files:
            if file.path == path and not is_there:
                file.set_missing()


def _shortened(folder: Path) -> str:
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
