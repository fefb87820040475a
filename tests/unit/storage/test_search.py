"""Search over a whole casebook, and the start page's."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import NoSuchRecord
from factcheck.model.article import Role
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, claim_on, do, manuscript, now


def lines(casebook: Casebook, *texts: str) -> None:
    """An article for each text, with one claim on all of it."""
    for text in texts:
        case = added(casebook, manuscript(text, title=text.split()[0]), found=False)
        claim = claim_on(case.draft, TextPosition(0, len(text)))
        do(casebook, case, case.propose([claim], [], now()))


def found(casebook: Casebook, words: str, limit: int = 50) -> list[str]:
    return list(dict.fromkeys(hit.text for hit in casebook.search_claims(words, limit)))


def test_a_hit_tells_article_state_and_place(casebook: Casebook) -> None:
    case = added(casebook)
    claim = next(c for c in case.claims() if "1954" in c.text)
    do(casebook, case, case.rate(claim.id, Rating.VERIFIED, now()))
    (hit,) = casebook.search_claims("worst flood since 1954", 5)
    assert (hit.article_id, hit.claim_id, hit.state) == (
        case.article.id,
        claim.id,
        State.VERIFIED,
    )
    assert (hit.article_title, hit.text, hit.position, hit.kind) == (
        case.article.title,
        claim.text,
        claim.position,
        claim.kind,
    )


def test_words_are_found_in_any_form_order_and_case(casebook: Casebook) -> None:
    lines(casebook, "Ferries crossed the Río twice.", "A ferry sank.", "No boat at all.")
    assert found(casebook, "ferry") == ["A ferry sank.", "Ferries crossed the Río twice."]
    assert found(casebook, "rio FERRIES crossing") == ["Ferries crossed the Río twice."]
    assert found(casebook, "ferry boat") == []


def test_a_word_not_yet_typed_to_its_end_is_found_after_whole_words(casebook: Casebook) -> None:
    lines(casebook, "The port closed.", "A portrait sold.")
    assert found(casebook, "port") == ["The port closed.", "A portrait sold."]
    assert found(casebook, "portr") == ["A portrait sold."]


def test_figures_are_found_as_they_are_written(casebook: Casebook) -> None:
    lines(casebook, "It cost 3,000 pounds.", "It cost 3 pounds of the 000 fund.")
    assert found(casebook, "3,000") == ["It cost 3,000 pounds."]


def test_newest_come_first_and_no_more_than_asked_for(casebook: Casebook) -> None:
    lines(casebook, "The first mill burned.", "The second mill burned.")
    assert [hit.article_title for hit in casebook.search_claims("mill", 1)] == ["The"]
    assert casebook.search_claims("mill", 1)[0].text == "The second mill burned."
    assert casebook.search_claims("mill", 0) == []


def test_a_claim_is_found_by_its_new_words_after_its_borders_moved(casebook: Casebook) -> None:
    text = "The quarry employed ninety masons."
    case = added(casebook, manuscript(text, roles=(Role.BODY,)))
    whole, half = case.claims()
    assert half.text == "The quarry employ"
    do(casebook, case, case.redraw(whole.id, TextPosition(20, 33), now()))
    assert found(casebook, "masons") == ["ninety masons"]
    assert found(casebook, "quarry") == ["The quarry employ"]
    undo = case.join(whole.id, half.id, now())
    do(casebook, case, undo)
    assert found(casebook, "quarry masons") == ["The quarry employed ninety masons"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text()
    | st.lists(st.sampled_from(['"*', "^:", "(){", "}+-ab.", "NOT", "OR", "AND", "NEAR"])).map(
        " ".join
    )
)
def test_nothing_a_person_types_is_an_error(casebook: Casebook, words: str) -> None:
    casebook.search_claims(words, 5)
    casebook.articles(5, search=words)


@pytest.mark.parametrize("words", ["", "  ", "—", '"', "*", "\0", "_", "\ud800"])
def test_no_words_find_no_claims_and_hide_no_article(casebook: Casebook, words: str) -> None:
    added(casebook)
    assert casebook.search_claims(words, 5) == []
    assert len(casebook.articles(5, search=words)) in (0, 1)


def test_marks_among_the_words_do_not_hide_a_claim(casebook: Casebook) -> None:
    lines(casebook, "The port closed.")
    assert found(casebook, "the — port") == ["The port closed."]
    assert found(casebook, '"port') == ["The port closed."]


def test_articles_are_found_by_begun_words_of_title_or_file(casebook: Casebook) -> None:
    case = added(casebook, manuscript(title="Flood in the valley", file_name="valley-final.docx"))
    added(casebook, manuscript("Other words.", title="Something else", file_name="b.txt"))
    for words in ("flo", "valley fl", "final", "docx", "VALLEY-F", ""):
        assert case.article in [s.article for s in casebook.articles(5, search=words)]
    assert casebook.articles(5, search="nothing") == []
    do(casebook, case, case.set_title("Drought in the hills", now()))
    assert casebook.articles(5, search="flood") == []
    assert [s.article for s in casebook.articles(5, search="drought")] == [case.article]


def test_an_article_is_found_by_id_title_file_and_beginning_of_id(casebook: Casebook) -> None:
    case = added(casebook, manuscript(title="Flood", file_name="flood.txt"))
    wanted = case.article.id
    for name in (wanted, "Flood", "flood.txt", "drafts/flood.txt", wanted[:20]):
        assert casebook.find_article(name) == wanted


def test_no_article_and_several_are_told_apart(casebook: Casebook) -> None:
    for name in ("nothing", "", "/", "\0"):
        with pytest.raises(NoSuchRecord, match="has no article"):
            casebook.find_article(name)
    ids = [added(casebook, found=False).article.id for _ in range(2)]
    for name in ("Library reopens after flood", "flood.txt", ids[0][:4]):
        with pytest.raises(NoSuchRecord, match="Several articles") as told:
            casebook.find_article(name)
        assert all(article_id in str(told.value) for article_id in ids)
        assert "Library reopens after flood" in str(told.value)
