"""Background work of the barriers app."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.barriers.actions.review import review_all


@app.periodic(cron="11 * * * *")
@app.task(name="barriers.review", queueing_lock="barriers.review")
def review_barriers(timestamp: int) -> None:
    """Once an hour: close what stayed quiet, open what came back."""
    review_all(timezone.now())
