"""The window, or the command line when given a command."""

import io
import multiprocessing
import sys
from pathlib import Path

COMMANDS = (
    "check",
    "detect",
    "revise",
    "gate",
    "sign-off",
    "reopen",
    "verdict",
    "report",
    "questions",
    "list",
    "verify",
    "recover",
)


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    multiprocessing.freeze_support()  # the language process of a packaged program starts here too
    _speak_utf8()
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        from factcheck import cli

        return cli.main(arguments)
    if arguments and not arguments[0].startswith("-") and not Path(arguments[0]).exists():
        print(
            f"There is no command and no file “{arguments[0]}”. factcheck --help lists the commands.",
            file=sys.stderr,
        )
        return 2
    from factcheck.ui import app

    return app.main(arguments)


def _speak_utf8() -> None:
    """Print in UTF-8 whatever the terminal says; half a character as JSON would write it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a window without a console has neither
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
