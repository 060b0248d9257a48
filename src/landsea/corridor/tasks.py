"""Background work of the corridor. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.corridor.actions.replan import replan_waiting


@app.task(name="corridor.replan", queueing_lock="corridor.replan")
def replan_now() -> None:
    """Plan again what waiting disruptions touch."""
    replan_waiting(timezone.now())


def wake_replanning() -> None:
    """Ask for a round, in the current transaction; a waiting one is enough, and a sweep follows anyway."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    if not ProcrastinateJob.objects.filter(status="todo", task_name="corridor.replan").exists():
        replan_now.defer()


@app.periodic(cron="* * * * * */20")
@app.task(name="corridor.sweep", queueing_lock="corridor.sweep")
def sweep(timestamp: int) -> None:
    """Every twenty seconds: spread what a dead process left."""
    replan_waiting(timezone.now())
