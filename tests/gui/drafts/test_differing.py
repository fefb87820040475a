"""What differs between the drafts, in the article while the list of the draft is in front."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from factcheck.ui.article import ArticleView
from factcheck.ui.drafts import Differing
from factcheck.ui.session import Session
from factcheck.ui.tasks import Tasks
from factcheck.ui.theme import Theme
from tests.gui.drafts.conftest import ADDED, SECOND


def test_what_came_and_where_words_went_is_told_while_it_is_wanted(
    qtbot: QtBot, session: Session, tasks: Tasks
) -> None:
    differing = Differing(session, tasks, session)
    assert not differing.shown
    with qtbot.waitSignals([differing.changed] * 2, timeout=10_000):
        differing.want(True)
    come = [d.after.of(SECOND) for d in differing.shown if len(d.after)]
    gone = [d.after.start for d in differing.shown if not len(d.after)]
    assert come == ["15,000", ADDED]
    assert gone == [SECOND.index("\n")]
    differing.want(False)
    assert differing.shown == ()


def test_a_closed_article_shows_no_differences(
    qtbot: QtBot, session: Session, tasks: Tasks
) -> None:
    differing = Differing(session, tasks, session)
    with qtbot.waitSignals([differing.changed] * 2, timeout=10_000):
        differing.want(True)
    session.close_case()
    assert differing.shown == ()


def test_the_article_marks_new_words_and_gaps(
    qtbot: QtBot, session: Session, tasks: Tasks, theme: Theme
) -> None:
    view = ArticleView(session, theme, None)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    plain = view.grab().toImage()
    differing = Differing(session, tasks, session)
    differing.changed.connect(lambda: view.show_differences(differing.shown))
    with qtbot.waitSignals([differing.changed] * 2, timeout=10_000):
        differing.want(True)
    marked = view.grab().toImage()
    blue = theme.colour("selection").rgb()

    def count(image: QImage) -> int:
        return sum(
            image.pixel(x, y) == blue
            for x in range(0, plain.width(), 3)
            for y in range(0, plain.height(), 3)
        )

    assert count(marked) > count(plain) + 50
    differing.want(False)
    assert count(view.grab().toImage()) == count(plain)
