"""Finding and reading experiences, and saying whether one helped. Open to everybody."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import compute_network_digest
from landsea.base.ui.countries import name_country
from landsea.base.ui.languages import OWN_NAMES
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.experiences import access
from landsea.experiences.actions.say_helped import name_voter, say_helped
from landsea.experiences.models import Experience, State
from landsea.experiences.wordings import join_words
from landsea_core.text.default_reader import write_goods

MOST_TYPED = 300


@door("public")
@require_safe
def show_experiences(request: HttpRequest) -> HttpResponse:
    """Search in any language; without words, the newest."""
    typed = request.GET.get("q", "")[:MOST_TYPED]
    found = access.search_experiences(typed, get_language() or "en")
    return render(
        request, "experiences/experiences.html", {"typed": typed, "found": found, "edits": request.actor.is_coordinator}
    )


@door("public")
@require_safe
def show_experience(request: HttpRequest, experience_id: int) -> HttpResponse:
    """One experience in the reader's language, the original beside it."""
    found = access.find_experience(request.actor, experience_id)
    language = get_language() or "en"
    answer = access.choose_words(found, request.GET.get("in") or language)
    if answer is None:
        raise Http404
    context = {
        "answer": answer,
        "experience": found,
        "here": f"experience:{found.pk}",
        "whole": join_words(answer.wording),
        "own_name": OWN_NAMES.get(answer.wording.language, answer.wording.language),
        "original_name": OWN_NAMES.get(answer.original.language, "") if answer.original else "",
        "others": [(row.language, OWN_NAMES.get(row.language, row.language)) for row in found.wordings.all()],
        "about": _about_in_words(found, language),
        "opinion": access.find_opinion(found, name_voter(request.actor, compute_network_digest(request))),
        "is_draft": found.state != State.PUBLISHED,
        "edits": request.actor.is_coordinator,
    }
    return render(request, "experiences/experience.html", context)


@door("public")
@require_POST
def note_helped(request: HttpRequest, experience_id: int) -> HttpResponse:
    """Keep an opinion; one a reader."""
    voter, helped = name_voter(request.actor, compute_network_digest(request)), request.POST.get("helped") == "yes"
    if not say_helped(experience_id, voter=voter, helped=helped, now=timezone.now()):
        raise Http404
    messages.success(request, _("Thank you. It helps others to find what helps."))
    return redirect("experience", experience_id=experience_id)


def _about_in_words(found: Experience, language: str) -> list[str]:
    topics, matters = (
        directory_access.find_topic_names([found.topic]),
        directory_access.find_matter_names([found.matter]),
    )
    words = [name_in(names, language) for names in (*topics.values(), *matters.values())]
    return [
        *words,
        *([name_country(found.country, language)] if found.country else []),
        *([write_goods(found.hs, language)] if found.hs else []),
    ]
