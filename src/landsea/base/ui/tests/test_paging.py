"""Parts of a long list: each row on one of them, and an address that leads nowhere shows the first."""

import pytest
from django.test import RequestFactory

from landsea.base.ui.paging import cut_part

ROWS = list(range(65))


def asked(**query):
    return RequestFactory().get("/list/", {"q": "a b", **query})


def test_each_row_is_on_one_part():
    first, pages = cut_part(asked(), ROWS, 30)
    assert first == ROWS[:30] and (pages.first, pages.last, pages.total) == (1, 30, 65)
    assert pages.before_url == "" and pages.after_url == "?q=a+b&from=30"
    last, pages = cut_part(asked(**{"from": "60"}), ROWS, 30)
    assert last == ROWS[60:] and pages.after_url == "" and pages.before_url == "?q=a+b&from=30"


def test_a_short_list_stands_nowhere():
    assert cut_part(asked(), ROWS[:30], 30) == (ROWS[:30], None)


@pytest.mark.parametrize("typed", ["-1", "x", "65", "9" * 5000, "²"])
def test_what_leads_nowhere_shows_the_first_rows(typed):
    assert cut_part(asked(**{"from": typed}), ROWS, 30)[0] == ROWS[:30]
