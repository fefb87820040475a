"""What a source is, its day, whom it repeats and how it is reached, as the form takes them."""

from datetime import date

from factcheck.model.evidence import SourceKind
from factcheck.ui.detail.source_dialog import SourceDialog
from tests.gui.detail.conftest import Desk
from tests.gui.detail.test_sources import accept, only_source, with_dialog


def test_all_of_it_is_recorded_and_shown_again_for_correction(desk: Desk) -> None:
    desk.select()

    def fill(dialog: SourceDialog) -> None:
        dialog.fields.title.setText("A clerk of the court")
        about = dialog.fields.about
        about.show_kind(SourceKind.PERSON)
        about.dated.setText("4 March 2026")
        about.origin.setText("The court’s register")
        about.contact.setText("555 0100")
        about.confidential.setChecked(True)
        accept(dialog)

    with_dialog(fill)
    desk.panel.add_source()
    source = only_source(desk)
    assert (source.kind, source.dated) == (SourceKind.PERSON, date(2026, 3, 4))
    assert (source.origin, source.contact) == ("The court’s register", "555 0100")
    assert source.is_confidential

    seen: list[object] = []

    def correct(dialog: SourceDialog) -> None:
        about = dialog.fields.about
        seen.extend([about.chosen_kind, about.dated.text(), about.contact.text()])
        about.confidential.setChecked(False)
        about.dated.clear()
        accept(dialog)

    with_dialog(correct)
    desk.body.sources.lines[0].edit.click()
    assert seen == [SourceKind.PERSON, "2026-03-04", "555 0100"]
    assert only_source(desk).dated is None
    assert not only_source(desk).is_confidential


def test_a_date_that_is_none_is_refused_where_it_stands(desk: Desk) -> None:
    desk.select()
    seen: list[str] = []

    def fill(dialog: SourceDialog) -> None:
        dialog.fields.title.setText("Annual report")
        dialog.fields.about.dated.setText("spring 1931")
        accept(dialog)
        seen.append(dialog.hint.text())
        dialog.reject()

    with_dialog(fill)
    desk.panel.add_source()
    assert seen == ["The source’s date is no full date. Write it as 2022-06-15 or 15 June 2022."]
    assert desk.session.case.sources == []


def test_a_link_is_a_web_page_unless_somebody_says_otherwise(desk: Desk) -> None:
    desk.select()

    def fill(dialog: SourceDialog) -> None:
        dialog.fields.reference.setText("https://archive.example/bridges")
        accept(dialog)

    with_dialog(fill)
    desk.panel.add_source()
    assert only_source(desk).kind is SourceKind.WEB_PAGE
