"""Draws the icons in resources/icons as PNGs of every size a desktop asks for: render_icons.py FOLDER."""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 40  # below this many pixels the plainer drawing is used


def render(drawing: Path, size: int) -> QImage:
    """The drawing as a square picture of ``size`` pixels with a clear ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def main(folder: Path) -> None:
    """Writes FOLDER/apps/SIZE.png for the program and FOLDER/mimetypes/SIZE.png for its casebooks."""
    application = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    for size in SIZES:
        program = "factcheck-small.svg" if size < SMALL else "factcheck.svg"
        for kind, drawing in (("apps", program), ("mimetypes", "casebook.svg")):
            target = folder / kind / f"{size}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            if not render(DRAWINGS / drawing, size).save(str(target)):
                sys.exit(f"{target} could not be written")
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
