"""The article panel: date line, page with its margins and strip, find bar, and how they follow the session."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.model.change import Change
from factcheck.model.fate import Difference
from factcheck.model.text import TextPosition
from factcheck.ui.actions import Actions
from factcheck.ui.article.date_line import DateLine
from factcheck.ui.article.find_bar import FindBar
from factcheck.ui.article.findings_margin import FindingsMargin
from factcheck.ui.article.hits import Hit
from factcheck.ui.article.look import Look
from factcheck.ui.article.menu import article_menu
from factcheck.ui.article.pane import ArticlePane
from factcheck.ui.article.ring import Ring
from factcheck.ui.article.surround import Surround
from factcheck.ui.article.touched import Touched, touched_by
from factcheck.ui.article.whereabouts import tell_where
from factcheck.ui.holding import Holding
from factcheck.ui.numbers import numbers_of
from factcheck.ui.session import Session
from factcheck.ui.theme import Theme


class ArticleView(QWidget):
    """The article set like a page."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Actions | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._look = Look(theme)
        self.date_line = DateLine(session, theme, self)
        self.pane = ArticlePane(session, self._look, self)
        self.find_bar = FindBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.date_line)
        self._ring = Ring(self.pane, self._look, self)
        self._surround = Surround(session, self.pane, self._ring)
        self.margin, self.strip = self._surround.margin, self._surround.strip
        layout.addWidget(self._ring, 1)
        layout.addWidget(self.find_bar)
        self.setFocusProxy(self.pane)
        self._connect()
        self.set_theme(theme)
        self._on_opened()

    def _connect(self) -> None:
        numbers_of(self._session)  # first, so that it has counted before the page asks
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.selection_changed.connect(self._on_selected)
        self._surround.narrowed.connect(self.date_line.set_compact)
        self.pane.caret_moved.connect(self._tell_where)
        self.pane.menu_requested.connect(self._show_menu)
        self.pane.zoom_wanted.connect(self._zoom)
        self.find_bar.found.connect(self._on_found)
        self.find_bar.closed.connect(self._on_find_closed)

    # What the window asks for

    @property
    def findings_margin(self) -> FindingsMargin:
        """The margin after the text, which tells when a finding’s mark was clicked."""
        return self._surround.findings

    def follow_findings(self, holding: Holding) -> None:
        """Mark the findings in the margin, and the places of the selected one in the text, from now on."""

        def mark() -> None:
            waiting = [f for f in holding.findings if not holding.is_explained(f)]
            self._surround.findings.show_findings(waiting)

        def show_places() -> None:
            found = holding.selected
            places = () if found is None else found.places
            self._look.held = sorted((place.start, place.end) for place in places)
            self.pane.viewport().update()

        holding.changed.connect(mark)
        holding.selection_changed.connect(show_places)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Mark what is new in this draft, and where words of the one before are gone."""
        self._look.come = sorted((d.after.start, d.after.end) for d in differences if len(d.after))
        self._look.gone = sorted({d.after.start for d in differences if not len(d.after)})
        self.pane.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._look.theme = theme
        self.date_line.set_theme(theme)
        self.pane.set_colours()
        handle = theme.colour("edge").name()
        self.pane.verticalScrollBar().setStyleSheet(
            "QScrollBar:vertical { width: 8px; background: transparent; margin: 0 }"
            f"QScrollBar::handle:vertical {{ background: {handle}; border-radius: 4px; min-height: 24px }}"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0 }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent }"
        )
        self.strip.rebuild()
        self.update()
        self._ring.update()
        self.margin.update()

    def set_zoom(self, percent: int) -> None:
        """The size of the article's type, 50 to 300 percent."""
        zoom = min(300, max(50, percent)) / 100
        if zoom != self._look.zoom:
            top, caret = self.pane.sight.top_offset(), self.pane.caret.offset
            self._look.zoom = zoom
            self.pane.clear_page()
            self._surround.place()
            self.pane.show_case()
            self.pane.caret.place(caret)
            self.pane.sight.scroll_to(top)

    def reading_widgets(self) -> list[QWidget]:
        """The widgets in which letters alone act."""
        return [self.pane]

    def show_find(self) -> None:
        """Open the find bar with the words chosen, where there are any on one line."""
        if self.pane.page is None:
            return
        chosen = self.pane.caret.chosen
        words = chosen.of(self.pane.page.text)
        self.find_bar.open_bar(chosen.start, words if words and "\n" not in words else "")

    def find_next(self) -> None:
        self._step(1)

    def find_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.find_bar.isVisible():
            self.find_bar.step(by)
        else:
            self.show_find()

    def reveal(self, position: TextPosition) -> None:
        """Bring ``position`` into sight; nothing moves where it is there already."""
        self.pane.sight.reveal(position)

    def go_to(self, position: TextPosition) -> None:
        """Put the caret at the start of ``position``, and the keyboard there."""
        self.show_place(position)
        self.pane.setFocus()

    def show_place(self, position: TextPosition) -> None:
        """Put the caret at the start of ``position`` and show it; the keyboard stays where it is."""
        self.pane.caret.place(position.start)
        self.pane.sight.reveal(position)

    def edit_date(self) -> None:
        """Open the field for the publication date."""
        self.date_line.open_field()

    def view_state(self) -> dict[str, Any]:
        """Where the reader is: the code point at the top, and the caret."""
        return {"top": self.pane.sight.top_offset(), "caret": self.pane.caret.offset}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Back to where the reader was; what is missing or no number is the beginning."""
        if (page := self.pane.page) is None:
            return
        top, caret = (
            min(len(page.text), max(0, value)) if isinstance(value, int) else 0
            for value in (state.get("top"), state.get("caret"))
        )
        self.pane.caret.place(caret)
        self.pane.sight.scroll_to(top)

    # Following the session

    def _on_opened(self) -> None:
        self._look.current = self._look.hovered = ""
        self._look.hits, self._look.current_hit = [], None
        self.date_line.show_case()
        self.pane.show_case()
        self.find_bar.set_text(self.pane.page.text if self.pane.page is not None else "")
        self.pane.verticalScrollBar().setValue(0)
        self._tell_where()

    def _on_changed(self, change: Change) -> None:
        page = self.pane.page
        if page is None:
            return
        touched = touched_by(change, page)
        if touched.article:
            self.date_line.refresh()
        if touched.paragraphs:
            self.pane.set_roles(touched.paragraphs)
        self._repaint(touched)
        self._tell_where()

    def _repaint(self, touched: Touched) -> None:
        if touched.is_proposed:
            self.strip.rebuild_later()
        elif touched.claims or touched.is_much:
            self.strip.rebuild()
        if touched.claims and self.pane.sight.begins_before_end(touched.whole):
            self.margin.update()  # the numbers after a claim that came or went are other ones
        places = [touched.whole] if touched.is_much else touched.places
        for place in places:
            self.pane.update_rows(place)
            if not touched.claims:
                self.strip.refresh(place)

    def _on_selected(self, claim_id: str) -> None:
        page, before = self.pane.page, self._look.current
        self._look.current = claim_id
        if page is None:
            return
        for one in (before, claim_id):
            if one and page.case.has_claim(one):
                self.pane.update_rows(page.case.claim(one).position)
        self.strip.update()
        if claim_id:
            position = page.case.claim(claim_id).position
            if not self.pane.caret.is_held:
                self.pane.caret.place(position.start)
            self.pane.sight.reveal(position)
        self._tell_where()

    def _tell_where(self) -> None:
        tell_where(self.pane, self.date_line)

    # Find

    def _on_found(self, hits: list[Hit], current: Hit | None) -> None:
        self._look.hits, self._look.current_hit = hits, current
        self.pane.viewport().update()
        if current is not None:
            self.pane.sight.reveal(TextPosition(*current))

    def _on_find_closed(self) -> None:
        hit = self.find_bar.current_hit
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if hit is not None:
            self.pane.caret.choose(TextPosition(*hit))

    # What is asked for on the page

    def _zoom(self, larger: bool) -> None:
        if self._actions is not None:
            self._actions["zoom-in" if larger else "zoom-out"].trigger()

    def _show_menu(self, point: QPoint) -> None:
        if not self._session.has_case:
            return
        menu = article_menu(self._session, self._actions, self.pane.copy, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)
