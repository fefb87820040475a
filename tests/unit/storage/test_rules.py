"""The desk's rules in the file: kept, changed, taken back, recorded, and brought into older casebooks."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import CasebookError, NotRecorded
from factcheck.model.change import Verb
from factcheck.model.claim import ClaimKind, Priority
from factcheck.model.rule import DeskRule, RuleForm
from factcheck.model.rulebook import Rulebook
from factcheck.storage import Casebook
from tests.unit.storage.makers import added, do, now

DATA = Path(__file__).parents[2] / "data"
FIRSTS = DeskRule(
    "Firsts",
    RuleForm.PATTERN,
    '[{"LOWER": "first"}, {"TAG": "NN"}]',
    ClaimKind.ORDINAL_SUPERLATIVE,
    Priority.HIGH,
    "Firsts are looked up in the library’s “own” list.",
)


def test_rules_are_there_again_when_the_casebook_is_opened_again(path: Path) -> None:
    with closing(Casebook.open(path)) as casebook:
        case = added(casebook)
        casebook.write(casebook.rules().write(FIRSTS, now()))
        casebook.write(casebook.rules().switch("claims_dates", False, now("Jonas")))
        do(casebook, case, case.remember(case.claims()[0].id, now()))
        written = casebook.rules()
    with closing(Casebook.open(path)) as again:
        assert again.rules() == written
        assert again.check() == []
    assert written.desk == (FIRSTS,)
    assert [off.by for off in written.switched_off] == ["Jonas"]
    assert [rule.words for rule in written.house] == [case.claims()[0].text]


def test_a_rule_is_edited_switched_and_deleted_and_each_step_is_recorded(
    casebook: Casebook,
) -> None:
    casebook.write(casebook.rules().write(FIRSTS, now()))
    revised = replace(FIRSTS, priority=Priority.LOW, is_on=False)
    casebook.write(casebook.rules().write(revised, now("Jonas")))
    assert casebook.rules() == Rulebook((revised,))
    casebook.write(casebook.rules().delete(revised, now()))
    assert casebook.rules() == Rulebook()
    history = casebook.history("")
    assert [(entry.change.verb, entry.change.stamp.by) for entry in history] == [
        (Verb.WRITE_RULE, "Mira"),
        (Verb.WRITE_RULE, "Jonas"),
        (Verb.DELETE_RULE, "Mira"),
    ]
    assert history[1].change.edits[0].after == revised
    casebook.write(history[2].change.inverse(now()))
    assert casebook.rules().desk == (revised,)


def test_rules_of_the_desk_do_not_show_in_an_articles_history_or_order(casebook: Casebook) -> None:
    case = added(casebook)
    before = casebook.history(case.article.id)
    casebook.write(casebook.rules().write(FIRSTS, now()))
    assert casebook.history(case.article.id) == before
    assert [summary.article for summary in casebook.articles(5)] == [case.article]


def test_a_rule_that_was_changed_elsewhere_is_not_written_over(
    casebook: Casebook, path: Path
) -> None:
    casebook.write(casebook.rules().write(FIRSTS, now()))
    stale = casebook.rules()
    with closing(Casebook.open(path)) as other:
        other.write(other.rules().delete(FIRSTS, now()))
    with pytest.raises(NotRecorded):
        casebook.write(stale.write(replace(FIRSTS, name="Seconds"), now()))
    assert casebook.rules() == Rulebook()


def test_a_casebook_from_before_there_were_rules_takes_them(tmp_path: Path) -> None:
    old = tmp_path / "old.casebook"
    shutil.copy(DATA / "casebook-v1.casebook", old)
    with pytest.raises(CasebookError, match="must be opened once for writing"):
        Casebook.open(old, read_only=True)
    with closing(Casebook.open(old)) as casebook:
        assert casebook.rules() == Rulebook()
        casebook.write(casebook.rules().write(FIRSTS, now()))
        assert casebook.rules().desk == (FIRSTS,)
    assert (tmp_path / "old before casebook_2.casebook").exists()
