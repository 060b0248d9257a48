"""Planning a dialogue and changing the plan."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.fields import MomentField
from landsea.dialogues import access
from landsea.dialogues.actions.convene import change_plan, convene_dialogue
from landsea.dialogues.forms import PlanForm, make_initial_values


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def plan_dialogue(request):
    """Plan a dialogue."""
    return _plan_page(request)


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def change_dialogue(request, dialogue_id: int):
    """Change the plan of a dialogue; everybody is told."""
    return _plan_page(request, access.find_dialogue(dialogue_id))


def _plan_page(request, found=None):
    initial = make_initial_values(found, begins=_proposed(request)) if found else {"languages": ["zh", "en"]}
    form = PlanForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            if found:
                done = change_plan(request.actor, found.pk, form.plan(), now=timezone.now())
            else:
                done = convene_dialogue(request.actor, form.plan(), now=timezone.now())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("dialogue", dialogue_id=done.pk)
    context = {"form": form, "dialogue": found}
    return render(request, "dialogues/form.html", context, status=422 if form.errors else 200)


def _proposed(request) -> datetime | None:
    """Return the begin that the address names, as somebody who is invited proposed it; None for what is no moment of use."""
    try:
        return MomentField(required=False).clean(request.GET.get("begins", ""))
    except ValidationError:
        return None
