"""Widgets in frames: they alone may be framed, set no cookie, run no script, say the moment of their data, and can be kept."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from landsea.directory.models import Desk
from landsea.widgets.kinds import post_widget

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")


@pytest.fixture
def widgets(world, barrier) -> list[str]:
    """The address of one widget of each kind."""
    return [
        f"{reverse('widget_who')}?about=laboratory+report&place=Mohan&country=CN",
        reverse("widget_desk", args=[world.quarantine.code]),
        reverse("widget_post", args=["CNMHN"]),
        reverse("widget_barrier", args=[barrier.pk]),
    ]


def with_language(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_widget_is_a_page_for_frames_in_each_language_without_cookie_or_script(client, widgets, language):
    for address in widgets:
        shown = client.get(with_language(address, language))
        page = shown.content.decode()
        assert shown.status_code == 200 and f'<html lang="{language}"' in page
        assert "frame-ancestors *" in shown["Content-Security-Policy"] and "X-Frame-Options" not in shown
        assert not shown.cookies
        assert not re.search(r"<script|<form|style=", page)
        assert re.search(r"\d\d:\d\d", page.split("widget-foot")[1]), "the moment of the data"
        assert f"lang={language}" in page.split("widget-foot")[1]


def test_no_other_page_can_be_framed(client, widgets):
    for name in ("home", "who", "barriers", "site_page"):
        shown = client.get(reverse(name))
        assert shown["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in shown["Content-Security-Policy"]


def test_a_widget_can_be_kept_for_a_while_and_asked_for_again(client, widgets):
    for address in widgets:
        first = client.get(with_language(address, "vi"))
        assert re.fullmatch(r"public, max-age=\d+", first["Cache-Control"])
        again = client.get(with_language(address, "vi"), headers={"If-None-Match": first["ETag"]})
        assert again.status_code in {200, 304}
        if again.status_code == 304:
            assert "frame-ancestors *" in again["Content-Security-Policy"] and "X-Frame-Options" not in again
        else:
            assert again["ETag"] != first["ETag"], "only where a minute has passed in between"


def test_without_a_language_in_its_address_nobody_else_may_keep_it(client, widgets):
    assert client.get(widgets[1])["Cache-Control"].startswith("private")


def test_a_widget_is_the_same_for_whoever_is_signed_in(world, client, widgets):
    for address in widgets[1:]:
        mine = world.client("coordinator").get(with_language(address, "en")).content
        assert b"Sign out" not in mine


def test_light_or_dark_can_be_fixed_and_the_script_asked_for(client, widgets):
    page = client.get(f"{widgets[1]}?theme=dark&sized=1").content.decode()
    assert 'data-theme="dark"' in page and 'content="dark"' in page and "widget.js" in page
    assert "data-theme" not in client.get(f"{widgets[1]}?theme=pink").content.decode()


def test_a_demonstration_is_marked_as_one(client, widgets, settings):
    settings.DEMO = True
    assert all("Demonstration: made up" in client.get(address).content.decode() for address in widgets)
    settings.DEMO = False
    assert not any("Demonstration" in client.get(address).content.decode() for address in widgets)


def test_what_is_not_there_is_no_widget(client, widgets):
    missing = [
        reverse("widget_desk", args=["xx-none"]),
        reverse("widget_post", args=["XXXXX"]),
        reverse("widget_barrier", args=[10**6]),
        reverse("widget_who"),
    ]
    assert {client.get(address).status_code for address in missing} == {404}


def test_a_barrier_of_few_firms_shows_no_number(client, widgets, barrier):
    assert "6" in client.get(widgets[3]).content.decode()


def test_a_place_is_open_by_its_own_gate_and_not_by_the_hours_of_a_desk(client, world):
    """In the evening at Youyi Guan the offices are closed and the gate is open; what nobody published is not said as sure."""
    evening = datetime(2026, 12, 1, 11, tzinfo=UTC)
    assert post_widget("CNYYG", evening, "en").facts["gate"] == ("done", "open now, 19:00 there (08:00 to 21:00)")
    state, words = post_widget("CNMHN", evening, "en").facts["gate"]
    assert state == "open" and words.endswith(", assumed")
    assert post_widget("CNYYG", datetime(2026, 12, 1, 18, tzinfo=UTC), "en").facts["gate"][0] == "waits"
    assert post_widget("KHPOI", evening, "en").facts["gate"] is None, "something stands still there"
    assert (
        "The hours of this place are not known."
        in client.get(reverse("widget_post", args=["SGSGC"]), {"lang": "en"}).content.decode()
    )


def test_a_desk_where_nobody_is_yet_says_so_and_hours_that_are_assumed_too(client, widgets, world):
    Desk.objects.create(
        code="cn-mohan.empty", office=world.quarantine.office, names={"en": "Empty desk"}, source="made up"
    )
    page = client.get(reverse("widget_desk", args=["cn-mohan.empty"]), {"lang": "en"}).content.decode()
    assert "nobody of this desk is here yet" in page and "hours assumed" in page
    assert "nobody of this desk" not in client.get(with_language(widgets[1], "en")).content.decode()
