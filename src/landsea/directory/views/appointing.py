"""Appointing people to a desk and ending appointments, for the head of its office and the coordinator."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access import managed_contacts
from landsea.directory.actions.appoint import appoint_person as do_appoint
from landsea.directory.actions.appoint import end_appointment
from landsea.directory.contact_forms import AppointForm
from landsea.directory.display_names import desk_label


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def appoint_to_desk(request: HttpRequest, code: str) -> HttpResponse:
    """Make somebody holder or deputy; the person is told how to sign in."""
    desk = managed_contacts.desk_to_manage(request.actor, code)
    if not rights.may_appoint(request.actor, desk):
        raise PermissionDenied
    form = AppointForm(request.POST if request.method == "POST" else None, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        try:
            do_appoint(actor=request.actor, desk_id=desk.pk, **form.cleaned_data, now=timezone.now())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, gettext("Appointed. The person is told by mail how to sign in."))
            return redirect("desk_people", code=desk.code)
    name, office = desk_label(desk, get_language() or "en")
    context = {"form": form, "desk": desk, "name": name, "office_name": office}
    return render(request, "directory/appoint.html", context, status=422 if form.errors else 200)


@door("desk")
@require_POST
def post_appointment_end(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """End one appointment, with a reason."""
    row = managed_contacts.appointment_to_end(request.actor, appointment_id)
    try:
        end_appointment(actor=request.actor, appointment_id=row.pk, why=request.POST.get("why", ""), now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("The appointment has ended, and with it all that it let see."))
    return redirect("desk_people", code=row.desk.code)
