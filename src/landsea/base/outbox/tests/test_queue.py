"""Queueing: in the act's transaction or not at all, each thing told once."""

import pytest
from django.db import connection, transaction

from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.tests.factory import NOW

RECEIPT = Mail(template="test_mail", address="a@demo.example.org", once="receipt:1", stream="case:1")


def count_of_jobs() -> int:
    from procrastinate.contrib.django.models import ProcrastinateJob

    return ProcrastinateJob.objects.filter(task_name="outbox.send").count()


@pytest.fixture(autouse=True)
def no_job_of_earlier_tests(db):
    """Django empties only its own tables after a test with real transactions; the jobs' table is not one of them."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_queued():
    with pytest.raises(RuntimeError, match="in the transaction of the act"):
        queue_mails([RECEIPT], now=NOW)
    assert not Delivery.objects.exists()


@pytest.mark.django_db
def test_the_same_told_twice_is_one_delivery():
    for _time in range(2):
        queue_mails([RECEIPT, RECEIPT], now=NOW)
    assert Delivery.objects.get().once == "receipt:1"


@pytest.mark.django_db(transaction=True)
def test_an_act_that_rolls_back_leaves_neither_mail_nor_job():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        queue_mails([RECEIPT], now=NOW)
        raise ZeroDivisionError
    assert not Delivery.objects.exists() and not count_of_jobs()


@pytest.mark.django_db(transaction=True)
def test_many_acts_leave_one_waking_job():
    for number in range(3):
        with transaction.atomic():
            queue_mails([Mail("test_mail", "a@demo.example.org", f"receipt:{number}", "case:1")], now=NOW)
    assert Delivery.objects.count() == 3 and count_of_jobs() == 1


@pytest.mark.django_db
def test_who_left_no_address_gets_no_mail():
    assert queue_mails([Mail("test_mail", "", "receipt:2", "case:1")], now=NOW) == 0
    assert not Delivery.objects.exists()
