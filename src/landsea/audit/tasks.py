"""Background work of the audit: anchors on a timer."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.audit.actions.anchor import anchor


@app.periodic(cron="*/10 * * * *")
@app.task(name="audit.anchor", queueing_lock="audit.anchor")
def anchor_streams(timestamp: int) -> None:
    """Every ten minutes: anchor what moved."""
    anchor(timezone.now())
