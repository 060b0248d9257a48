"""Background work of the audit: the timer that anchors what was written."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.base.audit.actions.anchor import write_anchor


@app.periodic(cron="* * * * *")
@app.task(name="audit.anchor", queue="audit", queueing_lock="audit.anchor")
def anchor_streams(timestamp: int) -> None:
    """Every minute: anchor the streams that moved, so that a chain cut off at its end is noticed from then on."""
    write_anchor(timezone.now())
