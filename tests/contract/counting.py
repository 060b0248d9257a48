"""How many queries each page makes: for every page that shows something, asked by somebody whom it is for. Kept in
`query_counts.txt`, beside two acts that everybody waits for.

Renew the file with `python -m pytest tests/contract/test_queries.py --renew` after reading the difference.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.contract.one_of_each.addresses import ANSWERER, FILER
from tests.contract.one_of_each.everything import Page
from tests.marks import marks_believed

from landsea.cases.actions.file import make_form_key

READERS = (FILER, ANSWERER, "holder", "head", "clerk", "observer", "operator", "editor", "coordinator")
"""Whom a page may be for: a public one for the filer, who has no account, one of desks for a desk. The last one is shown most.
"""
FILING = {
    "text": "Our durian waits at Mohan.",
    "place_text": "Mohan",
    "country": "CN",
    "goods": "durian",
    "lane": "normal",
    "filer_country": "LA",
    "matter": "plant_health",
    "visibility": "named",
    "name": "A",
    "email": "a@demo.example.org",
    "action": "send",
}


@dataclass(frozen=True, order=True)
class Count:
    """The queries of one page, for one reader; `shapes` are the statements with how often each was made, for a message."""

    pattern: str
    method: str
    who: str
    number: int
    shapes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.method:<5}{self.pattern:<64}{self.who:<12}{self.number:>4}"


def count_page(client: Client, page: Page, who: str) -> Count:
    """Return the count of a page for somebody to whom it is shown. It is asked twice: what a process looks up once is not
    counted.
    """
    client.get(page.address)
    return Count(page.pattern, "GET", who, *count(client, "get", page.address))


def count_again(client: Client, page: Page, before: Count) -> Count:
    """Return the count of a page that was counted before. What makes no more statements already at the first look is not
    looked at twice.
    """
    first = Count(page.pattern, "GET", before.who, *count(client, "get", page.address))
    return first if first.number <= before.number else count_page(client, page, before.who)


def count_acts(everything) -> Iterator[Count]:
    """Yield what filing a case costs, and writing on one."""
    anyone, holder = everything.client("anonymous"), everything.client("holder")
    ref = everything.values["case"]["ref"]
    acts = [
        ("file/", anyone, reverse("file_case"), lambda: FILING | {"key": make_form_key()}),
        (
            "cases/<str:ref>/message",
            holder,
            reverse("case_act", args=[ref, "message"]),
            lambda: {"kind": "all", "body": "Hello.", "key": make_form_key()},
        ),
    ]
    for pattern, client, address, typed in acts:
        client.post(address, typed())
        yield Count(
            pattern, "POST", "holder" if client is holder else "anonymous", *count(client, "post", address, typed())
        )


def count(client: Client, method: str, address: str, sent: dict | None = None) -> tuple[int, tuple[str, ...]]:
    """Return how many queries an address takes, and the statements."""
    with marks_believed(), CaptureQueriesContext(connection) as queries:
        response = getattr(client, method)(address, sent or {})
        if response.streaming:
            list(response.streaming_content)
    assert response.status_code < 400, f"{method} {address}: {response.status_code}"
    statements = [query["sql"] for query in queries.captured_queries if "SAVEPOINT" not in query["sql"]]
    return len(statements), tuple(statements)
