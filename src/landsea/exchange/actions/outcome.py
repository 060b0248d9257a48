"""What came of introductions: both desks are asked after 90 days, and either records it."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.outbox.actions.queue import queue_mails
from landsea.base.refusal import Refused
from landsea.exchange.access import OUTCOME_AFTER, find_introduction
from landsea.exchange.actions.introducing import lock_introduction, note_in_chain
from landsea.exchange.models import Introduction, Outcome, Stage
from landsea.exchange.notices import make_mails_to_desk
from landsea.exchange.stream import name_introduction_stream

log = logging.getLogger(__name__)


def record_outcome(actor: Actor, introduction_id: int, outcome: str, *, now: datetime) -> Introduction:
    """Record what came of an introduction, as one of its desks; a later word replaces an earlier one."""
    if outcome not in Outcome.values:
        raise Refused("no_outcome", gettext("Choose what came of it."))
    with transaction.atomic():
        introduction = lock_introduction(find_introduction(actor, introduction_id).pk)
        if introduction.stage != Stage.INTRODUCED:
            raise Refused(
                "not_introduced", gettext("The two have not been introduced yet, so there is no result to tell.")
            )
        introduction.outcome, introduction.outcome_at = outcome, now
        introduction.save(update_fields=["outcome", "outcome_at"])
        note_in_chain(introduction, "record_outcome", actor.label, now, outcome=outcome)
    return introduction


def ask_for_outcomes(now: datetime) -> int:
    """Ask both desks what came of each introduction that is 90 days old at `now` (aware), once; return how many."""
    due = Introduction.objects.filter(
        stage=Stage.INTRODUCED, outcome="", outcome_asked_at=None, ended_at__lte=now - OUTCOME_AFTER
    )
    asked = 0
    for introduction_id in list(due.values_list("pk", flat=True)):
        try:
            asked += _ask_for_outcome(introduction_id, now)
        except Exception:
            log.exception("introduction %s could not be asked about", introduction_id)
    return asked


def _ask_for_outcome(introduction_id: int, now: datetime) -> bool:
    with transaction.atomic():
        introduction = lock_introduction(introduction_id)
        if introduction.outcome or introduction.outcome_asked_at is not None:
            return False
        introduction.outcome_asked_at = now
        introduction.save(update_fields=["outcome_asked_at"])
        note_in_chain(introduction, "ask_for_outcome", "system", now)
        for desk in {introduction.asker_desk, introduction.owner_desk}:
            queue_mails(
                make_mails_to_desk(
                    desk,
                    "exchange_outcome",
                    stream=name_introduction_stream(introduction.pk),
                    once=str(introduction.pk),
                    listing=introduction.listing,
                    now=now,
                    introduction=introduction.pk,
                ),
                now=now,
            )
    return True
