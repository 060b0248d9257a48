"""Events of the played year, and who registers."""

import uuid
from datetime import datetime, timedelta

from landsea.base.actors import ANONYMOUS
from landsea.exchange.actions.places import withdraw_registration
from landsea.exchange.actions.post import Posting, post_listing
from landsea.exchange.actions.register import Applying, register_applicant
from landsea.exchange.models import Listing
from landsea_demo.played_year.people import find_holder_by_code
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.titles import find_title

DAY = timedelta(days=1)
EVENTS = (
    ("scholarship", "Railway scholarship for students of the corridor", "cn-chongqing-commerce.help", 6, 9, 60),
    ("trade_fair", "Corridor fair: fruit, coffee and machines", "la-boten-customs.clearance", 12, 8, 45),
    ("training", "Course: papers for fruit at land borders", "vn-customs.clearance", 5, 7, 20),
)


def post_event(schedule: Schedule, number: int, row):
    kind, title, desk, capacity, people, days = row

    def event(now: datetime) -> None:
        starts = schedule.end + (days + 30) * DAY
        posting = Posting(
            kind=kind,
            titles=find_title(title),
            texts=find_title("Register here; who comes later waits and moves up."),
            country="CN",
            firm="Demo organiser",
            name="Demo",
            email=f"organiser{number}@demo.example.org",
            form_key=make_form_key("event", number),
            for_countries=("LA", "TH", "VN"),
            starts=f"{starts:%Y-%m-%d}",
            capacity=capacity,
            register_by=schedule.end + days * DAY,
            is_demo=True,
        )
        organiser = find_holder_by_code(desk, now)
        listing, _contact = post_listing(organiser, posting, network="", now=now)
        for person in range(people):
            schedule.at(now + (1 + person) * DAY, _register(schedule, listing, number, person))

    return event


def _register(schedule: Schedule, listing: Listing, number: int, person: int):
    def come(now: datetime) -> None:
        applying = Applying(
            name=f"Student Demo {person}",
            email=f"event{number}.{person}@demo.example.org",
            country=("LA", "VN", "TH", "KH")[person % 4],
            form_key=make_form_key(f"event{number}", person),
        )
        registration = register_applicant(ANONYMOUS, listing.pk, applying, network=f"event{number}.{person}", now=now)
        if person == 1:
            schedule.at(now + 9 * DAY, lambda at: withdraw_registration(registration, now=at))

    return come


def make_form_key(kind: str, number: int) -> uuid.UUID:
    """Return the key of a form of the played year, the same each time."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"landsea-year-{kind}-{number}")
