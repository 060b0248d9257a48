"""Services of the network, and what stands still, for the search."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _

from landsea.base.findable import FINDABLE, FindableKind, FoundLine
from landsea.corridor import access
from landsea.corridor.kept_network import NETWORK
from landsea.corridor.labels import MODES, describe_closed, describe_days, name_service
from landsea.corridor.mapping import make_closure
from landsea_core.finding import Text
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_rows import Closure

SAME_OF_MODE = {"rail": "train", "sea": "ship", "river": "ship", "barge": "ship", "air": "flight", "road": "lorry"}
STANDS_STILL = frozenset({"same:closed"})


def _texts_of_services() -> Iterable[Text]:
    network = access.find_current_network()
    for one in network.services.values():
        if one.kind == "line":
            codes = {call.place for call in one.calls}
            names = (one.name, *_names_of_way(network, one))
            marks = {f"place:{code}" for code in codes} | {f"same:{SAME_OF_MODE.get(one.mode, 'freight')}"}
            yield Text(one.id, names, (one.id, one.operator, *_names_of(network, codes)), frozenset(marks))


def _names_of_way(network: Corridor, one: Service) -> Iterable[str]:
    """Its ends in every language in which both have a name."""
    first, last = network.places[one.calls[0].place], network.places[one.calls[-1].place]
    return (
        f"{first.names[language]} {last.names[language]}" for language in sorted(first.names.keys() & last.names.keys())
    )


def _names_of(network: Corridor, codes: Iterable[str]) -> Iterable[str]:
    places = [network.places[code] for code in sorted(codes) if code in network.places]
    return (name for place in places for name in (*place.names.values(), *place.other_names))


def _show_services(keys: Sequence[str], now: datetime) -> list[FoundLine]:
    network = access.find_current_network()
    closures = access.list_closures(now.date())
    found = (network.services[key] for key in keys if key in network.services)
    return [
        FoundLine(
            one.id,
            reverse("corridor_service", args=[one.id]),
            name_service(network, one),
            " · ".join(filter(None, (str(MODES[one.mode]), describe_days(one)))),
            state=_stand_of(one, closures),
            countries=_countries_of(network, (call.place for call in one.calls)),
            named=one.operator,
        )
        for one in found
    ]


def _countries_of(network: Corridor, codes: Iterable[str]) -> frozenset[str]:
    return frozenset(network.places[code].country for code in codes if code in network.places)


def _stand_of(one: Service, closures: Iterable[Closure]) -> tuple[str, str]:
    """Whether a service stands still by one of the closures of a day, or is on record only."""
    places = {call.place for call in one.calls}
    for row in closures:
        if one.id in row.services or ((not row.modes or one.mode in row.modes) and places & set(row.places)):
            return "silent", _("is stopped")
    return ("waits", _("not offered")) if one.not_offered else ("", "")


def _read_closed_mark() -> tuple:
    rows = access.list_running_disruptions().order_by()
    return (NETWORK.mark(), *rows.aggregate(all=Count("pk"), last=Max("pk")).values())


def _all_closures() -> dict[str, Closure]:
    rows = [*access.find_current_network().closures, *(make_closure(row) for row in access.list_running_disruptions())]
    return {str(row.id): row for row in rows}


def _texts_of_closures() -> Iterable[Text]:
    network = access.find_current_network()
    for key, row in _all_closures().items():
        places = tuple(dict.fromkeys(_places_of(network, row)))
        marks = STANDS_STILL | {f"place:{code}" for code in places}
        marks |= {f"country:{country}" for country in _countries_of(network, places)}
        yield Text(key, (row.says, *_names_of(network, places)), (key,), frozenset(marks))


def _show_closures(keys: Sequence[str], now: datetime) -> list[FoundLine]:
    network, rows, today = access.find_current_network(), _all_closures(), now.date()
    found = (rows[key] for key in keys if key in rows)
    return [
        FoundLine(
            str(row.id),
            reverse("disruptions"),
            describe_closed(network, row),
            row.says,
            state=_state_of(row, today),
            countries=_countries_of(network, _places_of(network, row)),
        )
        for row in found
    ]


def _places_of(network: Corridor, row: Closure) -> Iterable[str]:
    """Where it stands still: the places that it names, and the calls of the services that it names."""
    services = (network.services[key] for key in row.services if key in network.services)
    return (*row.places, *(call.place for one in services for call in one.calls))


def _state_of(row: Closure, today) -> tuple[str, str]:
    if row.covers(today):
        return "silent", _("is stopped now")
    return ("waits", _("still to come")) if row.since > today else ("done", _("over"))


FINDABLE.put(FindableKind("services", NETWORK.mark, _texts_of_services, _show_services), order=55)
FINDABLE.put(FindableKind("disruptions", _read_closed_mark, _texts_of_closures, _show_closures), order=45)
