"""Who has duty at a desk, and which desks have any: for pages and boards that asked for the right to see contacts before."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from landsea.directory import access
from landsea.directory.models import (
    Desk,
    DutyShift,
    RotaTurn,
)


def list_rota(desk_id: int) -> list[RotaTurn]:
    """Return the turns of a desk's rota with their contacts; for those who passed `find_desk_to_see`."""
    return list(
        RotaTurn.objects.filter(desk_id=desk_id).select_related("contact").order_by("first_day", "begins", "pk")
    )


def list_desks_with_duty(now: datetime) -> QuerySet[Desk]:
    """Return desks in service that have a rota or shifts to come: those whose gaps somebody would miss."""
    rota = RotaTurn.objects.filter(Q(until=None) | Q(until__gte=now.date() - timedelta(days=28)), desk=OuterRef("pk"))
    shifts = DutyShift.objects.filter(desk=OuterRef("pk"), ends_at__gt=now - timedelta(days=28))
    return access.list_desks_in_service().filter(Exists(rota) | Exists(shifts)).order_by("code")
