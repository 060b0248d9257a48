"""Reports of entries, and what the desk does about them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import compute_network_digest
from landsea.base.refusal import Refused
from landsea.exchange import access
from landsea.exchange.actions import moderate
from landsea.exchange.labels import LISTING_STATES
from landsea.exchange.views.board import shape_listing
from landsea.exchange.views.listing import draw_listing_page
from landsea_core.text import clean_text


@door("public")
@require_POST
def report_listing(request, listing_id: int):
    """Report an entry."""
    found = access.find_listing(request.actor, listing_id)
    typed = clean_text(request.POST.get("words", "")).text[:1000]
    try:
        moderate.report_listing(
            request.actor,
            found.pk,
            request.POST.get("kind", ""),
            typed,
            network=compute_network_digest(request),
            now=timezone.now(),
        )
    except Refused as refused:
        return draw_listing_page(request, found, refused=refused.sentence, typed={"words": typed}, status=422)
    messages.success(request, _("Thank you. A person looks at it; several reports hold an entry back at once."))
    return redirect("exchange")


@door("desk")
@require_safe
def show_moderation(request):
    """Entries that wait for a look, or are held."""
    language = get_language() or "en"
    rows = [
        shape_listing(one, language) | {"state": LISTING_STATES[one.state], "reported": one.reported}
        for one in access.list_to_moderate(request.actor)
    ]
    return render(request, "exchange/moderation.html", {"rows": rows})


@door("desk")
@require_POST
def moderate_listing(request, listing_id: int, what: str):
    """Show, hold or remove an entry; whoever may not is told so before what they wrote is looked at."""
    found = access.find_listing(request.actor, listing_id, manage=True)
    reason, now = clean_text(request.POST.get("reason", "")).text, timezone.now()
    seen = request.POST.get("seen", "")[:64]
    acts = {
        "show": lambda: moderate.show_listing(request.actor, found.pk, now=now, seen=seen),
        "hold": lambda: moderate.hold_listing(request.actor, found.pk, reason, now=now),
        "remove": lambda: moderate.remove_listing(request.actor, found.pk, reason, now=now),
    }
    if what not in acts:
        raise Http404
    try:
        acts[what]()
    except Refused as refused:
        found.refresh_from_db()
        return draw_listing_page(request, found, refused=refused.sentence, typed={"reason": reason}, status=422)
    messages.success(request, _("Done. Whoever put it there was told."))
    return redirect("exchange_moderation")
