"""Registering for an event or programme, one's own registration, and the organiser's list."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.limits.spending import compute_network_digest
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone
from landsea.base.ui.sheets.cells import make_moment_cell, send_csv
from landsea.directory.models.names import choose_title
from landsea.exchange import access
from landsea.exchange.actions import places
from landsea.exchange.actions import register as action
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.entry_words import describe_when, describe_where, describe_zone
from landsea.exchange.forms import ApplyingForm
from landsea.exchange.labels import LISTED, REGISTRATIONS
from landsea.exchange.own_details import make_initial_details
from landsea.exchange.views.sending import send_form


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def register_for_event(request, listing_id: int):
    """The form of a registration."""
    found = access.find_listing(request.actor, listing_id)
    form = ApplyingForm(request.POST if request.method == "POST" else None, initial=make_initial_details(request))

    def apply(cleaned: dict):
        applying = action.Applying(**cleaned, language=get_language() or "en")
        return action.register_applicant(
            request.actor, found.pk, applying, network=compute_network_digest(request), now=timezone.now()
        )

    done, status = send_form(form, apply)
    if done is not None:
        return HttpResponseRedirect(reverse("exchange_registration", args=[BOARD_LINKS.secret_of(done.nonce)]))
    context = {
        "form": form,
        "listing": found,
        "title": choose_title(found, get_language() or "en"),
        "places_left": access.count_places_left(found),
    }
    return render(request, "exchange/register.html", context, status=status)


@door("mailbox")
@require_safe
def show_registration(request, secret: str):
    """One's own registration: a place, or where one stands in the line."""
    found, language = access.find_registration_with_secret(secret), get_language() or "en"
    context = {
        "registration": found,
        "listing": found.listing,
        "title": choose_title(found.listing, language),
        "where": describe_where(found.listing, language),
        "when": describe_when(found.listing),
        "zone": describe_zone(found.listing, language),
        "has_day": len(found.listing.starts) == len("2026-03-18"),
        "state": REGISTRATIONS[found.state],
        "position": access.find_position_in_line(found) if found.state == "waiting" else 0,
        "secret": secret,
        "link": settings.PUBLIC_ADDRESS + reverse("exchange_registration", args=[secret]),
    }
    return render(request, "exchange/registration.html", context)


@door("mailbox")
@require_POST
def give_place_back(request, secret: str):
    """Give one's place back."""
    places.withdraw_registration(access.find_registration_with_secret(secret), now=timezone.now())
    messages.success(request, _("You are no longer registered. Whoever waited first has moved up."))
    return redirect("exchange_registration", secret=secret)


@door("desk")
@require_safe
def show_registered(request, listing_id: int):
    """Who is registered and who waits."""
    return _organiser_page(request, access.find_listing(request.actor, listing_id, manage=True))


@door("desk")
@require_POST
def change_capacity(request, listing_id: int):
    """Change the number of places."""
    found = access.find_listing(request.actor, listing_id, manage=True)
    typed = request.POST.get("capacity", "").strip()
    if not typed.isdecimal() or len(typed) > 6:
        return _organiser_page(request, found, refused=_("Write the number of places as a whole number."), status=422)
    try:
        places.set_capacity(request.actor, found.pk, int(typed), now=timezone.now())
    except Refused as refused:
        return _organiser_page(request, found, refused=refused.sentence, typed=typed, status=422)
    messages.success(request, _("The number of places was changed."))
    return redirect("exchange_organiser", listing_id=found.pk)


@door("desk")
@proves_again()
@require_safe
def export_registered(request, listing_id: int):
    """The list as CSV, for the organiser, in the reader's words and on the reader's clock."""
    found = access.find_listing(request.actor, listing_id, manage=True)
    language = get_language() or "en"
    when = _("Registered (clock of %(zone)s)") % {"zone": name_zone(str(timezone.get_current_timezone()), language)}
    rows: list[list[object]] = [
        [_("Name"), _("E-mail address"), _("Country"), _("School, firm or office"), _("State"), when]
    ]
    rows += [
        [
            one.name,
            one.email,
            name_country(one.country, language),
            one.organisation,
            LISTED[one.state],
            make_moment_cell(one.registered_at),
        ]
        for one in access.list_registrations(request.actor, found)
    ]
    return send_csv(f"registrations-{found.pk}.csv", rows)


def _organiser_page(request, found, *, refused: str = "", typed: str = "", status: int = 200):
    language = get_language() or "en"
    rows = [(one, name_country(one.country, language)) for one in access.list_registrations(request.actor, found)]
    context = {
        "listing": found,
        "title": choose_title(found, language),
        "with_place": [row for row in rows if row[0].state == "place"],
        "waiting": [row for row in rows if row[0].state == "waiting"],
        "refused": refused,
        "typed": typed or found.capacity,
    }
    return render(request, "exchange/organiser.html", context, status=status)
