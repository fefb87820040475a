"""The one place where a rule may fail: it is named and left out, and the others go on."""

import logging
from collections.abc import Callable
from typing import TypeVar

from factcheck.errors import FactcheckError

T = TypeVar("T")
_log = logging.getLogger(__name__)


def guarded(work: Callable[[], T], on_failure: Callable[[Exception], None]) -> T | None:
    """What ``work`` returns; where it raises, None, after the failure was told."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - a rule may be anybody’s code
        if not isinstance(error, FactcheckError):
            _log.exception("a rule failed")
        on_failure(error)
        return None
