"""Registration: places, a waiting list that moves up, withdrawal, deadline, capacity."""

import csv
import io
import threading
import uuid
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.exchange import access
from landsea.exchange.actions.moderate import remove_listing
from landsea.exchange.actions.places import set_capacity, withdraw_registration
from landsea.exchange.actions.register import MOST_FROM_ONE_NETWORK, register_applicant
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.models import ListingContact, Registration
from landsea.exchange.tests.business import business_world
from landsea.exchange.tests.making import applying, event

pytestmark = pytest.mark.django_db


@pytest.fixture
def scholarship(world, now):
    return event(world, now)


def enrol(world, listing, number, now, network=""):
    return register_applicant(world.actor("anonymous"), listing.pk, applying(number), network=network, now=now)


def states(listing):
    return list(Registration.objects.filter(listing=listing).order_by("pk").values_list("state", flat=True))


def test_who_comes_later_waits_and_moves_up_in_order(world, scholarship, now):
    rows = [enrol(world, scholarship, number, now) for number in range(4)]
    assert states(scholarship) == ["place", "place", "waiting", "waiting"]
    assert [access.find_position_in_line(row) for row in rows[2:]] == [1, 2]
    withdraw_registration(rows[0], now=now)
    assert states(scholarship) == ["withdrawn", "place", "place", "waiting"]
    withdraw_registration(rows[0], now=now)
    assert states(scholarship) == ["withdrawn", "place", "place", "waiting"], "withdrawing twice is withdrawing once"
    assert Delivery.objects.filter(template="exchange_moved_up").count() == 1


def test_whoever_registered_hears_that_an_event_was_taken_off_the_board(world, scholarship, now):
    rows = [enrol(world, scholarship, number, now) for number in range(4)]
    withdraw_registration(rows[1], now=now)  # so the third has a place and the fourth waits
    remove_listing(world.actor("coordinator"), scholarship.pk, "The fair was called off.", now=now)
    told = Delivery.objects.filter(template="exchange_taken_off").order_by("pk")
    assert [one.address for one in told] == [rows[0].email, rows[2].email, rows[3].email]
    assert ["METHOD:CANCEL" in one.facts.get("calendar", "") for one in told] == [True, True, False]
    message = compose_message(told[0])
    assert "no longer on the board" in message.body
    withdraw_registration(rows[0], now=now)
    assert states(scholarship)[3] == "waiting", "nobody moves up to what is off the board"


def test_one_who_waits_and_withdraws_moves_nobody(world, scholarship, now):
    rows = [enrol(world, scholarship, number, now) for number in range(4)]
    withdraw_registration(rows[2], now=now)
    assert states(scholarship) == ["place", "place", "withdrawn", "waiting"]


def test_capacity_is_never_below_the_places_taken_and_more_lets_the_line_move_up(world, scholarship, now):
    for number in range(4):
        enrol(world, scholarship, number, now)
    officer = world.actor("other_holder")
    with pytest.raises(Refused, match="2 places are taken"):
        set_capacity(officer, scholarship.pk, 1, now=now)
    set_capacity(officer, scholarship.pk, 3, now=now)
    assert states(scholarship) == ["place", "place", "place", "waiting"]
    with pytest.raises(PermissionDenied):
        set_capacity(world.actor("holder"), scholarship.pk, 9, now=now)


def test_after_the_deadline_and_twice_is_refused(world, scholarship, now):
    enrol(world, scholarship, 1, now)
    with pytest.raises(Refused, match="registered already"):
        enrol(world, scholarship, 1, now)
    with pytest.raises(Refused, match="has passed"):
        enrol(world, scholarship, 2, now + timedelta(days=11))


def test_a_flood_is_refused_and_others_still_get_in(world, now):
    listing = event(world, now, capacity=100)
    for number in range(MOST_FROM_ONE_NETWORK):
        enrol(world, listing, number, now, network="n")
    with pytest.raises(Refused, match="within the hour"):
        enrol(world, listing, 99, now, network="n")
    enrol(world, listing, 99, now, network="other")


def test_what_withdrew_may_come_again_at_the_end(world, scholarship, now):
    rows = [enrol(world, scholarship, number, now) for number in range(3)]
    withdraw_registration(rows[0], now=now)
    assert enrol(world, scholarship, 0, now).state == "waiting"


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_instant_do_not_get_the_same_last_place(now):
    world = business_world()
    listing = event(world, now, capacity=1)

    def one(number):
        enrol(world, listing, number, now)
        connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(states(listing)) == ["place", "waiting", "waiting", "waiting"]


def test_in_the_browser_one_registers_waits_and_withdraws(client, world, scholarship, now):
    enrol(world, scholarship, 1, now)
    second = enrol(world, scholarship, 2, now)
    typed = {"name": "Student Demo", "email": "new@demo.example.org", "country": "LA", "form_key": str(uuid.uuid4())}
    address = f"/exchange/{scholarship.pk}/register/"
    refused = client.post(address, typed)
    assert refused.status_code == 422 and "nobody can keep a place" in page_of(refused)
    page = page_of(client.post(address, typed | {"consent": "on"}, follow=True))
    assert "on the waiting list" in page and "number 1 in the line" in page
    client.post(f"/exchange/registered/{BOARD_LINKS.secret_of(second.nonce)}/withdraw")
    mine = Registration.objects.get(email="new@demo.example.org")
    assert "you have a place" in page_of(client.get(f"/exchange/registered/{BOARD_LINKS.secret_of(mine.nonce)}"))


def test_the_organiser_alone_sees_the_list_and_takes_it_out(client, world, scholarship, now):
    enrol(world, scholarship, 1, now)
    address = f"/exchange/{scholarship.pk}/registrations/"
    assert client.get(address).status_code == 302
    assert world.client("holder").get(address).status_code == 403
    organiser = world.client("other_holder")
    assert "student1@demo.example.org" in page_of(organiser.get(address))
    assert "student1@demo.example.org" in organiser.get(f"{address}list.csv").content.decode()
    assert organiser.post(f"{address}capacity", {"capacity": "many"}).status_code == 422
    assert "student1@" not in page_of(client.get(f"/exchange/{scholarship.pk}/"))


def test_a_formula_in_a_name_is_made_harmless_in_the_export(world, scholarship, now):
    register_applicant(world.actor("anonymous"), scholarship.pk, applying(1, name="=HYPERLINK(1)"), network="", now=now)
    text = world.client("other_holder").get(f"/exchange/{scholarship.pk}/registrations/list.csv").content.decode()
    assert "'=HYPERLINK" in text


def test_the_calendar_has_the_days(client, world, scholarship):
    assert b"DTSTART;VALUE=DATE:20270901" in client.get(f"/exchange/{scholarship.pk}/event.ics").content
    assert b"Railway scholarship" in client.get("/exchange/events.ics").content


def test_the_organiser_is_led_to_the_list_and_reads_it_in_words(world, now):
    listing = event(world, now)
    enrol(world, listing, 1, now)
    organiser = world.client("other_holder")
    organiser.get(reverse("home"), {"lang": "zh-hans"})
    secret = BOARD_LINKS.secret_of(ListingContact.objects.get(listing=listing).nonce)
    address = reverse("exchange_organiser", args=[listing.pk])
    assert address in page_of(organiser.get(reverse("exchange_mine", args=[secret])))
    page = page_of(organiser.get(address))
    assert '<label for="id_capacity">名额' in page and "老挝" in page


def test_the_mail_names_day_place_and_clock_and_brings_the_calendar(world, now):
    listing = event(world, now, capacity=1, place_text="Bac Luan hall, Mong Cai", ends="2027-09-03")
    enrol(world, listing, 1, now)
    enrol(world, listing, 2, now)
    first, second = (
        compose_message(one) for one in Delivery.objects.filter(address__startswith="student").order_by("pk")
    )
    for mail in (first, second):
        assert "1 September 2027" in mail.body and "Bac Luan hall, Mong Cai" in mail.body and "UTC+07" in mail.body
    calendar = first.attachments[0].get_payload(decode=True).decode()
    assert "DTSTART;VALUE=DATE:20270901" in calendar and "DTEND;VALUE=DATE:20270904" in calendar
    assert "LOCATION:Bac Luan hall" in calendar and "calendar entry is attached" in first.body
    assert not second.attachments and "calendar entry" not in second.body


def test_an_entry_whose_day_is_open_brings_no_calendar(world, now):
    enrol(world, event(world, now, starts="2027"), 1, now)
    mail = compose_message(Delivery.objects.get(template="exchange_registered"))
    assert not mail.attachments and "2027" in mail.body


def test_the_list_is_a_sheet_in_the_readers_words(world, scholarship, now):
    for number in range(3):
        enrol(world, scholarship, number, now)
    organiser, address = world.client("other_holder"), f"/exchange/{scholarship.pk}/registrations/list.csv"
    rows = list(csv.reader(io.StringIO(organiser.get(address).content.decode("utf-8-sig"))))
    assert rows[0][:5] == ["Name", "E-mail address", "Country", "School, firm or office", "State"]
    assert [row[2] for row in rows[1:]] == ["Laos"] * 3 and [row[4] for row in rows[1:]][1:] == [
        "has a place",
        "on the waiting list",
    ]
    assert datetime.strptime(rows[1][5], "%Y-%m-%d %H:%M") and "clock of" in rows[0][5]
    chinese = organiser.get(address, {"lang": "zh-hans"}).content.decode("utf-8-sig")
    assert "老挝" in chinese and "has a place" not in chinese


def test_a_year_that_is_a_slip_breaks_neither_registration_nor_calendar(client, world, now):
    listing = event(world, now, starts="1950-01-01", ends="1950-01-02")
    assert enrol(world, listing, 1, now).state == "place"
    assert client.get(f"/exchange/{listing.pk}/event.ics").status_code == 200
