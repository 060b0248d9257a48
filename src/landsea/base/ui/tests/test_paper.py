"""What a printed page says at its head, and the margins and numbers of its pages."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

HEAD = Template("{% load frame %}{% paper_head %}")


def head(page: str, zone: str = "Shanghai (UTC+08)") -> str:
    return HEAD.render(Context({"page_again": page, "reader_zone": zone}))


def test_paper_says_where_and_when_it_was_so_and_by_which_clock():
    said = head("/figures/series/trucks/")
    assert f"{settings.PUBLIC_ADDRESS}/figures/series/trucks/ as it was on " in said
    assert re.search(r"on \d{1,2} \w+ \d{4}, \d\d:\d\d\. Times in Shanghai \(UTC\+08\)\.", said)


@pytest.mark.parametrize("page", ["/plan/kept/" + "s" * 43, "/m/" + "s" * 43 + "?lang=lo", "/found/?key=" + "s" * 43])
def test_no_secret_stands_on_paper(page):
    assert "s" * 43 not in head(page) and f"{settings.PUBLIC_ADDRESS} as it was on" in head(page)


def test_of_a_long_address_what_was_asked_for_is_left_out():
    assert f"{settings.PUBLIC_ADDRESS}/plan/ as it was on" in head("/plan/?from=" + "x" * 200)


@pytest.mark.parametrize("where", [("", "UTC"), ("/plan/", "")])
def test_a_page_that_does_not_know_where_it_is_says_nothing(where):
    assert head(*where).strip() == ""


@pytest.mark.django_db
def test_every_page_says_it(client):
    assert '<p class="paper-head">' in client.get("/help/").content.decode()


def test_paper_has_margins_and_numbers():
    said = (Path(settings.ROOT) / "frontend/styles/print.css").read_text(encoding="utf-8")
    sheet = re.search(r"@page \{.*?\n\}", said, re.DOTALL)
    assert sheet and "counter(pages)" in sheet[0]
    assert all(int(one) >= 12 for one in re.findall(r"(\d+)mm", sheet[0])), "printers leave the outer millimetres white"
