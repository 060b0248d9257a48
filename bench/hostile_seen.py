"""What hostile people of a drill sent and what came: counted, and judged from outside, without a look into the server."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

SEEN_AS_AWAY = {502, 503}
"""What somebody gets while a server or its database is killed."""


@dataclass
class Came:
    """An answer; status 0 when none came."""

    status: int = 0
    location: str = ""
    content: bytes = b""
    kind: str = ""


@dataclass
class Seen:
    """What was sent and what came, of all hostile people together."""

    sent: int = 0
    by_status: Counter[str] = field(default_factory=Counter)
    by_person: Counter[str] = field(default_factory=Counter)
    patterns: set[str] = field(default_factory=set)
    faults: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, who: str, asked: str, pattern: str, came: Came, fault: str) -> None:
        """Count one request; keep the first of each kind of fault with what was asked."""
        with self.lock:
            self.sent += 1
            self.by_person[who] += 1
            self.by_status[str(came.status) if came.status else "no answer"] += 1
            self.patterns.add(pattern)
            if fault:
                self.faults.setdefault(f"{fault} {pattern}", f"{who}: {asked[:600]}")

    def told(self) -> dict[str, object]:
        """Return lines for the table of a drill."""
        answers = ", ".join(f"{count} {status}" for status, count in sorted(self.by_status.items()))
        people = ", ".join(f"{count} {who}" for who, count in self.by_person.most_common())
        return {
            "hostile requests": f"{self.sent} to {len(self.patterns)} addresses' patterns",
            "  by answer": answers,
            "  by person": people,
            **{f"  fault: {what}": shown for what, shown in self.faults.items()},
        }

    def wrong(self) -> dict[str, int]:
        """Return what must be 0."""
        return {"kinds of faults of hostile requests": len(self.faults)}


def find_fault(came: Came, method: str, pattern: str, who: str) -> str:
    """Return what is wrong with an answer, empty when nothing is."""
    from tests.hostile.judging import TELL_TALES

    if any(sign in came.content for sign in TELL_TALES):
        return "a traceback in the page"
    if came.status >= 500 and came.status not in SEEN_AS_AWAY:
        return f"answer {came.status}"
    if who == "stranger" and came.status == 200 and (method, pattern) in closed_to_strangers():
        return "beyond the matrix"
    return ""


_CLOSED: set[tuple[str, str]] = set()


def closed_to_strangers() -> set[tuple[str, str]]:
    """Return the methods and patterns at which every row of the permission matrix refuses somebody nameless."""
    from tests.hostile.judging import refused_everywhere

    if not _CLOSED:
        _CLOSED.update(door for door, refused in refused_everywhere().items() if "anonymous" in refused)
    return _CLOSED


def pattern_of(address: str) -> str:
    """Return the pattern of an address, as the permission matrix writes it; empty for none of ours."""
    from django.urls import Resolver404, resolve

    try:
        return resolve(unquote(urlsplit(address).path)).route
    except (Resolver404, ValueError):
        return ""
