"""Asks contacts whether what is on file is right, and climbs the ladder when nobody answers.

Each question is a row; a job only looks which rows are due. One question about one contact at a time is kept by a unique
constraint; a rung is climbed under the lock of its row, so that any number of workers climb it once.
"""

import logging
import uuid
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import translation

from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.base.secret_links import compute_digest
from landsea.directory import access
from landsea.directory.access.answering_desks import was_ever_heard_of
from landsea.directory.actions.evidence import end_requests
from landsea.directory.competence_sentences import CompetenceNames
from landsea.directory.confirmation_links import CONFIRMATION_LINKS
from landsea.directory.freshness import choose_thresholds, list_contacts_to_ask
from landsea.directory.models import ConfirmationLink, ConfirmationRequest, Contact, Desk, Role
from landsea.directory.models.names import name_in
from landsea_core.contacts import Rung, find_next_rung

log = logging.getLogger(__name__)
LINK_LASTS = timedelta(days=60)
"""Twice the ladder: a link found late still works, one found next year does not."""
MOST_MATTERS = 5
MOST_NEW = 5
"""New addresses asked in a round of ten minutes: thirty an hour."""


def ask_due_contacts(now: datetime, *, most: int = 50, most_new: int = MOST_NEW) -> int:
    """Ask up to `most` contacts that are due at `now` (aware); return how many. The rest is asked in the next round, so
    that a large import does not become thousands of mails in one minute. Of addresses without an account of which nobody
    ever heard, only `most_new` are asked a round: they are strangers, and one round of hundreds looks like unwanted mail.
    """
    due = list_contacts_to_ask(now)
    new = list(due.filter(vouched=None, user=None).values_list("pk", flat=True)[:most_new])
    known = list(due.exclude(vouched=None, user=None).values_list("pk", flat=True)[: most - len(new)])
    return sum(ask_contact(contact_id, now=now) for contact_id in [*known, *new])


def ask_contact(contact_id: int, *, now: datetime, actor=None, again: bool = False) -> bool:
    """Ask one contact now, unless it is being asked already; with `again`, end that question and begin anew.

    False when there was nothing to do: it left, has no address, or is being asked.
    """
    try:
        with transaction.atomic():
            desk_id = Contact.objects.values_list("desk_id", flat=True).get(pk=contact_id)
            Desk.objects.select_for_update().get(pk=desk_id)  # first of all, as every change of the desk does
            contact = Contact.objects.select_related("desk", "user").get(pk=contact_id)
            if contact.ended_at or not contact.email:
                return False
            if again:
                end_requests([contact_id], "", now)
            following = find_next_rung(Rung.ASKED, now, choose_thresholds(contact, now))
            request = ConfirmationRequest.objects.create(contact=contact, asked_at=now, next_at=following[1])
            to = (contact.email, contact.mail_language, contact.user_id)
            mail = _send_question(request, contact, Rung.ASKED, *to, now)
            queue_mails([mail], now=now)
            if actor is not None:
                facts = {"contact": contact.pk}
                append_entry(stream=f"desk:{desk_id}", act="ask_contact", actor=actor.label, at=now, facts=facts)
    except IntegrityError:
        return False  # somebody else asked at the same moment
    return True


def climb_due_ladders(now: datetime, *, most: int = 200) -> int:
    """Climb one rung of every ladder that is due at `now` (aware), up to `most`; return how many were climbed here. One
    that cannot be climbed is logged and does not hold up the others.
    """
    due = ConfirmationRequest.objects.filter(ended_at=None, next_at__lte=now).order_by("next_at", "pk")
    climbed = 0
    for request_id in list(due.values_list("pk", flat=True)[:most]):
        try:
            climbed += climb_ladder(request_id, now=now)
        except Exception:
            log.exception("the ladder of question %s could not be climbed", request_id)
    return climbed


def climb_ladder(request_id: int, *, now: datetime) -> bool:
    """Climb one rung: lock the question, look again, send the rung's mails, put down when the next one is due. A rung
    without anybody to ask (no deputy, no head) is climbed at once on the way to the next.
    """
    with transaction.atomic():
        request = (
            ConfirmationRequest.objects.select_for_update(of=("self",), skip_locked=True)
            .select_related("contact__desk__office", "contact__user")
            .filter(pk=request_id, ended_at=None, next_at__lte=now)
            .first()
        )
        if request is None:
            return False
        contact = request.contact
        if contact.ended_at:
            end_requests([contact.pk], "", now)
            return True
        thresholds = choose_thresholds(contact, now)
        following = find_next_rung(Rung(request.rung), request.asked_at, thresholds)
        mails: list[Mail] = []
        while following is not None:
            request.rung = following[0]
            mails = [
                _send_question(request, contact, following[0], *to, now)
                for to in _whom_to_ask(contact, following[0], now)
            ]
            following = find_next_rung(following[0], request.asked_at, thresholds)
            if mails:
                break
        request.next_at = following[1] if following else None
        request.save(update_fields=["rung", "next_at"])
        queue_mails(mails, now=now)
    return True


def _whom_to_ask(contact: Contact, rung: Rung, now: datetime) -> list[tuple[str, str, int | None]]:
    """Return (address, language, user id) of whoever is asked on this rung; nobody for the coordinator's task."""
    if rung in (Rung.ASKED, Rung.REMINDED):
        return [(contact.email, contact.mail_language, contact.user_id)]
    if rung is Rung.DEPUTY:
        people = [one for one in access.list_people_of_desk(contact.desk_id, now) if one.role == Role.DEPUTY]
        found = [(one.user.email, one.user.language, one.user_id) for one in people if one.user_id != contact.user_id]
        others = Contact.objects.filter(desk_id=contact.desk_id, ended_at=None, user=None, part="deputy")
        return found or [
            (other.email, other.mail_language, None) for other in others.exclude(pk=contact.pk).exclude(email="")
        ]
    if rung is Rung.HEAD:
        heads = access.list_heads_of_office(contact.desk.office_id, now)
        return [(one.user.email, one.user.language, one.user_id) for one in heads if one.user_id != contact.user_id]
    return []


def _send_question(request, contact: Contact, rung: Rung, address: str, language: str, user_id, now: datetime) -> Mail:
    """Make a link of its own for this mail; a reminder repeats nothing that an older mail could lose."""
    nonce = uuid.uuid4()
    ConfirmationLink.objects.create(
        request=request,
        nonce=nonce,
        digest=compute_digest(CONFIRMATION_LINKS.secret_of(nonce)),
        sent_to=rung,
        user_id=user_id,
        created_at=now,
        expires_at=now + LINK_LASTS,
    )
    own = address == contact.email
    is_new = own and user_id is None and not was_ever_heard_of(contact)
    facts = {"answers_for": _answered_matters(contact.desk, language)} if is_new else {}
    return Mail(
        template="desk_question" if is_new else "contact_confirm" if own else "contact_confirm_other",
        address=address,
        language=language,
        stream=f"desk:{contact.desk_id}",
        once=f"confirm:{request.pk}:{rung}:{address}"[:120],
        facts={
            "nonce": str(nonce),
            "desk": name_in(contact.desk.names, language),
            "name": contact.name,
            "again": rung is not Rung.ASKED,
            **facts,
        },
        user_id=user_id,
        contact_id=contact.pk if own else None,
    )


def _answered_matters(desk: Desk, language: str) -> list[str]:
    """Return what a desk answers for, in the language of its mail: the first few sentences."""
    with translation.override(language):
        rows = access.list_competences(desk)
        return CompetenceNames(rows, language).sentences(rows)[:MOST_MATTERS]
