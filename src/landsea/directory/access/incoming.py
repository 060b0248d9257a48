"""Reads of what comes into the directory from outside and goes out again: corrections that readers suggest, spreadsheets."""

from django.db.models import QuerySet
from django.http import Http404

from landsea.base.corrections.access import find_correction, open_corrections_about
from landsea.base.corrections.models import Correction
from landsea.directory.actions.suggest_correction import ABOUT_DESK
from landsea.directory.models import Contact, HeldSheet


def open_corrections(actor) -> QuerySet[Correction]:
    """Return corrections of desks that nobody settled yet, oldest first, for the coordinator only."""
    found = open_corrections_about([ABOUT_DESK])
    return found if actor.is_coordinator else found.none()


def find_correction_to_settle(actor, correction_id: int) -> Correction:
    """Return the correction of a desk with this id, for the coordinator. Raises Http404."""
    row = find_correction(correction_id, [ABOUT_DESK]) if actor.is_coordinator else None
    if row is None:
        raise Http404
    return row


def find_held_sheet(actor, sheet_id: int) -> HeldSheet:
    """Return a spreadsheet that this person uploaded and did not apply yet. Raises Http404."""
    row = HeldSheet.objects.filter(pk=sheet_id, by_id=actor.user_id, applied_at=None).first() if actor.user_id else None
    if row is None:
        raise Http404
    return row


def list_contacts_to_export(actor) -> QuerySet[Contact]:
    """Return present contacts of the desks that this actor manages (all for the coordinator), with desk and office."""
    rows = Contact.objects.filter(ended_at=None, desk__retired_at=None).select_related("desk__office")
    if not actor.is_coordinator:
        rows = rows.filter(desk_id__in=actor.desks)
    return rows.order_by("desk__code", "pk")
