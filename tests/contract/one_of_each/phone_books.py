"""What telephones read: a device and a private calendar of the coordinator's, the books, offices and desks that are files."""

from datetime import datetime
from uuid import uuid5

from tests.contract.one_of_each.addresses import TYPED

from landsea.calendars.actions.private_calendar import make_calendar
from landsea.calendars.private_links import CALENDAR_LINKS
from landsea.directory.telephones import CARDS
from landsea.phonebook.actions.make_device import make_device
from landsea.phonebook.models import Device

BOOK = "sps_tbt-cn"


def make(world, now: datetime) -> dict:
    """Make a device and a calendar; name the quarantine's book and card."""
    desk = world.quarantine
    calendar = make_calendar(world.actor("coordinator"), now=now)
    return {
        "own_calendar": {TYPED: {"act": "make"}},
        "private_calendar": {"secret": CALENDAR_LINKS.secret_of(calendar.nonce)},
        "end_device": {"device_id": add_device(world, "phone", now).pk},
        "office_cards": {"code": desk.office.code},
        "desk_cards": {"code": desk.code},
        **dict.fromkeys(("book_cards", "dav_book"), {"code": BOOK}),
        "dav_card": {"code": BOOK, "uid": str(uuid5(CARDS, f"desk:{desk.code}"))},
    }


def add_device(world, name: str, now: datetime) -> Device:
    """Make a device of the coordinator's."""
    who = world.actor("coordinator")
    return make_device(who, name, countries=(), topics=(), with_second_factor=True, now=now)[0]


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another device."""
    add_device(world, f"phone {number}", now)
