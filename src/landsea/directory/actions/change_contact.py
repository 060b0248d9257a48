"""Changes what is on file about a contact: by people who work at its desk, by the coordinator, or by a mailed link."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.directory.actions.ask import ask_contact
from landsea.directory.actions.evidence import end_requests, record_evidence
from landsea.directory.models import Change, Contact, Desk, DutyShift, EvidenceKind, RotaTurn
from landsea.directory.models.names import name_in

FIELDS = ("name", "email", "phone", "duty_phone", "languages", "part", "quiet_from", "quiet_until")


def change_contact(
    *, contact_id: int, fields: dict, why: str, by_user: int | None, by: str, now: datetime, sent_link: bool = False
) -> bool:
    """Set these of `FIELDS` on a contact at `now` (aware), with a reason; False when nothing is different.

    It counts as evidence that somebody stood for the entry. A new e-mail address is asked at once whether it works, and
    the old one is told, so that nobody is written out of the directory unnoticed. `by` names the actor in the audit;
    `sent_link` says that a mailed link was used. Raises Refused when the contact has left or lacks a name.
    """
    with transaction.atomic():
        contact = _lock_contact(contact_id)
        before = {name: _json_value(getattr(contact, name)) for name in FIELDS}
        for name in set(FIELDS) & set(fields):
            setattr(contact, name, fields[name])
        if not contact.name.strip():
            raise Refused("no_name", gettext("Write the person's name, or the name of the duty post."))
        changed = {name for name in FIELDS if before[name] != _json_value(getattr(contact, name))}
        if not changed:
            return False
        if "email" in changed:
            contact.email_since = now
        contact.save(update_fields=[*sorted(changed), "email_since"])
        after = {name: _json_value(getattr(contact, name)) for name in sorted(changed)}
        act = "correct_by_link" if sent_link else "change_contact"
        _note_change(contact, act, {name: before[name] for name in sorted(changed)}, after, why, by_user, by, now)
        record_evidence(contact_id=contact.pk, kind=EvidenceKind.CHANGED, at=now, by_user=by_user, note=why)
        if "email" in changed and before["email"]:
            queue_mail(
                template="contact_address_changed",
                address=before["email"],
                stream=f"desk:{contact.desk_id}",
                language=contact.mail_language,
                once=f"address_changed:{contact.pk}:{now.isoformat()}"[:120],
                facts={
                    "desk": name_in(contact.desk.names, contact.mail_language),
                    "name": contact.name,
                },
                now=now,
            )
    if "email" in changed:
        ask_contact(contact.pk, now=now, again=True)
    return True


def add_contact(*, desk_id: int, fields: dict, why: str, by_user: int | None, by: str, now: datetime) -> Contact:
    """Put a new contact at a desk; it is asked at once to confirm."""
    with transaction.atomic():
        desk = Desk.objects.select_for_update().get(pk=desk_id)
        contact = Contact(
            desk=desk, added_at=now, is_demo=desk.is_demo, **{k: fields[k] for k in set(FIELDS) & set(fields)}
        )
        if not contact.name.strip():
            raise Refused("no_name", gettext("Write the person's name, or the name of the duty post."))
        contact.save()
        after = {name: _json_value(getattr(contact, name)) for name in FIELDS if getattr(contact, name)}
        _note_change(contact, "add_contact", {}, after, why, by_user, by, now)
    ask_contact(contact.pk, now=now)
    return contact


def end_contact(*, contact_id: int, why: str, by_user: int | None, by: str, now: datetime) -> bool:
    """Take a contact out of the directory: nobody sees, asks or calls it any more, and its duty ends. False when it had
    left already. Its future shifts vanish, which shows as a gap of the roster and not as a silent telephone.
    """
    with transaction.atomic():
        contact = _lock_contact(contact_id, also_ended=True)
        if contact.ended_at is not None:
            return False
        contact.ended_at = now
        contact.save(update_fields=["ended_at"])
        drop_duty([contact.pk], now)
        end_requests([contact.pk], "", now)
        _note_change(contact, "end_contact", {"name": contact.name}, {}, why, by_user, by, now)
    return True


def confirm_contact(*, contact_id: int, why: str, by_user: int | None, by: str, now: datetime) -> None:
    """Record that somebody stands for the entry as it is: the contact by a link, or a person who asked by telephone (`why`)."""
    with transaction.atomic():
        contact = _lock_contact(contact_id)
        record_evidence(contact_id=contact.pk, kind=EvidenceKind.CONFIRMED, at=now, by_user=by_user, note=why)
        append_entry(
            stream=f"desk:{contact.desk_id}", act="confirm_contact", actor=by, at=now, facts={"contact": contact.pk}
        )


def drop_duty(contact_ids: list[int], now: datetime) -> None:
    """End the duty of contacts who left: running shifts end now, later ones and turns of the rota are gone."""
    DutyShift.objects.filter(contact_id__in=contact_ids, starts_at__gte=now).delete()
    DutyShift.objects.filter(contact_id__in=contact_ids, ends_at__gt=now).update(ends_at=now)
    RotaTurn.objects.filter(contact_id__in=contact_ids).delete()


def _lock_contact(contact_id: int, *, also_ended: bool = False) -> Contact:
    """Return the contact with its desk's row locked, so that changes of one desk follow one another."""
    desk_id = Contact.objects.values_list("desk_id", flat=True).get(pk=contact_id)
    Desk.objects.select_for_update().get(pk=desk_id)
    contact = Contact.objects.select_related("desk").get(pk=contact_id)
    if contact.ended_at is not None and not also_ended:
        raise Refused("left", gettext("This contact has left the directory. Add the new person instead."))
    return contact


def _note_change(
    contact: Contact, act: str, before: dict, after: dict, why: str, by_user, by: str, now: datetime
) -> None:
    Change.objects.create(
        kind="contact",
        row=contact.pk,
        desk_id=contact.desk_id,
        act=act,
        before=before,
        after=after,
        why=why[:300],
        by_id=by_user,
        at=now,
    )
    facts = {"contact": contact.pk, "fields": sorted(after)}
    append_entry(stream=f"desk:{contact.desk_id}", act=act, actor=by, at=now, facts=facts)


def _json_value(value):
    """Return a field as JSON holds it."""
    return value.isoformat("minutes") if hasattr(value, "isoformat") else value
