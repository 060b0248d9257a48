"""Widgets in frames: they alone may be framed, set no cookie, run no script, say the moment of their data, and can be kept."""

import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "zh-hans", "vi", "lo")


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
