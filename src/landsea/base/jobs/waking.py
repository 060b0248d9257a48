"""Waking background work by its name, so that an act need not import what will later call other acts."""

from procrastinate.contrib.django import app

from landsea.base.planned_once import planned_cursor

DEFAULT_QUEUE = "default"
WAITING = "SELECT 1 FROM procrastinate_jobs WHERE queue_name = %s AND status = 'todo' AND task_name = %s LIMIT 1"


def wake_task(task: str, *, queue: str = DEFAULT_QUEUE) -> None:
    """Ask, in the current transaction, for a round of the task of this name, unless one is waiting already.

    Looking first, without a lock on the queue, keeps writers from queueing behind one another. Should the waiting job start
    just before we commit, the task's own sweep does what it missed. So such a task has no `queueing_lock`: of two writers at
    once the second would wait for the first and then lose its act. Raises `TaskNotFound` for a name no app has.
    """
    with planned_cursor() as cursor:
        cursor.execute(WAITING, [queue, task])
        waits = cursor.fetchone() is not None
    if not waits:
        order_task(task, queue=queue)


def order_task(task: str, *, queue: str = DEFAULT_QUEUE, **given: int | str) -> None:
    """Ask, in the current transaction, for one run of the task of this name with these arguments."""
    app.configure_task(task, allow_unknown=False, queue=queue).defer(**given)
