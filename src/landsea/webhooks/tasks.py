"""Background work of webhooks. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.webhooks.actions.note_events import forget_old_posts, note_events
from landsea.webhooks.actions.post_events import post_due


@app.periodic(cron="* * * * * */20")
@app.task(name="webhooks.sweep", queueing_lock="webhooks.sweep")
def sweep_events(timestamp: int) -> None:
    """Every twenty seconds: note what happened, post what is due."""
    note_events(timezone.now())
    post_due(timezone.now())


@app.task(name="webhooks.post")
def post_events() -> None:
    """At once, after a test was asked for or a receiver was switched on."""
    post_due(timezone.now())


@app.periodic(cron="23 * * * *")
@app.task(name="webhooks.forget", queueing_lock="webhooks.forget")
def forget_posts(timestamp: int) -> None:
    """Every hour: delete what was posted more than thirty days ago."""
    forget_old_posts(timezone.now())
