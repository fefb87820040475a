"""What goes into a casebook comes out of it, also after it was closed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import CasebookError, NoSuchRecord, NotRecorded
from factcheck.model.article import Draft, Role
from factcheck.model.change import Edit, Verb
from factcheck.model.evidence import Source, SourceForm
from factcheck.model.text import TextPosition
from factcheck.model.verdict import Rating, State
from factcheck.storage import Casebook
from tests.unit.storage.makers import TEXT, added, do, found_in, manuscript, now


def reopened(casebook: Casebook) -> Casebook:
    casebook.close()
    return Casebook.open(casebook.path)


def test_everything_of_an_article_is_there_after_reopening(casebook: Casebook) -> None:
    case = added(casebook)
    first, second, *_ = case.claims()
    source = Source(case.article.id, "Flood report", SourceForm.URL, "https://example.org/flood")
    do(casebook, case, case.rate(first.id, Rating.CONTRADICTED, now()))
    do(casebook, case, case.rate(second.id, Rating.WAITING, now(), "the librarian"))
    do(casebook, case, case.write_note(first.id, "Counted twice; see p. 4.", now()))
    do(casebook, case, case.attach(first.id, source, now(), locator="p. 4", passage="3,900 books"))
    do(casebook, case, case.set_role(TextPosition(28, 47), Role.BODY, now()))

    with_all = reopened(casebook)
    loaded = with_all.load(case.article.id)
    with_all.close()

    assert set(loaded.records()) == set(case.records())
    assert loaded.text == TEXT
    assert loaded.claims() == case.claims()
    assert loaded.blocks == case.blocks
    assert loaded.sentences == case.sentences
    assert loaded.state(first.id) is State.CONTRADICTED
    assert loaded.evidence(first.id) == case.evidence(first.id)


def test_text_is_kept_to_the_character(casebook: Casebook) -> None:
    text = "Caf\u00e9 \U0001f600 no\u00a0break \u202bשלום\u202c e\u0301 \ttab\nsecond line"
    case = added(casebook, manuscript(text))
    assert reopened(casebook).load(case.article.id).text == text


def test_claims_that_are_there_are_not_proposed_twice(casebook: Casebook) -> None:
    case = added(casebook)
    again = casebook.load(case.article.id).propose(*found_in(case.draft), now())
    assert again.edits == ()


def test_evidence_that_comes_to_a_joined_claim_stands_by_when_it_was_added(
    casebook: Casebook,
) -> None:
    case = added(casebook)
    first, other, *_ = case.claims()
    sources = [Source(case.article.id, f"Source {n}") for n in range(3)]
    do(casebook, case, case.attach(other.id, sources[0], now()))
    do(casebook, case, case.attach(first.id, sources[1], now()))
    do(casebook, case, case.attach(first.id, sources[2], now()))
    do(casebook, case, case.join(first.id, other.id, now()))
    loaded = casebook.load(case.article.id)
    assert loaded.evidence(first.id) == case.evidence(first.id)
    assert [e.source_id for e in loaded.evidence(first.id)] == [s.id for s in sources]
    assert loaded.sources == case.sources


def test_the_latest_draft_is_the_one_loaded(casebook: Casebook) -> None:
    case = added(casebook)
    second = Draft(case.article.id, 2, "Rewritten.", "flood-2.txt", "text", now().at)
    change = replace(case.set_title("Flood, again", now()), edits=(Edit(None, second),))
    casebook.write(change)
    loaded = casebook.load(case.article.id)
    assert (loaded.draft, loaded.claims()) == (second, [])
    assert casebook.find_article("flood-2.txt") == case.article.id
    assert casebook.articles(1)[0].file_name == "flood-2.txt"


def test_an_edit_on_what_another_program_changed_is_refused_whole(casebook: Casebook) -> None:
    mine = added(casebook)
    theirs = casebook.load(mine.article.id)
    claim = mine.claims()[0]
    first = theirs.rate(claim.id, Rating.VERIFIED, now("Noor"))
    casebook.write(first)
    with pytest.raises(NotRecorded, match="changed by another program"):
        casebook.write(mine.rate(claim.id, Rating.CONTRADICTED, now()))
    theirs.apply(first)
    do(casebook, theirs, theirs.rate(claim.id, Rating.WAITING, now("Noor")))
    stale = casebook.load(mine.article.id)
    do(casebook, theirs, theirs.rate(claim.id, Rating.UNVERIFIABLE, now("Noor")))
    entries = casebook.head().number
    with pytest.raises(NotRecorded, match="open the article again"):
        casebook.write(stale.rate(claim.id, Rating.VERIFIED, now()))
    assert casebook.load(mine.article.id).state(claim.id) is State.UNVERIFIABLE
    assert casebook.head().number == entries


def test_half_a_character_is_refused_in_words(casebook: Casebook) -> None:
    case = added(casebook)
    with pytest.raises(NotRecorded, match="half a character"):
        casebook.write(case.write_note(case.claims()[0].id, "broken \ud83d", now()))
    assert casebook.check() == []


def test_the_place_where_a_reader_left_off_is_kept_apart_from_the_record(
    casebook: Casebook,
) -> None:
    case = added(casebook)
    entries = casebook.head()
    assert casebook.view(case.article.id) == {}
    casebook.keep_view(case.article.id, {"scroll": 0.25, "claim": "c1"})
    casebook.keep_view(case.article.id, {"scroll": 0.5, "claim": "c2", "zoom": 3})
    assert reopened(casebook).view(case.article.id) == {"scroll": 0.5, "claim": "c2", "zoom": 3}
    assert Casebook.open(casebook.path).head() == entries


def test_the_same_text_is_recognised(casebook: Casebook) -> None:
    case = added(casebook)
    assert casebook.same_text(case.draft.sha256) == case.article.id
    assert casebook.same_text(manuscript("Other words.").draft.sha256) is None


def test_a_removed_article_leaves_only_its_entries_in_the_record(casebook: Casebook) -> None:
    kept, gone = added(casebook), added(casebook)
    claim = gone.claims()[0]
    do(casebook, gone, gone.rate(claim.id, Rating.VERIFIED, now()))
    do(casebook, gone, gone.write_note(claim.id, "seen", now()))
    do(casebook, gone, gone.attach(claim.id, Source(gone.article.id, "Ledger"), now()))
    casebook.keep_view(gone.article.id, {"scroll": 1})
    casebook.remove(gone.article.id, now("Noor"))

    with pytest.raises(NoSuchRecord):
        casebook.load(gone.article.id)
    assert casebook.counts() == (1, len(found_in(kept.draft)[0]))
    assert {hit.article_id for hit in casebook.search_claims("library", 50)} == {kept.article.id}
    assert [summary.article for summary in casebook.articles(10)] == [kept.article]
    last = casebook.history(gone.article.id)[-1]
    assert (last.change.verb, last.change.stamp.by) == (Verb.REMOVE_ARTICLE, "Noor")
    assert last.change.edits == (Edit(gone.article, None),)
    assert casebook.check() == []


def test_an_article_added_again_after_its_removal_is_the_newest(casebook: Casebook) -> None:
    added(casebook)
    what = manuscript("Back again.")
    casebook.add(what, now())
    casebook.remove(what.article.id, now())
    casebook.add(what, now())
    assert casebook.articles(1)[0].article == what.article


def test_a_book_of_25000_claims_takes_as_many_questions_to_load_as_an_article(
    casebook: Casebook,
) -> None:
    def questions(article_id: str) -> list[str]:
        asked: list[str] = []
        casebook._connection.set_trace_callback(asked.append)
        casebook.load(article_id)
        casebook._connection.set_trace_callback(None)
        return asked

    text = "".join(f"Row {n} holds {n % 97} boxes of letters.\n" for n in range(12_500))
    book = added(casebook, manuscript(text, roles=(Role.BODY,)))
    article = added(casebook)
    loaded = casebook.load(book.article.id)
    assert len(loaded.claims()) == 25_000
    assert len(questions(book.article.id)) == len(questions(article.article.id))
    assert len(casebook.history(book.article.id)[-1].change.edits) == 0
    (entry_size,) = casebook._connection.execute("SELECT max(length(change)) FROM log").fetchone()
    assert entry_size < 40 * 38_000  # the seal of each claim and sentence, and none of their words


@pytest.mark.parametrize(
    "fault",
    [
        "UPDATE articles SET published = '2022-99-99'",
        "UPDATE articles SET added = 'long ago'",
        "UPDATE drafts SET read = 12",
        "UPDATE blocks SET role = 'poem'",
        "UPDATE claims SET kinds = 'gossip'",
        "UPDATE claims SET reasons = '[{}]'",
        "UPDATE claims SET start = 'here'",
        "UPDATE verdicts SET rating = 'perhaps'",
        "UPDATE view_state SET view = '{'",
        "UPDATE log SET verb = 'sing'",
        "UPDATE log SET change = 'nothing'",
        "DELETE FROM drafts",
    ],
)
def test_values_that_no_program_wrote_are_told_as_damage(
    casebook: Casebook, path: Path, fault: str
) -> None:
    case = added(casebook)
    article_id = case.article.id
    do(casebook, case, case.rate(case.claims()[0].id, Rating.VERIFIED, now()))
    casebook.keep_view(article_id, {"scroll": 1})
    readings: list[Callable[[], object]] = [
        lambda: casebook.load(article_id),
        lambda: casebook.articles(10),
        lambda: casebook.search_claims("library", 10),
        lambda: casebook.history(article_id),
        lambda: casebook.view(article_id),
    ]
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        for trigger in other.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            other.execute(f"DROP TRIGGER {trigger[0]}")
        other.execute(fault)
        other.commit()
    told = set()
    for reading in readings:
        try:
            reading()
        except CasebookError as error:
            told.add(str(error))
    assert told == {
        "The casebook desk.casebook is damaged and was left as it is. Restore a backup of it, or save what can still be"
        " read: factcheck recover desk.casebook OUT.casebook."
    }


def test_missing_articles_are_named(casebook: Casebook, tmp_path: Path) -> None:
    with pytest.raises(NoSuchRecord, match="no article with the id nope"):
        casebook.load("nope")
    with pytest.raises(NoSuchRecord):
        casebook.remove("nope", now())
