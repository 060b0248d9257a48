"""The page by which a filer puts right what was understood of a case, behind the secret link."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.mend import mend_case
from landsea.cases.doors import opened_mailbox
from landsea.cases.mend_form import MendForm, values_of
from landsea.cases.presenters import desk_name
from landsea.cases.views.filing_papers import form_key_of
from landsea.cases.views.mailbox_door import closed_page


@door("mailbox")
@require_http_methods(["GET", "HEAD", "POST"])
def mend_understood(request, ref: str):
    """Show what was understood, to be changed; change it."""
    opened, key = opened_mailbox(request, ref), form_key_of(request)
    if opened is None:
        return closed_page(request)
    form = MendForm(request.POST) if request.method == "POST" else MendForm(initial=values_of(opened.case))
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
        "desk_name": desk_name(opened.case.desk),
    }
    return render(request, "cases/mend.html", context, status=422 if form.errors or refused else 200)
