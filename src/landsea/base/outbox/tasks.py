"""Background work of the outbox. A job only wakes the senders: what is to be sent stands in the deliveries."""

from procrastinate.contrib.django import app

from landsea.base.outbox.actions.send import free_stuck_deliveries, send_due

QUEUE = "outbox"


@app.task(name="outbox.send", queue=QUEUE)
def send_due_mails() -> None:
    """Send everything that is due now."""
    while send_due():
        pass


@app.periodic(cron="* * * * * */10")  # the sixth field counts seconds
@app.task(name="outbox.sweep", queue=QUEUE, queueing_lock="outbox.sweep")
def sweep_outbox(timestamp: int) -> None:
    """Every ten seconds: free what a dead sender left in flight, and send what became due."""
    free_stuck_deliveries()
    send_due()
