"""Story 5: anyone asks who answers, finds by name in any script, and only officers see whom to ring."""

import pytest

from .acting import sign_in

DESK = "/who/desks/cn-mohan-quarantine.plant/"


def test_anyone_asks_who_answers_and_gets_a_desk_with_reasons(open_device, size):
    device = open_device("en")
    page = device.open("/who/")
    device.check("who")
    page.fill("[name=about]", "The plant health certificate is refused")
    page.fill("[name=place]", "Mohan")
    page.fill("[name=goods]", "durian")
    page.locator("form:has([name=about]) button").click()
    first = page.locator(".desk-card").first
    assert "cn-mohan-quarantine." in first.locator("h3 a").get_attribute("href")
    assert first.locator("ul li").count() >= 1
    assert first.locator(".desk-clock time").count() == 1
    device.check("who-answer")
    first.locator("h3 a").click()
    assert page.locator(".desk-card").count() >= 1
    device.check("desk")


@pytest.mark.parametrize(
    ("locale", "name", "code"),
    [
        ("zh-CN", "磨憨", "cn-mohan-"),
        ("en", "ບໍ່ເຕັນ", "la-boten-"),
        ("vi-VN", "huu nghi quan", "cn-youyi-guan-"),
    ],
)
def test_a_desk_is_found_by_its_name_in_another_script(open_device, size, locale, name, code):
    device = open_device(locale)
    page = device.open("/who/")
    page.fill("#name-search", name)
    page.press("#name-search", "Enter")
    page.wait_for_url("**/who/search/**")
    assert page.locator(f"a[href*='{code}']").count() >= 1
    device.check("search")


def test_only_officers_see_whom_to_ring(open_device, installation, size):
    visitor = open_device("zh-CN")
    visitor.open(DESK)
    for private in ("@plant.cn-mohan-quarantine", "mailto:", "+00 "):
        assert private not in visitor.text()
    visitor.check("desk-public")
    officer = open_device("en")
    sign_in(officer, installation, "holder@clearance.cn-youyi-guan-customs.example.org")
    page = officer.open(DESK)
    assert page.locator("a[href='mailto:holder@plant.cn-mohan-quarantine.example.org']").count() == 1
    assert "+00 " in page.locator("section[aria-labelledby=contacts]").inner_text()
    officer.check("desk-officer")
