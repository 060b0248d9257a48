"""Background work of the exchange app."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.exchange.actions.outcome import ask_for_outcomes


@app.periodic(cron="41 3 * * *")
@app.task(name="exchange.outcomes", queueing_lock="exchange.outcomes")
def ask_what_came_of_it(timestamp: int) -> None:
    """Once a day: ask desks about introductions that are 90 days old."""
    ask_for_outcomes(timezone.now())
