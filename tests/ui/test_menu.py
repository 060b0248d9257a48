"""On a phone the menu shows every destination whole; Back after the answer to a form leads to a page, sending nothing again."""

import pytest

from landsea.base.ui.menu import GROUPS

PHONE = (390, 844)
DESTINATIONS = 1 + sum(len(rows) for _words, rows in GROUPS)
"""Those of all readers, and the one page of work that the drawn menu has."""


@pytest.mark.parametrize("language", ["en", "vi", "lo", "zh-hans"])
def test_on_a_phone_every_destination_is_seen_whole(open_page, language):
    page = open_page(f"/menu/{language}/")
    assert not page.locator(".site-nav").is_visible() and page.locator(".site-search").is_visible()
    page.locator(".site-menu > summary").click()
    links = page.locator(".site-menu nav a")
    assert links.count() == DESTINATIONS
    for box in (links.nth(number).bounding_box() for number in range(DESTINATIONS)):
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0] and box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    page.keyboard.press("Escape")
    assert not links.first.is_visible()


@pytest.mark.parametrize("width", [360, PHONE[0]])
@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil"])
@pytest.mark.parametrize("who", ["menu", "signed-in"])
def test_on_a_phone_the_header_has_two_rows(open_page, who, language, width):
    page = open_page(f"/{who}/{language}/", width)
    parts = page.locator(".site-header :is(.site-name, .site-account > :not(.languages), .site-search, summary)")
    middles = {
        round(box["y"] + box["height"] / 2) for box in (parts.nth(at).bounding_box() for at in range(parts.count()))
    }
    assert len(middles) == 2, middles
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("letters", ["100%", "200%"])
@pytest.mark.parametrize("language", ["en", "id"])
def test_on_the_narrowest_phone_each_language_is_seen_whole(open_page, language, letters):
    page = open_page(f"/menu/{language}/", 360)
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
    page.locator(".languages summary").click()
    buttons = page.locator(".languages button")
    for box in (buttons.nth(number).bounding_box() for number in range(buttons.count())):
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_menu_does_not_hide_where_the_keyboard_is(open_page):
    page = open_page("/menu/en/", width=1280)
    page.locator(".site-menu > summary").click()
    last = page.locator(".site-menu nav a").last
    last.focus()
    assert last.is_visible()
    page.keyboard.press("Tab")
    assert not last.is_visible()


def test_on_a_desk_the_row_stands_beside_the_menu(open_page):
    page = open_page("/menu/en/", width=1280)
    assert page.locator(".site-nav").is_visible() and page.locator(".site-menu > summary").is_visible()


def test_back_after_the_answer_to_a_form_leads_to_its_page(open_page, counter):
    page = open_page("/asked/")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("heading", name="Answered").wait_for()
    page.get_by_role("link", name="On", exact=True).click()
    page.get_by_role("heading", name="Not here").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Asked").wait_for()
    assert page.url.endswith("/asked/") and [path for path, _body in counter.posted] == ["/answered/"]
