"""Jobs that were ordered, failed and are tried no more: told to operators, who may let one be done again. A round of a sweep is
none of them, for the next one comes by itself.
"""

from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext, gettext_lazy, ngettext
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.impossible_rows import IMPOSSIBLE_ROWS, MOST_SHOWN, ImpossibleRow, KindOfRow, find_number_of_row
from landsea.base.jobs.turns import wait_for_turn

STREAM = "jobs"
FAILED = {"status": "failed", "queueing_lock": None}


def find_failed_jobs() -> tuple[list[ImpossibleRow], int]:
    """Return the newest ordered jobs that failed, and how many there are."""
    found = ProcrastinateJob.objects.filter(**FAILED).exclude(args={}).order_by("-pk")
    rows = [
        ImpossibleRow(
            str(job.pk), job.task_name, gettext("The program stopped at it; its log says where."), "", job.attempts
        )
        for job in found[:MOST_SHOWN]
    ]
    return rows, found.count()


def do_job_again(actor: Actor, key: str, now: datetime) -> bool:
    """Let a failed job wait for a worker again; False when it is not failed any more."""
    with transaction.atomic():
        wait_for_turn(STREAM)
        number = find_number_of_row(key)
        if number is None or not ProcrastinateJob.objects.filter(pk=number, **FAILED).exists():
            return False
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_jobs SET status = 'todo', scheduled_at = NULL, attempts = 0 WHERE id = %s",
                [number],
            )
        append_entry(stream=STREAM, act="do_again", actor=actor.label, at=now, facts={"job": number})
    return True


IMPOSSIBLE_ROWS.put(
    KindOfRow(
        "jobs",
        lambda total: ngettext("%(total)s job failed", "%(total)s jobs failed", total) % {"total": total},
        gettext_lazy("They are not tried again by themselves; all others go on. They are forgotten after 30 days."),
        find_failed_jobs,
        do_job_again,
        gettext_lazy("Do it again"),
    ),
    order=20,
)
