"""Background work of messengers. A job only wakes the handlers: what came in stands in its rows."""

from contextlib import suppress

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.base.messengers.actions.collect_sms import collect_sms
from landsea.base.messengers.actions.handle_incoming import forget_old, handle_waiting
from landsea.base.messengers.ways.asking_gateways import NoAnswer
from landsea.base.messengers.ways.zalo import Zalo, renew_ahead


@app.task(name="messengers.handle")
def handle_messages() -> None:
    """Deal with everything that has come in."""
    while handle_waiting():
        pass


@app.periodic(cron="* * * * *")  # what comes in wakes `messengers.handle` at once
@app.task(name="messengers.sweep", queueing_lock="messengers.sweep")
def sweep_messages(timestamp: int) -> None:
    """Every minute: deal with what a job that was lost left waiting."""
    handle_waiting()


@app.periodic(cron="* * * * *")
@app.task(name="messengers.collect_sms", queueing_lock="messengers.collect_sms")
def collect_sms_every_minute(timestamp: int) -> None:
    """Every minute, where SMS go by a message centre: get its reports and replies."""
    if settings.SMS == "smpp":
        collect_sms(timezone.now())


@app.periodic(cron="41 * * * *")
@app.task(name="messengers.renew_tokens", queueing_lock="messengers.renew_tokens")
def renew_tokens_ahead(timestamp: int) -> None:
    """Every hour, where an account in Zalo is set up: renew its token before it ends."""
    if Zalo().is_set_up():
        with suppress(NoAnswer):  # noted in the row, and said to operators
            renew_ahead()


@app.periodic(cron="23 3 * * *")
@app.task(name="messengers.forget", queueing_lock="messengers.forget")
def forget_old_messages(timestamp: int) -> None:
    """Once a day: delete the rows of messages that came long ago."""
    forget_old(timezone.now())
