"""What this installation did lately and what waits: times and counts, and never whose.

Every answer is read by an index, so that a watcher may ask every few seconds while a million cases lie there.
"""

import shutil
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import connection

from landsea.base.messengers.access import tokens_fail_since
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
    waiting = Delivery.objects.filter(state__in=["queued", "waiting"], not_before__lte=now)
    job, jobs, worker = _read_jobs(now)
    backup = find_newest_backup()
    return Activity(
        at=now,
        last={
            "filing": Case.objects.order_by("-pk").values_list("filed_at", flat=True).first(),
            "mail_out": Delivery.objects.filter(state="sent")
            .order_by("-pk")
            .values_list("ended_at", flat=True)
            .first(),
            **{name: read() for name, read in SIGNS_OF_LIFE},
            "worker": worker,
            "backup": backup.made_at if backup else None,
        },
        waiting_since={
            "job": job,
            "mail": waiting.order_by("not_before").values_list("not_before", flat=True).first(),
            "step": open_cases.filter(due_at__lte=now).order_by("due_at").values_list("due_at", flat=True).first(),
            "deadline": Case.objects.filter(wakes_at__lte=now)
            .order_by("wakes_at")
            .values_list("wakes_at", flat=True)
            .first(),
            "token": tokens_fail_since(),
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
