"""The filer's yes or no to sharing, from the mailbox."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.doors import open_mailbox
from landsea.experiences.actions.consent import say_consent


@door("mailbox")
@require_POST
def answer_consent(request: HttpRequest, ref: str) -> HttpResponse:
    """Note the answer and go back to the mailbox, which asks for the link when it is not proven."""
    opened = open_mailbox(request, ref)
    if opened is None or request.POST.get("answer") not in ("yes", "no"):
        return redirect("mailbox", ref=ref)
    agreed = request.POST["answer"] == "yes"
    try:
        say_consent(opened.actor, agreed=agreed, digest=request.POST.get("digest", ""), now=timezone.now())
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        said = _("Thank you. The words may be shared, without names.") if agreed else _("Noted: it is not shared.")
        messages.success(request, said)
    return redirect("mailbox", ref=opened.case.ref)
