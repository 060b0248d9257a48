"""The editor's desk: drafts, words in several languages, what was found and what a person said of it, publishing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.languages import OWN_NAMES
from landsea.experiences import access
from landsea.experiences.actions import begin as beginning
from landsea.experiences.actions import consent, decide, word
from landsea.experiences.check import list_known_names, list_still_found
from landsea.experiences.forms import AboutForm, BeginForm, PublishForm, WordingForm
from landsea.experiences.labels import STATES
from landsea.experiences.models import Basis, Experience, Kind
from landsea.experiences.typed_about import read_about


@door("coordinator")
@require_safe
def show_drafts(request: HttpRequest) -> HttpResponse:
    """What is being written, and what ended."""
    rows = [
        (row, next(iter(row.wordings.all()), None), *STATES[row.state]) for row in access.list_to_edit(request.actor)
    ]
    return render(request, "experiences/drafts.html", {"rows": rows})


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def begin_new(request: HttpRequest) -> HttpResponse:
    """Begin a practice or a guide."""
    form = BeginForm(request.POST or None)
    if not form.is_bound or not form.is_valid():
        return render(request, "experiences/new.html", {"form": form}, status=422 if form.is_bound else 200)
    typed = form.cleaned_data
    begun = beginning.begin_experience(
        request.actor, typed["kind"], typed["language"], read_about(typed), timezone.now()
    )
    return redirect("experience_edit", experience_id=begun.pk)


@door("coordinator")
@require_POST
def begin_from_case(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin one from a closed case."""
    try:
        begun = beginning.begin_from_case(request.actor, ref, timezone.now())
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("case", ref=ref)
    return redirect("experience_edit", experience_id=begun.pk)


@door("coordinator")
@require_safe
def show_draft(request: HttpRequest, experience_id: int) -> HttpResponse:
    """One experience with all its words, and what still keeps it from being shared."""
    return _draft_page(request, access.find_experience(request.actor, experience_id))


@door("coordinator")
@require_POST
def write_wording(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Write one language."""
    form = WordingForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, access.find_experience(request.actor, experience_id), typed=form, status=422)
    return _do_act(request, experience_id, word.write_wording, typed=form, **form.cleaned_data)


@door("coordinator")
@require_POST
def say_about(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Say what it is about."""
    form = AboutForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, access.find_experience(request.actor, experience_id), about=form, status=422)
    return _do_act(request, experience_id, decide.say_about, about_form=form, about=read_about(form.cleaned_data))


@door("coordinator")
@require_POST
def keep_findings(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Say of findings that they name nobody."""
    return _do_act(request, experience_id, decide.keep_words, words=request.POST.getlist("word"))


@door("coordinator")
@require_POST
def ask_filer(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Ask the filer in the mailbox."""
    return _do_act(request, experience_id, consent.ask_filer)


@door("coordinator")
@require_POST
def publish_draft(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Publish."""
    found = access.find_experience(request.actor, experience_id)
    form = PublishForm(request.POST, kind=found.kind)
    if not form.is_valid():
        return _draft_page(request, found, decision=form, status=422)
    return _do_act(request, experience_id, decide.publish_experience, decision=form, **form.cleaned_data)


@door("coordinator")
@require_POST
def withdraw_published(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Take it back."""
    return _do_act(request, experience_id, decide.withdraw_experience, why=request.POST.get("why", ""))


def _do_act(
    request: HttpRequest, experience_id: int, act, *, typed=None, about_form=None, decision=None, **fields
) -> HttpResponse:
    """Do an act; when it is refused the page comes back with the sentence and with what was typed."""
    try:
        act(request.actor, experience_id, **fields, now=timezone.now())
    except Refused as refused:
        found = access.find_experience(request.actor, experience_id)
        return _draft_page(
            request, found, refused=refused.sentence, typed=typed, about=about_form, decision=decision, status=422
        )
    messages.success(request, _("Kept."))
    return redirect("experience_edit", experience_id=experience_id)


def _draft_page(
    request: HttpRequest, found: Experience, *, refused="", typed=None, about=None, decision=None, status=200
) -> HttpResponse:
    known, left = list_known_names(found), []
    wordings = []
    for row in found.wordings.all():
        form = (
            typed
            if typed is not None and typed.data.get("language") == row.language
            else WordingForm(initial=vars(row))
        )
        wordings.append((OWN_NAMES.get(row.language, row.language), form))
        left += [(OWN_NAMES.get(row.language, row.language), one) for one in list_still_found(found, row, known)]
    fresh = (
        typed
        if typed is not None and all(typed is not form for _name, form in wordings)
        else WordingForm(initial={"language": found.language})
    )
    initial = {
        "matter": found.matter,
        "country": found.country,
        "hs": found.hs,
        "measures": " ".join(found.measures),
    }
    context = {
        "experience": found,
        "state": STATES[found.state],
        "wordings": wordings,
        "fresh": fresh,
        "about_form": about or AboutForm(initial=initial),
        "decision": decision
        or PublishForm(initial={"basis": Basis.GENERAL if found.kind == Kind.SOLVED else Basis.OWN}, kind=found.kind),
        "left": left,
        "consent": access.find_consent(request.actor, found),
        "refused": refused,
    }
    return render(request, "experiences/edit.html", context, status=status)
