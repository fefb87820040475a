"""What stands beside the page: the margins with their marks and the strip of the whole article, each in its place."""

from PySide6.QtCore import QEvent, QObject, QRect, Signal

from factcheck.ui.article.findings_margin import FindingsMargin
from factcheck.ui.article.margin import Margin
from factcheck.ui.article.measures import PAD, measures
from factcheck.ui.article.overview import Overview
from factcheck.ui.article.pane import ArticlePane
from factcheck.ui.article.ring import RING, Ring
from factcheck.ui.overriding import override
from factcheck.ui.session import Session


class Surround(QObject):
    """Keeps margins and strip in step with the page's width, its lines and its scrolling."""

    narrowed = Signal(bool)  # whether there is no room for the names of the parts

    def __init__(self, session: Session, pane: ArticlePane, ring: Ring) -> None:
        super().__init__(pane)
        self._pane = pane
        self._ring = ring
        self.margin = Margin(session, pane)
        self.findings = FindingsMargin(pane)
        self.strip = Overview(pane)
        pane.rows_changed.connect(self.findings.update_rows)
        pane.rows_changed.connect(self.margin.update_rows)
        pane.laid_out.connect(self._on_laid_out)
        pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        pane.installEventFilter(self)

    def place(self) -> None:
        """Give the text, and what stands beside it, the room that the window's width allows."""
        pane = self._pane
        bar = pane.verticalScrollBar().sizeHint().width()
        width = self._ring.width() - 2 * RING - bar
        made = measures(width, pane.window().width(), pane.look.zoom)
        self.findings.scale = made.margin_scale
        self.margin.scale, self.margin.part_names = made.margin_scale, made.part_names
        self.narrowed.emit(not made.part_names)
        left, right = made.left - PAD - RING, max(0, made.right - PAD + RING)
        mirrored = not pane.isLeftToRight()
        pane.set_side_margins(right if mirrored else left, left if mirrored else right)
        height = self._ring.height() - 2 * RING
        strip = self.strip.width() + 4
        if mirrored:
            self.margin.setGeometry(QRect(bar + width - left, 0, left, height))
            self.strip.setGeometry(QRect(bar + 4, 8, self.strip.width(), height - 16))
            inner = bar + strip
            self.findings.setGeometry(QRect(inner, 0, max(0, bar + right - inner), height))
        else:
            self.margin.setGeometry(QRect(0, 0, left, height))
            self.strip.setGeometry(QRect(width - strip, 8, self.strip.width(), height - 16))
            self.findings.setGeometry(QRect(width - right, 0, max(0, right - strip), height))

    def _on_laid_out(self) -> None:
        self.margin.update()
        self.findings.update()
        self.strip.rebuild()

    def _on_scrolled(self) -> None:
        self.margin.update()
        self.findings.update()
        self.strip.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane and event.type() is QEvent.Type.Resize:
            self.place()
        return bool(super().eventFilter(watched, event))
