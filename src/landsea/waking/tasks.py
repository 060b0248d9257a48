"""Background work of waking. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.waking.actions.begin_wakes import begin_wakes
from landsea.waking.actions.continue_wakes import continue_wakes


@app.periodic(cron="* * * * * */10")
@app.task(name="waking.watch", queueing_lock="waking.watch")
def watch_wakes(timestamp: int) -> None:
    """Every ten seconds: begin to wake somebody where an urgent case waits, and go on where nobody answered."""
    now = timezone.now()
    begin_wakes(now)
    continue_wakes(now)
