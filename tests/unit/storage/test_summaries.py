"""The start page: what it says of an article is what the article says of itself."""

from factcheck.model.article import ReadHow, Role
from factcheck.model.claim import ClaimKind
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, lines_of, manuscript, now


def test_the_article_worked_on_last_stands_first(casebook: Casebook) -> None:
    cases = [added(casebook, manuscript(title=f"Part {n}")) for n in range(3)]
    for index in (0, 2, 0):
        case = cases[index]
        do(casebook, case, case.write_note(case.claims()[0].id, f"{now().at}", now("Noor")))
    last = now("Iris")
    do(casebook, cases[0], cases[0].set_title("Part 0, revised", last))
    page = casebook.articles(10)
    assert [s.article.title for s in page] == ["Part 0, revised", "Part 2", "Part 1"]
    assert (page[0].touched, page[0].touched_by) == (last.at, "Iris")
    assert [s.article for s in casebook.articles(1, offset=1)] == [page[1].article]


def test_claims_put_aside_or_in_silent_parts_do_not_count(casebook: Casebook) -> None:
    case = added(casebook)
    in_credit = lines_of(case.text)[1]
    do(casebook, case, case.mark(in_credit, now()))
    do(casebook, case, case.dismiss(case.claims()[0].id, now()))
    do(casebook, case, case.rate(case.claims()[1].id, Rating.CONTRADICTED, now()))
    tally = casebook.articles(1)[0].tally
    assert tally == case.tally()
    assert (tally.dismissed, tally.contradicted) == (1, 1)
    # headline and two body lines with two claims each, less the one put aside, and one by hand
    assert tally.total == 3 * 2 - 1 + 1


def test_a_sentence_across_two_blocks_is_counted_as_the_case_counts_it(
    casebook: Casebook,
) -> None:
    case = added(casebook)
    sentence = case.sentences[2]
    cut = TextPosition(sentence.position.start, sentence.position.start + 20)
    do(casebook, case, case.read([s.id for s in case.sentences], now()))
    for role in (Role.PULLQUOTE, Role.CAPTION, Role.BOILERPLATE):
        do(casebook, case, case.set_role(cut, role, now()))
        assert casebook.articles(1)[0].coverage == case.coverage()
    assert case.sentences[2].read_how is ReadHow.KEY


def test_an_article_without_claims_is_listed(casebook: Casebook) -> None:
    case = added(casebook, manuscript("One line."), found=False)
    (summary,) = casebook.articles(5)
    assert (summary.tally, summary.coverage) == (case.tally(), case.coverage())
    assert (summary.file_name, summary.draft_number) == ("flood.txt", 1)


def test_totals_follow_what_is_added_and_undone(casebook: Casebook) -> None:
    assert casebook.counts() == (0, 0)
    case = added(casebook)
    proposed = len(case.claims())
    assert casebook.counts() == (1, 10)
    marking = case.mark(TextPosition(0, 7), now())
    do(casebook, case, marking)
    assert casebook.counts() == (1, 11)
    do(casebook, case, marking.inverse(now()))
    assert casebook.counts() == (1, 10)
    assert len(case.claims()) == proposed


def test_opinions_count_once_somebody_decides_on_them(casebook: Casebook) -> None:
    case = added(casebook)
    first, second = case.claims()[:2]
    for claim in (first, second):
        do(casebook, case, case.change_kind(claim.id, ClaimKind.OPINION, now()))
    assert casebook.articles(1)[0].tally == case.tally()
    assert case.tally().total == len(case.claims()) - 2
    do(casebook, case, case.rate(first.id, Rating.WAITING, now()))
    assert casebook.articles(1)[0].tally == case.tally()
    assert case.tally().total == len(case.claims()) - 1
