"""Tells everybody once a day of all late cases that wait for them: one mail a person, not one a case.

After whoever is called has had one mail about a case (`expire`), the case comes up here only. A digest goes out while the
reader's office is open, so at the beginning of their working day; the day and the person are its key, so it goes once.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.cases.gist import make_kept_gist
from landsea.cases.models import Case
from landsea.cases.recipients import PooledRecipientLookup, Recipient
from landsea.directory.office_calendars import make_calendar_of_office
from landsea_core.caseflow import Called, Step
from landsea_core.clock import find_open_state

SILENT_FOR = timedelta(hours=12)
"""A case comes into the digest on the morning after somebody was called: the call's own mail was that day's."""
SHOWN = 15
NEEDS_COORDINATOR = (Called.COORDINATOR, Called.SECRETARIAT, Called.DIALOGUE)
NEEDS_SECRETARIAT = (Called.SECRETARIAT, Called.DIALOGUE)


def send_late_digests(now: datetime) -> int:
    """Queue the digests of everybody whose office is open at `now` (aware); return how many were offered."""
    late = Case.objects.filter(closed_at=None, paused_at=None, silent_since__lte=now - SILENT_FOR, due_at__isnull=False)
    cases = list(late.select_related("desk__office", "place").defer("text", "routing").order_by("due_at", "pk"))
    known = PooledRecipientLookup(cases, now)
    by_person: dict[str, tuple[Recipient, list[Case]]] = {}
    for case in cases:
        for person in _list_people(known, case, now):
            by_person.setdefault(person.email.lower(), (person, []))[1].append(case)
    is_open: dict[int, bool] = defaultdict(bool)
    for person, _cases in by_person.values():
        if person.office.pk not in is_open:
            is_open[person.office.pk] = find_open_state(make_calendar_of_office(person.office), now).open
    mails = [_digest(*found, now) for found in by_person.values() if is_open[found[0].office.pk]]
    with transaction.atomic():
        return queue_mails(mails, now=now)


def _list_people(known: PooledRecipientLookup, case: Case, now: datetime) -> Iterator[Recipient]:
    """Yield, each once, whom a late case waits for: its desk, and everybody who was called."""
    people = [*known.people(case.desk, now)]
    if case.step == Step.ANSWER:
        people += known.called(case.desk, Called.HEAD, now)
    if case.called in NEEDS_COORDINATOR:
        people += known.called(case.desk, Called.COORDINATOR, now)
    if case.called in NEEDS_SECRETARIAT:
        people += known.called(case.desk, Called.SECRETARIAT, now)
    yield from {one.email.lower(): one for one in people}.values()


def _late_case_facts(case: Case) -> dict:
    """Return what a mail says of a late case: its number and codes, never its words."""
    return {
        "ref": case.ref,
        "urgent": case.lane == "urgent",
        "step": case.step,
        "gist": make_kept_gist(case),
        "since": case.due_at.isoformat() if case.due_at else "",
        "zone": case.desk.office.time_zone,
    }


def write_late_cases_facts(cases: list[Case]) -> dict:
    """Return what a mail about these late cases says: how many, the first ones, how many more."""
    return {
        "total": len(cases),
        "cases": [_late_case_facts(case) for case in cases[:SHOWN]],
        "more": max(0, len(cases) - SHOWN),
    }


def _digest(person: Recipient, cases: list[Case], now: datetime) -> Mail:
    day = now.astimezone(ZoneInfo(person.office.time_zone)).date()
    whom = f"user:{person.user_id}" if person.user_id else person.email
    return Mail(
        template="late_digest",
        address=person.email,
        language=person.language,
        user_id=person.user_id,
        stream=f"late:{whom}"[:60],
        once=f"late_digest:{day}:{whom}"[:120],
        facts=write_late_cases_facts(cases),
    )
