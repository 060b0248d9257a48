"""A desk that answers from an address asks for an account; the coordinator is told, appoints somebody or declines."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.directory import access
from landsea.directory.models import AccountWish, Contact, Desk
from landsea.directory.models.names import name_in


def wish_account(*, contact_id: int, name: str, email: str, now: datetime) -> AccountWish:
    """Keep the wish at `now` (aware) and tell the coordinator; asked again, the open wish is brought up to date and nobody is
    told twice.
    """
    with transaction.atomic():
        desk_id = Contact.objects.values_list("desk_id", flat=True).get(pk=contact_id)
        desk = Desk.objects.select_for_update().get(pk=desk_id)
        wish, is_new = AccountWish.objects.update_or_create(
            contact_id=contact_id,
            settled_at=None,
            defaults={"name": name.strip(), "email": email},
            create_defaults={"name": name.strip(), "email": email, "wished_at": now},
        )
        facts = {"wish": wish.pk}
        append_entry(stream=f"desk:{desk_id}", act="wish_account", actor=f"contact:{contact_id}", at=now, facts=facts)
        if is_new:
            queue_mails(_mails(wish, desk, now), now=now)
    return wish


def settle_account_wish(*, actor, wish_id: int, now: datetime) -> bool:
    """Take a wish off the coordinator's list; False when it was settled before. Raises PermissionDenied."""
    if not actor.is_coordinator:
        raise PermissionDenied
    with transaction.atomic():
        wish = AccountWish.objects.select_for_update(of=("self",)).select_related("contact").get(pk=wish_id)
        if wish.settled_at is not None:
            return False
        Desk.objects.select_for_update().get(pk=wish.contact.desk_id)
        wish.settled_at, wish.settled_by_id = now, actor.user_id
        wish.save(update_fields=["settled_at", "settled_by"])
        stream = f"desk:{wish.contact.desk_id}"
        append_entry(stream=stream, act="settle_account_wish", actor=actor.label, at=now, facts={"wish": wish.pk})
    return True


def _mails(wish: AccountWish, desk: Desk, now: datetime) -> list[Mail]:
    """Return the mails to the coordinator's people; they name the desk and not the person."""
    return [
        Mail(
            template="account_wished",
            address=one.user.email,
            language=one.user.language,
            user_id=one.user_id,
            stream=f"desk:{desk.pk}",
            once=f"account_wished:{wish.pk}:{one.user_id}",
            facts={"desk": name_in(desk.names, one.user.language)},
        )
        for one in access.list_people_of_desk(access.find_coordinator_desk().pk, now)
    ]
