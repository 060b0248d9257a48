"""Background work of the consequences. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.consequences.actions.spread import spread_waiting


@app.task(name="rules.spread")
def spread_now() -> None:
    """Tell everybody whom waiting changes concern."""
    spread_waiting(timezone.now())


@app.periodic(cron="* * * * *")  # what changes wakes `rules.spread` at once
@app.task(name="consequences.sweep", queueing_lock="consequences.sweep")
def spread_left_untold(timestamp: int) -> None:
    """Every minute: tell what a dead process left untold."""
    spread_waiting(timezone.now())
