"""The pages of a PDF become the paragraphs they were set from."""

from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from factcheck.model.article import DateOrigin
from factcheck.reading import read_file
from factcheck.reading.pdf_directions import Glyph, in_reading_order
from factcheck.reading.pdf_hyphens import Hyphens
from tests.unit.reading.files import pdf_bytes, saved

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
NAMES = "Bray Cove Dunn Elms Fell Gort Holt Iver Jura Kirk Lowe Moor Nash Oaks Penn Quay Rhyl Slea Tern Ural Vale Wold Yarm Zeal"


def paragraph(number: int) -> str:
    """A name every few words: the same line at the edge of most pages would be taken for a running head."""
    names = NAMES.split()[number:] + NAMES.split()[:number]
    spring = "".join(
        f"The neighbourhood of {names[n]} had, like that of {names[n + 4]}, asked for it unsuccessfully in the spring. "
        for n in range(number % 4)
    )
    return (
        f"The council of {names[8]} voted for the well-known and, says {names[9]}, extraordinarily expensive bridge "
        f"number {number} in {names[10]} on Tuesday, a spokeswoman of {names[11]} said. {spring}"
        f"Nobody in {names[12]} knows as yet who is going to pay {names[13]} for it."
    )


PARAGRAPHS = [paragraph(number) for number in range(24)]
HEAD = "@top-center { content: 'Millbrook Courier' } @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) }"
SETTINGS = {
    "spaced and ragged": "p { margin: 0 0 6pt }",
    "indented and justified": "p { margin: 0; text-indent: 1.5em; text-align: justify; hyphens: auto }",
    "double-spaced": "body { line-height: 2.4 } p { margin: 0; text-indent: 2em }",
    "two columns": "div { columns: 2; text-align: justify; hyphens: auto } p { margin: 0 0 5pt }",
}


def blocks(folder: Path, markup: str, css: str = "") -> list[tuple[str, str]]:
    found = read_file(saved(folder, "a.pdf", pdf_bytes(markup, css)), NOW)
    assert found.article.published_from is DateOrigin.NONE
    return [(block.role.value, block.position.of(found.draft.text)) for block in found.blocks]


@pytest.mark.parametrize("css", SETTINGS.values(), ids=SETTINGS.keys())
def test_paragraphs_heads_and_hyphens(tmp_path: Path, css: str) -> None:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[:10])
    rest = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[10:])
    markup = f"<h1>Town to build a great many bridges over its river</h1><div>{body}<h2>A long quarrel</h2>{rest}</div>"
    found = blocks(
        tmp_path,
        markup,
        f"@page {{ {HEAD} }} h1 {{ font-size: 18pt }} h2 {{ font-size: 12pt }} {css}",
    )
    words = [part for _, part in found]
    assert "".join("".join(words).split()) == "".join(
        "".join(["Town to build a great many bridges over its river", *PARAGRAPHS[:10], "A long quarrel",
                 *PARAGRAPHS[10:]]).split()
    )  # fmt: skip
    assert found[0] == ("headline", "Town to build a great many bridges over its river")
    assert ("crosshead", "A long quarrel") in found
    assert len(set(words) & set(PARAGRAPHS)) >= len(PARAGRAPHS) - 2


ARABIC = (
    "قال المجلس البلدي اليوم إن الجسر الجديد سيكلف 12.5 مليون دينار في عام 2024 وإن الأعمال ستبدأ مع شركة ACME العالمية. "
    "وأضاف رئيس البلدية أن السكان طلبوا الجسر منذ سنوات طويلة، وأن المدينة ستدفع 40% من التكلفة (حوالي 5 ملايين)."
)
HEBREW = (
    "ראש העיר אמר כי הגשר החדש יעלה 12 מיליון שקל ויושלם בשנת 2025. לדבריו, התושבים ביקשו אותו במשך שנים (לפחות 20), "
    "והעירייה תשלם 40% מהעלות יחד עם חברת ACME הבינלאומית."
)
GALLEYS = {
    "two columns, heads turn with the page": "body { columns: 2; column-gap: 12pt } p { text-indent: 1em } "
    "@page :left { @top-left { content: counter(page) ' Courier' } } "
    "@page :right { @top-right { content: '3 March 2026 ' counter(page) } } @page { size: A4 }",
    "three narrow columns": "body { columns: 3; column-gap: 10pt; font-size: 8pt } p { text-indent: 1em } "
    "@page { size: A4; @top-center { content: 'Page ' counter(page) ' · Courier' } }",
    "a rule between the columns": "body { columns: 2; column-rule: 1px solid; column-gap: 8pt; font-size: 9pt } "
    "p { text-indent: 1em } "
    "@page { size: A4; @top-center { content: 'THE COURIER — DRAFT' } @bottom-center { content: '– ' counter(page) ' –' } }",
    "a head close to the text": "body { columns: 2 } p { text-indent: 1em } @page { size: A5; margin: 14mm 12mm; "
    "@top-left { content: 'COURIER'; font-size: 8pt; vertical-align: bottom } "
    "@top-right { content: counter(page); vertical-align: bottom } }",
}
FLOOR = 0.99  # of the words, in their order


def word_score(gold: list[str], read: list[str]) -> float:
    """F1 of the words that both have in the same order."""
    matcher = SequenceMatcher(None, gold, read, autojunk=False)
    same = sum(match.size for match in matcher.get_matching_blocks())
    return 2 * same / (len(gold) + len(read))


@pytest.mark.parametrize("pages", ["one", "several"])
@pytest.mark.parametrize("css", GALLEYS.values(), ids=GALLEYS.keys())
def test_galleys_in_columns_give_back_their_words(tmp_path: Path, css: str, pages: str) -> None:
    paragraphs = PARAGRAPHS[:4] if pages == "one" else PARAGRAPHS[:12]
    text = [*paragraphs[:2], ARABIC, *paragraphs[2:], HEBREW, "It rained on the well-known town."]
    markup = "".join(
        f"<p dir=rtl lang={'ar' if words is ARABIC else 'he'}>{words}</p>"
        if words in {ARABIC, HEBREW}
        else f"<p>{words}</p>"
        for words in text
    )
    common = "body { font-family: 'Report Serif', 'DejaVu Sans', serif; text-align: justify; hyphens: auto } p { margin: 0 }"
    found = read_file(saved(tmp_path, "a.pdf", pdf_bytes(markup, common + css)), NOW)
    assert word_score(" ".join(text).split(), found.draft.text.split()) >= FLOOR
    assert not any(word in found.draft.text for word in ("Courier", "COURIER", "Page 1", "– 1 –"))


def test_last_words_alone_on_a_page_are_kept(tmp_path: Path) -> None:
    markup = f"<p>{PARAGRAPHS[1]}</p><p style='break-before: page'>So it was.</p>"
    css = "@page { @top-center { content: 'Courier' } @bottom-center { content: counter(page) } }"
    assert [words for _, words in blocks(tmp_path, markup, css)] == [PARAGRAPHS[1], "So it was."]


def test_a_small_italic_paragraph_is_a_caption(tmp_path: Path) -> None:
    markup = f"<h1>Town to build</h1><p>{PARAGRAPHS[1]}</p><p class=c>The old bridge in May</p><p>{PARAGRAPHS[2]}</p>"
    assert blocks(tmp_path, markup, ".c { font: italic 8pt serif }")[2] == (
        "caption",
        "The old bridge in May",
    )


def test_a_page_number_goes_and_a_number_in_the_text_stays(tmp_path: Path) -> None:
    markup = f"<p>{PARAGRAPHS[1]}</p><p>14</p><p>{PARAGRAPHS[2]}</p><p style='break-before: page'>{PARAGRAPHS[3]}</p>"
    words = [
        part
        for _, part in blocks(
            tmp_path, markup, "@page { @bottom-center { content: counter(page) } }"
        )
    ]
    assert words == [PARAGRAPHS[1], "14", PARAGRAPHS[2], PARAGRAPHS[3]]


def test_right_to_left_words_stand_in_their_order(tmp_path: Path) -> None:
    arabic = "قال المجلس البلدي اليوم إن الجسر الجديد سيكلف 12.5 مليون دينار في عام 2024 وإن الأعمال ستبدأ مع شركة ACME العالمية."
    hebrew = "ראש העיר אמר כי הגשר החדש יעלה 12 מיליון שקל ויושלם בשנת 2025."
    mixed = "She said قال المجلس البلدي اليوم and went on to speak of the bridge and of its price."
    markup = f"<p lang=ar dir=rtl>{arabic}</p><p lang=he dir=rtl>{hebrew}</p><p>{mixed}</p>"
    css = "body { font-family: 'DejaVu Sans' }"
    assert [part for _, part in blocks(tmp_path, markup, css)] == [arabic, hebrew, mixed]


def glyphs(seen: str) -> list[Glyph]:
    return [Glyph(char, i * 5.0, i * 5.0 + 5) for i, char in enumerate(seen)]


def test_reading_order_from_places_alone() -> None:
    assert in_reading_order(glyphs("abc גבא def"), 10) == "abc אבג def"
    assert in_reading_order(glyphs("גבא 12 דג"), 10) == "גד 12 אבג"
    assert in_reading_order(glyphs("(גבא) ד"), 10) == "ד (אבג)"


def test_letters_drawn_as_one_are_read_in_their_order() -> None:
    ligature = [Glyph("ا", 0, 5), Glyph("ل", 0, 5), Glyph("ب", 5, 10)]
    assert in_reading_order(ligature, 10) == "بلا"


def test_hyphens_at_line_ends() -> None:
    lines = ["The infrastructure of the well-known town", "is well and known to its mayor"]
    known = Hyphens(lines)
    assert known.joined(["an infra-", "structure"]) == "an infrastructure"
    assert known.joined(["an infra\u00ad", "structure"]) == "an infrastructure"
    assert known.joined(["a well-", "known town"]) == "a well-known town"
    assert known.joined(["the Anglo-", "American bridge"]) == "the Anglo-American bridge"
    assert known.joined(["in 2019-", "20 it rained"]) == "in 2019-20 it rained"
    assert known.joined(["an ex-", "mayor"]) == "an ex-mayor"
    assert known.joined(["it rained -", "as ever"]) == "it rained - as ever"
    assert known.joined(["one", "two"]) == "one two"
    assert known.joined(["under #Open", "Bridge"]) == "under #Open Bridge"
    assert known.joined(["under #Open\ufffe", "Bridge"]) == "under #OpenBridge"
    assert known.joined(["a Danish\ufffe", "speaking town"]) == "a Danish-speaking town"
    assert known.joined(["a twenty\ufffe", "page paper"]) == "a twenty-page paper"
    assert known.joined(["a two\ufffe", "year term"]) == "a two-year term"


@pytest.mark.parametrize(
    "parted",
    ["ten-ant", "re-member", "stub-born", "birth-day", "ar-range", "un-known", "nine-teen", "one-self", "thresh-old",
     "shuf-fled", "chair-person", "cor-related", "half-way", "six-teen"],
)  # fmt: skip
def test_words_that_only_look_like_compounds_are_made_whole(parted: str) -> None:
    first, second = parted.split("-")
    assert Hyphens([]).joined([f"{first}\ufffe", second]) == first + second


def test_half_a_word_is_no_word_the_text_has() -> None:
    known = Hyphens(["this is an in\ufffe", "fection of the in\ufffe", "fection"])
    assert known.joined(["an in\ufffe", "fection"]) == "an infection"


def test_the_hyphen_of_a_face_that_has_one_drawing_for_both() -> None:
    lines = ["a well\u2010known town with a be\ufffe", "hind and a bridge"]
    assert Hyphens(lines).joined(lines) == "a well-known town with a behind and a bridge"
