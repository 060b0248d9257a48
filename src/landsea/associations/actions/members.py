"""Writes an association's register: a member comes, changes, leaves, comes back; a whole list at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.accounts.models import User
from landsea.associations.access import find_member
from landsea.associations.actions.one_at_a_time import record_act, wait_for_one_at_a_time
from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.models import AssociationMember

FIELDS = ("party", "country", "contact_name", "email", "phone", "language")


@dataclass(frozen=True)
class Imported:
    """What a list did to the register."""

    added: int
    changed: int
    unchanged: int


def add_member(actor: Actor, association_id: int, fields: dict, *, now: datetime) -> AssociationMember:
    """Put a business into the register. Raises Refused when one of that name is in it, Http404 for a foreign register."""
    with transaction.atomic():
        _lock_own_register(actor, association_id)
        _refuse_same_name(association_id, fields["party"])
        member = AssociationMember.objects.create(
            association_id=association_id,
            is_demo=_is_invented(actor),
            **{name: fields[name] for name in FIELDS},
        )
        record_act(association_id, "add_member", actor, now, member=member.pk)
    return member


def change_member(actor: Actor, member_id: int, fields: dict, *, now: datetime) -> AssociationMember:
    """Change a member's entry. Cases that were filed keep what they were filed with."""
    with transaction.atomic():
        association_id = find_member(actor, member_id).association_id
        _lock_own_register(actor, association_id)
        member = find_member(actor, member_id, lock=True)
        _refuse_same_name(association_id, fields["party"], but=member.pk)
        if changed := _set_changed_fields(member, fields):
            member.save(update_fields=changed)
            record_act(association_id, "change_member", actor, now, member=member.pk, fields=changed)
    return member


def mark_left(actor: Actor, member_id: int, *, left: bool, now: datetime) -> AssociationMember:
    """Mark a member as left, or as back. Its open cases go on; nothing new is filed for one who left."""
    with transaction.atomic():
        association_id = find_member(actor, member_id).association_id
        _lock_own_register(actor, association_id)
        member = find_member(actor, member_id, lock=True)
        if (member.left_at is not None) != left:
            member.left_at = now if left else None
            member.save(update_fields=["left_at"])
            record_act(association_id, "member_left" if left else "member_back", actor, now, member=member.pk)
    return member


def import_members(actor: Actor, association_id: int, rows: Iterable[dict], *, now: datetime) -> Imported:
    """Bring the register in step with a list, all of it or nothing: new names are added, known ones changed.

    Each row holds `FIELDS`, of which None leaves what the register says, and `left`: True, False or None. Whoever is
    not in the list stays as they are: a list that was cut must not empty a register.
    """
    with transaction.atomic():
        _lock_own_register(actor, association_id)
        known = {
            member.party.lower(): member
            for member in AssociationMember.objects.select_for_update().filter(association_id=association_id)
        }
        added, changed, total, is_demo = [], [], 0, _is_invented(actor)
        for row in rows:
            total += 1
            member = known.get(row["party"].lower())
            fields = {name: row[name] for name in FIELDS if row[name] is not None}
            if member is None:
                left_at = now if row["left"] else None
                member = AssociationMember.objects.create(
                    association_id=association_id, left_at=left_at, is_demo=is_demo, **fields
                )
                added.append(member.pk)
                known[member.party.lower()] = member
                continue
            names = _set_changed_fields(member, fields)
            if row["left"] is not None and (member.left_at is not None) != row["left"]:
                member.left_at = now if row["left"] else None
                names.append("left_at")
            if names:
                member.save(update_fields=names)
                changed.append(member.pk)
        if added or changed:
            record_act(association_id, "import_members", actor, now, added=added, changed=changed)
    return Imported(len(added), len(changed), total - len(added) - len(changed))


def _is_invented(actor: Actor) -> bool:
    """Whether a demonstration invented the clerk: whom such a clerk registers is invented too, and so are their cases."""
    return User.objects.filter(pk=actor.user_id, is_demo=True).exists()


def _lock_own_register(actor: Actor, association_id: int) -> None:
    if association_id not in actor.associations:
        raise Http404
    wait_for_one_at_a_time(association_id)


def _set_changed_fields(member: AssociationMember, fields: dict) -> list[str]:
    """Set the fields that differ and return their names."""
    names = [name for name in FIELDS if name in fields and getattr(member, name) != fields[name]]
    for name in names:
        setattr(member, name, fields[name])
    return names


def _refuse_same_name(association_id: int, party: str, but: int | None = None) -> None:
    same = AssociationMember.objects.filter(association_id=association_id, party__iexact=party).exclude(pk=but).first()
    if same is None:
        return
    if same.left_at:
        sentence = gettext("A member of this name left. Look under “left” and mark it as back instead.")
    else:
        sentence = gettext("A member of this name is in the register already. Change that entry instead.")
    raise Refused("same_name", sentence)
