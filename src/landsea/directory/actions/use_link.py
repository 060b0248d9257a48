"""What somebody does who came by a mailed link, without signing in: confirm, correct, or say that the person has left.

Opening the link does none of these. Each ends the question and with it every link of it; pressing twice is harmless.
"""

from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.directory.actions.change_contact import change_contact, confirm_contact
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.models import ConfirmationLink, ConfirmationRequest, EvidenceKind
from landsea_core.contacts import Rung

BY_LINK = "by the mailed link"
LEFT = "No longer at this desk:"


def confirm_by_link(link: ConfirmationLink, *, now: datetime) -> None:
    """Record that the entry is right as it is."""
    confirm_contact(
        contact_id=link.request.contact_id, why=_way_in_words(link), by_user=link.user_id, by=name_actor(link), now=now
    )


def correct_by_link(link: ConfirmationLink, fields: dict, *, now: datetime) -> bool:
    """Set what was corrected; without any difference it is a confirmation. Returns whether something changed. Raises
    Refused like `change_contact`.
    """
    if fields.get("email", "").strip().lower() == link.request.contact.email.lower() and link.user_id is None:
        confirm_by_link(link, now=now)  # who corrects the rest of the entry from this address has confirmed the address
    changed = change_contact(
        contact_id=link.request.contact_id,
        fields=fields,
        why=_way_in_words(link),
        by_user=link.user_id,
        by=name_actor(link),
        now=now,
        sent_link=True,
    )
    if not changed:
        confirm_by_link(link, now=now)
    return changed


def report_left_by_link(link: ConfirmationLink, *, now: datetime, words: str = "") -> None:
    """Record that the person is no longer there, or that this is not the right desk, with who is if somebody said so
    (`words`): evidence against the entry, and the question becomes the coordinator's task at once; a forwarded mail alone
    takes nobody out of the directory.
    """
    with transaction.atomic():
        request = ConfirmationRequest.objects.select_for_update().select_related("contact").get(pk=link.request_id)
        if request.ended_at is not None:
            return
        contact_id, desk_id = request.contact_id, request.contact.desk_id
        record_evidence(
            contact_id=contact_id,
            kind=EvidenceKind.SUGGESTED,
            at=now,
            by_user=link.user_id,
            note=f"{words or LEFT} {_way_in_words(link)}",
        )
        request.rung, request.next_at = Rung.COORDINATOR, None
        request.save(update_fields=["rung", "next_at"])
        ConfirmationLink.objects.filter(request=request, revoked_at=None).update(revoked_at=now)
        append_entry(
            stream=f"desk:{desk_id}",
            act="left_by_link",
            actor=name_actor(link),
            at=now,
            facts={"contact": contact_id},
        )


def name_actor(link: ConfirmationLink) -> str:
    """Return how the audit names whoever used a link: the account that it was sent to, else the contact."""
    return f"user:{link.user_id}" if link.user_id else f"contact:{link.request.contact_id}"


def _way_in_words(link: ConfirmationLink) -> str:
    return BY_LINK if link.sent_to in ("asked", "reminded") else f"{BY_LINK} ({link.sent_to})"
