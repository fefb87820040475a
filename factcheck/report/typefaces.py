"""The typefaces a PDF is set in, as files of the font packages; their names and cuts stay as they were published."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

_CUTS = (
    ("Report Serif", 400, "normal", "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("Report Serif", 400, "italic", "font_source_serif_pro", "SourceSerifPro-It.ttf"),
    ("Report Serif", 600, "normal", "font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
    ("Report Sans", 400, "normal", "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("Report Sans", 400, "italic", "font_source_sans_pro", "SourceSansPro-It.ttf"),
    ("Report Sans", 600, "normal", "font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
)


@dataclass(frozen=True, slots=True)
class Typeface:
    """One cut of a family and the file it lies in."""

    family: str
    weight: int
    style: str
    path: Path

    @property
    def address(self) -> str:
        return self.path.as_uri()

    @property
    def rule(self) -> str:
        """The @font-face rule that makes the cut known to a style sheet."""
        return (
            f'@font-face {{ font-family: "{self.family}"; font-weight: {self.weight}; '
            f'font-style: {self.style}; src: url("{self.address}"); }}'
        )


def typefaces() -> list[Typeface]:
    """The cuts that are installed; without any, a report is set in the system's own faces."""
    found: list[Typeface] = []
    for family, weight, style, package, name in _CUTS:
        try:
            path = Path(str(files(package))) / "files" / name
        except ModuleNotFoundError:
            continue
        if path.is_file():
            found.append(Typeface(family, weight, style, path))
    return found
