"""Jobs whose worker died over them, taken up again; and old jobs forgotten.

A killed worker leaves its jobs marked as being done, for ever. Those that only wake somebody are done by the next sweep; an
order (a link to a new password, a plan for a program) would never be. So they wait again, `MOST_ATTEMPTS` times at most: a job
that kills each worker must not do so for ever. A task that is ordered has to bear being done twice.
"""

import logging

from django.db import connection, transaction

AWAY = 60
"""Seconds since when a worker has given no sign of life (it gives one every ten seconds) when its jobs are taken from it."""
MOST_ATTEMPTS = 3
DAYS_KEPT = 30
LEFT = """
    SELECT j.id, j.task_name, j.attempts, j.queueing_lock
    FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
    WHERE j.status = 'doing' AND (w.id IS NULL OR w.last_heartbeat < now() - make_interval(secs => %s))
    ORDER BY j.id FOR UPDATE OF j SKIP LOCKED
"""
FORGET = """
    DELETE FROM procrastinate_jobs j
    WHERE j.status IN ('succeeded', 'failed', 'cancelled', 'aborted')
      AND NOT EXISTS (SELECT FROM procrastinate_events e WHERE e.job_id = j.id AND e.at > now() - make_interval(days => %s))
"""
log = logging.getLogger(__name__)


def take_up_left_jobs() -> int:
    """Let jobs wait again whose worker is gone; return how many. A round of a sweep is ended: the next one comes anyway."""
    taken_up = 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LEFT, [AWAY])
        for job_id, task, attempts, is_round in cursor.fetchall():
            if is_round or attempts >= MOST_ATTEMPTS:
                cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job_id])
                if not is_round:
                    log.error("job %s (%s) was given up: %s workers died over it", job_id, task, attempts)
            else:
                cursor.execute("SELECT procrastinate_retry_job_v2(%s, now(), NULL, NULL, NULL)", [job_id])
                log.warning("job %s (%s) was left by a worker that died; it is taken up again", job_id, task)
                taken_up += 1
    return taken_up


def forget_ended_jobs() -> int:
    """Delete jobs that ended long ago, however they did; return how many. A worker deletes what went well at once."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET, [DAYS_KEPT])
        return int(cursor.rowcount)
