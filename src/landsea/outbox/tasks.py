"""Background work of the outbox. A job only wakes the senders: what is to be sent stands in the deliveries."""

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.outbox.actions.send import send_due, sweep

QUEUE = "outbox"


@app.task(name="outbox.send", queue=QUEUE)
def send() -> None:
    """Send everything that is due now."""
    while send_due():
        pass


def wake_senders() -> None:
    """Ask for a round of sending, in the current transaction, unless one is waiting already.

    Looking first, without a lock on the queue, keeps writers from queueing behind one another; should the waiting job
    start just before we commit, the sweep of the next ten seconds sends what it missed.
    """
    if not ProcrastinateJob.objects.filter(queue_name=QUEUE, status="todo", task_name="outbox.send").exists():
        send.defer()


@app.periodic(cron="* * * * * */10")  # the sixth field counts seconds
@app.task(name="outbox.sweep", queue=QUEUE, queueing_lock="outbox.sweep")
def sweep_outbox(timestamp: int) -> None:
    """Every ten seconds: free what a dead sender left in flight, and send what became due."""
    sweep()
    send_due()
