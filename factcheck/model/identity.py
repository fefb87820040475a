"""Ids: made once, in Python, sortable by the time they were made and unique across machines."""

import secrets
import time


def new_id() -> str:
    """A fresh id of 28 hex digits; of two ids made in different milliseconds the later sorts last."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"
