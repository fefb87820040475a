"""The command that writes a sheet of questions to somebody who was asked."""

import argparse
from datetime import UTC, datetime

from factcheck.cli.steps import DONE, casebook_of, in_letters
from factcheck.errors import NoSuchRecord
from factcheck.model.case import Case
from factcheck.report.question_sheet import Sheet, write_sheet
from factcheck.report.questions import people_asked, questions_for
from factcheck.report.wording import counted, listed


def questions(options: argparse.Namespace) -> int:
    """Write the questions to one person as a sheet with room for answers."""
    with casebook_of(options) as casebook:
        case = casebook.load(casebook.find_article(in_letters(options.article)))
    to = options.to or _only_one(case)
    asked = questions_for(case, to)
    made = datetime.now(UTC).astimezone()
    sheet = Sheet(case.article.title, to, options.by, options.desk, made, asked)
    write_sheet(sheet, options.out)
    print(f"{options.out}: {counted(len(asked), 'question')} for {to}.")
    return DONE


def _only_one(case: Case) -> str:
    """The one person who is asked; NoSuchRecord where it is nobody, or where it must be said who."""
    people = people_asked(case)
    if not people:
        raise NoSuchRecord(f"No claim of “{case.article.title}” waits for anybody.")
    if len(people) > 1:
        names = listed([f"“{name}”" for name in people])
        raise NoSuchRecord(f"There are questions for {names}. Say for whom with --to NAME.")
    return people[0]
