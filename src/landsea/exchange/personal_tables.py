"""What this room keeps about people: who put an entry on the board, asked for an introduction, registered."""

from django.db.models import CharField, Func, Q, Value
from django.db.models.functions import Coalesce, Left, Length, Now, NullIf
from django.db.models.lookups import LessThan
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable
from landsea.exchange.actions.erase_people import (
    NOBODYS,
    erase_introductions,
    erase_listing_contacts,
    erase_registrations,
)

_LAST_DAY = Coalesce(NullIf("listing__ends", Value("")), NullIf("listing__starts", Value("")), Value(""))
_TODAY = Func(Now(), Value("YYYY-MM-DD"), function="to_char", output_field=CharField())
EVENT_OVER = Q(listing__starts="", listing__ends="") | Q(LessThan(_LAST_DAY, Left(_TODAY, Length(_LAST_DAY))))
"""Registrations for what lies behind us: a day known as `2026` or `2026-03` is over with its year or month."""

TABLES = (
    PersonalTable(
        kind="listings",
        model="exchange.ListingContact",
        name=_("Entries of the exchange"),
        why=_("so that whoever you agree to meet can reach you"),
        shown=("listing__titles", "listing__state", "firm", "name", "email", "phone", "language"),
        by_address=("email",),
        corrected=("name", "phone", "language"),
        only=~Q(email=""),
        erase=erase_listing_contacts,
        stays=_("An entry that is still shown is withdrawn. Its words stay, hidden, for the desk that looked at it."),
        since="listing__retired_at",
    ),
    PersonalTable(
        kind="introductions",
        model="exchange.Introduction",
        name=_("Introductions that you asked for"),
        why=_("so that two desks can vouch and the other side can answer"),
        shown=(
            "listing__titles",
            "firm",
            "name",
            "email",
            "phone",
            "country",
            "message",
            "asked_at",
            "stage",
            "outcome",
        ),
        by_address=("email",),
        corrected=("name", "phone", "language"),
        only=~Q(email__startswith=NOBODYS),
        erase=erase_introductions,
        stays=_("That an introduction was asked for, and what came of it, stays without you: it is counted."),
        since="ended_at",
        country="country",
    ),
    PersonalTable(
        kind="registrations",
        model="exchange.Registration",
        name=_("Registrations for events"),
        why=_("so that the organiser knows who comes"),
        shown=("listing__titles", "name", "email", "country", "organisation", "language", "registered_at", "state"),
        by_address=("email",),
        corrected=("name", "language"),
        erase=erase_registrations,
        since="listing__register_by",
        over=EVENT_OVER,
        country="country",
    ),
)
