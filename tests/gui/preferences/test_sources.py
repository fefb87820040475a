"""What a desk asks of sources, as the preferences take it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.model.standard import Standard, WhenShort
from factcheck.ui.desk import Desk
from factcheck.ui.preferences import PreferencesDialog


def test_the_page_shows_the_usual_and_keeps_each_change_at_once(
    dialog: PreferencesDialog, desk: Desk
) -> None:
    page, casebook = dialog.sources, desk.session.casebook
    assert page.primary.isChecked()
    assert page.independent.value() == 2
    assert casebook.standard() is None
    page.independent.setValue(3)
    assert casebook.standard() == Standard(independent=3)
    page.when_short.setCurrentIndex(page.when_short.findData(WhenShort.REFUSE.value))
    page.gates.click()
    page.primary.click()
    assert casebook.standard() == Standard(False, 3, WhenShort.REFUSE, True)
    desk.session.undo()
    assert casebook.standard() == Standard(True, 3, WhenShort.REFUSE, True)
    page.refresh()
    assert page.primary.isChecked()


def test_the_page_is_reached_with_the_keyboard(dialog: PreferencesDialog) -> None:
    dialog.names.setFocus()
    dialog.names.setCurrentRow(0)
    while dialog.pages.currentWidget() is not dialog.sources:
        before = dialog.names.currentRow()
        QTest.keyClick(dialog.names, Qt.Key.Key_Down)
        assert dialog.names.currentRow() > before
    assert dialog.names.currentItem().text() == "Sources"
