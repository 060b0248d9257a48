"""The page on which somebody chooses when mails come."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.languages import PAGE_NAMES
from landsea.mailroom import access
from landsea.mailroom.actions.choose_mails import choose_mails
from landsea.mailroom.choice_form import MailChoiceForm, make_initial_values


@door("signed_in")
@require_http_methods(["GET", "HEAD", "POST"])
def choose_hours(request) -> HttpResponse:
    """Show the choice; keep another one."""
    is_sent = request.method == "POST"
    form = (
        MailChoiceForm(request.POST)
        if is_sent
        else MailChoiceForm(initial=make_initial_values(access.find_choice(request.actor)))
    )
    if is_sent and form.is_valid():
        try:
            daily = form.cleaned_data["daily"] == "yes"
            choose_mails(request.actor, daily=daily, hours=form.hours(), now=timezone.now())
        except Refused as refused:
            form.add_error("quiet_until", refused.sentence)
        else:
            messages.success(request, gettext("Kept. It holds for mails from now on."))
            return HttpResponseRedirect(reverse("mail_choice"))
    language = PAGE_NAMES.get(request.actor.language, request.actor.language)
    context = {"form": form, "language": language}
    return render(request, "mailroom/choose_hours.html", context, status=422 if form.errors else 200)
