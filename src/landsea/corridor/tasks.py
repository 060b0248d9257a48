"""Background work of the corridor. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.corridor.actions.replan import replan_waiting
from landsea.corridor.actions.weigh_trips import weigh_trips


@app.task(name="corridor.replan")
def replan_now() -> None:
    """Plan again what waiting disruptions touch."""
    replan_waiting(timezone.now())


@app.periodic(cron="* * * * *")  # a disruption wakes `corridor.replan` at once
@app.task(name="corridor.sweep", queueing_lock="corridor.sweep")
def sweep_trips(timestamp: int) -> None:
    """Every minute: see whether trips moved a line's time, spread that and what a dead process left."""
    weigh_trips(timezone.now())
    replan_waiting(timezone.now())
