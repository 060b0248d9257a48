"""Public telephones on pages, on the sign to hang up, on cards for address books and in the list to take away."""

import base64
import io
import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Contact, Desk
from landsea.directory.telephones import describe_hours
from landsea.directory.tests.reference_files import reference_rows, write_reference

NOW = datetime(2026, 11, 28, 3, 0, tzinfo=UTC)
DESK = "cn-mohan.quarantine"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def directory(tmp_path):
    """The small directory: Mohan Customs has a switchboard of its own and the customs hotline, Boten has none."""
    load_reference(write_reference(tmp_path), NOW)


def get(client, name, *args, **query):
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response


@pytest.mark.parametrize(("name", "code"), [("desk_page", DESK), ("office_page", "cn-mohan")])
def test_a_page_names_what_to_ring_first_with_hours_source_and_dates(client, name, code):
    page = get(client, name, code).content.decode()

    own, shared = page.index('href="tel:+868718122222"'), page.index('href="tel:12360"')
    assert own < shared, "the office's own number comes before the hotline"
    for words in (
        "+86 871 812 2222",
        "switchboard",
        "Mon–Fri 09:00–12:00, 14:00–17:30",
        "Ask for the hall.",
        "hotline, shared line of the authority it belongs to, can be dialled in China only",
        "day and night, every day",
        'Source: <span lang="en">made up for a test</span>',
        "as of 29 August 2023",
        "the source bears no date",
        "checked on 1 November 2026",
    ):
        assert words in page
    assert page.index("tel:12360") < page.index("Have ready" if name == "desk_page" else "Its desks")


def test_an_office_without_a_public_telephone_shows_none(client):
    page = get(client, "desk_page", "la-boten.clearance").content.decode()
    assert "tel:" not in page and reverse("desk_sign", args=["la-boten.clearance"]) in page


def test_what_was_taken_out_of_the_file_shows_no_longer(client, tmp_path):
    load_reference(write_reference(tmp_path, {**reference_rows(), "telephones": []}), NOW)
    assert "tel:" not in get(client, "desk_page", DESK).content.decode()
    assert get(client, "telephone_list", "json").json() == {"telephones": []}


def test_the_sign_has_both_names_telephones_hours_and_a_square_that_opens_the_page(client, settings):
    settings.PUBLIC_ADDRESS = "https://landsea.example.org"
    page = get(client, "desk_sign", DESK).content.decode()

    address = f"https://landsea.example.org{reverse('desk_page', args=[DESK])}"
    for words in (
        "Plant quarantine",
        "植物检疫",
        "Mohan Customs",
        "磨憨海关",
        "+86 871 812 2222",
        "12360",
        "09:00–12:00",
    ):
        assert words in page
    assert f"Square code that opens {address}" in page
    drawn = base64.b64decode(re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page).group(1)).decode()
    assert drawn.startswith("<svg") and "<path" in drawn
    assert "style=" not in drawn and "style=" not in page and "<style" not in page


def test_the_sign_is_in_the_readers_language(client):
    page = get(client, "desk_sign", DESK, lang="zh-hans").content.decode()
    assert "植物检疫" in page and "请转大厅。" in page and "周一" in page


def test_a_card_for_address_books_has_the_numbers_and_says_whose_they_are(client):
    response = get(client, "desk_card", DESK)
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{DESK}.vcf"'
    lines = response.content.decode().replace("\r\n ", "").split("\r\n")
    assert lines[:3] == ["BEGIN:VCARD", "VERSION:3.0", "FN:Plant quarantine\\, Mohan Customs"]
    assert [line for line in lines if line.startswith("TEL")] == [
        "TEL;TYPE=VOICE:+868718122222",
        "TEL;TYPE=VOICE:12360",
    ]
    (note,) = [line for line in lines if line.startswith("NOTE")]
    assert "Source: made up for a test" in note
    assert lines[-2:] == ["END:VCARD", ""]


def test_the_list_is_there_as_json_csv_and_xlsx(client):
    one = get(client, "telephone_list", "json").json()["telephones"][0]
    assert (one["office"], one["number"], one["whose"], one["checked"]) == (
        "cn-mohan",
        "12360",
        "authority",
        "2026-11-01",
    )

    assert "cn-mohan,'+868718122222" in get(client, "telephone_list", "csv").content.decode()
    page = load_workbook(io.BytesIO(get(client, "telephone_list", "xlsx").content)).active
    assert [cell.value for cell in page[1]][:2] == ["office", "number"] and page.max_row == 3


@pytest.mark.parametrize(
    ("name", "code"),
    [("desk_sign", "nowhere"), ("desk_card", "<b>"), ("telephone_list", "exe"), ("desk_sign", "cn-mohan")],
)
def test_what_does_not_exist_is_not_found(client, name, code):
    assert client.get(reverse(name, args=[code])).status_code == 404


@pytest.mark.parametrize(("name", "args"), [("desk_sign", [DESK]), ("desk_card", [DESK]), ("telephone_list", ["csv"])])
def test_no_person_is_on_what_anyone_may_take_away(client, name, args):
    Contact.objects.create(
        desk=Desk.objects.get(code=DESK),
        name="Wen Marker",
        email="m@desk.example.org",
        phone="+00 9",
        duty_phone="+00 8",
    )
    taken = get(client, name, *args).content.decode()
    assert (
        "Marker" not in taken and "+00" not in taken and "example.org" not in taken.replace("landsea.example.org", "")
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Mon–Thu 09:00–13:00, 14:00–17:00; Fri 09:00–12:15"),
        ("vi", "Th 2–Th 5 09:00–13:00, 14:00–17:00; Th 6 09:00–12:15"),
        ("zh-hans", "周一–周四 09:00–13:00, 14:00–17:00; 周五 09:00–12:15"),
    ],
)
def test_hours_are_in_the_readers_words(language, words):
    with translation.override(language):
        assert describe_hours("Mon-Thu 09:00-13:00 14:00-17:00; Fri 09:00-12:15", language) == words
        assert describe_hours("", language) == ""
