"""Queues digests and reminders: one mail an address a day or week with what changed, one mail before a paper expires.

A watch is claimed by one conditional update of `told_at`, in the transaction that queues its mail and marks its notices;
two workers, or a second try, find nothing left to do.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.outbox.actions.queue import Mail, queue_alike, queue_mails
from landsea.base.outbox.once import compute_short_digest
from landsea.rules.models import Frequency, Notice, Paper, Watch

PERIODS = {Frequency.DAILY: timedelta(days=1), Frequency.WEEKLY: timedelta(days=7)}
SLACK = timedelta(hours=1)
"""A digest may come an hour early, so that a day's digest does not creep into the night."""

AT_A_TIME = 2000
REMIND_BEFORE = timedelta(days=30)


def send_digests(now: datetime) -> int:
    """Queue every digest that is due at `now` (aware); return how many mails."""
    done = 0
    for frequency, period in PERIODS.items():
        while sent := _some_digests(frequency, now, now - period + SLACK):
            done += sent
    return done


def _some_digests(frequency: str, now: datetime, told_before: datetime) -> int:
    with transaction.atomic():
        waiting = Watch.objects.filter(
            frequency=frequency, ended_at=None, pk__in=Notice.objects.filter(mailed_at=None).values("watch_id")
        )
        due = waiting.exclude(told_at__gt=told_before)
        addresses = list(due.order_by("email").values_list("email", flat=True).distinct()[:AT_A_TIME])
        locked = due.filter(email__in=addresses).select_for_update(skip_locked=True).order_by("id")
        watches = list(locked.values_list("pk", "email", "language"))
        notices = _unmailed_notices([pk for pk, _, _ in watches])
        by_address: dict[str, list[tuple]] = defaultdict(list)
        for row in watches:
            by_address[row[1]].append(row)
        mails = [
            Mail(
                template="rule_digest",
                address=email,
                once=f"digest:{compute_short_digest(email)}:{frequency}:{now:%Y-%m-%d-%H}",
                stream=f"watch:{mine[0][0]}",
                language=mine[0][2],
                facts={
                    "versions": list(dict.fromkeys(version for row in mine for version in notices[row[0]])),
                    "watch": mine[0][0],
                    "watches": [row[0] for row in mine],
                    "cases": 0,
                },
            )
            for email, mine in by_address.items()
        ]
        queue_alike("rule_digest", mails, now=now)
        claimed = [pk for pk, _, _ in watches]
        Notice.objects.filter(watch_id__in=claimed, mailed_at=None).update(mailed_at=now)
        Watch.objects.filter(pk__in=claimed).update(told_at=now)
    return len(mails)


def _unmailed_notices(watches: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = Notice.objects.filter(watch_id__in=list(watches), mailed_at=None).order_by("id")
    for watch, version in rows.values_list("watch_id", "version_id"):
        found[watch].append(version)
    return found


def send_reminders(now: datetime) -> int:
    """Queue one mail for each paper that expires within 30 days and was not reminded of for that day; return how many."""
    today = now.date()
    with transaction.atomic():
        papers = (
            Paper.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(
                expires_on__gte=today,
                expires_on__lte=today + REMIND_BEFORE,
                watch__ended_at=None,
                watch__confirmed_at__isnull=False,
            )
            .exclude(watch__email="")
        )
        due = [paper for paper in papers.select_related("watch") if paper.reminded_for != paper.expires_on]
        mails = [
            Mail(
                template="paper_expires",
                address=paper.watch.email,
                once=f"paper:{paper.pk}:{paper.expires_on}",
                stream=f"watch:{paper.watch_id}",
                language=paper.watch.language,
                facts={
                    "watch": paper.watch_id,
                    "name": paper.name,
                    "day": paper.expires_on.isoformat(),
                    "key": paper.key,
                },
            )
            for paper in due
        ]
        queue_mails(mails, now=now)
        for paper in due:
            Paper.objects.filter(pk=paper.pk).update(reminded_for=paper.expires_on)
    return len(mails)
