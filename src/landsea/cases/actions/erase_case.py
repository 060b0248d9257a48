"""Erases who filed a case and what they wrote and sent. The case stays of nobody: its number, subject, places, days, outcome,
what offices wrote, and the record of what was done.

1. A case that still runs is withdrawn first, in the same act.
2. Name, party, address and telephone go; the chamber's member too, and who joined.
3. Title, words and the filer's messages are blacked out, goods keep only the name that we have for them, the filer's papers are
   deleted with their bytes, and so are the originals of what was blacked out before. Where an office wrote one of the names,
   it is blacked out there.
4. Secret links open nothing any more; what was sent to the filer loses its address, what waits to be sent is withdrawn.
5. Rooms above do the same with what they keep of the case (`ALSO_ERASED`).
"""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet

from landsea.base.actors import SYSTEM, Actor
from landsea.base.contributions import Slot
from landsea.base.files.storage import discard_bytes
from landsea.base.outbox.actions.erase import erase_deliveries
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.cases.access import Need, list_names_behind, needs_met
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.move import make_move
from landsea.cases.actions.open_act import open_act
from landsea.cases.actions.redact import BLACKED_OUT
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import (
    Case,
    CaseFile,
    FilerIdentity,
    FilerLink,
    JointMember,
    Message,
    Redaction,
    WordsToRead,
)
from landsea.cases.notices import tell_office
from landsea_core.caseflow import Act, Side
from landsea_core.text.default_reader import find_known_name_of_goods

SHORTEST_NAME = 3
"""Characters; a shorter one stands in too many words to be looked for."""
ALSO_ERASED: Slot[Callable[[int, Collection[str], datetime], Any]] = Slot(
    "what else is kept of a case whose filer is erased: (case id, the filer's addresses, moment)"
)


def erase_case(actor: Actor, ref: str, *, now: datetime, key: str = "") -> Case:
    """Erase who filed the case and what they wrote, at `now` (aware): by the filer's side, or by the platform when its time is
    over. Raises Http404, PermissionDenied, and Refused while the case cannot be withdrawn.
    """
    with open_act(actor, ref, "erase", now=now, need=Need.READ, key=key) as work:
        case = work.case
        if not actor.is_system and Need.FILE_SIDE not in needs_met(actor, case):
            raise PermissionDenied
        if case.closed_at is None:
            work.side = Side.FILER
            make_move(work, Act.WITHDRAW)
            tell_office(work, "case_withdraw_by_filer")
        names = [name for name in list_names_behind(case) if name != case.ref]
        addresses = _addresses_of(case)
        _black_out(work, names)
        _erase_papers(case)
        _close_mailbox(case, addresses, now)
        FilerIdentity.objects.filter(case=case).update(name="", party="", email="", phone="")
        JointMember.objects.filter(case=case).delete()
        for erase in ALSO_ERASED:
            erase(case.pk, addresses, now)
        # What was merged into this one is of the same filer, and its link opens this one: nobody can ask for it alone.
        for merged in Case.objects.filter(merged_into=case).values_list("ref", flat=True):
            erase_case(SYSTEM, merged, now=now)
        work.facts["why"] = "time" if actor.is_system else "asked"
    return work.case


def erase_filers(rows: QuerySet[FilerIdentity], now: datetime) -> int:
    """Erase the cases of these filers, one after the other, as the filer's own act or, past their time, the platform's."""
    found = list(rows.select_related("case").select_for_update(of=("case",)))  # no case is opened again meanwhile
    for identity in found:
        actor = SYSTEM if identity.case.closed_at else Actor(filer_case=identity.case_id)
        erase_case(actor, identity.case.ref, now=now)
    return len(found)


def _addresses_of(case: Case) -> list[str]:
    """Return the filer's addresses as they were typed, and in small letters, as mails that came in keep them."""
    found = FilerIdentity.objects.filter(case=case).values_list("email", "phone")
    return sorted({kept for row in found for address in row if address for kept in (address, address.lower())})


def _black_out(work: Work, names: list[str]) -> None:
    case = work.case
    work.change(
        title=BLACKED_OUT,
        text=BLACKED_OUT,
        place_text="",
        goods=find_known_name_of_goods(case.hs, case.goods),
        lane_reason="",
        reading={},
        member=None,
        is_joint=False,
    )
    WordsToRead.objects.filter(case=case).delete()
    Message.objects.filter(case=case, side=Side.FILER).update(body=BLACKED_OUT, redacted_at=work.now)
    Redaction.objects.filter(case=case).filter(Q(message=None, file=None) | Q(message__side=Side.FILER)).update(
        original=""
    )
    known = [name for name in names if len(name) >= SHORTEST_NAME]
    for redaction in Redaction.objects.filter(case=case, file=None).exclude(original=""):
        original = redaction.original
        for name in known:
            original = original.replace(name, BLACKED_OUT)
        if original != redaction.original:
            Redaction.objects.filter(pk=redaction.pk).update(original=original)
    for message in Message.objects.filter(case=case).exclude(side=Side.FILER):
        body = message.body
        for name in known:
            body = body.replace(name, BLACKED_OUT)
        if body != message.body:
            Message.objects.filter(pk=message.pk).update(body=body, redacted_at=work.now)


def _erase_papers(case: Case) -> None:
    mine = CaseFile.objects.filter(case=case, side=Side.FILER)
    for stored in list(mine.values_list("stored", flat=True)):
        transaction.on_commit(lambda stored=stored: discard_bytes(stored), robust=True)
    mine.delete()


def _close_mailbox(case: Case, addresses: list[str], now: datetime) -> None:
    FilerLink.objects.filter(case=case, revoked_at=None).update(revoked_at=now)
    told = Delivery.objects.filter(stream=name_stream(case), address__in=addresses)
    waiting = told.filter(state__in=[DeliveryState.QUEUED, DeliveryState.WAITING])
    waiting.update(state=DeliveryState.WITHDRAWN, ended_at=now, last_reply="")
    erase_deliveries(told, now)
