"""A head reminds the people of one desk of its late cases: one mail a person, at most once a day."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Q
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.access import list_entries
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.base.refusal import Refused
from landsea.cases.access import list_visible_cases
from landsea.cases.actions.send_late_digests import write_late_cases_facts
from landsea.cases.recipients import Recipient, RecipientLookup
from landsea.directory import access as directory_access

ACT = "remind_desk"


def remind_desk(actor: Actor, desk_id: int, *, now: datetime) -> int:
    """Queue the mails and return how many people are reminded: the desk's holders who are here, else its deputies.

    Raises Http404 for a desk of an office that the actor does not head; Refused when nothing is late there
    (`nothing_late`), nobody with an account is there besides the actor (`nobody`), or they were reminded today (`today`).
    """
    with transaction.atomic():
        wait_for_turn(f"desk:{desk_id}")
        desk = directory_access.find_desk_by_id(desk_id)
        if desk.office_id not in actor.heads:
            raise Http404
        is_late = Q(silent_since__isnull=False) | Q(due_at__lt=now)
        late = list_visible_cases(actor).filter(is_late, desk=desk, closed_at=None, paused_at=None)
        cases = list(late.select_related("desk__office", "place").order_by(F("due_at").asc(nulls_last=True), "pk"))
        if not cases:
            raise Refused("nothing_late", gettext("Nothing is late at this desk any more."))
        people = [one for one in RecipientLookup().people(desk, now) if one.user_id and one.user_id != actor.user_id]
        if not people:
            raise Refused(
                "nobody",
                gettext(
                    "Nobody with an account is there besides you. Appoint somebody, or give the work to another desk."
                ),
            )
        day = now.astimezone(ZoneInfo(desk.office.time_zone)).date().isoformat()
        stream = f"desk:{desk.pk}"
        if list_entries(stream).filter(act=ACT, facts__day=day).exists():
            raise Refused("today", gettext("They were reminded today already. Look again tomorrow, or call them."))
        queue_mails([_reminder(actor, one, cases, stream, day) for one in people], now=now)
        facts = {"day": day, "cases": len(cases), "people": [one.user_id for one in people]}
        append_entry(stream=stream, act=ACT, actor=actor.label, at=now, facts=facts)
    return len(people)


def _reminder(actor: Actor, person: Recipient, cases: list, stream: str, day: str) -> Mail:
    return Mail(
        template="head_reminder",
        address=person.email,
        language=person.language,
        user_id=person.user_id,
        stream=stream,
        once=f"head_reminder:{day}:{stream}:{person.user_id}"[:120],
        facts={"name": actor.name} | write_late_cases_facts(cases),
    )
