"""The editors' pages: what waits, a draft, the second person's look at it, a withdrawal, what to check next."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.actions import corrections, drafting, publish
from landsea.rules.draft_form import DraftForm, WhyForm
from landsea.rules.labels import change_words
from landsea.rules.mapping import make_measure, read_changes
from landsea.rules.models import Version, VersionState
from landsea.rules.translation_fields import list_shown_words
from landsea_core.rules import Book
from landsea_core.rules.conflicts import find_conflicts


@door("editor")
@require_safe
def show_editing(request: HttpRequest) -> HttpResponse:
    """Show what waits for a second person or for its day, and what to check next."""
    context = {
        "waiting": access.open_versions(request.actor),
        "corrections": access.open_corrections(request.actor),
        "look_up": access.list_to_look_up(request.actor),
        "today": timezone.localdate(),
    }
    return render(request, "rules/editing.html", context)


@door("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_draft(request: HttpRequest, code: str) -> HttpResponse:
    """Write a new measure (`new`) or a change of one; kept as a draft that somebody else approves."""
    before = None if code == "new" else access.find_rule_to_change(request.actor, code)
    form = DraftForm(request.POST or None, before=before)
    if request.method == "POST" and form.is_valid():
        typed, rule = form.cleaned_data, form.rule
        try:
            version = drafting.draft_version(
                rule,
                actor=request.actor,
                now=timezone.now(),
                note=typed["why"],
                publish_at=typed["publish_at"],
                is_new=before is None,
                words=form.words,
                form_key=typed["form_key"],
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return HttpResponseRedirect(reverse("rule_version", args=[version.pk]))
    return render(request, "rules/draft.html", {"form": form, "before": before}, status=422 if form.errors else 200)


@door("editor")
@require_POST
def settle_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a reader's correction was dealt with."""
    corrections.settle_correction_of_rule(pk, actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(reverse("rule_editing"))


@door("editor")
@require_safe
def show_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a version with what it changes, whom it touches, and what it may contradict."""
    return _version_page(request, access.find_version(request.actor, pk))


def _version_page(
    request: HttpRequest, version: Version, sentence: str = "", status: int = 200, form: WhyForm | None = None
) -> HttpResponse:
    rule = make_measure(version)
    others = Book([*(one for one in access.read_published_book() if one.code != rule.code), rule])
    context = {
        "version": version,
        "rule": rule,
        "changes": [change_words(change) for change in read_changes(version)],
        "languages": list_shown_words(rule, version.words),
        "conflicts": [
            say_sentence(words)
            for first, second, words in find_conflicts(others)
            if rule.code in {first.code, second.code}
        ],
        "is_own": version.author_id == request.actor.user_id,
        "sentence": sentence,
        "states": VersionState,
        "form": form or WhyForm(),
    }
    return render(request, "rules/version.html", context, status=status)


@door("editor")
@require_POST
def settle_version(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve, reject or withdraw a version."""
    doing = request.POST.get("act", "")
    form = WhyForm(request.POST)
    if not form.is_valid():
        return _version_page(request, access.find_version(request.actor, pk), status=400, form=form)
    why = form.cleaned_data["why"]
    acts = {
        "approve": lambda: publish.approve_version(pk, actor=request.actor, now=timezone.now()),
        "reject": lambda: publish.reject_version(pk, actor=request.actor, now=timezone.now(), why=why),
        "withdraw": lambda: publish.withdraw_version(pk, actor=request.actor, now=timezone.now(), why=why),
    }
    if doing not in acts:
        raise Http404
    try:
        acts[doing]()
    except Refused as refused:
        return _version_page(request, access.find_version(request.actor, pk), refused.sentence, status=409, form=form)
    messages.success(request, _("Done. Those whom it concerns are told by themselves."))
    return HttpResponseRedirect(reverse("rule_version", args=[pk]))
