"""Reads of what comes into the directory from outside and goes out again: corrections that readers suggest, spreadsheets."""

from django.db.models import QuerySet
from django.http import Http404

from landsea.directory.models import Contact, CorrectionSuggestion, HeldSheet


def open_corrections(actor) -> QuerySet[CorrectionSuggestion]:
    """Suggestions that nobody handled yet, oldest first, for the coordinator only."""
    if not actor.is_coordinator:
        return CorrectionSuggestion.objects.none()
    return (
        CorrectionSuggestion.objects.filter(handled_at=None)
        .select_related("desk__office", "by")
        .order_by("suggested_at", "pk")
    )


def correction_for(actor, correction_id: int) -> CorrectionSuggestion:
    """The suggestion with this id, for the coordinator. Raises Http404."""
    found = CorrectionSuggestion.objects.select_related("desk__office") if actor.is_coordinator else None
    row = found.filter(pk=correction_id).first() if found is not None else None
    if row is None:
        raise Http404
    return row


def held_sheet(actor, sheet_id: int) -> HeldSheet:
    """A spreadsheet that this person uploaded and did not apply yet. Raises Http404."""
    row = HeldSheet.objects.filter(pk=sheet_id, by_id=actor.user_id, applied_at=None).first() if actor.user_id else None
    if row is None:
        raise Http404
    return row


def contacts_to_export(actor) -> QuerySet[Contact]:
    """Present contacts of the desks that this actor manages (all for the coordinator), with desk and office."""
    rows = Contact.objects.filter(ended_at=None, desk__retired_at=None).select_related("desk__office")
    if not actor.is_coordinator:
        rows = rows.filter(desk_id__in=actor.desks)
    return rows.order_by("desk__code", "pk")
