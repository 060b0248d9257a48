"""Background work of the API: what is kept of answers is forgotten in time."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.api.actions.answer_once import forget_old_answers
from landsea.api.actions.order_plan import answer_ordered_plan, forget_old_plans


@app.task(name="api.plan")
def answer_plan(plan_id: int) -> None:
    """Answer a question for ways that a program ordered."""
    answer_ordered_plan(plan_id, now=timezone.now())


@app.periodic(cron="41 3 * * *")
@app.task(name="api.forget", queueing_lock="api.forget")
def forget_answers(timestamp: int) -> None:
    """Once a day: delete answers and plans older than a day."""
    forget_old_answers(timezone.now())
    forget_old_plans(timezone.now())
