"""Puts mails off to the hours that their readers chose, and gathers the mails of a day into one.

A mail that is due goes at once, unless its reader has an account and chose otherwise. Never put off are border-urgent cases,
what somebody has just asked for, and invitations with their calendar entry.
1. In quiet hours it waits until they end.
2. For who wants one mail a day, what came up since the last daily hour waits for the next; what is older is gathered: one new
   mail names each by its subject and its page, and those it names are withdrawn. All in one transaction: nothing goes twice.
"""

import re
from collections import defaultdict
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.rendering import words_of
from landsea.mailroom.hours import Hours, last_daily, quiet_end
from landsea.mailroom.models import MailChoice

OPEN = [DeliveryState.QUEUED, DeliveryState.WAITING]
AT_ONCE = frozenset(
    {
        "account_notice",
        "appointed",
        "case_new_link",
        "mail_is_it_yours",
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
    return {pk for mine in held.values() for pk in _put_off_of_one(mine, now)}


def _put_off_of_one(mine: list[Delivery], now: datetime) -> set[int]:
    user, choice = mine[0].user, mine[0].user.mail_choice
    at, hours = now.astimezone(ZoneInfo(user.time_zone)), hours_of(choice)
    ids = {row.pk for row in mine}
    quiet = quiet_end(hours, at)
    if quiet is not None:
        return _wait(ids, quiet)
    if not choice.daily:
        return set()
    last = last_daily(hours, at)
    older = [row for row in mine if row.created_at < last]
    newer = ids - {row.pk for row in older}
    waiting = _wait(newer, last + DAY) if newer else set()
    if len(older) < 2:  # one alone needs no mail around it
        return waiting
    gather_mails(older, now=now)
    return ids


def _wait(ids: set[int], until: datetime) -> set[int]:
    Delivery.objects.filter(pk__in=ids, state__in=OPEN).update(not_before=until)
    return ids


def hours_of(choice: MailChoice) -> Hours:
    """Return the hours of a choice."""
    return Hours(choice.daily_hour, choice.quiet_from, choice.quiet_until)


def gather_mails(rows: list[Delivery], *, now: datetime) -> int:
    """Gather these mails of one reader into one; return how many it names. What a sender has claimed meanwhile goes alone."""
    with transaction.atomic():
        mine = Delivery.objects.select_for_update().filter(pk__in=[row.pk for row in rows], state__in=OPEN)
        locked = list(mine.order_by("id"))
        if not locked:
            return 0
        first = locked[0]
        queue_mail(
            now=now,
            template="mail_digest",
            address=first.address,
            language=first.language,
            user_id=first.user_id,
            once=f"mail-digest:{first.user_id}:{first.pk}",
            stream=f"digest:{first.user_id}",
            facts={"mails": [_line_of(row) for row in locked]},
        )
        gathered = Delivery.objects.filter(pk__in=[row.pk for row in locked])
        gathered.update(state=DeliveryState.WITHDRAWN, ended_at=now, last_reply="gathered into the mail of the day")
    return len(locked)


def _line_of(row: Delivery) -> dict[str, str]:
    subject, body = words_of(row)
    page = PAGE.search(body)
    return {"subject": subject, "page": page[0] if page else ""}
