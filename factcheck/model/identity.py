"""Ids: made once, in Python, sortable by the time they were made and unique across machines."""

import re
import secrets
import time
from datetime import UTC, datetime

_OURS = re.compile(r"[0-9a-f]{28}")


def new_id() -> str:
    """A fresh id of 28 hex digits; of two ids made in different milliseconds the later sorts last."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"


def made_at(record_id: str) -> datetime | None:
    """The UTC time at which an id was made; None for one that ``new_id`` did not make."""
    if not _OURS.fullmatch(record_id):
        return None
    try:
        return datetime.fromtimestamp(int(record_id[:12], 16) / 1000, UTC)
    except (ValueError, OverflowError, OSError):  # a year that no calendar holds
        return None
