"""One address for every act on a case by offices, the coordinator and associations. In this order: the right is asked, the
form is read, its papers are kept, the act is done. Whoever has no right leaves no file behind.
"""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from landsea.accounts.step_up import ask_for_proof
from landsea.base.doors import door
from landsea.base.files.office_papers import FileRefused
from landsea.base.refusal import Refused
from landsea.cases.access import find_case
from landsea.cases.act_forms import FILER_FORMS, OFFICE_FORMS, ActForm
from landsea.cases.act_forms.pressing import press_form, refuse_press
from landsea.cases.models import Case
from landsea.cases.views.case import draw_case_page

MOST_TICKED = 50
PROVED_AGAIN = {"open_filer"}
"""Acts before which somebody who signed in a while ago gives the password once more."""


@door("desk")
@require_POST
def act_on_case(request, ref: str, act: str):
    """Do one act of an office or the coordinator."""
    return _do_and_answer(request, ref, act, OFFICE_FORMS)


@door("association")
@require_POST
def act_for_filer(request, ref: str, act: str):
    """Do one act of the filer's side, by the association that filed."""
    return _do_and_answer(request, ref, act, FILER_FORMS)


def _do_and_answer(request, ref: str, act: str, forms: Mapping[str, type[ActForm]]):
    """Do the act, say that it is done and lead on; or show the page again with what was typed and why it is refused."""
    if act not in forms:
        raise Http404
    if act in PROVED_AGAIN and (asked := ask_for_proof(request)) is not None:
        return asked
    form = forms[act](request.POST)
    papers, language = request.FILES.getlist("papers"), get_language() or ""
    try:
        if "find_rules" in request.POST and "cites" in form.fields:
            refuse_press(request.actor, ref, form, now=timezone.now())
            return draw_case_page(request, find_case(request.actor, ref), typed=_typed_values(request, act))
        done = press_form(request.actor, ref, form, now=timezone.now(), papers=papers, language=language)
    except (Refused, FileRefused) as refused:
        case = find_case(request.actor, ref)
        return draw_case_page(request, case, refused=refused, typed=_typed_values(request, act), status=409)
    messages.success(request, form.said % {"ref": done.ref})
    return HttpResponseRedirect(_next_page(request, form, done))


def _typed_values(request, act: str) -> dict:
    """Return what was typed, for the page that comes back: a refusal, or a search for rules to cite."""
    typed = {name: value for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "key")}
    return typed | {"act": act, "cites": request.POST.getlist("cites")[:MOST_TICKED]}


def _next_page(request, form: ActForm, case: Case) -> str:
    """Return where to go after an act: the case if it is still to be seen, else the queue."""
    if not form.may_lose_sight:
        return reverse("case", args=[case.ref])
    try:
        find_case(request.actor, case.ref)
    except Http404:
        return reverse("queue")
    return reverse("case", args=[case.ref])
