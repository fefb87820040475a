from factcheck.model.article import Role
from factcheck.model.case import Case
from factcheck.model.text import TextPosition
from factcheck.ui.article.unread import unread_bands, unread_in
from tests.makers import CHECKER, TOWN_TEXT, do, make_case, make_sentence, place_of

OLDEST = "The bridge, opened in 1931, is the oldest in the county."
CARS = "It carries 14,000 cars a day."
WHOLE = TextPosition(0, len(TOWN_TEXT))


def town(*read: str) -> Case:
    sentences = [make_sentence(TOWN_TEXT, words, read=words in read) for words in (OLDEST, CARS)]
    return make_case(sentences=sentences)


def words_unread(case: Case) -> list[str]:
    return [TOWN_TEXT[start:end] for start, end in unread_bands(case.blocks, case.sentences)]


def test_a_fresh_article_is_one_unread_stretch_without_its_boilerplate() -> None:
    (start, end), *more = unread_bands(town().blocks, town().sentences)
    assert (start, more) == (0, [])
    assert TOWN_TEXT[:end].endswith("Ida Bruun.")


def test_a_sentence_read_parts_what_is_unread() -> None:
    case = town(OLDEST)
    assert words_unread(case)[0].endswith("ten minutes")
    assert words_unread(case)[1].startswith(CARS)


def test_a_paragraph_is_wholly_unread_until_one_of_its_sentences_is_read() -> None:
    paragraph = place_of(TOWN_TEXT, f"{OLDEST} {CARS}")
    assert unread_in(town(), paragraph).is_whole
    part = unread_in(town(OLDEST), paragraph)
    assert not part.is_whole
    assert [place.of(TOWN_TEXT) for place in part.stretches] == [CARS]
    assert unread_in(town(OLDEST, CARS), paragraph).stretches == ()


def test_text_not_yet_cut_into_sentences_is_unread() -> None:
    assert unread_in(make_case(), place_of(TOWN_TEXT, OLDEST)).is_whole


def test_boilerplate_is_never_unread() -> None:
    assert unread_in(town(), place_of(TOWN_TEXT, "Read more")).stretches == ()
    case = town()
    do(case, case.set_role(place_of(TOWN_TEXT, CARS), Role.BOILERPLATE, CHECKER))
    assert [
        p.of(TOWN_TEXT) for p in unread_in(case, WHOLE).stretches if CARS in p.of(TOWN_TEXT)
    ] == []
