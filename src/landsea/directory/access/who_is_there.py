"""Who is really there behind a desk, in numbers and without names: for the page before sending and what follows silence."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from landsea.directory.answering import read_answering
from landsea.directory.models import Appointment, Desk, Role
from landsea_core.contacts import Answering


@dataclass(frozen=True)
class WhoIsThere:
    """People with an open account behind one desk today: its deputies, the heads of its office, the coordinator's people, the
    heads of the coordinator's office (the secretariat), and the diplomats who read along for the filer's country; and who
    can answer at the desk itself.
    """

    answering: Answering
    deputies: int
    heads: int
    coordinators: int
    secretariat: int
    observers: int


def find_who_is_there(desk: Desk, filer_country: str, now: datetime) -> WhoIsThere:
    """Return who is there at `now` (aware) behind a desk (with office). Two statements."""
    current = Q(ends_at=None) | Q(ends_at__gt=now)
    observing = Q(role=Role.OBSERVER, office__country=filer_country) if filer_country else Q(pk=None)
    counted = Appointment.objects.filter(current, starts_at__lte=now, user__is_active=True).aggregate(
        deputies=Count("pk", filter=Q(role=Role.DEPUTY, desk=desk)),
        heads=Count("pk", filter=Q(role=Role.HEAD, office=desk.office_id)),
        coordinators=Count("pk", filter=Q(desk__code=Desk.COORDINATOR)),
        secretariat=Count("pk", filter=Q(role=Role.HEAD, office__desks__code=Desk.COORDINATOR)),
        observers=Count("pk", filter=observing),
    )
    found = read_answering([desk.pk], now).get(desk.pk)
    return WhoIsThere(answering=found.answering if found else Answering.NOBODY, **counted)
