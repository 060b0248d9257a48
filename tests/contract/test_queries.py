"""How many queries a page makes, committed: a page that becomes slower shows in the difference."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landsea.cases.actions.file import fresh_form_key
from landsea.cases.tests.world import make_world

FILE = Path(__file__).with_name("query_counts.json")
NOT_COUNTED = ("SAVEPOINT", '"directory_revision"')
"""A process asks for the directory's revision at most twice a second, whatever it shows, so when depends on the machine."""
pytestmark = pytest.mark.django_db


def counted(client, method: str, url: str, fields: dict | None = None) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert getattr(client, method)(url, fields or {}).status_code < 400
    return len([q for q in queries.captured_queries if not any(part in q["sql"] for part in NOT_COUNTED)])


def test_pages_make_as_many_queries_as_committed(request):
    world = make_world()
    cases = [world.file(f"Durian number {number}.").case for number in range(6)]
    holder, anyone, coordinator = world.client("holder"), world.client(), world.client("coordinator")
    filing = {
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
    pages = {
        "home": lambda: counted(anyone, "get", reverse("home")),
        "filing form": lambda: counted(anyone, "get", reverse("file_case")),
        "file": lambda: counted(anyone, "post", reverse("file_case"), filing | {"key": fresh_form_key()}),
        "queue": lambda: counted(holder, "get", reverse("queue")),
        "case": lambda: counted(holder, "get", reverse("case", args=[cases[0].ref])),
        "message": lambda: counted(
            holder,
            "post",
            reverse("case_act", args=[cases[0].ref, "message"]),
            {"kind": "all", "body": "Hello.", "key": "q1"},
        ),
        "board": lambda: counted(coordinator, "get", reverse("board")),
        "who": lambda: counted(anyone, "get", reverse("who")),
    }
    found = {}
    for name, count in pages.items():
        if name in ("home", "filing form", "file", "queue", "case", "who", "board"):
            count()  # what a process looks up once
        found[name] = count()
    if request.config.getoption("--renew"):
        FILE.write_text(json.dumps(found, indent=1) + "\n")
    assert found == json.loads(FILE.read_text())
