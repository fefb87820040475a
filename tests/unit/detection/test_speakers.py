"""Quotations with their borders, speakers and words of saying, in running text and over paragraphs."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.detection.detect import find_claims
from factcheck.detection.paragraphs import breaks_in
from factcheck.detection.pipeline import LoadedLanguage
from factcheck.detection.surface import surfaces
from factcheck.model.article import Block, Role
from factcheck.model.detected import DetectedBlock
from factcheck.model.quote_marks import quoted_in
from factcheck.model.text import TextPosition
from tests.makers import make_draft

Heard = list[tuple[str, str | None, str | None]]


@pytest.fixture
def heard(language: LoadedLanguage) -> Callable[[str], Heard]:
    """Each quotation with the words that name its speaker and the word of saying, the text read as one block."""

    def run(text: str) -> Heard:
        draft = make_draft(text)
        block = Block(draft.id, TextPosition(0, len(text)), Role.BODY)
        found: list[DetectedBlock] = list(find_claims(draft, [block], None, language))
        return [
            (
                q.position.of(text),
                q.speaker.of(text) if q.speaker else None,
                q.cue.of(text) if q.cue else None,
            )
            for b in found
            for q in b.quotations
        ]

    return run


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We will rebuild the pier,” Karin Holm said.", "Karin Holm", "said"),
        ("“We will rebuild the pier,” said Karin Holm.", "Karin Holm", "said"),
        ("“Will it hold?” asked the engineer.", "the engineer", "asked"),
        ('"We will rebuild the pier," Karin Holm told reporters.', "Karin Holm", "told"),
        ("Karin Holm said, “We will rebuild the pier.”", "Karin Holm", "said"),
        ("Karin Holm continued: “We will rebuild the pier.”", "Karin Holm", "continued"),
        ("Karin Holm called the plan “a costly mistake.”", "Karin Holm", "called"),
        ("Karin Holm says she feels “great” about the pier.", "Karin Holm", "says"),
        ("The mayor said the union was “utterly wrong” about it.", "The mayor", "said"),
        ("According to Karin Holm, the pier is “a danger to all.”", "Karin Holm", "According"),
        ("“We will rebuild the pier.” — Karin Holm", "Karin Holm", None),
        ("Karin Holm (Green) said the pier was “rotten to the core.”", "Karin Holm", "said"),
    ],
)
def test_speaker_and_word_of_saying_are_found(
    heard: Callable[[str], Heard], text: str, speaker: str, cue: str | None
) -> None:
    ((_, who, word),) = heard(text)
    assert who is not None and who.startswith(speaker)
    assert word == cue


def test_quotation_broken_by_its_tag_has_one_speaker(heard: Callable[[str], Heard]) -> None:
    text = "“The pier is old,” Karin Holm said. “We will rebuild it before the winter comes.”"
    assert [who for _, who, _ in heard(text)] == ["Karin Holm", "Karin Holm"]


def test_speaker_of_a_paragraph_goes_on_over_paragraphs(heard: Callable[[str], Heard]) -> None:
    text = (
        "Karin Holm spoke to the council on Friday.\n\n"
        "“The pier is old and it must be rebuilt,” Holm said. “We have known it for years.\n\n"
        "“So we will begin in May.”\n\n"
        "The council agreed."
    )
    found = heard(text)
    assert [words for words, _, _ in found] == [
        "“The pier is old and it must be rebuilt,”",
        "“We have known it for years.",
        "“So we will begin in May.”",
    ]
    assert [who for _, who, _ in found] == ["Holm"] * 3


def test_speaker_goes_on_from_block_to_block(detect: Callable[..., list[DetectedBlock]]) -> None:
    text = (
        "“The pier is old,” Karin Holm said. “We have known it for years.\n\n"
        "“So we will begin in May, and it will be done by winter.”\n\n"
        "“Nobody asked us about any of it before the vote was taken,” Jonas Brandt said."
    )
    blocks = detect(text)
    found = [
        q.speaker.of(text) if q.speaker else None for block in blocks for q in block.quotations
    ]
    assert found == ["Karin Holm", "Karin Holm", "Karin Holm", "Jonas Brandt"]


def test_line_that_announces_the_quotation_names_its_speaker(
    heard: Callable[[str], Heard],
) -> None:
    text = "Then Karin Holm added:\n\n“The pier is old and it must be rebuilt this year.”"
    ((_, who, cue),) = heard(text)
    assert (who, cue) == ("Karin Holm", "added")


def test_title_in_marks_has_no_speaker(heard: Callable[[str], Heard]) -> None:
    ((words, who, cue),) = heard("The cinema showed “Gone With The Wind” in May.")
    assert (words, who, cue) == ("“Gone With The Wind”", None, None)


def test_each_of_two_speakers_gets_his_own_words(heard: Callable[[str], Heard]) -> None:
    text = "“The pier is old,” Karin Holm said. “It will hold,” replied Jonas Brandt."
    assert [who for _, who, _ in heard(text)] == ["Karin Holm", "Jonas Brandt"]


def test_quotation_in_a_quotation_has_the_speaker_named_inside(
    heard: Callable[[str], Heard],
) -> None:
    text = "“My father said, ‘Leave the pier alone,’ and I listened to him,” Karin Holm recalled."
    found = {words: who for words, who, _ in heard(text)}
    assert found["‘Leave the pier alone,’"] == "My father"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"One paragraph.\n\n"And one more."', ['"One paragraph.', '"And one more."']),
        ("“One paragraph.\n\n“And one more.”", ["“One paragraph.", "“And one more.”"]),
        ('He said "no.\n\nShe said "yes" and left.', ['"no.', '"yes"']),
        ("It was “a danger“ to all.", ["“a danger“"]),
        ('A 6" pipe and "a word" here.', ['"a word"']),
        ('He wrote "one and then "two" at once.', ['"two"']),
    ],
)
def test_marks_pair_inside_their_paragraph(text: str, quotes: list[str]) -> None:
    (surface,) = surfaces(text, 0, len(text))
    quoted = quoted_in(surface.text, breaks_in(text, surface.places))
    found = [surface.text[q.start : q.end] for q in quoted if q.depth == 0]
    assert found == quotes


def test_lines_broken_for_their_length_are_no_paragraphs() -> None:
    text = "He said that “the pier\nis old and must be\nrebuilt” before May."
    assert breaks_in(text, range(len(text))) == ()


@given(st.text(alphabet="“”\"‘’'«»„ab. \n", max_size=80), st.lists(st.integers(1, 79), max_size=4))
def test_any_marks_give_quotations_inside_the_text(text: str, at: list[int]) -> None:
    breaks = tuple(sorted({b for b in at if b < len(text)}))
    for quote in quoted_in(text, breaks):
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.depth >= 0
