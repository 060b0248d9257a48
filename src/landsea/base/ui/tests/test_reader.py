"""Whose language and whose clock: what was chosen, else the account's, else what the browser tells."""

from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from landsea.base.ui import reader
from landsea.base.ui.countries import name_country
from landsea.cases.tests.world import make_world


@pytest.mark.parametrize(
    ("code", "ready"),
    [
        ("vi-VN", "vi"),
        ("zh", "zh-hans"),
        ("zh-CN", "zh-hans"),
        ("zh_TW", "zh-hant"),
        ("zh-Hant-HK", "zh-hant"),
        ("zh-HK", "zh-hant"),
        ("zh-SG", "zh-hans"),
        ("EN-us", "en"),
        ("fr", None),
        ("", None),
        (None, None),
        ("-", None),
        ("vietnamese", None),
        ("v", None),
    ],
)
def test_codes_as_browsers_write_them(code, ready):
    assert reader.find_ready_language(code) == ready


@pytest.mark.parametrize(
    ("accepts", "cookie", "asked", "expected"),
    [
        ("fr, zh-CN;q=0.8, en;q=0.5", None, None, "zh-hans"),
        ("en;q=0.3, vi-VN;q=0.9", None, None, "vi"),
        ("vi;q=0, en", None, None, "en"),
        ("vi", "zh-hans", None, "zh-hans"),
        ("vi", "zh-hans", "en", "en"),
        ("vi", "tlh", "xx", "vi"),
        ("", None, None, "en"),
        ("this is; not=a header,,,", None, None, "en"),
    ],
)
def test_a_choice_wins_over_the_browser(client, accepts, cookie, asked, expected):
    if cookie:
        client.cookies["language"] = cookie
    response = client.get("/help/", {"lang": asked} if asked else {}, headers={"accept-language": accepts})
    assert response["Content-Language"] == expected
    assert f'<html lang="{expected}"' in response.content.decode()


def test_a_choice_in_an_address_is_remembered(client):
    client.get("/help/?lang=vi-VN")
    assert client.get("/help/")["Content-Language"] == "vi"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("came_from", "again"),
    [
        ("http://testserver/plan/?from=LAVTE&amp;to=CNCKG", "/plan/?from=LAVTE&amp;to=CNCKG"),
        ("http://testserver/plan/", "/plan/"),
        ("https://elsewhere.example/plan/", "/plan/keep"),
        ("", "/plan/keep"),
    ],
)
def test_the_answer_to_a_form_is_left_for_the_form_s_page_in_another_language(client, came_from, again):
    """An address that only takes forms shows nothing when it is opened."""
    page = client.post("/plan/keep", {"email": "nobody"}, headers={"referer": unescape(came_from)}).content.decode()
    assert f'name="next" value="{again}"' in page


def test_an_unknown_language_in_an_address_is_not_remembered(client):
    assert "language" not in client.get("/help/?lang=tlh").cookies


def test_the_switch_leads_back_to_where_the_reader_was(client):
    response = client.post(reverse("set_language"), {"language": "zh-hans", "next": "/help/"})
    assert response.url == "/help/" and client.get("/help/")["Content-Language"] == "zh-hans"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x", ""])
def test_nobody_is_led_elsewhere(client, elsewhere):
    for name in ("set_language", "reader_zone"):
        assert client.post(reverse(name), {"next": elsewhere}).url == reverse("home")


@pytest.mark.parametrize(
    ("language", "zone"), [("vi", "TP Hồ Chí Minh (UTC+07)"), ("zh-hans", "上海 (UTC+08)"), ("en", "UTC")]
)
def test_whose_clock_a_page_shows_stands_on_it(client, language, zone):
    page = client.get("/help/", headers={"accept-language": language})
    assert page.context["reader_zone"] == zone and zone in page.content.decode()


@pytest.mark.parametrize(
    ("zone", "city"), [("Asia/Ho_Chi_Minh", "胡志明市"), ("Asia/Yangon", "仰光"), ("Asia/Shanghai", "上海")]
)
def test_a_zone_is_called_by_its_city_in_the_readers_language(zone, city):
    assert reader.name_zone_city(zone, "zh-hans") == city


def test_countries_and_cities_have_the_names_of_our_own_texts_where_cldr_has_others():
    assert reader.name_zone_city("Asia/Dili", "km") == "ឌីលី"
    assert name_country("MM", "km") == "មីយ៉ាន់ម៉ា"


@pytest.mark.parametrize("zone", ["Asia/Vientiane", "Asia/Kuala_Lumpur"])
def test_a_chosen_clock_is_remembered(client, zone):
    client.post(reverse("reader_zone"), {"zone": zone})
    assert client.get("/help/").context["reader_zone"] == reader.name_zone(zone, "en")


def test_a_clock_nobody_chose_is_the_device_s(client):
    client.cookies[reader.DEVICE_COOKIE] = "Asia/Phnom_Penh"
    assert client.get("/help/").context["reader_zone"] == reader.name_zone("Asia/Phnom_Penh", "en")
    client.post(reverse("reader_zone"), {"zone": "Asia/Manila"})
    assert client.get("/help/").context["reader_zone"] == reader.name_zone("Asia/Manila", "en")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Saigon", "Asia/Manila"])
def test_the_clock_that_is_shown_is_the_one_chosen_in_the_list(client, zone):
    """Also that of a device far from the corridor, or one that calls its zone by the former name."""
    client.cookies[reader.DEVICE_COOKIE] = zone
    page = client.get(reverse("reader_zone")).content.decode()
    assert page.count(" selected>") == 1
    assert f" selected>{reader.name_zone(zone, 'en')}</option>" in page


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT", "Atlantic/Reykjavik"])
def test_a_browser_that_hides_its_zone_says_nothing(rf, zone):
    """Tor Browser and Firefox say Iceland's for everybody: a reader of Lao has the clock of Laos all the same."""
    request = rf.get("/")
    request.COOKIES["device_zone"] = zone
    assert not reader.says_zone(request)
    assert str(reader.choose_zone(request, "lo")) == "Asia/Vientiane"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", ""])
def test_a_device_that_names_no_zone_says_nothing(client, zone):
    assert client.get("/help/", HTTP_COOKIE=f"device_zone={zone}").context["reader_zone"] == "UTC"


@pytest.mark.parametrize(
    ("cookies", "shown"),
    [({}, "Asia/Vientiane"), ({"device_zone": "Asia/Dili"}, "Asia/Dili"), ({"zone": "Asia/Tokyo"}, "Asia/Tokyo")],
)
def test_a_page_that_knows_the_country_goes_by_it_where_nothing_else_is_known(rf, cookies, shown):
    request = rf.get("/")
    request.COOKIES |= cookies
    with timezone.override(reader.choose_zone(request, "en")):
        reader.follow_country(request, "LA")
        assert timezone.get_current_timezone_name() == shown


@pytest.mark.parametrize(("language", "shown"), [("en", "Asia/Shanghai"), ("lo", "Asia/Vientiane")])
def test_where_a_case_is_says_where_its_reader_is_only_if_the_language_does_not(rf, language, shown):
    request = rf.get("/")
    with translation.override(language), timezone.override(reader.choose_zone(request, language)):
        reader.follow_country(request, "CN", is_guess=True)
        assert timezone.get_current_timezone_name() == shown


@pytest.mark.parametrize("zone", ["../../etc/passwd", "Asia", "Mars/Olympus", "", "\x00"])
def test_a_clock_that_does_not_exist_is_not(client, zone):
    # As a stranger's program sends it: a browser, and newer Pythons, make no cookie with a control character in it.
    assert client.get("/help/", HTTP_COOKIE=f"zone={zone}").context["reader_zone"] == "UTC"
    assert "zone" not in client.post(reverse("reader_zone"), {"zone": zone}).cookies


@pytest.mark.django_db
class TestSignedIn:
    """An account has a language and a clock; a choice made in this browser wins."""

    @pytest.fixture
    def browser(self):
        world = make_world()
        person = world.people["stranger"]
        person.language, person.time_zone = "vi", "Asia/Bangkok"
        person.save()
        return world.client("stranger")

    def test_the_account_decides(self, browser):
        response = browser.get("/help/", headers={"accept-language": "zh"})
        assert response["Content-Language"] == "vi" and '<html lang="vi"' in response.content.decode()
        assert "UTC+07" in response.context["reader_zone"]

    def test_unless_something_was_chosen_here(self, browser):
        browser.cookies["language"] = "zh-hans"
        browser.cookies["zone"] = "Asia/Dili"
        response = browser.get("/help/")
        assert response["Content-Language"] == "zh-hans" and "UTC+09" in response.context["reader_zone"]

    def test_the_next_reader_of_this_process_gets_their_own(self, browser, client):
        browser.get("/help/")
        response = client.get("/help/")
        assert response["Content-Language"] == "en" and response.context["reader_zone"] == "UTC"
