"""The board by a press: groups and kinds with their counts, what comes next first, an empty list that says what to do."""

import re
from datetime import date
from html import unescape

from django.http import QueryDict

from landsea.cases.tests.browsing import page_of
from landsea.exchange.models import Listing
from landsea.exchange.presses import find_group, list_presses, order_by_day
from landsea.exchange.tests.making import event

ROWS = [Listing(kind=kind) for kind in ("scholarship", "scholarship", "training", "trade_fair")]


def test_groups_are_counted_and_empty_ones_left_out():
    groups, kinds = list_presses(ROWS, QueryDict("q=rail&from=20"), "", "")
    assert [(tab.count, tab.url, tab.current) for tab in groups] == [
        (4, "?q=rail", True),
        (1, "?q=rail&group=events", False),
        (3, "?q=rail&group=learning", False),
    ]
    assert kinds == []


def test_a_group_opens_its_kinds():
    _groups, kinds = list_presses(ROWS, QueryDict("group=learning"), "learning", "scholarship")
    assert [(tab.count, tab.url, tab.current) for tab in kinds] == [
        (2, "?group=learning&kind=scholarship", True),
        (1, "?group=learning&kind=training", False),
    ]


def test_a_kind_names_its_group_and_nonsense_none():
    assert find_group("scholarship", "") == "learning"
    assert find_group("no such kind", "no such group") == ""


def test_what_comes_next_stands_first():
    days = ["2026-11-20", "", "2027", "2026-12-24", "2026-12", "2024-05"]
    rows = order_by_day([Listing(kind="forum", starts=day) for day in days], date(2026, 12, 1))
    assert [row.starts for row in rows] == ["2026-12", "2026-12-24", "2027", "2026-11-20", "2024-05", ""]


def test_a_scholarship_is_two_presses_from_the_board(client, world, now):
    scholarship = event(world, now)
    board = page_of(client.get("/exchange/"))
    learning = re.search(r'href="(\?[^"]*group=learning[^"]*)"', board)[1]
    found = page_of(client.get(f"/exchange/{unescape(learning)}"))
    assert f'href="/exchange/{scholarship.pk}/"' in found


def test_an_empty_list_says_what_to_do(client, db):
    assert "Nothing is on the board yet" in page_of(client.get("/exchange/"))
    page = page_of(client.get("/exchange/", {"q": "zyx", "kind": "scholarship"}))
    assert "Show everything" in page and '<input type="hidden" name="kind" value="scholarship">' in page
