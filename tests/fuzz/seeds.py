"""A whole file of every format to begin with: each holds everything its reader knows."""

from email.message import EmailMessage

from tests.unit.reading.books import epub_bytes, odt_bytes
from tests.unit.reading.files import comments, on, paragraph, pdf_bytes, run, word_bytes

LONG = "The council voted for the new bridge on Tuesday, after a debate until midnight."


def seeds() -> dict[str, bytes]:
    """The bytes of one file by its name; the ending says in which format."""
    return {
        "a.docx": _word(),
        "a.odt": _open_document(),
        "a.rtf": _rich_text(),
        "a.md": _markdown(),
        "a.html": _page(),
        "a.epub": _book(),
        "a.eml": _mail(),
        "a.txt": f"Café bridge\r\n\r\n“{LONG}”\r\n\r\n{LONG}\n\nIt cost £9m.".encode("cp1252"),
        "b.txt": f"Мост открыт\n\n{LONG}\n\n日本 😀 {LONG}".encode("utf-16"),
        "a.pdf": pdf_bytes(
            f"<h1>Bridge</h1><p>{LONG * 4}</p><p dir=rtl lang=ar>قال رئيس البلدية 120 إن الجسر</p>",
            "body { columns: 2; hyphens: auto } @page { @top-center { content: 'Head' counter(page) } }",
        ),
    }


def _word() -> bytes:
    note = '<w:r><w:{0}Reference w:id="1"/></w:r>'
    link = f'<w:hyperlink w:id="r1">{run("the minutes")}</w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://a.example"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("May")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    tracked = f'<w:ins w:id="8">{run("nine")}</w:ins><w:del w:id="9"><w:r><w:delText>six</w:delText></w:r></w:del>'
    cells = "".join(
        f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>"
        for cell in ("Bridge", run("9 million") + note.format("footnote"))
    )
    box = (
        f"<w:r><w:drawing><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:drawing></w:r>"
    )
    relations = (
        '<Relationships><Relationship Id="r1" Target="https://example.org/m"/></Relationships>'
    )
    notes = {
        f"word/{kind}s.xml": f'<w:{kind}s NAMESPACES><w:{kind} w:id="1">{paragraph(words)}</w:{kind}></w:{kind}s>'
        for kind, words in (("footnote", "Archive, box 7."), ("endnote", "Hear the tape."))
    }
    return word_bytes(
        paragraph("Town builds a bridge", "berschrift1"),
        paragraph("In May", "Beschriftung"),
        paragraph(run("It cost ") + tracked + on(0, "nine million") + note.format("endnote") + link + field + box),
        paragraph(LONG, properties='<w:rPr><w:del w:id="3"/></w:rPr>'),
        paragraph(run(LONG, "<w:b/>")),
        f"<w:tbl><w:tr><w:trPr/>{cells}</w:tr></w:tbl>",
        parts=comments("Accounts, page 14") | notes | {"word/_rels/document.xml.rels": relations},
    )  # fmt: skip


def _open_document() -> bytes:
    def p(inside: str, style: str = "Standard") -> str:
        return f'<text:p text:style-name="{style}">{inside}</text:p>'

    comment = f'<office:annotation office:name="c"><dc:creator>A</dc:creator><dc:date>2026-05-03</dc:date>{p("Accounts")}</office:annotation>'
    note = f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{p("Box 7.")}</text:note-body></text:note>'
    row = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in ("Bridge", "9"))
    return odt_bytes(
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>six</text:p></text:deletion>'
        '</text:changed-region></text:tracked-changes><text:h text:outline-level="1">Bridge</text:h>',
        p("In May", "Illustration"),
        p(f'It{note} cost<text:s text:c="3"/>{comment}nine<office:annotation-end office:name="c"/><text:tab/>'
          '<text:change-start text:change-id="d"/>six<text:change-end text:change-id="d"/>'
          '<text:a xlink:href="https://a.example">million</text:a><draw:frame><draw:text-box>' + p("Box") + "</draw:text-box></draw:frame>"),
        f"<text:list><text:list-item>{p(LONG)}</text:list-item></text:list>",
        f"<table:table><table:table-row>{row}</table:table-row></table:table>",
        p(f'<text:span text:style-name="T1">{LONG}</text:span>', "P2"),
    )  # fmt: skip


def _rich_text() -> bytes:
    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 A;}{\f2\fcharset128 K;}}{\stylesheet{\ql Normal;}{\s1 heading 1;}}"
        r"\pard\s1 Bridge\par\pard\plain It{\footnote\pard Box 7.} cost {\*\atrfstart 1}nine{\*\atrfend 1}{\*\atnauthor A}"
        r"{\*\annotation{\*\atnref 1}{\*\atndate 132454976}Accounts} {\deleted six}{\revised seven} "
        r'{\field{\*\fldinst HYPERLINK "https://a.example"}{\fldrslt million}} Caf\'e9 \u1052?\u-10179?\u-8704? '
        r"{\f2 \'93\'fa}\emdash\~{\v hidden}{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In a box.\par}}}\par"
        r"\trowd\cellx1\cellx2\pard\intbl Bridge\cell 9\cell\row\pard {\b " + LONG + r"}\par\uc2\bin3 abc " + LONG + "}"
    ).encode("latin-1")  # fmt: skip


def _markdown() -> bytes:
    return (
        f'---\ntitle: "Bridge"\ndate: 2021-03-04\n---\n\n# Bridge\n\n{LONG}[^1] See [minutes](https://a.example "t").\n\n'
        f"- *First* **second** `third`\n  1. {LONG}\n\n> {LONG}\n\n| a | b |\n|---|---|\n| c | d |\n\n![x](y)\n\n```\ncode\n```\n\n"
        "<b>html</b> &amp; <!-- no -->\n\n[^1]: Archive, box 7.\n"
    ).encode()


def _page() -> bytes:
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title><meta property="og:title" content="Bridge">'
        '<meta property="article:published_time" content="2021-03-04T23:30:00-05:00"><script type="application/ld+json">'
        '{"@type":"NewsArticle","datePublished":"2021-03-04"}</script></head><body><nav><a href="/">Home</a></nav><main><article>'
        f"<h1>Bridge</h1><p class='standfirst'>Vote ends quarrel.</p><figure><figcaption>In May. <span class=credit>A/AFP</span></figcaption></figure>"
        f"<p>{LONG * 2}</p><h2>Quarrel</h2><p>{LONG * 2}<sup><a href='#n1' id='r1'>1</a></sup></p><table><tr><td>a</td><td>b</td></tr></table>"
        f"<p>{LONG * 2}</p><ul><li>{LONG}</li></ul><div id='n1'><p><a href='#r1'>1</a> Box 7.</p></div></article></main></body></html>"
    ).encode()  # fmt: skip


def _book() -> bytes:
    return epub_bytes(
        f'<h1>One</h1><p>{LONG}<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>Box 7.</p></aside>',
        f'<h1>Two</h1><p>{LONG}&nbsp;<a href="https://a.example">there</a></p>',
        says="<dc:title>Bridge</dc:title><dc:date>2021-03-04</dc:date>",
    )


def _mail() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "desk@example.org", "Café: town builds a bridge"
    made["Date"] = "Thu, 04 Mar 2021 23:30:00 -0500"
    made.set_content(f"{LONG}\n\n{LONG}\n")
    made.add_alternative(f"<h2>Quarrel</h2><p>{LONG}</p>", subtype="html")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Zählung.pdf")
    return made.as_bytes()
