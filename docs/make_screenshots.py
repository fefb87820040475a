"""Takes the pictures of the README from the real window, on the sample article: ``make screenshots``.

The verdicts, notes and sources in them are made up here to fill the pictures.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from factcheck.model.claim import Claim
from factcheck.model.evidence import Source, SourceQuality
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from factcheck.ui.app import make_program
from factcheck.ui.settings import Settings
from factcheck.ui.theme import ColourSet
from factcheck.ui.workstation import Workstation

PICTURES = ROOT / "docs" / "pictures"
SIZE = (1440, 900)
RATINGS = (
    *(Rating.VERIFIED, Rating.VERIFIED, Rating.CONTRADICTED, Rating.VERIFIED, Rating.AUTHORS_WORD),
    *(Rating.UNVERIFIABLE, Rating.VERIFIED, Rating.WAITING, Rating.NOT_A_CLAIM, Rating.VERIFIED),
)


def main() -> None:
    """Write every picture to docs/pictures."""
    PICTURES.mkdir(exist_ok=True)
    with workstation() as made:
        check_some(made)
        shoot(made, "review-light")
        made.workplace.sights.open_palette()
        made.workplace.palette.field.setText("ver")
        shoot(made, "palette")
        made.workplace.palette.close_veil()
        made.look.use(ColourSet.DARK)
        shoot(made, "review-dark")
        made.look.use(ColourSet.CONTRAST)
        shoot(made, "review-contrast")
        made.look.use(ColourSet.LIGHT)
        made.window.resize(1024, 600)
        shoot(made, "review-compact")
        made.window.resize(*SIZE)
        made.session.close_case()
        shoot(made, "start-light")
        made.look.use(ColourSet.DARK)
        shoot(made, "start-dark")


@contextmanager
def workstation() -> Iterator[Workstation]:
    """The window on a casebook of its own, with the sample article analysed."""
    with TemporaryDirectory() as folder:
        settings = Settings(
            QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        )
        settings.checker, settings.colour_set = "first checker", ColourSet.LIGHT
        make_program(settings)
        made = Workstation(Casebook.open(Path(folder) / "city desk.casebook"), settings)
        made.window.resize(*SIZE)
        made.show()
        loop = QEventLoop()
        made.workplace.ready.connect(loop.quit)
        made.workplace.filing.open_sample()
        while not made.session.has_case or made.workplace.analysis.is_running:
            loop.exec()
        yield made
        made.window.close()


def check_some(made: Workstation) -> None:
    """Verdicts on the first third of the claims, and a claim in the middle with a source and a note."""
    session = made.session
    case = session.case
    claims = case.claims()
    for number, claim in enumerate(claims[: len(claims) // 3]):
        rating = RATINGS[number % len(RATINGS)]
        whom = "the author" if rating is Rating.WAITING else ""
        session.do(case.rate(claim.id, rating, session.stamp(), whom))
    claim = telling(claims)
    source = Source(case.article.id, "County register of bridges", quality=SourceQuality.PRIMARY)
    session.do(case.attach(claim.id, source, session.stamp(), locator="entry of 4 May 1931"))
    session.do(case.attach(claim.id, Source(case.article.id, "Harbour office"), session.stamp()))
    session.do(case.write_note(claim.id, "The footbridge of 1987 does not count.", session.stamp()))
    session.do(case.take_back(claim.id, session.stamp()))
    session.select(claim.id)


def telling(claims: list[Claim]) -> Claim:
    """A claim that shows much of the detail panel: the one with the most slots among the first."""
    return max(claims[: len(claims) // 3], key=lambda claim: len(claim.slots))


def shoot(made: Workstation, name: str) -> None:
    """Let the window settle, then write its picture."""
    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    made.window.grab().save(str(PICTURES / f"{name}.png"))
    print(PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
