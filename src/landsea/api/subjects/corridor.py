"""The corridor: services and disruptions of the network, and the measured times of trips."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from landsea.api.form_bodies import Body
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.problems import Fault, Problem
from landsea.api.shapes import Shape, make_day_field, make_text_field, make_texts_field, make_whole_field, number_field
from landsea.base.limits.spending import spend_limit
from landsea.base.translation.sentences import say_sentence
from landsea.base.ui.fields import make_words_field
from landsea.corridor import access
from landsea.corridor.actions.disrupt import end_disruption, make_report, open_disruption
from landsea.corridor.actions.log_trip import Wish, log_file
from landsea.corridor.forms import DisruptionForm, TripForm
from landsea.corridor.mapping import make_closure
from landsea_core.planner.network.milestones import read_milestones
from landsea_core.planner.network.model import MODES

SERVICE = Shape(
    "Service",
    "A scheduled transport service, or lorries on call",
    {
        "id": make_text_field(lambda row: row.id),
        "kind": make_text_field(lambda row: row.kind),
        "mode": make_text_field(lambda row: row.mode),
        "name": make_text_field(lambda row: row.name),
        "calls": make_texts_field(lambda row: [call.place for call in row.calls], "codes of the places, in order"),
    },
)
DISRUPTION = Shape(
    "Disruption",
    "A place or a service that is stopped",
    {
        "id": number_field(lambda told: told[1], "by which it is ended; null where a file says it"),
        "places": make_texts_field(lambda told: told[0].places),
        "services": make_texts_field(lambda told: told[0].services),
        "since": make_day_field(lambda told: told[0].since),
        "until": make_day_field(lambda told: told[0].until, "null where nobody knows"),
        "says": make_text_field(lambda told: told[0].says),
        "source": make_text_field(lambda told: told[0].fact.source),
        "grade": make_text_field(lambda told: told[0].fact.grade),
    },
)
LOGGED = Shape(
    "LoggedTrips",
    "What became of trips that were sent",
    {
        "new": make_whole_field(lambda told: told[0]),
        "known_before": make_whole_field(lambda told: told[1], "the same trips had been sent before"),
    },
)


class TripsForm(TripForm):
    """Trips as text in one of the forms that a file of the page may have."""

    trips = make_words_field(
        _("Trips"),
        900_000,
        area=True,
        required=True,
        strip=False,
        help_text=_("CSV with the columns trip, place, what and at, or DCSA or EPCIS 2.0 events as JSON."),
    )


def list_services(asked: Asked) -> Answered:
    """Return the services of the network."""
    found = sorted(access.find_current_network().services.values(), key=lambda one: one.id)
    place, mode = asked.query["place"].upper(), asked.query["mode"]
    found = [
        one
        for one in found
        if (not mode or one.mode == mode) and (not place or any(call.place == place for call in one.calls))
    ]
    return cut_page(asked, make_slicer(found), SERVICE)


def list_disruptions(asked: Asked) -> Answered:
    """Return what stands still now or is known to come."""
    rows: list[tuple[Any, int | None]] = [(make_closure(row), row.pk) for row in access.list_running_disruptions()]
    rows += [(row, None) for row in access.find_current_network().closures]
    found = [one for one in rows if one[0].until is None or one[0].until >= asked.now.date()]
    return cut_page(asked, make_slicer(found), DISRUPTION)


def report_disruption(asked: Asked) -> dict[str, Any]:
    """Enter a disruption."""
    row = open_disruption(make_report(asked.form.cleaned_data), actor=asked.actor, now=asked.now)
    return DISRUPTION.of((make_closure(row), row.pk))


def close_disruption(asked: Asked) -> dict[str, Any]:
    """Say that a disruption is over."""
    row = access.find_disruption(asked.path["id"])
    end_disruption(row, actor=asked.actor, now=asked.now)
    return DISRUPTION.of((make_closure(row), row.pk))


def spend_trips(asked: Asked) -> None:
    """Count one more upload of trips from this network. Raises Problem when there were too many."""
    if not spend_limit(asked.request, "trip"):
        raise Problem("too-often", str(_("Many trips came from your connection within the hour. Send them later.")))


def log_trips(asked: Asked) -> dict[str, Any]:
    """Log trips that happened: what all senders measured becomes the times that plans go by."""
    typed = asked.form.cleaned_data
    how, reading = read_milestones(access.find_current_network(), typed["trips"], asked.now)
    if reading.faults or not reading.found:
        sentences = [say_sentence(one) for one in reading.faults[:20]]
        sentences = sentences or [str(_("What was sent holds nothing that happened to a trip."))]
        raise Problem("faults", sentences[0], faults=[Fault("/trips", one) for one in sentences])
    cost = typed["cost_usd"]
    wish = Wish(typed["mode"], typed["goods"], None if cost is None else float(cost), how)
    return LOGGED.of(log_file(reading.found, wish, actor=asked.actor, now=asked.now))


_MODES = Parameter("mode", {"type": "string", "enum": sorted(MODES)}, "by which way")
_PLACE = Parameter("place", {"type": "string", "maxLength": 12}, "the code of a place where it calls")


OPERATIONS = [
    Operation(
        "GET",
        "/services",
        "list_services",
        "Services of the network, by id",
        list_services,
        list_schema(SERVICE),
        group="Corridor",
        query=(_PLACE, _MODES, LIMIT, CURSOR),
    ),
    Operation(
        "GET",
        "/disruptions",
        "list_disruptions",
        "What is stopped now, or is known to come",
        list_disruptions,
        list_schema(DISRUPTION),
        group="Corridor",
        query=(LIMIT, CURSOR),
    ),
    Operation(
        "POST",
        "/disruptions",
        "report_disruption",
        "Say that a place or a service is stopped",
        report_disruption,
        DISRUPTION,
        door="editor",
        scope="network:write",
        group="Corridor",
        body=Body(DisruptionForm),
        status=201,
    ),
    Operation(
        "POST",
        "/disruptions/{id}/end",
        "end_disruption",
        "Say that it moves again",
        close_disruption,
        DISRUPTION,
        door="editor",
        scope="network:write",
        group="Corridor",
        in_path=ID_IN_PATH,
    ),
    Operation(
        "POST",
        "/trips",
        "log_trips",
        "Log trips that happened, for the measured times",
        log_trips,
        LOGGED,
        door="signed_in",
        scope="network:write",
        group="Corridor",
        body=Body(TripsForm),
        spend=spend_trips,
    ),
]
