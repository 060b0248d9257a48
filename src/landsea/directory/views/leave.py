"""Leave: one's own, and that of the people one heads."""

from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.times import write_moment
from landsea.directory.access import leave_and_handover
from landsea.directory.actions.leave import end_leave, take_leave
from landsea.directory.desks_today import find_gaps_of_leaves
from landsea.directory.display_names import name_desk
from landsea.directory.duty import Gap
from landsea.directory.duty_forms import LeaveForm


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def show_leaves(request: HttpRequest) -> HttpResponse:
    """Who is away when; enter more. What is refused comes back with a sentence and all that was typed."""
    now, actor = timezone.now(), request.actor
    people = list(leave_and_handover.list_people_managed_by(actor, now))
    stand_ins = leave_and_handover.list_stand_ins(people, now)
    form = LeaveForm(
        request.POST if request.method == "POST" else None,
        people=people,
        stand_ins=stand_ins,
        initial={"person": actor.user_id},
    )
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            take_leave(
                actor=actor,
                user_id=typed["person"],
                first_day=typed["first_day"],
                last_day=typed["last_day"],
                stand_in_id=typed["stand_in"],
                note=typed["note"],
                now=now,
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, gettext("Leave is entered. Cases go to whoever stands in on those days."))
            return redirect("leaves")
    leaves = list(leave_and_handover.list_leaves_to_show(actor, now))
    gaps = find_gaps_of_leaves(leaves, now)
    context = {"form": form, "leaves": [(one, _shape_gaps(gaps[one.pk], now)) for one in leaves], "now": now}
    return render(request, "directory/leaves.html", context, status=422 if form.errors else 200)


def _shape_gaps(gaps: list[Gap], now: datetime) -> list[tuple]:
    """Return of each gap the desk, its name, and beginning and end in words, on the office's clock."""
    language = get_language() or "en"
    return [
        (
            gap.desk,
            ", ".join(name_desk(gap.desk, language)),
            *(write_moment(at, at.tzinfo or UTC, now, language) for at in (gap.begins, gap.ends)),
        )
        for gap in gaps
    ]


@door("desk")
@require_POST
def post_leave_end(request: HttpRequest, leave_id: int) -> HttpResponse:
    """Take a leave back."""
    end_leave(actor=request.actor, leave_id=leave_id, now=timezone.now())
    messages.success(request, gettext("The leave is taken back."))
    return redirect("leaves")
