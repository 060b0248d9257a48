"""The board as programs see it: entries for anyone, what their owners, askers and registrants see, what desks see."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from landsea.api.operations import Answered
from landsea.api.shapes import (
    Shape,
    make_instant_field,
    make_many_field,
    make_names_field,
    make_one_field,
    make_text_field,
    make_texts_field,
    make_truth_field,
    make_whole_field,
    number_field,
)
from landsea.exchange import access
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.models import RegistrationState, Stage

LISTING = Shape(
    "Listing",
    "An entry of the exchange",
    {
        "id": make_whole_field(lambda row: row.pk),
        "code": make_text_field(lambda row: row.code, "of a public fact"),
        "kind": make_text_field(lambda row: row.kind),
        "titles": make_names_field(lambda row: row.titles),
        "texts": make_names_field(lambda row: row.texts),
        "countries": make_texts_field(lambda row: row.countries),
        "place": make_text_field(lambda row: row.place_id),
        "organiser": make_text_field(lambda row: row.organiser),
        "who_for": make_text_field(lambda row: row.who_for),
        "starts": make_text_field(lambda row: row.starts, "a day, a month or a year, as far as it is known"),
        "ends": make_text_field(lambda row: row.ends),
        "hs": make_texts_field(lambda row: row.hs),
        "sectors": make_texts_field(lambda row: row.sectors),
        "languages": make_texts_field(lambda row: row.languages),
        "takes_registrations": make_truth_field(lambda row: row.capacity is not None),
        "capacity": number_field(lambda row: row.capacity),
        "register_by": make_instant_field(lambda row: row.register_by),
        "source": make_text_field(lambda row: row.source),
        "grade": make_text_field(lambda row: row.grade),
        "checked": make_text_field(lambda row: row.checked),
    },
)
CONTACT = Shape(
    "BoardContact",
    "Whom one meets; told once all sides agreed",
    {name: make_text_field(lambda row, name=name: getattr(row, name)) for name in ("firm", "name", "email", "phone")},
)
WISH = Shape(
    "IntroductionWish",
    "Somebody who wants to meet the owner of an entry, once a desk has vouched for them",
    {
        "id": make_whole_field(lambda row: row.pk),
        "firm": make_text_field(lambda row: row.firm),
        "country": make_text_field(lambda row: row.country),
        "message": make_text_field(lambda row: row.message),
        "stage": make_text_field(lambda row: row.stage, "asked, introduced or declined"),
        "to_answer": make_truth_field(lambda row: row.stage == Stage.ASKED and row.owner_at is None),
        "contact": make_one_field(CONTACT, lambda row: row if row.stage == Stage.INTRODUCED else None),
    },
)
OWN_LISTING = Shape(
    "OwnListing",
    "An entry as its owner sees it",
    {
        "listing": make_one_field(LISTING, lambda row: row.listing),
        "state": make_text_field(lambda row: row.listing.state, "waiting, shown, held, removed or withdrawn"),
        "state_reason": make_text_field(lambda row: row.listing.state_reason),
        "wishes": make_many_field(WISH, access.list_introductions_of_owner, "who wants to meet you"),
    },
)
OWN_INTRODUCTION = Shape(
    "OwnIntroduction",
    "An introduction as its asker sees it",
    {
        "listing": make_one_field(LISTING, lambda row: row.listing),
        "stage": make_text_field(lambda row: row.stage, "asked, introduced or declined"),
        "contact": make_one_field(CONTACT, lambda row: row.listing.contact if row.stage == Stage.INTRODUCED else None),
    },
)
OWN_REGISTRATION = Shape(
    "OwnRegistration",
    "A registration as its person sees it",
    {
        "listing": make_one_field(LISTING, lambda row: row.listing),
        "state": make_text_field(lambda row: row.state, "place, waiting or withdrawn"),
        "position": make_whole_field(
            lambda row: access.find_position_in_line(row) if row.state == RegistrationState.WAITING else 0,
            "the place in the line, from 1; 0 outside it",
        ),
        "registered_at": make_instant_field(lambda row: row.registered_at),
    },
)


def _kept(shape: Shape, name: str, says: str) -> Shape:
    """Return the shape of what was made, with its secret."""
    return Shape(
        name,
        says,
        {
            "secret": make_text_field(lambda told: told["secret"], "keep it: the only way back; it is told this once"),
            "page": make_text_field(lambda told: told["page"], "the same for a person with a browser"),
            "made": make_one_field(shape, lambda told: told["made"]),
        },
    )


POSTED = _kept(OWN_LISTING, "PostedListing", "An entry that was put on the board; a person looks at it first")
ASKED_FOR = _kept(OWN_INTRODUCTION, "AskedIntroduction", "A wish to be introduced that was passed to the desks")
REGISTERED = _kept(OWN_REGISTRATION, "MadeRegistration", "A registration: with a place, or in the line")
REPORTED = Shape("ReportedListing", "That a report was noted", {"noted": make_truth_field(lambda told: told)})
TO_LOOK_AT = Shape(
    "ListingToLookAt",
    "An entry that waits for a look, or is held",
    {
        "listing": make_one_field(LISTING, lambda row: row),
        "state": make_text_field(lambda row: row.state, "waiting, shown, held, removed or withdrawn"),
    },
)
THROUGH_DESK = Shape(
    "Introduction",
    "An introduction, for the desks that it goes through",
    {
        "id": make_whole_field(lambda row: row.pk),
        "listing": make_one_field(LISTING, lambda row: row.listing),
        "asker": make_one_field(CONTACT, lambda row: row),
        "country": make_text_field(lambda row: row.country),
        "message": make_text_field(lambda row: row.message),
        "stage": make_text_field(lambda row: row.stage, "asked, introduced or declined"),
        "asked_at": make_instant_field(lambda row: row.asked_at),
        "asker_desk": make_text_field(lambda row: row.asker_desk.code),
        "owner_desk": make_text_field(lambda row: row.owner_desk.code),
        "asker_desk_vouched": make_truth_field(lambda row: row.asker_desk_at),
        "owner_desk_vouched": make_truth_field(lambda row: row.owner_desk_at),
        "owner_agreed": make_truth_field(lambda row: row.owner_at),
        "reason": make_text_field(lambda row: row.reason),
        "outcome": make_text_field(lambda row: row.outcome, "deal, talks or nothing"),
    },
)
REGISTERED_PERSON = Shape(
    "Registered",
    "Who registered, for the organiser",
    {
        "name": make_text_field(lambda row: row.name),
        "email": make_text_field(lambda row: row.email),
        "country": make_text_field(lambda row: row.country),
        "organisation": make_text_field(lambda row: row.organisation),
        "state": make_text_field(lambda row: row.state, "place, waiting or withdrawn"),
        "registered_at": make_instant_field(lambda row: row.registered_at),
    },
)


def shape_with_secret(shape: Shape, made: Any, page: str, own_path: str) -> Answered:
    """Return what was made with its secret; `own_path` is where a program finds it again."""
    secret = BOARD_LINKS.secret_of(made.nonce)
    told = {"secret": secret, "page": settings.PUBLIC_ADDRESS + reverse(page, args=[secret]), "made": made}
    return Answered(shape.of(told), headers={"Location": f"/api/v1/{own_path}/{secret}"})
