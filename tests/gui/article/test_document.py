"""The page shows the text of the article, character for character."""

from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextDocument

from factcheck.model.article import Role
from factcheck.ui.article import ArticleView
from factcheck.ui.article.document import fill
from factcheck.ui.article.formats import Formats
from factcheck.ui.positions import Positions, shown
from factcheck.ui.theme import theme_named
from tests.gui.article.conftest import Open
from tests.gui.article.pointing import page_of
from tests.makers import make_case
from tests.unit.ui.test_positions import TEXTS


@given(TEXTS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_document_holds_each_character_where_positions_say(text: str) -> None:
    document = QTextDocument()
    positions = Positions(text)
    roles = [Role.BODY] * len(positions.paragraphs)
    fill(document, make_case(text, ()), positions, Formats(theme_named("light"), 1.0), roles)
    assert document.blockCount() == max(1, len(positions.paragraphs))
    for paragraph in positions.paragraphs:
        for offset in range(paragraph.position.start, paragraph.position.end):
            char = shown(text[offset])
            units = char.encode("utf-16-le")
            for index in range(len(units) // 2):
                unit = int.from_bytes(units[2 * index : 2 * index + 2], "little")
                assert ord(document.characterAt(positions.to_qt(offset) + index)) == unit


def test_each_part_is_set_in_its_own_size(view: ArticleView) -> None:
    document = view.pane.document()
    sizes = [
        document.findBlockByNumber(index).begin().fragment().charFormat().font().pixelSize()
        for index in range(document.blockCount())
    ]
    assert sizes == [32, 20, 18, 18, 14]


def test_lines_of_the_body_are_thirty_pixels_apart(view: ArticleView) -> None:
    lines = page_of(view).laid(2).lines
    assert [round(line.bottom - line.top) for line in lines] == [30] * len(lines)
    assert round(lines[1].baseline - lines[0].baseline) == 30


def test_a_paragraph_that_runs_right_to_left_begins_at_the_right(open_text: Open) -> None:
    view = open_text("The bridge is closed.\n\nהגשר נסגר לתשעה שבועות.")
    page = page_of(view)
    ((_line, left, right),) = page.spans(1, page.positions.paragraphs[1].position)
    middle = view.pane.viewport().width() / 2
    assert left > middle
    assert right > view.pane.viewport().width() - 20


def test_an_article_without_words_is_shown_empty(open_text: Open) -> None:
    view = open_text(" \n\n ")
    assert view.pane.toPlainText() == ""
    assert view.view_state() == {"top": 0, "caret": 0}


def test_another_zoom_scales_the_type_and_keeps_what_is_at_the_top(open_text: Open) -> None:
    view = open_text("\n\n".join(f"Paragraph {n} tells of the bridge. " * 6 for n in range(60)))
    view.pane.verticalScrollBar().setValue(3000)
    before = view.view_state()["top"]
    view.set_zoom(150)
    assert view.view_state()["top"] == before
    assert page_of(view).laid(0).lines[0].em == 27


def test_other_colours_keep_the_place(open_text: Open) -> None:
    view = open_text("\n\n".join(f"Paragraph {n} tells of the bridge. " * 6 for n in range(60)))
    view.pane.verticalScrollBar().setValue(3000)
    view.set_theme(theme_named("dark"))
    assert view.pane.verticalScrollBar().value() == 3000
