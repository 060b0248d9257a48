"""Puts mails off to the hours that their readers chose, and gathers the mails of a day into one.

A mail that is due goes at once, unless its reader has an account and chose otherwise. Never put off are border-urgent cases,
what somebody has just asked for, and invitations with their calendar entry.
1. In quiet hours it waits until they end.
2. For who wants one mail a day, what came up since the last daily hour waits for the next; what is older is gathered: one new
   mail names each by its subject and its page, and those it names are withdrawn. All in one transaction, for all readers whose
   mails are looked at together: nothing goes twice, and ten thousand mails of the day take no ten thousand transactions.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.rendering import render_words
from landsea.mailroom.hours import Hours, find_last_daily, find_quiet_end
from landsea.mailroom.models import MailChoice

OPEN = [DeliveryState.QUEUED, DeliveryState.WAITING]
AT_ONCE = frozenset(
    {
        "account_notice",
        "appointed",
        "case_link_again",
        "case_new_link",
        "mail_is_it_yours",
        "mail_kept",
        "mail_digest",
        "contact_confirm",
        "watch_saved",
    }
)
PAGE = re.compile(r"https?://\S+")
DAY = timedelta(days=1)


def put_off_by_choice(due: list[int], now: datetime) -> set[int]:
    """Put off what its reader does not want now; return the numbers that are not to be sent now."""
    rows = Delivery.objects.filter(pk__in=due, user__mail_choice__isnull=False, channel="mail")
    held: dict[int, list[Delivery]] = defaultdict(list)
    for row in rows.exclude(template__in=AT_ONCE).select_related("user__mail_choice").order_by("id"):
        if not row.facts.get("urgent") and not row.facts.get("calendar"):
            held[row.user_id].append(row)
    plans = [_plan_of_one(mine, now) for mine in held.values()]
    waiting: dict[datetime, set[int]] = defaultdict(set)
    for plan in plans:
        if plan.until is not None:
            waiting[plan.until] |= plan.waiting
    for until, ids in waiting.items():
        Delivery.objects.filter(pk__in=ids, state__in=OPEN).update(not_before=until)
    gathered = [plan.gathered for plan in plans if plan.gathered]
    if gathered:
        gather_mails_of_readers(gathered, now=now)
    return {pk for plan in plans for pk in plan.waiting | set(plan.gathered)}


@dataclass(frozen=True)
class Plan:
    """What becomes of one reader's due mails: those that wait, until when (aware), and those that are gathered into one."""

    until: datetime | None = None
    waiting: frozenset[int] = frozenset()
    gathered: tuple[int, ...] = ()


def _plan_of_one(mine: list[Delivery], now: datetime) -> Plan:
    user, choice = mine[0].user, mine[0].user.mail_choice
    at, hours = now.astimezone(ZoneInfo(user.time_zone)), read_hours(choice)
    ids = frozenset(row.pk for row in mine)
    quiet = find_quiet_end(hours, at)
    if quiet is not None:
        return Plan(quiet, ids)
    if not choice.daily:
        return Plan()
    last = find_last_daily(hours, at)
    older = tuple(row.pk for row in mine if row.created_at < last)
    if len(older) < 2:  # one alone needs no mail around it
        return Plan(last + DAY, ids - set(older))
    return Plan(last + DAY, ids - set(older), older)


def read_hours(choice: MailChoice) -> Hours:
    """Return the hours of a choice."""
    return Hours(choice.daily_hour, choice.quiet_from, choice.quiet_until)


def gather_mails_of_readers(numbers: Sequence[Sequence[int]], *, now: datetime) -> int:
    """Gather the mails with these numbers, each group of one reader, into one mail a reader, all in one transaction; return how
    many they name. What a sender has claimed meanwhile goes alone.
    """
    with transaction.atomic():
        wanted = [pk for group in numbers for pk in group]
        locked = Delivery.objects.select_for_update().filter(pk__in=wanted, state__in=OPEN).order_by("id")
        mine: dict[int, list[Delivery]] = defaultdict(list)
        for row in locked:
            mine[row.user_id].append(row)
        queue_mails([_digest_of(rows) for rows in mine.values()], now=now)
        gathered = Delivery.objects.filter(pk__in=[row.pk for rows in mine.values() for row in rows])
        gathered.update(state=DeliveryState.WITHDRAWN, ended_at=now, last_reply="gathered into the mail of the day")
    return sum(len(rows) for rows in mine.values())


def _digest_of(rows: list[Delivery]) -> Mail:
    first = rows[0]
    return Mail(
        template="mail_digest",
        address=first.address,
        language=first.language,
        user_id=first.user_id,
        once=f"mail-digest:{first.user_id}:{first.pk}",
        stream=f"digest:{first.user_id}",
        facts={"mails": [_line_of(row) for row in rows]},
    )


def _line_of(row: Delivery) -> dict[str, str]:
    subject, body = render_words(row)
    page = PAGE.search(body)
    return {"subject": subject, "page": page[0] if page else ""}
