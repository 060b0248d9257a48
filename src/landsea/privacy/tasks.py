"""Background work of this room. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.privacy.actions.keep_periods import erase_past
from landsea.privacy.actions.make_export import make_export
from landsea.privacy.actions.take_exports_away import take_old_exports_away
from landsea.privacy.actions.take_papers_home import take_papers_home


@app.task(name="privacy.export")
def make_ordered_export(export_id: int) -> None:
    """Make the copy that somebody ordered."""
    make_export(export_id, now=timezone.now())


@app.periodic(cron="43 2 * * *")
@app.task(name="privacy.retention", queueing_lock="privacy.retention")
def erase_what_is_past(timestamp: int) -> None:
    """Once a day: erase what is past its period."""
    erase_past(now=timezone.now())


@app.periodic(cron="23 * * * *")
@app.task(name="privacy.old_exports", queueing_lock="privacy.old_exports")
def take_exports_away(timestamp: int) -> None:
    """Once an hour: take copies away whose days are over."""
    take_old_exports_away(now=timezone.now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="privacy.papers_home", queueing_lock="privacy.papers_home")
def bring_papers_home(timestamp: int) -> None:
    """Every ten minutes: move papers into the store of their country, where the installation has one."""
    take_papers_home(now=timezone.now())
