"""Ids: made once, in Python, sortable by the time they were made and unique across machines."""

import re
import secrets
import time
from datetime import UTC, datetime

_OURS = re.compile(r"[0-9a-f]{28}")


def new_id() -> str:
    """A fresh id of 28 hex digits: the millisecond, its part in 65,536ths, and chance; a later one sorts after."""
    now = time.time_ns()
    fraction = (now % 1_000_000) * 65_536 // 1_000_000
    return f"{now // 1_000_000:012x}{fraction:04x}{secrets.token_hex(6)}"


def made_at(record_id: str) -> datetime | None:
    """The UTC time at which an id was made; None for one that ``new_id`` did not make."""
    if not _OURS.fullmatch(record_id):
        return None
    try:
        return datetime.fromtimestamp(int(record_id[:12], 16) / 1000, UTC)
    except (ValueError, OverflowError, OSError):  # a year that no calendar holds
        return None
