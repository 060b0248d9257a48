"""A slip of paper with a case's number, a square code of its secret link and the words that stand for it, and a text to pass
on: for whoever has no address, or files at somebody else's telephone.
"""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.secret_links import compute_digest
from landsea.base.ui.square_codes import draw_square_code
from landsea.cases import access
from landsea.cases.actions.file import find_filed_with
from landsea.cases.doors import open_mailbox
from landsea.cases.forms import FORM_KEY
from landsea.cases.models import Case
from landsea.cases.presenters import name_desk
from landsea.cases.views.filing import SENT
from landsea.cases.views.mailbox_door import show_closed


@door("public")
@require_safe
def show_sent_slip(request: HttpRequest) -> HttpResponse:
    """The slip of the case that was filed just now, by the cookie of the page after filing."""
    key = request.COOKIES.get(SENT, "")
    filed = find_filed_with(compute_digest(key)) if FORM_KEY.fullmatch(key) else None
    if filed is None or not filed.secret:
        return HttpResponseRedirect(reverse("file_case"))
    return _slip(request, filed.case, filed.secret, reverse("case_sent"))


@door("mailbox")
@require_safe
def show_slip(request: HttpRequest, ref: str) -> HttpResponse:
    """The slip of the case whose mailbox is open on this device."""
    opened = open_mailbox(request, ref)
    if opened is None:
        return show_closed(request)
    return _slip(request, opened.case, opened.secret, reverse("mailbox", args=[opened.case.ref]))


def _slip(request: HttpRequest, case: Case, secret: str, back: str) -> HttpResponse:
    link = settings.PUBLIC_ADDRESS + reverse("mailbox_link", args=[secret])
    text = gettext("My case %(ref)s at Landsea. Whoever has this link can read and answer: %(link)s") % {
        "ref": case.ref,
        "link": link,
    }
    context = {
        "case": case,
        "link": link,
        "words": access.find_words(secret),
        "text": text,
        "sms": f"sms:?body={quote(text)}",
        "square": draw_square_code(link),
        "desk": name_desk(case.desk),
        "today": timezone.localdate(),
        "back": back,
    }
    return render(request, "cases/slip.html", context)
