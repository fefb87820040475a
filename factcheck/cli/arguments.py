"""How the commands are written: names, options and what --help says of them."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from factcheck import __version__
from factcheck.cli import asking, drafts, safekeeping, signing, steps
from factcheck.model.evidence import SourceQuality
from factcheck.model.verdict import Rating, Waits
from factcheck.storage import default_casebook, log_in_name


class _Parser(argparse.ArgumentParser):
    """A parser whose refusals are one sentence, with the same exit status as any other."""

    def error(self, message: str) -> NoReturn:
        self.exit(steps.NOT_DONE, f"{message[:1].upper()}{message[1:]}. See {self.prog} --help.\n")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; what it returns names the step to run as ``run``."""
    parser = _Parser(
        prog="factcheck",
        usage="factcheck [FILE …] [--casebook FILE]\n       factcheck COMMAND …",
        description="The fact-checker’s workstation. Without a command it opens the window, on FILE"
        " where one is named. The commands do the same work without a window.",
        epilog="factcheck COMMAND --help says more. Exit status: 0 done; 1 done, but something"
        " needs a person; 2 could not be done, with one sentence on standard error.",
    )
    parser.add_argument("--version", action="version", version=f"factcheck {__version__}")
    commands = parser.add_subparsers(
        prog="factcheck", metavar="COMMAND", required=True, parser_class=_Parser
    )
    for add in (
        _add_check,
        _add_detect,
        _add_revise,
        _add_verdict,
        _add_report,
        _add_questions,
        _add_list,
        _add_gate,
        _add_sign_off,
        _add_reopen,
        _add_verify,
        _add_recover,
    ):
        add(commands)
    return parser


def _add_check(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands, "check", steps.check, "read an article, file it with its claims, report"
    )
    command.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=".txt, .md, .docx, .odt, .rtf, .html, .pdf, .epub or .eml",
    )
    _add_published(command)
    _add_casebook(command)
    command.add_argument(
        "--report",
        type=Path,
        metavar="OUT",
        action="append",
        default=[],
        help="write a report; its ending picks the format: .html .pdf .csv .json (repeatable)",
    )


def _add_detect(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands, "detect", steps.detect, "print the claims of a text, storing nothing"
    )
    command.add_argument("file", type=Path, metavar="FILE", nargs="?", help="the article")
    command.add_argument("--json", action="store_true", help="everything found, as one object")
    command.add_argument(
        "--lines",
        type=Path,
        metavar="IN.jsonl",
        help='instead of FILE: one {"id", "text", "published"?} a line, one object a line out;'
        " - reads standard input",
    )
    _add_published(command)
    command.add_argument(
        "--casebook", type=Path, metavar="FILE", help="follow the rules of this desk’s casebook"
    )


def _add_revise(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands, "revise", drafts.revise, "take a new draft and tell what became of each claim"
    )
    command.add_argument("article", metavar="ARTICLE", help="its id, title or file name")
    command.add_argument("file", type=Path, metavar="NEWFILE", help="the new draft")
    command.add_argument("--json", action="store_true", help="every claim’s fate, as one object")
    _add_casebook(command)


def _add_verdict(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(commands, "verdict", steps.verdict, "record a verdict on one claim")
    command.add_argument("article", metavar="ARTICLE", help="its id, title or file name")
    command.add_argument("claim", metavar="CLAIM", help="its number in the article, or its id")
    command.add_argument(
        "rating",
        metavar="RATING",
        type=_rating,
        help="verified (v), contradicted (x), unverifiable (n), authors-word (a), waiting (w),"
        " not-a-claim (d), open (0)",
    )
    command.add_argument("--note", metavar="TEXT", help="a note beside the claim")
    command.add_argument(
        "--source",
        metavar="SOURCE",
        action="append",
        default=[],
        help="words, a link or a file that the verdict rests on (repeatable)",
    )
    command.add_argument(
        "--rank",
        choices=[quality.value for quality in SourceQuality],
        default=SourceQuality.UNRANKED.value,
        help="what a source named for the first time is",
    )
    command.add_argument("--locator", metavar="WHERE", default="", help="page, paragraph, time")
    command.add_argument("--waiting-for", metavar="WHOM", default="", help="who was asked")
    command.add_argument(
        "--why",
        choices=[waits.value for waits in Waits if waits.value],
        default="",
        help="why the claim waits",
    )
    command.add_argument(
        "--until", type=_day, metavar="YYYY-MM-DD", help="the day a waiting claim is taken up again"
    )
    _add_casebook(command)


def _add_report(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(commands, "report", steps.report, "write the report of an article")
    command.add_argument("article", metavar="ARTICLE", help="its id, title or file name")
    command.add_argument(
        "out", type=Path, metavar="OUT", nargs="+", help="a file; .html .pdf .csv or .json"
    )
    command.add_argument(
        "--public",
        action="store_true",
        help="leave out what is to stay at the desk: confidential sources, contacts, notes, the record",
    )
    _add_casebook(command)


def _add_questions(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands, "questions", asking.questions, "write the questions to somebody who was asked"
    )
    command.add_argument("article", metavar="ARTICLE", help="its id, title or file name")
    command.add_argument("out", type=Path, metavar="OUT", help="a file; .docx .txt or .eml")
    command.add_argument("--to", metavar="NAME", default="", help="whom, where several are asked")
    _add_casebook(command)


def _add_list(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(commands, "list", steps.list_, "list articles, or the claims of one")
    command.add_argument("article", metavar="ARTICLE", nargs="?", help="list its claims")
    command.add_argument("--json", action="store_true", help="for machines")
    _add_casebook(command)


def _add_gate(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands, "gate", signing.gate, "tell what is still open before an article may be printed"
    )
    command.add_argument("article", metavar="ARTICLE", help="its id, title or file name")
    command.add_argument("--json", action="store_true", help="as one object, for machines")
    _add_casebook(command)


def _add_sign_off(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(commands, "sign-off", signing.sign, "sign an article off at its next stage")
    command.add_argument("article", metavar="ARTICLE", help="its id, title or file name")
    command.add_argument("--stage", metavar="NAME", default="", help="refuse if it is another one")
    _add_casebook(command)


def _add_reopen(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands, "reopen", signing.open_again, "open an article again that was signed off"
    )
    command.add_argument("article", metavar="ARTICLE", help="its id, title or file name")
    command.add_argument("--why", metavar="TEXT", required=True, help="the reason, for the record")
    _add_casebook(command)


def _add_verify(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands,
        "verify",
        safekeeping.verify,
        "check that a casebook, its record and files are whole",
    )
    _add_place(command)
    command.add_argument(
        "--report",
        metavar="FINGERPRINT",
        help="find the entry that a printed report was made after, by the digits at its end",
    )


def _add_recover(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = _command(
        commands, "recover", safekeeping.recover, "save what can be read of a damaged casebook"
    )
    command.add_argument("casebook", type=Path, metavar="CASEBOOK", help="the damaged one")
    command.add_argument("out", type=Path, metavar="OUT", help="the new one, not there yet")
    command.add_argument(
        "--by", metavar="NAME", default=log_in_name(), help="who signs; else the log-in"
    )


def _command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name, help=summary, description=(run.__doc__ or summary).strip().splitlines()[0]
    )
    command.set_defaults(run=run)
    return command


def _add_published(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--published",
        type=_day,
        metavar="YYYY-MM-DD",
        help="when the article appears; else read from the file where it stands",
    )


def _add_casebook(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--casebook",
        type=Path,
        metavar="FILE",
        help=f"the casebook to use; else {default_casebook()}",
    )
    command.add_argument(
        "--by", metavar="NAME", default=log_in_name(), help="who signs; else the log-in"
    )
    command.add_argument("--desk", metavar="NAME", default="", help="the desk, for reports")


def _add_place(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "casebook",
        type=Path,
        metavar="CASEBOOK",
        nargs="?",
        default=default_casebook(),
        help=f"the casebook; else {default_casebook()}",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write it as 2022-06-15") from None


def _rating(text: str) -> str:
    if text.lower() in steps.RATINGS or text.lower() in steps.OPEN:
        return text.lower()
    names = ", ".join([*(rating.value for rating in Rating), steps.OPEN[1]])
    raise argparse.ArgumentTypeError(f"{text} is no rating; choose from {names}")
