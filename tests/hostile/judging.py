"""What must never come back, whatever was sent: a server error, a traceback, or a page beyond the permission matrix."""

from collections import defaultdict
from dataclasses import dataclass, field

from tests.contract.matrix import COLUMNS, committed_matrix
from tests.hostile.sending import Came, Request

REFUSED = {"404", "403", "401", "405", "login"}
STILL_REFUSED = REFUSED | {"400", "413", "414", "415", "429"}
TELL_TALES = (b"Traceback (most recent call last)", b'File "/', b"/site-packages/", b"psycopg.", b"django.db")


def refused_everywhere() -> dict[tuple[str, str], set[str]]:
    """Return by method and pattern who is refused by every row of the committed matrix."""
    rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for method, pattern, by in committed_matrix():
        rows[method, pattern].append(by)
    return {
        door: {who for who, column in COLUMNS.items() if all(by[column] in REFUSED for by in found)}
        for door, found in rows.items()
    }


def find_fault(came: Came, *, is_refused: bool) -> str:
    """Return what is wrong with an answer, empty when nothing is."""
    if came.broke or came.status == 500:
        return f"server error: {came.broke or came.status}"
    if any(sign in came.content for sign in TELL_TALES):
        return "a traceback in the page"
    if is_refused and came.result not in STILL_REFUSED:
        return f"beyond the matrix: {came.result}"
    return ""


@dataclass
class Counts:
    """What was sent and what came, by person and by route; the faults, each kind once, with a request that shows it."""

    by_person: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    by_route: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    by_result: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    faults: dict[tuple[str, str], str] = field(default_factory=dict)
    times: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    def note(self, route: str, request: Request, came: Came, fault: str) -> None:
        """Count one request."""
        self.by_person[request.who] += 1
        self.by_route[route] += 1
        self.by_result[came.result] += 1
        if fault:
            shown = f"{request.who} {request.method} {request.address[:200]} {_short(request)}"
            self.faults.setdefault((route, fault), shown)
            self.times[route, fault] += 1

    def say_faults(self) -> str:
        """Return the faults as lines."""
        return "\n".join(
            f"{route}: {fault} ({self.times[route, fault]} times)\n    {shown}"
            for (route, fault), shown in sorted(self.faults.items())
        )

    def say_counts(self) -> str:
        """Return the counts as a table for people."""
        lines = [f"{sum(self.by_person.values())} requests, {sum(self.times.values())} faults"]
        for title, counted in (("answer", self.by_result), ("person", self.by_person), ("route", self.by_route)):
            lines += ["", f"| {title} | requests |", "|---|---|"]
            lines += [f"| {name} | {number} |" for name, number in sorted(counted.items(), key=lambda pair: -pair[1])]
        return "\n".join(lines)


def _short(request: Request) -> str:
    sent = {name: f"{value!r:.90}" for name, value in request.sent.items()}
    return f"{sent} {request.body or ''} {dict(request.headers) or ''}"[:900]
