"""Background work of the outbox. A job only wakes the senders: what is to be sent stands in the deliveries."""

from procrastinate.contrib.django import app

from landsea.base.jobs.places import Places
from landsea.base.outbox.actions.send import free_stuck_deliveries, send_due, send_due_messages

QUEUE = "outbox"
PLACES = Places(2)
"""Of a worker's four: a mail server that is slow leaves room for the rest."""
MESSAGE_PLACES = Places(1)
"""One more for calls and short messages alone, while those two are held: who is woken at night waits for no mail server."""


@app.task(name="outbox.send", queue=QUEUE)
def send_due_mails() -> None:
    """Send everything that is due now."""
    with PLACES.take() as free:
        while free and send_due():
            pass
    if not free:
        _send_messages()


@app.periodic(cron="* * * * * */20")  # the sixth field counts seconds; an act wakes `outbox.send` at once
@app.task(name="outbox.sweep", queue=QUEUE, queueing_lock="outbox.sweep")
def sweep_outbox(timestamp: int) -> None:
    """Every twenty seconds: free what a dead sender left in flight, and send what became due."""
    free_stuck_deliveries()
    with PLACES.take() as free:
        if free:
            send_due()
    if not free:
        _send_messages()


def _send_messages() -> None:
    with MESSAGE_PLACES.take() as free:
        while free and send_due_messages():
            pass
