"""The page by which a filer puts right what was understood of a case, behind the secret link."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.mend import mend_case
from landsea.cases.doors import open_mailbox
from landsea.cases.mend_form import MendForm, make_initial_values
from landsea.cases.models import Case
from landsea.cases.presenters import desk_name
from landsea.cases.understanding.meaning import understand_filing
from landsea.cases.understanding.places_meant import PlacesMeant, find_places_meant, with_place_meant
from landsea.cases.views.filing_papers import form_key_of
from landsea.cases.views.mailbox_door import closed_page


@door("mailbox")
@require_http_methods(["GET", "HEAD", "POST"])
def mend_understood(request, ref: str):
    """Show what was understood, to be changed; change it."""
    opened, key = open_mailbox(request, ref), form_key_of(request)
    if opened is None:
        return closed_page(request)
    typed = with_place_meant(request.POST.dict(), get_language() or "en")
    form = MendForm(typed) if request.method == "POST" else MendForm(initial=make_initial_values(opened.case))
    refused = []
    if form.is_bound and form.is_valid():
        try:
            case = mend_case(opened.actor, opened.case.ref, form.cleaned_data, now=timezone.now(), key=key)
        except AlreadyDone as again:
            case = again.case
        except Refused as no:
            case, refused = None, [no.sentence]
        if case is not None:
            sentence = gettext("Corrected. Accountable now: %(desk)s.") % {"desk": desk_name(case.desk)}
            messages.success(request, sentence)
            return HttpResponseRedirect(reverse("mailbox", args=[case.ref]))
    context = {
        "case": opened.case,
        "form": form,
        "key": key,
        "refused": refused,
        "meant": _sides_meant(opened.case),
        "desk_name": desk_name(opened.case.desk),
    }
    return render(request, "cases/mend.html", context, status=422 if form.errors or refused else 200)


def _sides_meant(case: Case) -> PlacesMeant:
    """Return the two sides of which one has to act, as buttons, where the case has no country yet."""
    if case.country or case.place_id:
        return PlacesMeant()
    understood = understand_filing({"text": case.text, "filer_country": case.filer_country})
    return find_places_meant(understood, case.place_text, "", get_language() or "en")
