"""Tells the coordinator's people of promises that became late: one mail a person and day, each promise in one mail only.

1. Look for late promises whose audit chain does not say that the coordinator was told.
2. Those of the coordinator's own desk, and of desks where nobody is, have been told of already: their reminder goes to the
   same people. They are marked and not told again.
3. The others go into one mail while the coordinator's office is open. What becomes late afterwards waits for the next day.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from landsea.base.actors import SYSTEM
from landsea.base.audit.access import find_entry_with_key, find_streams_with_key
from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.dialogues.access import list_late_promises
from landsea.dialogues.models import ActionItem
from landsea.dialogues.stream import name_promise_stream
from landsea.directory.access import find_coordinator_desk
from landsea.directory.acting_people import PersonToTell, find_own_people_to_tell, list_coordinators_people
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.office_calendars import make_calendar_of_office
from landsea_core.clock import find_open_state

SHOWN = 15
TOLD = "coordinator_told"
"""Key in a promise's chain: the coordinator knows that it became late."""
DIGESTS = "late_promises"
"""The chain that has one entry a digest, with the day at the coordinator's office as its key."""


def tell_coordinator(now: datetime) -> int:
    """Queue the digest of promises that became late by `now` (aware); return how many mails were offered."""
    desk = find_coordinator_desk()
    if not find_open_state(make_calendar_of_office(desk.office), now).open:
        return 0
    people = list_coordinators_people(now)
    day = now.astimezone(ZoneInfo(desk.office.time_zone)).date().isoformat()
    if not people or find_entry_with_key(DIGESTS, day):
        return 0
    with transaction.atomic():
        late = _lock_untold(now)
        if not late:
            return 0
        own = find_own_people_to_tell({promise.owner for promise in late}, now)
        news = [one for one in late if one.owner_id != desk.pk and own[one.owner_id]]
        for promise in late:
            stream = name_promise_stream(promise.pk)
            append_entry(stream=stream, act="tell_coordinator", actor=SYSTEM.label, at=now, facts={}, key=TOLD)
        if not news:
            return 0
        facts = {"promises": [promise.pk for promise in news]}
        append_entry(stream=DIGESTS, act="tell_coordinator", actor=SYSTEM.label, at=now, facts=facts, key=day)
        return queue_mails([_digest_for(person, news, day) for person in people], now=now)


def _lock_untold(now: datetime) -> list[ActionItem]:
    late = {name_promise_stream(promise.pk): promise.pk for promise in list_late_promises(now)}
    untold = set(late.values()) - {late[stream] for stream in find_streams_with_key(late, TOLD)}
    rows = ActionItem.objects.select_for_update(of=("self",)).select_related("owner__office")
    return list(rows.filter(pk__in=untold, done_at=None, replaced_at=None).order_by("due", "pk"))


def _digest_for(person: PersonToTell, late: list[ActionItem], day: str) -> Mail:
    return Mail(
        template="promises_late",
        address=person.email,
        language=person.language,
        user_id=person.user_id,
        stream=DIGESTS,
        once=f"promises_late:{day}:{person.user_id}",
        facts={
            "total": len(late),
            "promises": [
                {
                    "promise": one.pk,
                    "ref": one.ref,
                    "what": one.what,
                    "owner": write_desk_title(one.owner, person.language),
                    "due": one.due.isoformat(),
                }
                for one in late[:SHOWN]
            ],
            "more": max(0, len(late) - SHOWN),
        },
    )
