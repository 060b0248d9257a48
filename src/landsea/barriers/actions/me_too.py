"""Files a case of somebody who has the same trouble, and brings it into the barrier, in one transaction."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext

from landsea.barriers.actions.review import review_locked
from landsea.barriers.models import Barrier, BarrierMember, Joined
from landsea.barriers.stream import name_stream
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.cases.actions.file import Filed, file_case
from landsea.cases.filing_plan import Filing

MOST_FROM_ONE_NETWORK = 5
PER = timedelta(days=1)


def file_me_too(
    barrier_id: int,
    filing: Filing,
    *,
    network: str,
    actor: Actor,
    now: datetime,
    cost_per_day: Decimal | None = None,
    currency: str = "",
) -> Filed:
    """File the case and join; the same form twice does it once. A closed barrier opens again at once.

    Refused when one network joined this barrier too often within a day: the tally shall tell how many have the trouble,
    not how often somebody presses. Such a case can still be filed by itself.
    """
    with transaction.atomic():
        barrier = Barrier.objects.select_for_update(of=("self",)).select_related("place").get(pk=barrier_id)
        filed = file_case(_complete_filing(barrier, filing), actor=actor, now=now)
        if filed.again:
            return filed
        recent = BarrierMember.objects.filter(barrier=barrier, network=network, added_at__gt=now - PER).count()
        if network and recent >= MOST_FROM_ONE_NETWORK:
            raise Refused(
                "too_often",
                gettext(
                    "Several reports of this barrier came from your connection today. What you typed is still here: send "
                    "it tomorrow, or file it as a case of its own."
                ),
            )
        BarrierMember.objects.create(
            barrier=barrier,
            case=filed.case,
            joined=Joined.ME_TOO,
            added_at=now,
            network=network,
            cost_per_day=cost_per_day,
            currency=currency if cost_per_day is not None else "",
        )
        append_entry(
            stream=name_stream(barrier.pk),
            act="join_barrier",
            actor=actor.label,
            at=now,
            facts={"cases": 1, "joined": Joined.ME_TOO.value},
        )
        if barrier.closed_at is not None:
            review_locked(barrier, now=now)
    return filed


def _complete_filing(barrier: Barrier, filing: Filing) -> Filing:
    """Return the filing with what the barrier knows: it is about the same place, matter and goods."""
    return replace(
        filing,
        topic=barrier.topic,
        matter=barrier.matter,
        country=barrier.country,
        place_code=barrier.place.code if barrier.place else "",
        goods=filing.goods or barrier.goods,
        hs=filing.hs or barrier.chapter,
    )
