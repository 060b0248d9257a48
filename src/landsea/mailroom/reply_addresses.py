"""Making and finding the secret reply address of one person in one case, or of one seat at a dialogue.

An address is made when the first mail that can be answered goes out, and stays the same afterwards. It opens nothing to read:
it only says in whose name a mail speaks, and only together with that person's own sender address.
"""

import os
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from landsea.base.actors import ANONYMOUS, Actor, make_filer
from landsea.base.outbox.answering import mail_keys
from landsea.base.outbox.models import Delivery
from landsea.cases.access import list_visible_cases
from landsea.cases.access.by_answer_link import is_link_live, make_actor_behind
from landsea.cases.models import AnswerLink, Case, FilerLink
from landsea.cases.recipients import find_filers
from landsea.dialogues.models import Seat
from landsea.directory.actors import make_actor
from landsea.mailroom.models import ReplyAddress
from landsea_core.mailtext.reply_address import NONCE_BYTES, reply_address


@dataclass(frozen=True)
class Correspondent:
    """Whose reply address it is: who acts, in which case or from which seat, and from which address that person writes."""

    actor: Actor
    address: str
    language: str
    row_id: int
    case: Case | None = None
    seat: Seat | None = None

    @property
    def is_filer(self) -> bool:
        """Whether the filer's side answers, by the secret link."""
        return self.actor.filer_case is not None


def reply_address_of(delivery: Delivery) -> str:
    """Return the reply address of a mail about a case, to its filer or to somebody with an account, and of an invitation to a
    dialogue; empty for all others.
    """
    kind, _, number = delivery.stream.partition(":")
    if not number.isdecimal():
        return ""
    whose = _in_case(delivery, int(number)) if kind == "case" else _at_dialogue(delivery, int(number), kind)
    return write_address(bytes(_live_row(whose).nonce)) if whose else ""


def write_address(nonce: bytes) -> str:
    """Return the whole address of a nonce."""
    return reply_address(nonce, mail_keys()[0], settings.INBOUND_DOMAIN)


def _in_case(delivery: Delivery, case_id: int) -> dict[str, int] | None:
    if delivery.user_id:
        return {"case_id": case_id, "user_id": delivery.user_id}
    if delivery.facts.get("answer_link"):
        answers = AnswerLink.objects.filter(case=case_id, nonce=delivery.facts["answer_link"], revoked_at=None).first()
        return {"case_id": case_id, "answer_link_id": answers.pk} if answers else None
    if not delivery.facts.get("link"):
        return None
    link = FilerLink.objects.filter(case=case_id, nonce=delivery.facts["link"], revoked_at=None).first()
    return {"case_id": case_id, "link_id": link.pk} if link else None


def _at_dialogue(delivery: Delivery, dialogue_id: int, kind: str) -> dict[str, int] | None:
    if kind != "dialogue":
        return None
    seat = Seat.objects.filter(dialogue=dialogue_id, email__iexact=delivery.address, left_at=None).first()
    return {"seat_id": seat.pk} if seat else None


def _live_row(whose: dict[str, int]) -> ReplyAddress:
    """Return the live address of this person in this case, made now when there is none."""
    live = ReplyAddress.objects.filter(revoked_at=None, **whose)
    found = live.first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return ReplyAddress.objects.create(nonce=os.urandom(NONCE_BYTES), created_at=timezone.now(), **whose)
    except IntegrityError:  # another sender made it at the same moment
        return live.get()


def find_correspondent(nonce: bytes) -> Correspondent | None:
    """Return who answers by the address with this nonce; None for an unknown or revoked one, a replaced secret link, an
    account that is closed, a seat that was freed.
    """
    row = (
        ReplyAddress.objects.filter(nonce=nonce, revoked_at=None)
        .select_related("case__desk__office", "user", "link", "seat__dialogue", "seat__user")
        .select_related("answer_link__contact", "answer_link__case__desk__office__place")
        .first()
    )
    if row is None or (row.link and row.link.revoked_at) or (row.user and not row.user.is_active):
        return None
    if row.seat is not None:
        return _seated(row) if row.seat.left_at is None else None
    if row.answer_link is not None:
        return _desk(row) if is_link_live(row.answer_link, timezone.now()) else None
    return _filer(row) if row.link else _person(row)


def _filer(row: ReplyAddress) -> Correspondent:
    address, _nonce = find_filers([row.case_id]).get(row.case_id, ("", None))
    language = row.case.language
    return Correspondent(make_filer(row.case_id, language), address.lower(), language, row.pk, case=row.case)


def _desk(row: ReplyAddress) -> Correspondent:
    actor = make_actor_behind(row.answer_link)
    return Correspondent(actor, row.answer_link.address.lower(), actor.language, row.pk, case=row.case)


def _person(row: ReplyAddress) -> Correspondent:
    actor = make_actor(row.user, timezone.now())
    return Correspondent(actor, row.user.email.lower(), row.user.language, row.pk, case=row.case)


def _seated(row: ReplyAddress) -> Correspondent:
    seat = row.seat
    actor = make_actor(seat.user, timezone.now()) if seat.user else ANONYMOUS
    language = seat.user.language if seat.user else "en"
    return Correspondent(actor, seat.email.lower(), language, row.pk, seat=seat)


def may_still_answer(one: Correspondent) -> bool:
    """Say whether this person has any right left here: filers do, and whoever still sees the case."""
    if one.case is None or one.is_filer:
        return True
    return list_visible_cases(one.actor).filter(pk=one.case.pk).exists()


def note_use(row_id: int, *, now: datetime) -> None:
    """Note when an address was used last."""
    ReplyAddress.objects.filter(pk=row_id).update(last_used_at=now)
