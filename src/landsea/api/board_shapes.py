"""The board as programs see it: entries for anyone, what their owners, askers and registrants see, what desks see."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from landsea.api.operations import Answered
from landsea.api.shapes import (
    Shape,
    instant_field,
    many_field,
    names_field,
    number_field,
    one_field,
    text_field,
    texts_field,
    truth_field,
    whole_field,
)
from landsea.exchange import access
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.models import RegistrationState, Stage

LISTING = Shape(
    "Listing",
    "An entry of the exchange",
    {
        "id": whole_field(lambda row: row.pk),
        "code": text_field(lambda row: row.code, "of a public fact"),
        "kind": text_field(lambda row: row.kind),
        "titles": names_field(lambda row: row.titles),
        "texts": names_field(lambda row: row.texts),
        "countries": texts_field(lambda row: row.countries),
        "place": text_field(lambda row: row.place_id),
        "organiser": text_field(lambda row: row.organiser),
        "who_for": text_field(lambda row: row.who_for),
        "starts": text_field(lambda row: row.starts, "a day, a month or a year, as far as it is known"),
        "ends": text_field(lambda row: row.ends),
        "hs": texts_field(lambda row: row.hs),
        "sectors": texts_field(lambda row: row.sectors),
        "languages": texts_field(lambda row: row.languages),
        "takes_registrations": truth_field(lambda row: row.capacity is not None),
        "capacity": number_field(lambda row: row.capacity),
        "register_by": instant_field(lambda row: row.register_by),
        "source": text_field(lambda row: row.source),
        "grade": text_field(lambda row: row.grade),
        "checked": text_field(lambda row: row.checked),
    },
)
CONTACT = Shape(
    "BoardContact",
    "Whom one meets; told once all sides agreed",
    {name: text_field(lambda row, name=name: getattr(row, name)) for name in ("firm", "name", "email", "phone")},
)
WISH = Shape(
    "IntroductionWish",
    "Somebody who wants to meet the owner of an entry, once a desk has vouched for them",
    {
        "id": whole_field(lambda row: row.pk),
        "firm": text_field(lambda row: row.firm),
        "country": text_field(lambda row: row.country),
        "message": text_field(lambda row: row.message),
        "stage": text_field(lambda row: row.stage, "asked, introduced or declined"),
        "to_answer": truth_field(lambda row: row.stage == Stage.ASKED and row.owner_at is None),
        "contact": one_field(CONTACT, lambda row: row if row.stage == Stage.INTRODUCED else None),
    },
)
OWN_LISTING = Shape(
    "OwnListing",
    "An entry as its owner sees it",
    {
        "listing": one_field(LISTING, lambda row: row.listing),
        "state": text_field(lambda row: row.listing.state, "waiting, shown, held, removed or withdrawn"),
        "state_reason": text_field(lambda row: row.listing.state_reason),
        "wishes": many_field(WISH, access.introductions_of_owner, "who wants to meet you"),
    },
)
OWN_INTRODUCTION = Shape(
    "OwnIntroduction",
    "An introduction as its asker sees it",
    {
        "listing": one_field(LISTING, lambda row: row.listing),
        "stage": text_field(lambda row: row.stage, "asked, introduced or declined"),
        "contact": one_field(CONTACT, lambda row: row.listing.contact if row.stage == Stage.INTRODUCED else None),
    },
)
OWN_REGISTRATION = Shape(
    "OwnRegistration",
    "A registration as its person sees it",
    {
        "listing": one_field(LISTING, lambda row: row.listing),
        "state": text_field(lambda row: row.state, "place, waiting or withdrawn"),
        "position": whole_field(
            lambda row: access.position_in_line(row) if row.state == RegistrationState.WAITING else 0,
            "the place in the line, from 1; 0 outside it",
        ),
        "registered_at": instant_field(lambda row: row.registered_at),
    },
)


def _kept(shape: Shape, name: str, says: str) -> Shape:
    """Return the shape of what was made, with its secret."""
    return Shape(
        name,
        says,
        {
            "secret": text_field(lambda told: told["secret"], "keep it: the only way back; it is told this once"),
            "page": text_field(lambda told: told["page"], "the same for a person with a browser"),
            "made": one_field(shape, lambda told: told["made"]),
        },
    )


POSTED = _kept(OWN_LISTING, "PostedListing", "An entry that was put on the board; a person looks at it first")
ASKED_FOR = _kept(OWN_INTRODUCTION, "AskedIntroduction", "A wish to be introduced that was passed to the desks")
REGISTERED = _kept(OWN_REGISTRATION, "MadeRegistration", "A registration: with a place, or in the line")
REPORTED = Shape("ReportedListing", "That a report was noted", {"noted": truth_field(lambda told: told)})
TO_LOOK_AT = Shape(
    "ListingToLookAt",
    "An entry that waits for a look, or is held",
    {
        "listing": one_field(LISTING, lambda row: row),
        "state": text_field(lambda row: row.state, "waiting, shown, held, removed or withdrawn"),
    },
)
THROUGH_DESK = Shape(
    "Introduction",
    "An introduction, for the desks that it goes through",
    {
        "id": whole_field(lambda row: row.pk),
        "listing": one_field(LISTING, lambda row: row.listing),
        "asker": one_field(CONTACT, lambda row: row),
        "country": text_field(lambda row: row.country),
        "message": text_field(lambda row: row.message),
        "stage": text_field(lambda row: row.stage, "asked, introduced or declined"),
        "asked_at": instant_field(lambda row: row.asked_at),
        "asker_desk": text_field(lambda row: row.asker_desk.code),
        "owner_desk": text_field(lambda row: row.owner_desk.code),
        "asker_desk_vouched": truth_field(lambda row: row.asker_desk_at),
        "owner_desk_vouched": truth_field(lambda row: row.owner_desk_at),
        "owner_agreed": truth_field(lambda row: row.owner_at),
        "reason": text_field(lambda row: row.reason),
        "outcome": text_field(lambda row: row.outcome, "deal, talks or nothing"),
    },
)
REGISTERED_PERSON = Shape(
    "Registered",
    "Who registered, for the organiser",
    {
        "name": text_field(lambda row: row.name),
        "email": text_field(lambda row: row.email),
        "country": text_field(lambda row: row.country),
        "organisation": text_field(lambda row: row.organisation),
        "state": text_field(lambda row: row.state, "place, waiting or withdrawn"),
        "registered_at": instant_field(lambda row: row.registered_at),
    },
)


def told_with_secret(shape: Shape, made: Any, page: str, own_path: str) -> Answered:
    """Return what was made with its secret; `own_path` is where a program finds it again."""
    secret = BOARD_LINKS.secret_of(made.nonce)
    told = {"secret": secret, "page": settings.PUBLIC_ADDRESS + reverse(page, args=[secret]), "made": made}
    return Answered(shape.of(told), headers={"Location": f"/api/v1/{own_path}/{secret}"})
