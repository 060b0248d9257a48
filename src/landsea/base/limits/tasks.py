"""Background work of the limits."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.base.limits.models import Spending


@app.periodic(cron="51 * * * *")
@app.task(name="limits.sweep", queueing_lock="limits.sweep")
def sweep_ended_windows(timestamp: int) -> None:
    """Once an hour: take away what was counted in windows that have ended."""
    Spending.objects.filter(ends_at__lt=timezone.now()).delete()
