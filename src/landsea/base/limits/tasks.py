"""Background work of the limits."""

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.base.limits.models import Spending


@app.periodic(cron="51 * * * *")
@app.task(name="limits.sweep", queueing_lock="limits.sweep")
def sweep_ended_windows(timestamp: int) -> None:
    """Once an hour: take away what was counted in windows that have ended, and what has ended in the shared cache."""
    now = timezone.now()
    Spending.objects.filter(ends_at__lt=now).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM landsea_cache WHERE expires < %s", [now])
