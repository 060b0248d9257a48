"""Handing all work of one desk to another desk: choose, look at what would move, do it, and take it back within a day."""

import uuid

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.actions.hand_desk_over import hand_desk_over as do_hand_desk_over
from landsea.cases.actions.hand_desk_over import preview_desk_handover, undo_desk_handover
from landsea.cases.views.handover import take_handover_back
from landsea.directory import rights
from landsea.directory.access import leave_and_handover, managed_contacts
from landsea.directory.actions.take_work_back import MAY_BE_UNDONE_FOR
from landsea.directory.desk_picking import find_desk_meant
from landsea.directory.display_names import name_desk


class DeskHandoverForm(forms.Form):
    """Why, and the key that makes the same form twice one handover; the desk is picked beside it."""

    why = forms.CharField(
        label=_("Why?"),
        max_length=300,
        help_text=_("For instance: rotation. It stays in the history of the desks."),
        error_messages={"required": _("Say in a few words why the work moves.")},
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def hand_desk_over(request: HttpRequest, code: str) -> HttpResponse:
    """Choose the desk that takes over; with `step=look` see what would move; with `step=move` move it. `looked` is the desk
    of which that was shown: when another one was picked since, it is shown anew and nothing moves.
    """
    now, actor = timezone.now(), request.actor
    giver = managed_contacts.find_desk_to_manage(actor, code)
    if not rights.may_appoint(actor, giver):
        raise PermissionDenied
    sent = request.POST if request.method == "POST" else None
    form = DeskHandoverForm(sent, initial={"key": uuid.uuid4().hex})
    typed, picked = request.POST.get("desk", "")[:200], request.POST.get("desk_code", "")[:120]
    context = {"form": form, "desk": giver, "name": _desk_label(giver), "typed": typed, "picked": picked, "now": now}
    if sent is not None and form.is_valid():
        looked = request.POST.get("looked", "")
        what = {"giver_id": giver.pk, "taker_code": _newest_choice(typed, picked, looked)}
        try:
            if request.POST.get("step") == "move" and looked in ("", what["taker_code"]):
                why, key = form.cleaned_data["why"], form.cleaned_data["key"]
                done = do_hand_desk_over(actor=actor, **what, why=why, key=key, now=now)
                messages.success(
                    request,
                    gettext("The work is handed over. Both sides and the parties of open cases are told by mail."),
                )
                return redirect("desk_handover", done.pk)
            context["preview"] = preview_desk_handover(actor=actor, **what, now=now)
            taker = context["preview"].work.taker
            context["taker_name"], context["picked"] = _desk_label(taker), taker.code
            if find_desk_meant(typed, taker.code) != taker.code:
                # The words lead elsewhere, and would take the choice back at the next press.
                context["typed"] = taker.code
        except Refused as refused:
            form.add_error(None, refused.sentence)
    return render(request, "cases/hand_desk_over.html", context, status=422 if form.errors else 200)


@door("desk")
@require_safe
def show_desk_handover(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Show what was handed over, and how long it can be taken back."""
    row, now = leave_and_handover.find_desk_handover_to_see(request.actor, handover_id), timezone.now()
    ends = row.done_at + MAY_BE_UNDONE_FOR
    context = {
        "handover": row,
        "now": now,
        "ends": ends,
        "can_undo": row.undone_at is None and now < ends,
        "giver": _desk_label(row.giver),
        "taker": _desk_label(row.taker),
        "competences": len(row.moved["competences"]),
        "turns": len(row.moved["shifts"]) + len(row.moved["rota"]),
    }
    return render(request, "cases/desk_handover.html", context)


@door("desk")
@require_POST
def take_desk_back(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Take a desk's handover back."""
    return take_handover_back(request, undo_desk_handover, handover_id, "desk_handover")


def _newest_choice(typed: str, picked: str, looked: str) -> str:
    """Return the desk that was chosen last: a pick other than the desk looked at is newer than the words beside it, while words
    that lead elsewhere than to a standing pick were typed after it.
    """
    return picked if looked and picked not in ("", looked) else find_desk_meant(typed, picked)


def _desk_label(desk) -> str:
    return ", ".join(name_desk(desk, get_language() or "en"))
