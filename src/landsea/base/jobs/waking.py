"""Waking background work by its name, so that an act need not import what will later call other acts."""

from procrastinate.contrib.django import app

from landsea.base.set_based import Change, write_together

DEFAULT_QUEUE = "default"
WAITING = """
SELECT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE queue_name = %s AND status = 'todo' AND task_name = %s)
"""


def wake_task(task: str, *, queue: str = DEFAULT_QUEUE) -> None:
    """Ask, in the current transaction, for a round of the task of this name, unless one is waiting already.

    Looking first, without a lock on the queue, keeps writers from queueing behind one another. Should the waiting job start
    just before we commit, the task's own sweep does what it missed. So such a task has no `queueing_lock`: of two writers at
    once the second would wait for the first and then lose its act. Raises `TaskNotFound` for a name no app has.
    """
    write_and_wake(task=task, queue=queue)


def write_and_wake(*changes: Change, task: str, queue: str = DEFAULT_QUEUE) -> None:
    """Do these changes, and ask for a round of the task as `wake_task` does: it is looked for in the statement that writes."""
    if not write_together(*changes, asking=WAITING, of=(queue, task)):
        order_task(task, queue=queue)


def order_task(task: str, *, queue: str = DEFAULT_QUEUE, **given: int | str) -> None:
    """Ask, in the current transaction, for one run of the task of this name with these arguments."""
    app.configure_task(task, allow_unknown=False, queue=queue).defer(**given)
