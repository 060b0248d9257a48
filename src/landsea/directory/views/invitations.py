"""People who were appointed and cannot work yet: inviting them again, withdrawing the invitation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access import appointments as access
from landsea.directory.actions.invitations import invite_again, withdraw_invitation
from landsea.directory.part_labels import describe_unit, name_part


@door("appointer")
@require_safe
def show_invitations(request: HttpRequest) -> HttpResponse:
    """List who never came, with what each was invited to and whether the link still opens."""
    now, language = timezone.now(), get_language() or "en"
    rows = [
        {
            "who": one,
            "parts": [
                f"{name_part(rights.find_part(row))}, {describe_unit(row, language)}".rstrip(", ")
                for row in one.appointments
            ],
            "is_open": one.invitation is not None and one.invitation.expires_at > now,
            "since": one.appointments[0].starts_at,
        }
        for one in access.list_people_not_yet_in(request.actor, now)
    ]
    lapsed = sum(
        one["who"].invitation is not None and not one["is_open"] and not one["who"].has_password for one in rows
    )
    return render(request, "directory/invitations.html", {"rows": rows, "lapsed": lapsed, "now": now})


@door("appointer")
@proves_again()
@require_POST
def post_invitation(request: HttpRequest, user_id: int) -> HttpResponse:
    """Send a new link; the earlier one opens nothing any more."""
    person = _person(request, user_id)
    try:
        invite_again(actor=request.actor, user_id=user_id, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("A new link is on its way to %(email)s.") % {"email": person.email})
    return redirect("invitations")


@door("appointer")
@proves_again()
@require_POST
def post_invitations(request: HttpRequest) -> HttpResponse:
    """Send new links to everybody within reach whose link is too old."""
    now, sent = timezone.now(), 0
    for one in access.list_people_not_yet_in(request.actor, now):
        if one.invitation is not None and one.invitation.expires_at <= now and not one.has_password:
            try:
                invite_again(actor=request.actor, user_id=one.person.pk, now=now)
            except (Refused, PermissionDenied):
                continue  # came meanwhile, or was appointed by others
            sent += 1
    messages.success(
        request, ngettext("%(n)d new link is on its way.", "%(n)d new links are on their way.", sent) % {"n": sent}
    )
    return redirect("invitations")


@door("appointer")
@proves_again()
@require_POST
def post_withdrawal(request: HttpRequest, user_id: int) -> HttpResponse:
    """Withdraw the invitation, and end what the person was appointed to."""
    _person(request, user_id)
    try:
        withdraw_invitation(actor=request.actor, user_id=user_id, why=request.POST.get("why", ""), now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("Withdrawn: the link opens nothing any more."))
    return redirect("invitations")


def _person(request: HttpRequest, user_id: int):
    """Return the person, when one of the appointments is within reach. Raises Http404."""
    waiting = {one.person.pk: one.person for one in access.list_people_not_yet_in(request.actor, timezone.now())}
    if user_id not in waiting:
        raise Http404
    return waiting[user_id]
