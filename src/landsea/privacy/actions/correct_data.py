"""Puts right what is kept about a person: name, telephone, language, wherever they stand."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.accounts.models import User
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.personal_data import Subject, list_tables_about
from landsea.base.refusal import Refused
from landsea.directory.actions.change_contact import change_contact
from landsea.directory.models import Contact

CORRECTED = ("name", "phone", "language")


def correct_data(subject: Subject, typed: dict[str, str], *, now: datetime) -> int:
    """Write what was typed of `CORRECTED` over what is kept about a person; what was left empty stays. Return how many rows
    changed. Raises Refused (`nothing`) when nothing was typed. The audit says which fields, never what.
    """
    new = {name: typed[name].strip() for name in CORRECTED if typed.get(name, "").strip()}
    if not new:
        raise Refused("nothing", gettext("Type what is right; what you leave empty stays as it is."))
    with transaction.atomic():
        wait_for_turn(subject.stream)
        changed = _correct_account(subject, new) + _correct_contacts(subject, new, now)
        for table in list_tables_about(subject):
            fields = {name: new[name] for name in table.corrected if name in new}
            if fields and table.kind != "contacts":
                rows = table.rows_about(subject).order_by()
                # What nobody wrote there is not written now: a pseudonymous case stays without a name.
                changed += sum(rows.exclude(**{name: ""}).update(**{name: value}) for name, value in fields.items())
        facts = {"fields": sorted(new), "rows": changed}
        append_entry(stream=subject.stream, act="correct_data", actor="person", at=now, facts=facts)
    return changed


def _correct_account(subject: Subject, new: dict[str, str]) -> int:
    fields = {name: new[name] for name in ("name", "language") if name in new}
    return User.objects.filter(pk=subject.user_id).update(**fields) if fields and subject.user_id else 0


def _correct_contacts(subject: Subject, new: dict[str, str], now: datetime) -> int:
    """Contacts of the directory are changed by its own act, which keeps a history."""
    fields = {name: new[name] for name in ("name", "phone") if name in new}
    whose = {"user_id": subject.user_id} if subject.user_id else {"user": None, "email__iexact": subject.address}
    if not fields or not any(whose.values()):
        return 0
    mine = Contact.objects.filter(**whose, ended_at=None).values_list("pk", flat=True)
    how = {"why": "", "by_user": subject.user_id, "by": "person", "now": now}
    return sum(change_contact(contact_id=pk, fields=fields, **how) for pk in list(mine))
