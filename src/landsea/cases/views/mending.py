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
from landsea.cases.presenters import name_desk
from landsea.cases.understanding.goods_meant import GoodsMeant, find_goods_meant, set_goods_meant
from landsea.cases.understanding.meaning import understand_filing
from landsea.cases.understanding.places_meant import PlacesMeant, find_places_meant, set_place_meant
from landsea.cases.views.filing_papers import find_form_key
from landsea.cases.views.mailbox_door import show_closed


@door("mailbox")
@require_http_methods(["GET", "HEAD", "POST"])
def mend_understood(request, ref: str):
    """Show what was understood, to be changed; change it."""
    opened, key = open_mailbox(request, ref), find_form_key(request)
    if opened is None:
        return show_closed(request)
    typed = set_goods_meant(set_place_meant(request.POST.dict(), get_language() or "en"))
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
            sentence = gettext("Corrected. Accountable now: %(desk)s.") % {"desk": name_desk(case.desk)}
            messages.success(request, sentence)
            return HttpResponseRedirect(reverse("mailbox", args=[case.ref]))
    context = {
        "case": opened.case,
        "form": form,
        "key": key,
        "refused": refused,
        "meant": _sides_meant(opened.case),
        "goods_meant": _goods_meant(opened.case),
        "desk_name": name_desk(opened.case.desk),
    }
    return render(request, "cases/mend.html", context, status=422 if form.errors or refused else 200)


def _sides_meant(case: Case) -> PlacesMeant:
    """Return the two sides of which one has to act, as buttons, where the case has no country yet."""
    if case.country or case.place_id:
        return PlacesMeant()
    understood = understand_filing({"text": case.text, "filer_country": case.filer_country})
    return find_places_meant(understood, case.place_text, "", get_language() or "en")


def _goods_meant(case: Case) -> GoodsMeant:
    """Return the goods that may be meant, as buttons, where the case has none yet."""
    if case.goods or case.hs:
        return GoodsMeant()
    understood = understand_filing({"text": case.text, "filer_country": case.filer_country})
    return find_goods_meant(understood, get_language() or "en")
