"""The arithmetic of the chain: what a digest covers. Pure."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

START = "0" * 64


def compute_digest(
    previous: str, stream: str, position: int, at: datetime, act: str, actor: str, facts: dict[str, Any]
) -> str:
    """Return SHA-256 (hex) over the previous digest and everything the entry says, in a fixed form.

    `at` is written in UTC with microseconds, `facts` as JSON with sorted keys.
    """
    body = json.dumps(
        [previous, stream, position, at.astimezone(UTC).isoformat(timespec="microseconds"), act, actor, facts],
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(body.encode()).hexdigest()


def compute_anchor_digest(previous: str, heads: list[Any]) -> str:
    """Return SHA-256 (hex) over the previous anchor and the heads it covers."""
    body = json.dumps([previous, heads], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(body.encode()).hexdigest()
