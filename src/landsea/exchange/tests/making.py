"""What tests of the board share: a posting, a wish to be introduced, a registration, an event with places."""

import uuid
from datetime import timedelta

from landsea.exchange.actions.ask_for_introduction import Asking
from landsea.exchange.actions.moderate import show_listing
from landsea.exchange.actions.post import Posting, post_listing
from landsea.exchange.actions.register import Applying


def posting(**changes) -> Posting:
    """Return a brewery's offer."""
    about = {
        "kind": "goods_offered",
        "titles": {"en": "Rice beer from the highlands"},
        "texts": {"en": "Ten containers a month."},
        "country": "VN",
        "firm": "Zyxbrewery Demo",
        "name": "Zyxname Demo",
        "email": "brewery@demo.example.org",
        "form_key": uuid.uuid4(),
        "hs": ("220300",),
        "sectors": ("food_agriculture",),
        "languages": ("vi", "en"),
        "for_countries": ("CN",),
    }
    return Posting(**about | changes)


def shown(world, now, **changes):
    """Return an entry that a desk has shown, with its contact."""
    listing, contact = post_listing(world.actor("anonymous"), posting(**changes), network="n", now=now)
    show_listing(world.actor("coordinator"), listing.pk, now=now)
    listing.refresh_from_db()
    return listing, contact


def asking(number=1, **changes) -> Asking:
    """Return an importer's wish to meet."""
    about = {
        "firm": f"Zyximporter {number}",
        "name": "Zyxasker Demo",
        "email": f"importer{number}@demo.example.org",
        "country": "CN",
        "message": "We sell beer in Chongqing.",
        "form_key": uuid.uuid4(),
    }
    return Asking(**about | changes)


def event(world, now, *, capacity=2, days=10, **changes):
    """Return a scholarship with places, posted by the border desk."""
    about = {
        "kind": "scholarship",
        "titles": {"en": "Railway scholarship"},
        "hs": (),
        "capacity": capacity,
        "register_by": now + timedelta(days=days),
        "starts": "2027-09-01",
        "country": "VN",
        "firm": "Railway college Demo",
    }
    return post_listing(world.actor("other_holder"), posting(**about | changes), network="", now=now)[0]


def applying(number=1, **changes) -> Applying:
    """Return a student's registration."""
    about = {
        "name": f"Student {number}",
        "email": f"student{number}@demo.example.org",
        "country": "LA",
        "form_key": uuid.uuid4(),
    }
    return Applying(**about | changes)
