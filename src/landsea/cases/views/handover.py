"""Handing one person's work over to another: choose, look at what would move, do it, and take it back within a day."""

import uuid
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.actions.hand_over import end_service_of, preview_hand_over, undo_hand_over
from landsea.cases.actions.hand_over import hand_over as do_hand_over
from landsea.directory.access import leave_and_handover
from landsea.directory.actions.take_work_back import MAY_BE_UNDONE_FOR
from landsea.directory.display_names import list_person_choices, name_desk


class HandOverForm(forms.Form):
    """Who gives what to whom, and why."""

    giver = forms.TypedChoiceField(label=_("Whose work moves?"), coerce=int, widget=forms.HiddenInput)
    desks = forms.TypedMultipleChoiceField(
        label=_("Which desks?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one desk.")},
    )
    taker = forms.TypedChoiceField(label=_("Who takes it over?"), coerce=int)
    why = forms.CharField(
        label=_("Why?"),
        max_length=300,
        help_text=_("For instance: rotation. It stays in the history of the desks."),
        error_messages={"required": _("Say in a few words why the work moves.")},
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, people, desks, takers, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self.fields["giver"].choices = list_person_choices(people)
        self.fields["desks"].choices = [(desk.pk, ", ".join(name_desk(desk, language))) for desk in desks]
        self.fields["taker"].choices = list_person_choices(takers)


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest) -> HttpResponse:
    """Choose; with `step=look` see what would move; with `step=move` move it."""
    now, actor = timezone.now(), request.actor
    people = list(leave_and_handover.list_people_managed_by(actor, now))
    asked = request.POST.get("giver") or request.GET.get("giver", "")
    giver_id = int(asked) if asked.isdecimal() and len(asked) < 19 else actor.user_id
    desks = list(leave_and_handover.list_desks_held_by(giver_id, now)) if giver_id in {one.pk for one in people} else []
    takers = [one for one in leave_and_handover.list_takers([desk.pk for desk in desks], now) if one.pk != giver_id]
    initial = {"giver": giver_id, "desks": [desk.pk for desk in desks], "key": uuid.uuid4().hex}
    form = HandOverForm(
        request.POST if request.method == "POST" else None, people=people, desks=desks, takers=takers, initial=initial
    )
    context = {"form": form, "desks": desks, "takers": takers, "giver_id": giver_id, "now": now}
    context["givers"] = list_person_choices(people) if len(people) > 1 else ()
    context["may_end"] = giver_id != actor.user_id and giver_id in {one.pk for one in people}
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        what = {"giver_id": giver_id, "taker_id": typed["taker"], "desk_ids": typed["desks"]}
        try:
            if request.POST.get("step") == "move":
                done = do_hand_over(actor=actor, **what, why=typed["why"], key=typed["key"], now=now)
                messages.success(
                    request,
                    gettext("The work is handed over. Both sides and the parties of open cases are told by mail."),
                )
                if not request.session.exists(request.session.session_key):
                    messages.warning(
                        request, gettext("You have no desk any more, so you are signed out. Sign in to take it back.")
                    )
                return redirect("handover", done.pk)
            context["preview"] = preview_hand_over(actor=actor, **what, now=now)
        except Refused as refused:
            form.add_error(None, refused.sentence)
    return render(request, "cases/hand_over.html", context, status=422 if form.errors else 200)


@door("signed_in")
@require_safe
def show_handover(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Show what was handed over, and how long it can be taken back; also for the giver, who may have no desk any more."""
    row, now = leave_and_handover.find_handover_to_see(request.actor, handover_id), timezone.now()
    ends = row.done_at + MAY_BE_UNDONE_FOR
    language = get_language() or "en"
    context = {
        "handover": row,
        "now": now,
        "ends": ends,
        "can_undo": row.undone_at is None and now < ends,
        "desks": [", ".join(name_desk(desk, language)) for desk in row.desks.all()],
        "shifts": len(row.moved.get("shifts", ())) + len(row.moved.get("rota", ())),
    }
    return render(request, "cases/handover.html", context)


@door("signed_in")
@require_POST
def take_back(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Take a handover back."""
    return take_handover_back(request, undo_hand_over, handover_id, "handover")


def take_handover_back(request: HttpRequest, undo: Callable, handover_id: int, page: str) -> HttpResponse:
    """Take a handover back by this act, say how that went, and go to the page (by its route's name) that shows it."""
    try:
        undo(actor=request.actor, handover_id=handover_id, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("Taken back. What was done meanwhile stays."))
    return redirect(page, handover_id)


@door("desk")
@proves_again()
@require_POST
def end_service(request: HttpRequest, user_id: int) -> HttpResponse:
    """Somebody left for good: appointments, duty, links and sessions end now."""
    try:
        end_service_of(actor=request.actor, user_id=user_id, why=request.POST.get("why", ""), now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("Everything has ended for this person: desks, duty, links and sessions."))
    return redirect("hand_over")
