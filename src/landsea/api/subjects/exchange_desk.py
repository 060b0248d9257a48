"""The board for desks: entries in the desk's name, a look at what waits, introductions that go through the desk, places."""

from collections.abc import Callable
from typing import Any

from django import forms

from landsea.api.board_shapes import POSTED, REGISTERED_PERSON, THROUGH_DESK, TO_LOOK_AT, shape_with_secret
from landsea.api.form_bodies import Body
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.subjects.exchange import LISTING
from landsea.base.limits.spending import compute_network_digest
from landsea.base.ui.fields import WholeField, make_words_field
from landsea.exchange import access
from landsea.exchange.actions import introduce, moderate, outcome, places
from landsea.exchange.actions.post import post_listing
from landsea.exchange.form_postings import make_posting
from landsea.exchange.forms import ListingForm
from landsea.exchange.labels import OUTCOMES


class DeskListingForm(ListingForm):
    """An entry in a desk's name: of any kind, with days and places."""

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, officer=True, **more)


class ReasonForm(forms.Form):
    """Why an entry is held or removed, or an introduction declined; whether it is enough, the act says."""

    reason = make_words_field("", 300)


class OutcomeForm(forms.Form):
    """What came of an introduction."""

    outcome = forms.ChoiceField(choices=list(OUTCOMES.items()))


class CapacityForm(forms.Form):
    """How many places there are."""

    capacity = WholeField(min_value=0, max_value=100_000)


def post_as_desk(asked: Asked) -> Answered:
    """Put an entry on the board in the desk's name: it is shown at once."""
    posting = make_posting(asked.form, asked.language)
    _row, contact = post_listing(asked.actor, posting, network=compute_network_digest(asked.request), now=asked.now)
    return shape_with_secret(POSTED, contact, "exchange_mine", "own-listings")


def list_to_look_at(asked: Asked) -> Answered:
    """Return entries that wait for a look or are held."""
    return cut_page(asked, make_slicer(access.list_to_moderate(asked.actor).select_related("place")), TO_LOOK_AT)


def _decide(act: Callable[..., Any]) -> Callable[[Asked], dict[str, Any]]:
    def decide(asked: Asked) -> dict[str, Any]:
        listing = access.find_listing(asked.actor, asked.path["id"], manage=True)
        given = [asked.form.cleaned_data["reason"]] if asked.form is not None else []
        act(asked.actor, listing.pk, *given, now=asked.now)
        return TO_LOOK_AT.of(access.find_listing(asked.actor, listing.pk, manage=True))

    return decide


def list_introductions(asked: Asked) -> Answered:
    """Return the introductions that go through one's desks."""
    return cut_page(
        asked, make_slicer(access.list_introductions(asked.actor).select_related("listing__place")), THROUGH_DESK
    )


def show_introduction(asked: Asked) -> dict[str, Any]:
    """Return one introduction."""
    return THROUGH_DESK.of(access.find_introduction(asked.actor, asked.path["id"]))


def vouch_for_side(asked: Asked) -> dict[str, Any]:
    """Vouch for the side of one's desk."""
    found = access.find_introduction(asked.actor, asked.path["id"])
    introduce.vouch_for_side(asked.actor, found.pk, now=asked.now)
    return show_introduction(asked)


def decline_introduction(asked: Asked) -> dict[str, Any]:
    """Decline an introduction, with a reason."""
    found = access.find_introduction(asked.actor, asked.path["id"])
    introduce.decline_introduction(asked.actor, found.pk, asked.form.cleaned_data["reason"], now=asked.now)
    return show_introduction(asked)


def say_outcome(asked: Asked) -> dict[str, Any]:
    """Record what came of an introduction."""
    found = access.find_introduction(asked.actor, asked.path["id"])
    outcome.record_outcome(asked.actor, found.pk, asked.form.cleaned_data["outcome"], now=asked.now)
    return show_introduction(asked)


def list_registered(asked: Asked) -> Answered:
    """Return who is registered and who waits, for the organiser."""
    listing = access.find_listing(asked.actor, asked.path["id"], manage=True)
    return cut_page(asked, make_slicer(access.list_registrations(asked.actor, listing)), REGISTERED_PERSON)


def change_capacity(asked: Asked) -> dict[str, Any]:
    """Change the number of places; whoever waits moves up."""
    listing = access.find_listing(asked.actor, asked.path["id"], manage=True)
    places.set_capacity(asked.actor, listing.pk, asked.form.cleaned_data["capacity"], now=asked.now)
    return LISTING.of(access.find_listing(asked.actor, listing.pk, manage=True))


COMMON: dict[str, Any] = {"door": "desk", "scope": "exchange:act", "group": "Exchange: for desks"}
ONE = COMMON | {"in_path": ID_IN_PATH}
PAGES = (LIMIT, CURSOR)
OPERATIONS = [
    Operation(
        "POST",
        "/desk-listings",
        "post_desk_listing",
        "Put an entry on the board in your desk's name; it is shown at once",
        post_as_desk,
        POSTED,
        body=Body(DeskListingForm, form_key="form_key"),
        status=201,
        **COMMON,
    ),
    Operation(
        "GET",
        "/listings-to-look-at",
        "list_listings_to_look_at",
        "Entries that wait for a look, or are held",
        list_to_look_at,
        list_schema(TO_LOOK_AT),
        query=PAGES,
        **COMMON,
    ),
    *(
        Operation(
            "POST",
            f"/listings/{{id}}/{name}",
            f"{name}_waiting_listing",
            says,
            _decide(act),
            TO_LOOK_AT,
            body=body,
            **ONE,
        )
        for name, says, act, body in (
            ("show", "Show an entry", moderate.show_listing, None),
            ("hold", "Hold an entry back, with a reason", moderate.hold_listing, Body(ReasonForm)),
            (
                "remove",
                "Remove an entry, with a reason that its owner reads",
                moderate.remove_listing,
                Body(ReasonForm),
            ),
        )
    ),
    Operation(
        "GET",
        "/introductions",
        "list_introductions",
        "Introductions that go through your desks",
        list_introductions,
        list_schema(THROUGH_DESK),
        query=PAGES,
        **COMMON,
    ),
    Operation(
        "GET",
        "/introductions/{id}",
        "show_introduction",
        "One introduction",
        show_introduction,
        THROUGH_DESK,
        **ONE,
    ),
    Operation(
        "POST",
        "/introductions/{id}/vouch",
        "vouch",
        "Vouch for the side of your desk",
        vouch_for_side,
        THROUGH_DESK,
        **ONE,
    ),
    Operation(
        "POST",
        "/introductions/{id}/decline",
        "decline_introduction",
        "Decline an introduction, with a reason for the desks",
        decline_introduction,
        THROUGH_DESK,
        body=Body(ReasonForm),
        **ONE,
    ),
    Operation(
        "POST",
        "/introductions/{id}/outcome",
        "say_introduction_outcome",
        "Say what came of an introduction",
        say_outcome,
        THROUGH_DESK,
        body=Body(OutcomeForm),
        **ONE,
    ),
    Operation(
        "GET",
        "/listings/{id}/registrations",
        "list_registrations",
        "Who is registered and who waits, for the organiser",
        list_registered,
        list_schema(REGISTERED_PERSON),
        query=PAGES,
        **ONE,
    ),
    Operation(
        "POST",
        "/listings/{id}/capacity",
        "change_capacity",
        "Change the number of places",
        change_capacity,
        LISTING,
        body=Body(CapacityForm),
        **ONE,
    ),
]
