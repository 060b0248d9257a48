"""Writes offices and desks that people describe here, retires them and takes them back into service: by a page or by a sheet.

An office or desk is a row of a spreadsheet that was read (`sheets.row_readers`): a page and a sheet take and refuse the same.
"""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext, ngettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.contributions import Slot
from landsea.base.refusal import Refused
from landsea.directory.actions.end_appointment import end_appointment
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Appointment, Change, Competence, Contact, Desk, Office
from landsea.directory.reference_mapping import COMPETENCE_COLUMNS, name_tokens
from landsea.directory.sheets.cells import RowFault
from landsea.directory.sheets.difference import Row, read_row

OPEN_WORK: Slot[Callable[[int], int]] = Slot("how much open work a desk (id) has, which keeps it in service")


def save_unit(*, actor, kind: str, given: dict[str, str], why: str, now: datetime) -> Row:
    """Write one office or desk (`kind`: offices, desks) as the cells of its row say, and return what changed. Raises
    PermissionDenied and Refused (`row`, with the sentence that the sheet would say).
    """
    if not actor.is_coordinator:
        raise PermissionDenied
    with transaction.atomic():
        revision = lock_revision()
        try:
            row = read_row(kind, actor, given)
        except RowFault as fault:
            raise Refused("row", fault.sentence) from fault
        if row.what != "same":
            (write_office if kind == "offices" else write_desk)(row, actor, why, now)
            raise_revision(revision)
    return row


def retire_desk(*, actor, code: str, why: str, now: datetime) -> Desk:
    """Take a desk out of service: nothing is routed to it any more, and its appointments and contacts end. Raises
    PermissionDenied and Refused (`coordinator`, `open_work`: hand the open cases over first).
    """
    with transaction.atomic():
        revision = lock_revision()
        desk = Desk.objects.select_for_update(of=("self",)).select_related("office").get(code=code, retired_at=None)
        if not actor.is_coordinator:
            raise PermissionDenied
        _retire(desk, actor, why, now)
        note_change("desk", desk.pk, {"desk_id": desk.pk}, Row("removed", 0, desk.code), actor, why, now)
        raise_revision(revision)
    return desk


def retire_office(*, actor, code: str, why: str, now: datetime) -> Office:
    """Take an office with all its desks out of service, as `retire_desk` does; heads and clerks end with it."""
    with transaction.atomic():
        revision = lock_revision()
        office = Office.objects.select_for_update().get(code=code, retired_at=None)
        if not actor.is_coordinator:
            raise PermissionDenied
        retire_whole_office(office, actor, why, now)
        note_change("office", office.pk, {"office_id": office.pk}, Row("removed", 0, office.code), actor, why, now)
        raise_revision(revision)
    return office


def take_back_into_service(*, actor, kind: str, code: str, now: datetime) -> None:
    """Let an office or desk that was retired serve again; people are appointed anew. Raises PermissionDenied, Refused
    (`office`: the desk's office is out of service).
    """
    if not actor.is_coordinator:
        raise PermissionDenied
    model = Office if kind == "offices" else Desk
    with transaction.atomic():
        revision = lock_revision()
        unit = model.objects.select_for_update().get(code=code)
        if kind == "desks" and unit.office.retired_at is not None:
            raise Refused("office", gettext("Its office is out of service. Take that back into service first."))
        model.objects.filter(pk=unit.pk).update(retired_at=None, entered_here=True)
        word = kind.removesuffix("s")
        note_change(word, unit.pk, {f"{word}_id": unit.pk}, Row("returned", 0, code), actor, "", now)
        raise_revision(revision)


def retire_whole_office(office: Office, actor, why: str, now: datetime) -> None:
    """Retire an office that the caller locked, with its desks and people."""
    for desk in Desk.objects.select_for_update().filter(office=office, retired_at=None).order_by("pk"):
        _retire(desk, actor, why, now)
    _end_appointments(Q(office=office), actor, why, now)
    Office.objects.filter(pk=office.pk).update(retired_at=now, entered_here=True)


def _retire(desk: Desk, actor, why: str, now: datetime) -> None:
    if desk.code == Desk.COORDINATOR:
        raise Refused(
            "coordinator",
            gettext("The coordinator's desk takes what nobody else does; it stays, and so does its office."),
        )
    if open_work := sum(count(desk.pk) for count in OPEN_WORK):
        sentence = ngettext(
            "%(code)s has %(n)d open case. Give all work of this desk to another desk first.",
            "%(code)s has %(n)d open cases. Give all work of this desk to another desk first.",
            open_work,
        )
        raise Refused("open_work", sentence % {"code": desk.code, "n": open_work})
    _end_appointments(Q(desk=desk), actor, why, now)
    Contact.objects.filter(desk=desk, ended_at=None).update(ended_at=now)
    Desk.objects.filter(pk=desk.pk).update(retired_at=now, entered_here=True)


def _end_appointments(where: Q, actor, why: str, now: datetime) -> None:
    current = Appointment.objects.filter(where, Q(ends_at=None) | Q(ends_at__gt=now))
    for pk in list(current.values_list("pk", flat=True)):
        end_appointment(actor=actor, appointment_id=pk, why=why, now=now)


def write_office(row: Row, actor, why: str, now: datetime) -> None:
    """Write an office as its row says, inside the caller's transaction; its desks are found under its new names."""
    if row.what == "removed":
        office_id = row.row_id
        retire_whole_office(Office.objects.select_for_update().get(pk=office_id), actor, why, now)
    else:
        fields = row.fields | {
            "name_tokens": name_tokens(row.fields["names"], {"": row.fields["seat"]}),
            **_entered_here_fields(why),
        }
        office, is_new = Office.objects.update_or_create(code=row.key, defaults=fields | {"retired_at": None})
        office_id = office.pk
        for desk in [] if is_new else Desk.objects.filter(office=office):
            Desk.objects.filter(pk=desk.pk).update(name_tokens=name_tokens(desk.names) + office.name_tokens)
    note_change("office", office_id, {"office_id": office_id}, row, actor, why, now)


def write_desk(row: Row, actor, why: str, now: datetime) -> None:
    """Write a desk and what it answers for as its row says, inside the caller's transaction."""
    if row.what == "removed":
        desk_id = row.row_id
        _retire(Desk.objects.select_for_update().get(pk=desk_id), actor, why, now)
    else:
        office = Office.objects.get(pk=row.fields["office_id"])
        fields = {
            "office_id": office.pk,
            "names": row.fields["names"],
            "retired_at": None,
            **_entered_here_fields(why),
            "name_tokens": name_tokens(row.fields["names"]) + office.name_tokens,
        }
        desk, _new = Desk.objects.update_or_create(code=row.key, defaults=fields)
        desk_id = desk.pk
        Competence.objects.filter(desk_id=desk_id).delete()
        Competence.objects.bulk_create(
            Competence(desk_id=desk_id, **dict(zip(COMPETENCE_COLUMNS, columns, strict=True)))
            for columns in row.fields["competences"]
        )
    note_change("desk", desk_id, {"desk_id": desk_id}, row, actor, why, now)


def _entered_here_fields(why: str) -> dict:
    """Return the fields that mark a row as entered by people: loading the reference files leaves such rows alone."""
    return {"entered_here": True, "source": why[:500], "grade": "published"}


def note_change(kind: str, row_id: int, of: dict, row: Row, actor, why: str, now: datetime) -> None:
    """Write the history and the audit row of what became of an office or a desk."""
    Change.objects.create(
        kind=kind,
        row=row_id,
        act="import",
        before={name: before for name, before, _after in row.cells},
        after={name: after for name, _before, after in row.cells},
        why=why[:300],
        by_id=actor.user_id,
        at=now,
        **of,
    )
    append_entry(
        stream=f"{kind}:{row_id}", act=f"import_{row.what}", actor=actor.label, at=now, facts={"code": row.key}
    )
