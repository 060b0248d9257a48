"""Desks that nobody is at, for the coordinator: how many there are, asking many public addresses at once whether they are the
right desk (typed, shown again, then asked), and desks that want an account.
"""

from collections import Counter

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.ui.countries import list_country_options
from landsea.base.ui.paging import cut_part
from landsea.board.address_lists import check_lines, compute_how_long_asking_takes, read_lines
from landsea.board.concerns import count_cases_waiting_for
from landsea.directory.access.answering_desks import (
    count_answering,
    find_account_wish,
    list_addresses_being_asked,
    list_desks_with_nobody_at,
    open_account_wishes,
)
from landsea.directory.actions.put_addresses import put_addresses
from landsea.directory.actions.wish_account import settle_account_wish
from landsea.directory.display_names import name_desk
from landsea.directory.telephones import find_website, list_telephones
from landsea_core.text import clean_text

SHOWN = 40
FIELD = "address:"
LONGEST_LIST = 40_000


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def show_desks(request):
    """List desks with nobody; check addresses (`action=check`), put them at their desks to be asked (`action=ask`)."""
    if request.method != "POST":
        return _desks_page(request)
    language = get_language() or "en"
    pasted = clean_text(request.POST.get("addresses", "")[:LONGEST_LIST]).text
    typed = [(name[len(FIELD) :], value) for name, value in request.POST.items() if name.startswith(FIELD)]
    checked = check_lines(read_lines(pasted, typed), request.actor, language)
    rows = [one.row for one in checked if one.row is not None]
    if request.POST.get("action") == "ask" and rows:
        count = put_addresses(actor=request.actor, rows=rows, now=timezone.now())
        messages.success(request, gettext("%(count)s addresses are asked, a few at a time.") % {"count": count})
        return HttpResponseRedirect(reverse("desks_answering"))
    return _desks_page(request, checked=checked, ready=len(rows))


@door("coordinator")
@require_POST
def settle_wish(request, wish_id: int):
    """Take a desk's wish for an account off the list."""
    wish = find_account_wish(request.actor, wish_id)
    settle_account_wish(actor=request.actor, wish_id=wish.pk, now=timezone.now())
    messages.success(request, gettext("The wish is off the list."))
    return HttpResponseRedirect(reverse("desks_answering"))


def _desks_page(request, *, checked=None, ready: int = 0):
    now, language, country = timezone.now(), get_language() or "en", request.GET.get("country", "")[:2].upper()
    waiting = Counter(count_cases_waiting_for(request.actor))
    desks = sorted(list_desks_with_nobody_at(request.actor, country), key=lambda desk: -waiting[desk.pk])
    shown, pages = cut_part(request, desks, SHOWN)
    asked: dict[int, list] = {}
    for contact in list_addresses_being_asked(request.actor, [desk.pk for desk in shown]):
        asked.setdefault(contact.desk_id, []).append(contact)
    context = {
        "counts": count_answering(now),
        "lines": [
            {
                "desk": desk,
                "label": name_desk(desk, language),
                "cases": waiting[desk.pk],
                "asked": asked.get(desk.pk, ()),
                "telephones": list_telephones(desk.office, language)[:1],
                "website": find_website(desk.office),
            }
            for desk in shown
        ],
        "pages": pages,
        "country": country,
        "countries": list_country_options(language),
        "wishes": [(wish, *name_desk(wish.contact.desk, language)) for wish in open_account_wishes(request.actor)],
        "checked": checked,
        "ready": ready,
        "faulty": len(checked) - ready if checked is not None else 0,
        "minutes": int(compute_how_long_asking_takes(ready).total_seconds() // 60),
        "now": now,
    }
    status = 422 if checked is not None and not ready else 200
    return render(request, "board/desks.html", context, status=status)
