"""Calendars as pages and as iCal: what is official, what is predicted, and where we know it from."""

import pytest
from icalendar import Calendar

pytestmark = pytest.mark.django_db


def test_every_country_has_its_years(client):
    page = client.get("/calendar/").content.decode()
    assert all(f"/calendar/{code}/2026/" in page for code in ("CN", "LA", "VN", "TH", "KH", "MM", "MY", "SG", "TL"))


def test_a_year_shows_days_off_make_up_days_and_their_sources(client):
    page = client.get("/calendar/CN/2026", follow=True).content.decode()
    assert "works instead of 20 February" in page and "worked instead of another day" not in page  # said once
    assert "politics.gmw.cn/2025-11/04/content_38391083.htm" in page
    assert "not official yet" not in page


def test_a_year_that_is_not_announced_says_so(client):
    page = client.get("/calendar/CN/2027/").content.decode()
    assert "not official yet" in page and "predicted, may still change" in page


@pytest.mark.parametrize("country", ["KH", "LA", "SG", "VN"])
def test_a_source_is_an_address_that_a_reader_can_open_and_no_program_with_its_version(client, country):
    page = client.get(f"/calendar/{country}/2026/").content.decode()
    assert 'href="https://github.com/vacanza/holidays"' in page and "holidays 0." not in page


def test_days_of_a_state(client):
    kl = client.get("/calendar/MY/2026/?state=KUL").content.decode()
    assert "Federal Territory Day and Thaipusam" in kl and "Kuala Lumpur" in kl
    assert "Federal Territory Day" not in client.get("/calendar/MY/2026/").content.decode()
    friday = client.get("/calendar/MY/2026/?state=KTN").content.decode()
    assert "Friday, Saturday" in friday


@pytest.mark.parametrize("address", ["XX/2026/", "CN/1999/", "CN/2031/", "MY/2026/?state=Atlantis", "CN/2031.ics"])
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(f"/calendar/{address}").status_code == 404


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "2月"), ("vi", "Tháng 2"), ("en", "February")])
def test_months_and_weekdays_are_in_the_readers_language(client, language, words):
    assert words in client.get("/calendar/VN/2026/", headers={"accept-language": language}).content.decode()


def test_the_feed_marks_predicted_days_as_tentative_and_keeps_their_identifiers(client):
    response = client.get("/calendar/CN/2027.ics")
    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert {str(event["STATUS"]) for event in events} == {"TENTATIVE"}
    official = Calendar.from_ical(client.get("/calendar/CN/2026.ics").content).walk("VEVENT")
    assert {str(event["STATUS"]) for event in official} == {"CONFIRMED"}
    assert "CN-2026-02-14@calendars.landsea" in {str(event["UID"]) for event in official}
    assert len({str(event["UID"]) for event in official}) == len(official)


def test_months_are_named_in_each_language_whichever_was_asked_first(client):
    """They stood in Chinese on a Lao page, after somebody had read it in Chinese."""
    for language, month in (
        ("zh-hans", "一月"),
        ("lo", "ມັງກອນ"),
        ("th", "มกราคม"),
        ("vi", "Tháng 1"),
        ("en", "January"),
    ):
        page = client.get("/calendar/CN/2026/", headers={"Accept-Language": language}).content.decode()
        assert f'<h2 id="month1">{month}</h2>' in page
