"""Every step without a window."""

import argparse
import os
import sys
from collections.abc import Callable

from factcheck.cli.arguments import parser
from factcheck.cli.steps import DONE, NOT_DONE
from factcheck.errors import FactcheckError


def main(arguments: list[str]) -> int:
    """Run one command; 0 done, 1 done but something needs a person, 2 could not be done."""
    options = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        status = run(options)
        sys.stdout.flush()
        return status
    except FactcheckError as error:
        print(error, file=sys.stderr)
        return NOT_DONE
    except BrokenPipeError:
        # whoever read the output has seen enough; Python must not try to flush the rest
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("Stopped. What was recorded before is safe.", file=sys.stderr)
        return NOT_DONE
