"""Makes small files of the formats that are zip and XML, for the tests of reading."""

import zipfile
from io import BytesIO

OPEN_DOCUMENT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_STYLES = (
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Subtitle"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
)


def packed(parts: dict[str, str], first: str = "") -> bytes:
    """A zip file with these parts; ``first`` is an unpacked part that says what it is."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def odt_xml(*body: str, flat: bool = False) -> str:
    """An OpenDocument text as one piece of XML."""
    root = "office:document" if flat else "office:document-content"
    kind = ' office:mimetype="application/vnd.oasis.opendocument.text"' if flat else ""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><{root} {OPEN_DOCUMENT}{kind}>"
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></{root}>"
    )


def odt_bytes(*body: str, parts: dict[str, str] | None = None) -> bytes:
    """An OpenDocument text with that body and, besides, the parts named."""
    content = {"content.xml": odt_xml(*body)} | (parts or {})
    return packed(content, "application/vnd.oasis.opendocument.text")


def epub_bytes(*chapters: str, parts: dict[str, str] | None = None, says: str = "") -> bytes:
    """A book of these chapters, each the inside of a page’s body; ``says`` is what it tells of itself."""
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(names)
    )
    order = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    content = {
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": f'<package xmlns:dc="dc"><metadata>{says}</metadata><manifest>'
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'{items}</manifest><spine><itemref idref="nav"/>{order}</spine></package>',
        "OPS/nav.xhtml": "<html><body><nav><ol><li>Contents</li></ol></nav></body></html>",
    }
    pages = {
        f"OPS/{name}": f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>x</title></head><body>{inside}</body></html>"
        for name, inside in zip(names, chapters, strict=True)
    }
    return packed(content | pages | (parts or {}), "application/epub+zip")
