"""Keeps a spreadsheet that was read, and applies the difference that it makes: all of it, or nothing."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.base.ui.sheets.sheet_reader import Sheet
from landsea.directory.access import incoming
from landsea.directory.actions.appoint import appoint_person
from landsea.directory.actions.change_contact import add_contact, change_contact, end_contact
from landsea.directory.actions.change_units import write_desk, write_office
from landsea.directory.actions.end_appointment import end_appointment
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import HeldSheet
from landsea.directory.sheets.difference import Difference, Row, find_difference
from landsea_core.appointing import Part


def hold_sheet(*, actor, kind: str, sheet: Sheet, name: str, is_whole: bool, now: datetime) -> HeldSheet:
    """Keep what was read for its uploader, to be looked at. Sheets that somebody left lying give way to the new one."""
    with transaction.atomic():
        HeldSheet.objects.filter(by_id=actor.user_id, kind=kind, applied_at=None).delete()
        return HeldSheet.objects.create(
            kind=kind,
            rows=sheet.rows,
            left_out=sheet.left_out,
            name=name[:120],
            is_whole=is_whole,
            by_id=actor.user_id,
            read_at=now,
        )


def apply_sheet(*, actor, sheet_id: int, fingerprint: str, why: str, now: datetime) -> Difference:
    """Apply a kept sheet with a reason. The difference is computed anew under the directory's lock; when it is not the one
    that was looked at, nothing is written. Raises Refused (`moved_on`, `refused_rows`, `no_reason`) and Http404.
    """
    if not why.strip():
        raise Refused(
            "no_reason", gettext("Say in a few words where these changes come from; it stays in the history.")
        )
    with transaction.atomic():
        revision = lock_revision()
        sheet = incoming.find_held_sheet(actor, sheet_id)
        difference = find_difference(sheet, actor)
        if difference.of("refused"):
            raise Refused(
                "refused_rows",
                gettext("Some rows cannot be taken, so nothing changed. Mend them and send it again."),
            )
        if difference.fingerprint != fingerprint:
            raise Refused("moved_on", gettext("The directory changed while you were looking. Look once more."))
        write = {
            "offices": write_office,
            "desks": write_desk,
            "contacts": _write_contact,
            "appointments": _write_appointment,
        }[sheet.kind]
        for row in difference.rows:
            if row.what != "same":
                write(row, actor, why, now)
        if sheet.kind in ("offices", "desks"):
            raise_revision(revision)
        sheet.applied_at = now
        sheet.save(update_fields=["applied_at"])
        counts = {what: len(difference.of(what)) for what in ("added", "changed", "removed")}
        append_entry(stream=f"sheet:{sheet.pk}", act="import", actor=actor.label, at=now, facts=counts)
    return difference


def _write_contact(row: Row, actor, why: str, now: datetime) -> None:
    who = {"why": why, "by_user": actor.user_id, "by": actor.label, "now": now}
    fields = {name: value for name, value in row.fields.items() if name != "desk_id"}
    if row.what == "added":
        add_contact(desk_id=row.fields["desk_id"], fields=fields, **who)
    elif row.what == "changed":
        change_contact(contact_id=row.row_id, fields=fields, **who)
    else:
        end_contact(contact_id=row.row_id, **who)


def _write_appointment(row: Row, actor, why: str, now: datetime) -> None:
    if row.what == "removed":
        end_appointment(actor=actor, appointment_id=row.row_id, why=why, now=now)
    else:
        fields = row.fields | {"part": Part(row.fields["part"])}
        appoint_person(actor=actor, why=why, now=now, **fields)
