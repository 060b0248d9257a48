"""The page of where somebody looked for rules, and what a page says of a rule that nobody looked up."""

import pytest
from django.urls import reverse

from landsea.rules import access
from landsea.rules.coverage_presenters import show_country
from landsea.rules.tests.conftest import NOW
from landsea_core.rules import Book
from landsea_core.rules.coverage import Coverage
from landsea_core.rules.coverage_matrix import make_matrix
from landsea_core.rules.coverage_rows import read_look

pytestmark = pytest.mark.django_db
LOOK = {
    "country": "LA",
    "direction": "import",
    "kinds": ["ban_suspension"],
    "goods": ["vehicles"],
    "hs": [],
    "partners": [],
    "extent": "full",
    "looked_on": "2026-11-20",
    "by": "Landsea editors",
    "sources": ["https://trade.example/list"],
    "searched": [],
    "not_found": "A list of 2026 was not found.",
}


def test_the_page_lists_countries_and_shows_one_kind_by_kind(measures, client):
    page = client.get(reverse("rule_coverage")).content.decode()
    assert "cells looked through" in page and "?country=VN" in page and "bans" not in page
    one = client.get(reverse("rule_coverage"), {"country": "vn"}).content.decode()
    assert "what it lets out" in one and "not looked through" in one and "rules on file" in one
    assert client.get(reverse("rule_coverage"), {"country": "FR"}).status_code == 200
    assert reverse("rule_coverage") in client.get(reverse("measures")).content.decode()


def test_a_kind_says_what_was_looked_through_by_whom_and_what_was_not_found():
    cells = make_matrix(Book((), Coverage([read_look(LOOK)])), NOW.date(), ["LA"])
    [(_, entering), *_] = show_country(cells, NOW.date()).directions
    bans = next(kind for kind in entering if kind.looked)
    assert bans.looked == ("vehicles, ships, aircraft",) and not bans.whole
    assert (bans.looked_on, bans.by) == ("2026-11-20", "Landsea editors")
    assert bans.not_found == ("A list of 2026 was not found.",) and bans.sources == ("https://trade.example/list",)


def test_a_rule_of_general_knowledge_says_that_nobody_looked_it_up(measures, client, editors):
    book = access.read_published_book()
    rule = next(one for one in book if one.is_general_knowledge)
    page = client.get(reverse("measure", args=[rule.code])).content.decode()
    assert "Nobody has looked this rule up in a source yet" in page and "checked on" not in page
    part = next(one for one in book if one.to_confirm and not one.is_general_knowledge)
    page = client.get(reverse("measure", args=[part.code])).content.decode()
    assert "Not confirmed yet" in page and "checked on" in page
    found = access.list_to_look_up(editors[0])
    assert rule in found.general and part in found.in_part
    assert all(one.checked for one, _uses in found.next)


def test_a_look_at_some_goods_or_partners_is_no_look_at_the_group():
    looks = [
        read_look(LOOK | {"hs": ["8703"], "partners": ["VN"]}),
        read_look(LOOK | {"kinds": ["tax_fee"], "looked_on": "2025-01-20"}),
    ]
    cells = make_matrix(Book((), Coverage(looks)), NOW.date(), ["LA"])
    assert not any(cell.is_looked_at(NOW.date()) for cell in cells)
    [(_, entering), *_] = show_country(cells, NOW.date()).directions
    bans = next(kind for kind in entering if kind.in_part)
    assert (bans.looked, bans.in_part) == ((), ("vehicles, ships, aircraft (HS 8703; Vietnam)",))
    assert (bans.looked_on, bans.news_on) == ("2026-11-20", "")
    taxes = next(kind for kind in entering if kind.sources and not kind.in_part)
    assert (taxes.looked, taxes.looked_on, taxes.news_on) == ((), "", ""), "a look of long ago was no search for news"
