"""A kept plan from its beginning to its end: kept, confirmed by its link, ended."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.base.secret_links import compute_digest
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import KeptPlan

MOST_PLANS = 50
"""For one address."""


@dataclass(frozen=True)
class Wish:
    """What is kept, for whom: the query string of the plan page and the chosen itinerary as data."""

    email: str
    language: str
    name: str
    question: str
    chosen: dict
    ready_at: datetime


def keep_plan(wish: Wish, *, actor, now: datetime) -> KeptPlan:
    """Keep a plan and send its link. Raises Refused when the address keeps too many already."""
    email = wish.email.strip().lower()
    with transaction.atomic():
        list(KeptPlan.objects.select_for_update().filter(email=email, ended_at=None).values_list("pk", flat=True)[:1])
        if KeptPlan.objects.filter(email=email, ended_at=None).count() >= MOST_PLANS:
            raise Refused("many", gettext("This address keeps many plans already. End one of them first."))
        row = KeptPlan(
            email=email,
            language=wish.language,
            name=wish.name,
            question=wish.question,
            chosen=wish.chosen,
            places=list_touched_places(wish.chosen),
            services=[leg["service"] for leg in wish.chosen["legs"]],
            ready_at=wish.ready_at,
            created_at=now,
            planned_at=now,
        )
        row.digest = compute_digest(KEPT_LINKS.secret_of(row.nonce))
        row.save(force_insert=True)
        append_entry(stream=f"plan:{row.pk}", act="keep_plan", actor=actor.label, at=now, first=True)
        queue_mail(
            now=now,
            template="plan_kept",
            address=email,
            once=f"plan:{row.pk}:kept",
            stream=f"plan:{row.pk}",
            language=wish.language,
            facts={"plan": row.pk, "name": wish.name},
        )
    return row


def list_touched_places(chosen: dict) -> list[str]:
    """Return the codes of the places an itinerary calls at, those of its border steps among them."""
    found = [code for leg in chosen["legs"] for code in leg.get("called", [leg["from"], leg["to"]])]
    return sorted(set(found))


def confirm_plan(row: KeptPlan, *, now: datetime) -> None:
    """Note that the link of the mail was opened: from now on mails come."""
    with transaction.atomic():
        if KeptPlan.objects.filter(pk=row.pk, confirmed_at=None, ended_at=None).update(confirmed_at=now):
            append_entry(stream=f"plan:{row.pk}", act="confirm_plan", actor="reader", at=now)


def end_plan(row: KeptPlan, *, now: datetime) -> None:
    """End it: no more mails, the page closes."""
    with transaction.atomic():
        if KeptPlan.objects.filter(pk=row.pk, ended_at=None).update(ended_at=now):
            append_entry(stream=f"plan:{row.pk}", act="end_plan", actor="reader", at=now)
