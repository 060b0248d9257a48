"""Pieces that are drawn once: each thing that they depend on is changed, and the piece changes with it."""

from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType

import pytest
from django.urls import get_script_prefix, path, set_script_prefix
from django.utils import translation
from django.utils.safestring import SafeString

from landsea.base.ui import drawn_once
from landsea.base.ui.drawn_messages import draw_message
from landsea.base.ui.drawn_once import draw_once
from landsea.base.ui.languages import list_languages
from landsea.base.ui.menu import make_menu
from landsea.base.ui.shapes import Message, Tab, Text


def draw_switch(page_again: str = "/who/", **more: str) -> str:
    return draw_once(
        "ui/parts/languages.html", {"page_again": page_again} | more, languages=tuple(list_languages("en"))
    )


def test_a_piece_is_drawn_once_and_each_page_fills_in_its_own_words(monkeypatch):
    draw_switch("/first/", csrf_token="first_token")
    monkeypatch.setattr(drawn_once, "render_to_string", lambda *_of: pytest.fail("drawn a second time"))
    page = draw_switch("/second/?a=1&b=<i>", csrf_token="second_token")
    assert 'value="/second/?a=1&amp;b=&lt;i&gt;"' in page, "what a page fills in is escaped"
    assert 'value="second_token"' in page and "first" not in page
    assert not drawn_once.GAP.search(page)


def test_words_that_look_like_a_gap_stay_words():
    assert 'value="zz-csrf_token-zz"' in draw_switch("zz-csrf_token-zz", csrf_token="two")


def test_without_a_token_no_token_is_drawn():
    assert "csrfmiddlewaretoken" in draw_switch(csrf_token="two") and "csrfmiddlewaretoken" not in draw_switch()


def test_a_piece_follows_the_language():
    english = draw_once("ui/parts/account.html", {}, is_authenticated=False)
    with translation.override("lo"):
        lao = draw_once("ui/parts/account.html", {}, is_authenticated=False)
    assert "Sign in" in english and "Sign in" not in lao


def test_a_piece_follows_the_values_that_decide_how_it_looks():
    assert "Sign in" in draw_once("ui/parts/account.html", {}, is_authenticated=False)
    assert "Sign out" in draw_once("ui/parts/account.html", {}, is_authenticated=True)
    first = draw_once("ui/parts/menu.html", {}, menu=make_menu("/", []))
    at_help = draw_once("ui/parts/menu.html", {}, menu=make_menu("/help/", []))
    at_work = draw_once("ui/parts/menu.html", {}, menu=make_menu("/", [("Cases", "/queue/")]))
    assert first != at_help and 'href="/help/" aria-current="page"' in at_help
    assert "/queue/" not in first and "/queue/" in at_work
    ways = draw_once("ui/parts/ways.html", {}, nav=(Tab("Rules", "/rules/"),))
    assert "aria-current" not in ways and "/rules/" in ways


def test_a_piece_follows_where_an_installation_has_its_addresses_and_files(settings):
    at_root, below = draw_once("ui/parts/foot.html", {}, has_zone=False), get_script_prefix()
    try:
        set_script_prefix("/landsea/")
        moved = draw_once("ui/parts/foot.html", {}, has_zone=False)
    finally:
        set_script_prefix(below)
    assert 'href="/help/"' in at_root and 'href="/landsea/help/"' in moved
    before = draw_once("ui/parts/no_line.html", {})
    settings.STATIC_URL = "/elsewhere/"
    assert "/elsewhere/" in draw_once("ui/parts/no_line.html", {}) and "/elsewhere/" not in before
    urls = ModuleType("one_page")
    urls.urlpatterns = [path("only-help/", lambda _request: None, name="help")]
    settings.ROOT_URLCONF = urls
    assert 'href="/only-help/"' in draw_once("ui/parts/foot.html", {}, has_zone=False)


def test_who_edits_templates_sees_the_change_at_once(settings, monkeypatch):
    draw_switch()
    settings.DEBUG = True
    monkeypatch.setattr(drawn_once, "render_to_string", lambda *_of: "edited")
    assert draw_switch() == "edited"


def test_the_frame_of_a_page_follows_its_address_and_its_clock(client, db):
    here, there = client.get("/help/?a=1&b=2").content.decode(), client.get("/about/").content.decode()
    assert 'name="next" value="/help/?a=1&amp;b=2"' in here and "?next=%2Fhelp%2F%3Fa%3D1%26b%3D2" in here
    assert 'name="next" value="/about/"' in there and "/help/?a=1" not in there
    client.cookies["zone"] = "Asia/Vientiane"
    vientiane = client.get("/about/").content.decode()
    assert "Vientiane" in vientiane and "Vientiane" not in there


def test_a_message_is_drawn_in_the_language_of_each_page():
    one = Message("offices", "<b>Desk</b>", datetime(2026, 12, 1, tzinfo=UTC), Text("A & B", "en"), role="Customs")
    english = draw_message(one, when=SafeString("<i>now</i>"), offered="")
    assert (
        "Offices only" in english and "&lt;b&gt;Desk" in english and "A &amp; B" in english and "<i>now</i>" in english
    )
    with translation.override("lo"):
        lao = draw_message(one, when=SafeString("<i>now</i>"), offered="/translate/1/")
    assert "Offices only" not in lao and 'href="/translate/1/"' in lao and "A &amp; B" in lao
    assert "Offices only" not in draw_message(replace(one, audience="all"), when=SafeString(), offered="")
