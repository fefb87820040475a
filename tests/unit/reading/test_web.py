"""Of a web page the article is kept, with its captions and notes, and nothing goes online for it."""

import socket
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factcheck.model.article import DateOrigin
from factcheck.reading import read_file, read_rich_text
from tests.unit.reading.files import saved

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PARAGRAPHS = [
    f"The council of the town voted for the new bridge on Tuesday, and {many} of its members were in favour, "
    f"a spokeswoman said, adding that the debate had gone on for {many} hours before anyone gave in."
    for many in ("nine", "eight", "seven", "six", "five")
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Town to build a third bridge – Millbrook Courier</title>
<meta property="og:title" content="Town to build a third bridge">
<meta property="og:site_name" content="Millbrook Courier">
<meta property="article:published_time" content="2021-03-04T23:30:00-05:00">
<script src="http://example.invalid/a.js"></script>
<link rel="stylesheet" href="http://example.invalid/a.css"></head>
<body><header><a href="/">Millbrook Courier</a><nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li>
</ul></nav></header>
<main><article><h1>Town to build a third bridge</h1>
<p class="standfirst">Vote ends six years of quarrel.</p>
<div class="byline">By Jo Field</div>
<figure><img src="http://example.invalid/b.jpg"><figcaption>The old bridge in 1950. <span class="credit">Jo Field/AFP</span></figcaption></figure>
<div class="story"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<h2>A long quarrel</h2><p>{PARAGRAPHS[2]}</p>
<div class="newsletter-promo"><p>Sign up for our newsletter and never miss a bridge again in your life.</p></div>
<blockquote class="pullquote"><p>Nobody wanted this bridge, and now everybody wants it.</p></blockquote>
<p>{PARAGRAPHS[3]}</p><p>{PARAGRAPHS[4]}</p>
<p><em>* The debate was held behind closed doors, and its minutes were not published.</em></p></div>
<aside class="related"><h3>Related</h3><ul><li><a href="/c">Mayor resigns over the second bridge</a></li></ul></aside>
</article></main>
<footer><p>Copyright 2021 Millbrook Courier. All rights reserved.</p></footer></body></html>"""


def blocks(folder: Path, page: str | bytes) -> list[tuple[str, str]]:
    found = read_file(saved(folder, "a.html", page), NOW)
    return [(block.role.value, block.position.of(found.draft.text)) for block in found.blocks]


def test_the_article_and_nothing_else_in_the_order_of_the_page(tmp_path: Path) -> None:
    assert blocks(tmp_path, PAGE) == [
        ("headline", "Town to build a third bridge"),
        ("subheading", "Vote ends six years of quarrel."),
        ("caption", "The old bridge in 1950."),
        ("credit", "Jo Field/AFP"),
        ("body", PARAGRAPHS[0]),
        ("body", PARAGRAPHS[1]),
        ("crosshead", "A long quarrel"),
        ("body", PARAGRAPHS[2]),
        ("pullquote", "Nobody wanted this bridge, and now everybody wants it."),
        ("body", PARAGRAPHS[3]),
        ("body", PARAGRAPHS[4]),
        ("body", "* The debate was held behind closed doors, and its minutes were not published."),
    ]


def test_nothing_goes_online(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the reader tried to go online")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    outside = PAGE.replace(
        "<!DOCTYPE html>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://example.invalid/x.dtd">',
    )
    assert blocks(tmp_path, outside)[0][0] == "headline"


def test_the_day_of_publication_is_the_writers_own(tmp_path: Path) -> None:
    article = read_file(saved(tmp_path, "a.html", PAGE), NOW).article
    assert (article.published, article.published_from) == (date(2021, 3, 4), DateOrigin.FILE)
    assert article.title == "Town to build a third bridge"


@pytest.mark.parametrize(
    "said",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-03-04"}]}</script>',
        '<script type="application/ld+json">[{"datePublished": "2021-03-04T10:00:00Z"}]</script>',
        '<script type="application/ld+json">{ nonsense</script><time datetime="2021-03-04">today</time>',
        "<time>4 March 2021</time>",
        '<p><strong class="published"><span id="publishDate" title="2021-03-04">Thursday</span></strong></p>',
        '<div class="post-date">Thursday, 4 March 2021</div>',
        '<span itemprop="datePublished" content="2021-03-04"></span>',
        '<meta name="pubdate" content="Thu, 04 Mar 2021 10:00:00 GMT">',
        '<meta itemprop="datePublished" content="20210304">',
    ],
)
def test_where_a_page_says_its_date(tmp_path: Path, said: str) -> None:
    page = f"<html><body>{said}<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></body></html>"
    article = read_file(saved(tmp_path, "a.html", page), NOW).article
    assert (article.published, article.published_from) == (date(2021, 3, 4), DateOrigin.FILE)


def test_a_date_above_the_text_is_kept_as_its_dateline(tmp_path: Path) -> None:
    text = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    page = (
        "<html><body><h1>Town to build a third bridge</h1><div><p><b class='published'>Thursday, March 4, 2021</b></p>"
        f"{text}<div class='thumb'><div class='thumbcaption'>The old bridge in 1950.</div></div></div></body></html>"
    )
    found = blocks(tmp_path, page)
    assert found[:3] == [
        ("headline", "Town to build a third bridge"),
        ("dateline", "Thursday, March 4, 2021"),
        ("body", PARAGRAPHS[0]),
    ]


def test_the_date_of_another_article_is_not_taken(tmp_path: Path) -> None:
    page = f"<html><body><p>{PARAGRAPHS[0]}</p><aside><time datetime='2019-01-01'>x</time></aside></body></html>"
    assert read_file(saved(tmp_path, "a.html", page), NOW).article.published is None


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("cp1252", "iso-8859-1"), ("cp1252", ""), ("cp1251", "windows-1251"), ("utf-16", ""),
     ("utf-8", "iso-8859-1"), ("cp1252", "no-such-thing")],
)  # fmt: skip
def test_the_encoding_of_a_page(tmp_path: Path, encoding: str, declared: str) -> None:
    word = "Мост" if encoding == "cp1251" else "“Café”"
    meta = (
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
        if declared
        else ""
    )
    page = f"<html><head>{meta}</head><body><p>{word} {PARAGRAPHS[0]}</p></body></html>"
    assert blocks(tmp_path, page.encode(encoding)) == [("body", f"{word} {PARAGRAPHS[0]}")]


def test_a_page_of_one_paragraph(tmp_path: Path) -> None:
    assert blocks(tmp_path, "<html><body><p>It rained.</p></body></html>") == [
        ("body", "It rained.")
    ]


def test_spaces_as_a_browser_shows_them(tmp_path: Path) -> None:
    page = "<html><body><p>The  town\n has 9\u00a0% <b>more</b> \n bridges&nbsp;now &amp; then.</p></body></html>"
    assert blocks(tmp_path, page) == [
        ("body", "The town has 9\u00a0% more bridges\u00a0now & then.")
    ]


def test_elements_nested_beyond_all_measure(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * 5000 + PARAGRAPHS[0] + "</div>" * 5000 + "</body></html>"
    try:
        assert PARAGRAPHS[0] in blocks(tmp_path, deep)[0][1]
    except Exception as error:  # noqa: BLE001 - any refusal will do that is one in words
        assert type(error).__name__ == "UnreadableFile"


def test_the_clipboard_keeps_every_paragraph() -> None:
    clip = (
        "<html><head><style>p { color: red }</style></head><body><!--StartFragment-->"
        '<p class="MsoTitle">Town to build a third bridge</p><p>By Jo Field</p>'
        f"<p>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}</p><p style='display:none'>secret</p>"
        "<p><b>A long quarrel</b></p>"
        f"<p>{PARAGRAPHS[2]}</p><p><a href='/x'>Mayor resigns over bridge and leaves town</a></p>"
        "<!--EndFragment--></body></html>"
    )
    found = read_rich_text(clip, NOW)
    assert [(b.role.value, b.position.of(found.draft.text)) for b in found.blocks] == [
        ("headline", "Town to build a third bridge"),
        ("credit", "By Jo Field"),
        ("body", PARAGRAPHS[0]),
        ("body", PARAGRAPHS[1]),
        ("crosshead", "A long quarrel"),
        ("body", PARAGRAPHS[2]),
        ("body", "Mayor resigns over bridge and leaves town"),
    ]


def test_notes_comments_and_links_of_pasted_text_stand_on_their_words() -> None:
    word = (
        "<html><body><!--StartFragment--><p class=MsoTitle>Town builds a bridge</p><p class=MsoNormal>It opened in 1931"
        '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> and <span>cost <b>nine</b></span> million.'
        '<a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AR1]</a></p><div><hr><div id=ftn1>'
        '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Archive, box 7.</p></div></div><div><hr>'
        '<div id="_com_1" class=msocomtxt><span><a name="_msocom_1"></a></span><p>Really nine?</p></div></div>'
        "<!--EndFragment--></body></html>"
    )
    google = (
        '<b style="font-weight:normal"><h1>Town builds a bridge</h1><p>It opened in 1931<a href="#ftnt1" id="ftnt_ref1">[1]'
        '</a> and <a href="https://a.example/x">cost nine</a> million.</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]'
        "</a>&nbsp;Archive, box 7.</p></div></b>"
    )
    expected = [("It opened in 1931", "Archive, box 7.")]
    for markup, more in (
        (word, ("and cost nine million.", "Really nine?")),
        (google, ("cost nine", "https://a.example/x")),
    ):
        found = read_rich_text(markup, NOW)
        assert found.draft.text.split("\n\n") == [
            "Town builds a bridge", "It opened in 1931 and cost nine million.", "Archive, box 7.",
        ]  # fmt: skip
        told = [(r.position.of(found.draft.text), r.text) for r in found.remarks]
        assert told == [*expected, more]


def test_lists_and_tables_of_the_article_are_part_of_it(tmp_path: Path) -> None:
    """Short as their lines are: figures stand in them."""
    rows = "".join(
        f"<tr><td>{place}</td><td>{votes}</td></tr>"
        for place, votes in (("North", "1,204"), ("South", "988"), ("Harbour", "612"))
    )
    items = "<ul><li>New piers</li><li>Wider footpaths</li></ul>"
    text = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[:3])
    rest = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[3:])
    page = (
        "<html><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav><article>"
        f"<h1>Town to build a third bridge</h1>{text}<table>{rows}</table>{items}{rest}</article></body></html>"
    )
    words = [words for _, words in blocks(tmp_path, page)]
    assert words[4:9] == [
        "North\t1,204",
        "South\t988",
        "Harbour\t612",
        "New piers",
        "Wider footpaths",
    ]
    assert "Sport" not in " ".join(words)
