"""Background work is woken by its name."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import TaskNotFound

from landsea.runtime.waking import order, wake

pytestmark = pytest.mark.django_db


def test_one_waiting_job_is_enough():
    wake("rules.spread")
    wake("rules.spread")
    wake("outbox.send", queue="outbox")
    assert sorted(ProcrastinateJob.objects.values_list("task_name", "queue_name", "status")) == [
        ("outbox.send", "outbox", "todo"),
        ("rules.spread", "default", "todo"),
    ]


def test_an_order_carries_what_is_asked_for_and_each_order_is_a_job_of_its_own():
    order("cases.answer_many", answer_id=1)
    order("cases.answer_many", answer_id=2)
    assert [job.args for job in ProcrastinateJob.objects.order_by("id")] == [{"answer_id": 1}, {"answer_id": 2}]


@pytest.mark.parametrize("ask", [wake, order])
def test_a_name_that_no_app_has_is_refused(ask):
    with pytest.raises(TaskNotFound):
        ask("rules.spred")
