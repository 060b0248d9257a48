"""Takes a question for ways, answers it in the background, and forgets it after a day."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext

from landsea.api.models import OrderedPlan
from landsea.api.planning import answer_question
from landsea.base.jobs.waking import order_task
from landsea.base.secret_links import compute_digest

KEPT = timedelta(days=1)


def order_plan(question: str, *, language: str, now: datetime) -> str:
    """Keep a question and have it answered; return the secret of the answer's address."""
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        row = OrderedPlan.objects.create(
            digest=compute_digest(secret), question=question, language=language, ordered_at=now
        )
        order_task("api.plan", plan_id=row.pk)
    return secret


def answer_ordered_plan(plan_id: int, *, now: datetime) -> None:
    """Answer a question that was ordered; answered or forgotten, there is nothing to do. A fault of ours is an answer too, so
    that no program waits for a plan that never comes; it is raised again for the log.
    """
    row = OrderedPlan.objects.filter(pk=plan_id, done_at=None).first()
    if row is None:
        return
    with translation.override(row.language):
        try:
            answer = answer_question(QueryDict(row.question), now)
        except Exception:
            said = gettext("Something went wrong on our side. It has been written down for the operators.")
            OrderedPlan.objects.filter(pk=row.pk).update(answer={"error": {"message": said}}, done_at=now)
            raise
    OrderedPlan.objects.filter(pk=row.pk).update(answer=answer, done_at=now)


def forget_old_plans(now: datetime) -> int:
    """Delete what was ordered more than a day ago, and return how many."""
    return OrderedPlan.objects.filter(ordered_at__lt=now - KEPT).delete()[0]
