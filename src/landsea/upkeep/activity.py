"""What this installation did lately and what waits: times and counts, and never whose.

Every answer is read by an index, so that a watcher may ask every few seconds while a million cases lie there.
"""

import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Case as Choice
from django.db.models import F, Min, When

from landsea.base.messengers.access import find_since_when_tokens_fail
from landsea.base.outbox.actions.send import LADDER
from landsea.base.outbox.channels import MAIL
from landsea.base.outbox.models import Delivery
from landsea.base.signs_of_life import SIGNS_OF_LIFE
from landsea.cases.models import Case
from landsea.upkeep.backup_files import find_newest_backup

OLDEST_WAITING_JOB = """
    SELECT greatest(e.at, coalesce(j.scheduled_at, e.at))
    FROM procrastinate_jobs j JOIN procrastinate_events e ON e.job_id = j.id AND e.type = 'deferred'
    WHERE j.status = 'todo' AND coalesce(j.scheduled_at, '-infinity') <= %s
    ORDER BY j.id LIMIT 1
"""
LATEST = 5000
"""Among how many of the newest deliveries those given up are counted: the whole table may have millions of rows."""


@dataclass(frozen=True)
class Activity:
    """What was found at one moment. `last`: when each kind of thing last happened; `waiting_since`: since when the oldest of
    each kind waits, None when none does; `counts`: how many there are.
    """

    at: datetime
    last: dict[str, datetime | None] = field(default_factory=dict)
    waiting_since: dict[str, datetime | None] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def seconds_waiting(self, kind: str) -> float:
        """Return for how long the oldest of this kind has waited, 0 when none does."""
        since = self.waiting_since[kind]
        return max(0.0, (self.at - since).total_seconds()) if since else 0.0


def read_activity(now: datetime) -> Activity:
    """Return what happened lately and what waits at this moment (aware)."""
    open_cases = Case.objects.filter(closed_at=None)
    sent = Delivery.objects.filter(state="sent", channel=MAIL).order_by("-pk")
    mail_out = sent.values_list("ended_at", flat=True).first()
    job, jobs, worker = _read_jobs(now)
    backup = find_newest_backup()
    return Activity(
        at=now,
        last={
            "filing": Case.objects.order_by("-pk").values_list("filed_at", flat=True).first(),
            "mail_out": mail_out,
            **{name: read() for name, read in SIGNS_OF_LIFE},
            "worker": worker,
            "backup": backup.made_at if backup else None,
        },
        waiting_since={
            "job": job,
            "mail": _find_oldest_waiting_mail(now, mail_out),
            "step": open_cases.filter(due_at__lte=now).order_by("due_at").values_list("due_at", flat=True).first(),
            "deadline": Case.objects.filter(wakes_at__lte=now)
            .order_by("wakes_at")
            .values_list("wakes_at", flat=True)
            .first(),
            "token": find_since_when_tokens_fail(),
        },
        counts={"jobs_waiting": jobs, "mails_given_up": _count_given_up(), **_count_connections(), **_measure_disk()},
    )


def _read_jobs(now: datetime) -> tuple[datetime | None, int, datetime | None]:
    """Return since when the oldest due job waits, how many do, and when a worker last said that it lives."""
    with connection.cursor() as cursor:
        cursor.execute(OLDEST_WAITING_JOB, [now])
        oldest = cursor.fetchone()
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND coalesce(scheduled_at, %s) <= %s",
            [now, now],
        )
        count = cursor.fetchone()[0]
        cursor.execute("SELECT max(last_heartbeat) FROM procrastinate_workers")
        return (oldest[0] if oldest else None), count, cursor.fetchone()[0]


def _find_oldest_waiting_mail(now: datetime, mail_out: datetime | None) -> datetime | None:
    """Return since when the oldest mail waits that nobody sends, or that a server does not take which has taken nothing since
    (`mail_out`). Such a mail is put off again and again and is due for seconds only, so its first try is reckoned back. What a
    server says of one address, such as a full mailbox, begins with its code and is nobody's trouble here.
    """
    open_mails = Delivery.objects.filter(state__in=["queued", "waiting"])
    due = open_mails.filter(not_before__lte=now).aggregate(oldest=Min("not_before"))["oldest"]
    tried = open_mails.filter(state="waiting", channel=MAIL, attempts__gte=1).exclude(last_reply__regex="^[0-9]")
    waited = [When(attempts=count, then=sum(LADDER[:count], timedelta())) for count in range(1, len(LADDER))]
    tried = tried.annotate(first_try=F("not_before") - Choice(*waited, default=sum(LADDER, timedelta())))
    if mail_out is not None:
        tried = tried.filter(first_try__gt=mail_out)
    refused = tried.aggregate(oldest=Min("first_try"))["oldest"]
    return min((one for one in (due, refused) if one), default=None)


def _count_given_up() -> int:
    newest = list(Delivery.objects.order_by("-pk").values_list("state", flat=True)[:LATEST])
    return sum(state in ("failed", "bounced") for state in newest)


def _count_connections() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), current_setting('max_connections')::int FROM pg_stat_activity WHERE datname IS NOT NULL"
        )
        used, most = cursor.fetchone()
    return {"database_connections": used, "database_connections_allowed": most}


def _measure_disk() -> dict[str, int]:
    settings.VAR.mkdir(parents=True, exist_ok=True)
    usage = shutil.disk_usage(settings.VAR)
    return {"disk_bytes_free": usage.free, "disk_bytes": usage.total}
