"""Jobs that a dead worker left are taken up again, not for ever; old ones go."""

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.base.jobs.left_jobs import MOST_ATTEMPTS, forget_ended_jobs, take_up_left_jobs
from landsea.base.jobs.waking import order_task

pytestmark = pytest.mark.django_db


def ask(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0] if cursor.description else cursor.rowcount


def let_work(seconds_ago, attempts=0):
    """Order a job and let a worker begin it that gave its last sign of life so many seconds ago."""
    order_task("api.plan", plan_id=1)
    worker = ask(
        "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s)) RETURNING id",
        seconds_ago,
    )
    ask(
        "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s, attempts = %s WHERE task_name = 'api.plan'",
        worker,
        attempts,
    )
    return worker


def states():
    return list(ProcrastinateJob.objects.filter(task_name="api.plan").values_list("status", flat=True))


def test_a_job_of_a_worker_that_lives_is_left_alone():
    let_work(seconds_ago=20)
    assert take_up_left_jobs() == 0 and states() == ["doing"]


def test_a_job_of_a_dead_worker_waits_again():
    let_work(seconds_ago=120, attempts=1)
    assert take_up_left_jobs() == 1 and states() == ["todo"]


def test_a_job_whose_worker_was_forgotten_waits_again():
    worker = let_work(seconds_ago=120)
    ask("DELETE FROM procrastinate_workers WHERE id = %s", worker)
    assert take_up_left_jobs() == 1 and states() == ["todo"]


def test_a_job_that_kills_each_worker_is_given_up():
    let_work(seconds_ago=120, attempts=MOST_ATTEMPTS)
    assert take_up_left_jobs() == 0 and states() == ["failed"]


def test_a_round_of_a_sweep_is_ended_beside_the_next_one_that_waits():
    let_work(seconds_ago=120)
    ask("UPDATE procrastinate_jobs SET queueing_lock = 'round' WHERE task_name = 'api.plan'")
    order_task("api.plan", plan_id=2)
    ask("UPDATE procrastinate_jobs SET queueing_lock = 'round' WHERE task_name = 'api.plan' AND status = 'todo'")
    assert take_up_left_jobs() == 0 and sorted(states()) == ["failed", "todo"]


def test_jobs_that_ended_long_ago_are_forgotten():
    for _ in range(2):
        order_task("api.plan", plan_id=1)
    ask("UPDATE procrastinate_jobs SET status = 'failed' WHERE task_name = 'api.plan'")
    newest = ask("SELECT max(id) FROM procrastinate_jobs")
    ask("UPDATE procrastinate_events SET at = now() - interval '31 days' WHERE job_id <> %s", newest)
    assert forget_ended_jobs() == 1
    assert list(ProcrastinateJob.objects.values_list("id", flat=True)) == [newest]
