"""Asking to be introduced, the asker's page, and the desks' side of introductions."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import compute_network_digest
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.models.names import choose_title
from landsea.exchange import access
from landsea.exchange.actions import introduce, outcome
from landsea.exchange.actions.ask_for_introduction import Asking
from landsea.exchange.actions.ask_for_introduction import ask_for_introduction as queue_introduction
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.forms import AskingForm
from landsea.exchange.labels import OUTCOMES, STAGES
from landsea.exchange.own_details import make_initial_details
from landsea.exchange.views.sending import send_form
from landsea_core.text import clean_text


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_introduction(request, listing_id: int):
    """The form of an introduction."""
    found = access.find_listing(request.actor, listing_id)
    form = AskingForm(request.POST if request.method == "POST" else None, initial=make_initial_details(request))

    def ask_it(cleaned: dict):
        asking = Asking(**cleaned, language=get_language() or "en")
        return queue_introduction(
            request.actor, found.pk, asking, network=compute_network_digest(request), now=timezone.now()
        )

    done, status = send_form(form, ask_it)
    if done is not None:
        return HttpResponseRedirect(reverse("exchange_asked", args=[BOARD_LINKS.secret_of(done.nonce)]))
    context = {"form": form, "listing": found, "title": choose_title(found, get_language() or "en")}
    return render(request, "exchange/ask.html", context, status=status)


@door("mailbox")
@require_safe
def show_asked(request, secret: str):
    """The asker's page: where it stands, and the other's contact once all agreed."""
    found = access.find_introduction_with_secret(secret)
    context = {
        "introduction": found,
        "title": choose_title(found.listing, get_language() or "en"),
        "stage": STAGES[found.stage],
        "contact": found.listing.contact if found.stage == "introduced" else None,
        "link": settings.PUBLIC_ADDRESS + reverse("exchange_asked", args=[secret]),
    }
    return render(request, "exchange/asked.html", context)


@door("desk")
@require_safe
def show_introductions(request):
    """The introductions that go through one's desks."""
    language, now = get_language() or "en", timezone.now()
    rows = [
        {
            "introduction": one,
            "title": choose_title(one.listing, language),
            "stage": STAGES[one.stage],
            "asks_outcome": access.is_outcome_asked(one, now),
        }
        for one in access.list_introductions(request.actor)
    ]
    return render(request, "exchange/introductions.html", {"rows": rows})


@door("desk")
@require_safe
def show_introduction(request, introduction_id: int):
    """One introduction, for the desks of both sides."""
    return _introduction_page(request, access.find_introduction(request.actor, introduction_id))


@door("desk")
@require_POST
def act_on_introduction(request, introduction_id: int, what: str):
    """Vouch, decline, or record what came of it."""
    found = access.find_introduction(request.actor, introduction_id)
    reason, now = clean_text(request.POST.get("reason", "")).text, timezone.now()
    acts = {
        "vouch": lambda: introduce.vouch_for_side(request.actor, found.pk, now=now),
        "decline": lambda: introduce.decline_introduction(request.actor, found.pk, reason, now=now),
        "outcome": lambda: outcome.record_outcome(request.actor, found.pk, request.POST.get("outcome", ""), now=now),
    }
    if what not in acts:
        raise Http404
    try:
        acts[what]()
    except Refused as refused:
        return _introduction_page(request, found, refused=refused.sentence, status=409)
    messages.success(request, _("Done."))
    return redirect("exchange_introduction", introduction_id=found.pk)


def _introduction_page(request, found, *, refused: str = "", status: int = 200):
    language = get_language() or "en"
    sides = [
        (write_desk_title(found.asker_desk, language), found.asker_desk_at, _("the asker's desk")),
        (write_desk_title(found.owner_desk, language), found.owner_desk_at, _("the desk of the entry")),
        (_("the firm of the entry"), found.owner_at, ""),
    ]
    mine = [
        side
        for side in ("asker", "owner")
        if (getattr(found, f"{side}_desk_id") in request.actor.desks or request.actor.is_coordinator)
        and getattr(found, f"{side}_desk_at") is None
    ]
    context = {
        "introduction": found,
        "title": choose_title(found.listing, language),
        "country": name_country(found.country, language),
        "stage": STAGES[found.stage],
        "sides": sides,
        "may_vouch": bool(mine) and found.stage == "asked",
        "open": found.stage == "asked",
        "outcomes": list(OUTCOMES.items()),
        "outcome": OUTCOMES.get(found.outcome, ""),
        "introduced": found.stage == "introduced",
        "refused": refused,
    }
    return render(request, "exchange/introduction.html", context, status=status)
