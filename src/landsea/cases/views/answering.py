"""Answering a case by a mailed link, without an account: the page of the case as its desk sees it, and what the desk may do.

Opening the link, by whatever fetches links in mails, does nothing: it keeps the secret in a cookie of this case's pages and
goes there; only the buttons act. The link is looked up at every request, so that it opens nothing once it holds no more.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.files.papers import send_as_attachment, store_for
from landsea.base.limits.spending import is_limit_spent, spend_limit
from landsea.base.refusal import Refused
from landsea.base.ui.secret_cookies import go_with_secret
from landsea.cases import access
from landsea.cases.access.by_answer_link import Answering, did_act_by_link, open_answer_link
from landsea.cases.act_forms import OFFICE_FORMS, Press
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.open_act import act_key
from landsea.cases.actions.use_link import note_answer_use
from landsea.cases.answering_page import page_context
from landsea.cases.doors import find_answering_secret, name_answering_cookie, open_answering
from landsea.cases.views.filing_papers import TOO_OFTEN
from landsea.directory.actions.wish_account import wish_account
from landsea.directory.contact_forms import AccountWishForm
from landsea_core.text import clean_text

COOKIE_SECONDS = 12 * 3600
FORMS = {name: OFFICE_FORMS[name] for name in sorted(access.ACTS_BY_LINK)}
GONE = "gone"


@door("answer_link")
@never_cache
@require_safe
def open_link(request, secret: str):
    """Keep the secret in a cookie of this case's pages, and go there."""
    if is_limit_spent(request, "link"):
        return _closed_page(request, TOO_OFTEN)
    opened = open_answer_link(secret, timezone.now())
    if opened is None:
        spend_limit(request, "link")
        return _closed_page(request)
    note_answer_use(opened.link, now=timezone.now())
    address = reverse("answer", args=[opened.case.ref])
    return go_with_secret(address, name_answering_cookie(opened.case.ref), secret, seconds=COOKIE_SECONDS)


@door("answer_link")
@require_safe
def show_case(request, ref: str):
    """The case as its desk sees it, with what the desk may do."""
    opened = _opened(request, ref)
    return _closed_page(request) if opened is None else _case_page(request, opened)


@door("answer_link")
@require_safe
def answer_file(request, ref: str, file_id: int):
    """One paper of the case, as an attachment."""
    opened = _opened(request, ref)
    if opened is None:
        return _closed_page(request)
    found = access.list_files(opened.actor, opened.case)
    return send_as_attachment(get_object_or_404(found, pk=file_id, redacted_at=None))


@door("answer_link")
@require_POST
def act_by_link(request, ref: str, act: str):
    """Do one act of the desk; the same form acts once, also where its act has ended the link."""
    if act not in FORMS:
        raise Http404
    form = FORMS[act](request.POST)
    opened = _opened(request, ref)
    if opened is None:
        again = did_act_by_link(find_answering_secret(request, ref), act_key(act, form.key))
        return HttpResponseRedirect(reverse("answered", args=[GONE])) if again else _closed_page(request)
    try:
        form.refuse_what_does_not_fit()
        with store_for(request.FILES.getlist("papers") if form.takes_papers else ()) as files:
            form.do(Press(opened.actor, opened.case.ref, timezone.now(), files, get_language() or ""))
    except AlreadyDone:
        pass
    except Refused as refused:
        opened = _opened(request, ref)
        return _case_page(request, opened, refused=refused, act=act) if opened else _closed_page(request)
    if _opened(request, ref) is None:
        return HttpResponseRedirect(reverse("answered", args=[GONE]))
    messages.success(request, form.said % {"ref": ref})
    return HttpResponseRedirect(reverse("answer", args=[ref]))


@door("answer_link")
@require_POST
def ask_for_account(request, ref: str):
    """Ask the coordinator for an account of this desk."""
    opened = _opened(request, ref)
    if opened is None:
        return _closed_page(request)
    form = AccountWishForm(request.POST)
    if not form.is_valid():
        return _case_page(request, opened, wish=form)
    wish_account(contact_id=opened.link.contact_id, now=timezone.now(), **form.cleaned_data)
    messages.success(request, gettext("The coordinator was told and will write to you."))
    return HttpResponseRedirect(reverse("answer", args=[ref]))


@door("public")
@require_safe
def show_answered(request, what: str):
    """Say what was done after which the link opens nothing; this address holds no secret."""
    return render(request, "cases/answering_done.html", status=200 if what == GONE else 404)


def _opened(request, ref: str) -> Answering | None:
    return open_answering(request, ref, timezone.now())


def _case_page(request, opened: Answering, *, refused: Refused | None = None, act: str = "", wish=None) -> HttpResponse:
    typed = {name: clean_text(str(value)).text for name, value in request.POST.items()} | {"act": act} if act else {}
    context = page_context(opened, timezone.now()) | {
        "refused": refused,
        "typed": typed,
        "wish": wish or AccountWishForm(initial={"email": opened.link.address}),
        "wishing": wish is not None,
    }
    status = 409 if refused else 422 if wish is not None else 200
    return render(request, "cases/answering.html", context, status=status)


def _closed_page(request, status: int = 404) -> HttpResponse:
    return render(request, "cases/answering_closed.html", {"too_often": status == TOO_OFTEN}, status=status)
