import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Block, Role, Sentence
from factcheck.model.case import Case
from factcheck.model.claim import Claim, ClaimKind, Priority
from factcheck.model.text import TextPosition, anchor_at, trimmed
from factcheck.model.verdict import Rating
from factcheck.report.annotated import annotated, levels
from factcheck.report.direction import against, direction
from factcheck.report.outline import outline
from tests.makers import (
    CHECKER,
    TOWN_TEXT,
    do,
    make_article,
    make_case,
    make_claim,
    make_draft,
    make_sentence,
    rated,
)
from tests.unit.report.page import Page

LETTERS = st.sampled_from(
    [*"ab.,1 &<>\"'\n", "\u00a0", "😀", "👩‍🚀", "é", "الجسر", "שלום", "日", "\u2028"]
)
TEXTS = st.lists(LETTERS, max_size=40).map("".join)


def page_of(case: Case) -> Page:
    return Page(f"<article>{annotated(case, outline(case))}</article>")


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case on any text, cut into blocks and covered with claims anyhow."""
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda ends: TextPosition(min(ends), max(ends))
    )
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    blocks = [
        Block("draft", TextPosition(start, end), draw(st.sampled_from(list(Role))))
        for start, end in zip(borders[::2], borders[1::2], strict=False)
    ]
    spans = [p for p in draw(st.lists(places, max_size=8)) if p.of(text).strip()]
    claims = [
        Claim("draft", anchor_at(text, trimmed(text, p)), (ClaimKind.QUANTITY,), Priority.LOW)
        for p in spans
    ]
    sentences = [Sentence("draft", block.position) for block in blocks[::2]]
    case = Case(make_article(), make_draft(text), [*blocks, *claims, *sentences])
    for claim, rating in zip(
        case.claims(), draw(st.lists(st.sampled_from(list(Rating)))), strict=False
    ):
        rated(case, claim, rating)
    return case


@given(cases())
def test_the_article_in_the_page_is_the_article(case: Case) -> None:
    assert page_of(case).article == case.text


@given(cases())
def test_every_claim_has_its_number_in_the_article_once(case: Case) -> None:
    anchors = [a["id"] for a in page_of(case).having("a")]
    assert sorted(anchors, key=str) == sorted(
        (f"place-{entry.number}" for entry in outline(case).claims), key=str
    )


def test_an_emoji_before_a_claim_shifts_no_line() -> None:
    text = "😀👍 The bridge is old"
    html = annotated(
        case := make_case(text, [Role.BODY], [make_claim("bridge", of=text)]), outline(case)
    )
    assert '<span class="c open open k0">bridge</span>' in html


def test_claims_that_cross_are_both_drawn() -> None:
    text = "one two three"
    case = make_case(
        text, [Role.BODY], [make_claim("one two", of=text), make_claim("two three", of=text)]
    )
    html = str(annotated(case, outline(case)))
    lines = [piece.count("<span") for piece in re.split(r"</sup>(?:</span>)*", html)[1:]]
    assert page_of(case).article == text
    assert "k0" in html
    assert "k1" in html
    assert sum(lines) > 2


def test_the_innermost_line_lies_nearest_to_the_words() -> None:
    outer, middle, inner = (
        make_claim(words)
        for words in ("The bridge, opened in 1931, is the oldest", "opened in 1931", "1931")
    )
    found = levels([outer, middle, inner])
    assert [found[claim.id] for claim in (inner, middle, outer)] == [0, 1, 2]


def test_settled_and_open_claims_look_different_and_letters_say_which() -> None:
    claims = [make_claim("1931"), make_claim("14,000 cars"), make_claim("no other choice")]
    case = make_case(claims=claims)
    rated(case, claims[0], Rating.CONTRADICTED)
    rated(case, claims[1], Rating.WAITING)
    html = str(annotated(case, outline(case)))
    assert '<span class="c settled contradicted k0">1931</span>' in html
    assert '<span class="c open waiting k0">14,000 cars</span>' in html
    marks = [svg["aria-label"] for svg in Page(f"<article>{html}</article>").having("svg")]
    assert marks == ["contradicted", "waiting"]


def test_unread_sentences_lie_on_grey_and_read_ones_do_not() -> None:
    first = make_sentence(TOWN_TEXT, "The bridge, opened in 1931, is the oldest in the county.")
    second = make_sentence(TOWN_TEXT, "It carries 14,000 cars a day.")
    case = make_case(sentences=[first, second])
    assert 'class="body unread"' in annotated(case, outline(case))
    do(case, case.read([first.id], CHECKER))
    html = annotated(case, outline(case))
    assert '<span class="unread">It carries 14,000 cars a day.</span>' in html
    assert '<p class="body" dir="ltr">The bridge' in html


def test_hostile_words_stay_words() -> None:
    text = "<script>alert(1)</script> & <b>bold</b>"
    page = page_of(make_case(text, [Role.BODY], [make_claim("alert", of=text)]))
    assert page.article == text
    assert not page.having("script")


def test_arabic_words_keep_their_order_around_a_claim() -> None:
    text = "He said “هذا أقدم جسر في المدينة 1931” on Monday"
    html = str(
        annotated(
            case := make_case(text, [Role.BODY], [make_claim("أقدم جسر", of=text)]), outline(case)
        )
    )
    run = re.search(r'<span dir="rtl">(.*?1931)</span>', html)
    assert run is not None
    assert "أقدم جسر" in run.group(1)
    assert "Monday" not in run.group(1)


def test_the_first_letter_with_a_direction_decides() -> None:
    assert direction("12 — الجسر old") == "rtl"
    assert direction("“The الجسر") == "ltr"
    assert direction("12, 13") == "ltr"
    assert against("plain words") == []
    assert [p.of("الجسر old 12 هنا") for p in against("الجسر old 12 هنا")] == ["old 12"]
