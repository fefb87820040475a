"""Makes small files of each format for the tests of reading."""

import zipfile
from io import BytesIO
from pathlib import Path

from factcheck.report.typefaces import typefaces

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)

STYLES = f"""<w:styles {_NAMESPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Circle"><w:name w:val="A"/><w:basedOn w:val="Circle"/></w:style>
</w:styles>"""


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str, style: str = "", properties: str = "") -> str:
    """A Word paragraph; ``words`` may hold ready runs."""
    inside = words if words.startswith("<") or not words else run(words)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inside}</w:p>"


def word_bytes(*body: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word file with that body and, besides its styles, the parts named (or other styles)."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        if "word/styles.xml" not in (parts or {}):
            archive.writestr("word/styles.xml", STYLES)
        archive.writestr(
            "word/document.xml",
            f"<w:document {_NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
        )
        for name, content in (parts or {}).items():
            archive.writestr(name, content.replace("NAMESPACES", _NAMESPACES))
    return buffer.getvalue()


def comments(*written: str) -> dict[str, str]:
    """The part of a Word file that holds these comments, by one author, numbered from 0."""
    inside = "".join(
        f'<w:comment w:id="{number}" w:author="A. Roe" w:date="2026-05-03T09:00:00Z">{paragraph(words)}</w:comment>'
        for number, words in enumerate(written)
    )
    return {"word/comments.xml": f"<w:comments NAMESPACES>{inside}</w:comments>"}


def on(number: int, words: str) -> str:
    """Runs of those words with the comment of that number on them."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{run(words)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def pdf_bytes(markup: str, css: str = "") -> bytes:
    """A PDF of the page that the markup describes, in the program's own face: lines break alike on every machine."""
    from weasyprint import HTML  # type: ignore[import-untyped]

    faces = " ".join(typeface.rule for typeface in typefaces())
    body = "body { font: 10pt/1.4 'Report Serif', serif }"
    style = f"<style>{faces} @page {{ size: A5; margin: 2cm }} {body} {css}</style>"
    data = HTML(
        string=f"<html lang=en><head>{style}</head><body>{markup}</body></html>"
    ).write_pdf()
    assert isinstance(data, bytes)
    return data


LOCKED_PDF = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>
endobj
4 0 obj
<< /Filter /Standard /V 1 /R 2 /P -44 /Length 40
/O <1111111111111111111111111111111111111111111111111111111111111111>
/U <2222222222222222222222222222222222222222222222222222222222222222> >>
endobj
trailer
<< /Root 1 0 R /Encrypt 4 0 R /Size 5
/ID [<33333333333333333333333333333333> <33333333333333333333333333333333>] >>
%%EOF
"""


def saved(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path
