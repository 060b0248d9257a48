"""The reads of kept plans: which of them a change of the network touches."""

from django.db.models import Q, QuerySet

from landsea.corridor.access_versions import list_versions_of_act
from landsea.corridor.models import Disruption, Edition, KeptPlan, MeasuredLine
from landsea_core.planner.network.changes import Row


def list_plans_touched(cause: Disruption | Edition | MeasuredLine) -> QuerySet[KeptPlan]:
    """Return the running plans that a disruption, an edition or a line's measured time may have changed.

    Those whose chosen way goes by a service or calls at a place that it names, and all that do not go as they were chosen:
    whatever changes may give them back their way, or take from them the one that stands in its place.
    """
    services, places = _named_by(cause)
    touched = Q(services__overlap=sorted(services)) | Q(places__overlap=sorted(places))
    return KeptPlan.objects.filter(touched | Q(instead__isnull=False) | ~Q(trouble=""), ended_at=None)


def _named_by(cause: Disruption | Edition | MeasuredLine) -> tuple[set[str], set[str]]:
    """Return the ids of services and the codes of places that it is about."""
    services: set[str] = set()
    places: set[str] = set()
    if isinstance(cause, Disruption):
        services, places = {cause.service}, {cause.place}
    elif isinstance(cause, MeasuredLine):
        services = {cause.service}
    else:
        for version in list_versions_of_act(cause):
            for row in (version.before, version.after):
                if row is not None:
                    _name(version.kind, row, services, places)
    return services - {""}, places - {""}


def _name(kind: str, row: Row, services: set[str], places: set[str]) -> None:
    if kind == "services":
        services.add(row["id"])
    elif kind in ("prices", "closures"):
        services.update(row["services"])
        places.update(row.get("places", ()))
    elif kind == "places":
        places.add(row["code"])
    elif "place" in row:
        places.add(row["place"])
