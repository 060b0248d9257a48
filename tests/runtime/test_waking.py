"""Background work is woken by its name."""

import threading

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import TaskNotFound

from landsea.base.jobs.waking import order_task, wake_task

pytestmark = pytest.mark.django_db


def test_one_waiting_job_is_enough():
    wake_task("rules.spread")
    wake_task("rules.spread")
    wake_task("outbox.send", queue="outbox")
    assert sorted(ProcrastinateJob.objects.values_list("task_name", "queue_name", "status")) == [
        ("outbox.send", "outbox", "todo"),
        ("rules.spread", "default", "todo"),
    ]


def test_an_order_carries_what_is_asked_for_and_each_order_is_a_job_of_its_own():
    order_task("cases.answer_many", answer_id=1)
    order_task("cases.answer_many", answer_id=2)
    assert [job.args for job in ProcrastinateJob.objects.order_by("id")] == [{"answer_id": 1}, {"answer_id": 2}]


@pytest.mark.parametrize("ask", [wake_task, order_task])
def test_a_name_that_no_app_has_is_refused(ask):
    with pytest.raises(TaskNotFound):
        ask("rules.spred")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("task", "queue"), [("corridor.replan", "default"), ("rules.spread", "default"), ("outbox.send", "outbox")]
)
def test_two_who_wake_the_same_work_at_once_do_not_stop_one_another(task, queue):
    failed = []

    def wake_too() -> None:
        try:
            with transaction.atomic():
                connection.cursor().execute("SET LOCAL lock_timeout = '1s'")
                wake_task(task, queue=queue)
        except Exception as problem:
            failed.append(problem)
        finally:
            connection.close()

    with transaction.atomic():
        wake_task(task, queue=queue)
        other = threading.Thread(target=wake_too)
        other.start()
        other.join()
    assert failed == []
    assert ProcrastinateJob.objects.filter(task_name=task, status="todo").count() == 2
