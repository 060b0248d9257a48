"""The reads of the corridor: what plans are made with, what stands still, a kept plan behind its secret link, whom to call."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.http import Http404

from landsea.base.secret_links import SHAPE, compute_digest
from landsea.corridor.access_figures import measure_network
from landsea.corridor.contributed import TROUBLES, Trouble
from landsea.corridor.engine import choose_planner
from landsea.corridor.kept_network import find_network
from landsea.corridor.mapping import make_closure
from landsea.corridor.models import Disruption, KeptPlan
from landsea.corridor.network_files import find_reference_folder
from landsea.directory import access as directory_access
from landsea.directory.display_names import name_desk
from landsea.directory.reachability import describe_reachability, find_reachability
from landsea.rules import access as rules_access
from landsea_core.planner.diagram.gates import Gate, find_gate
from landsea_core.planner.network.closings import Closings
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_rows import Closure, NetworkPlace
from landsea_core.planner.network.rules_gate import Gates, RulesGate
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import ToldJourney
from landsea_core.planner.network.told_journeys import find_told_journeys as said
from landsea_core.rules import Book

CALLED_FIRST = frozenset({"transport_border", "customs_clearance"})
"""Topics whose desks are named at the steps of a plan before others."""


def read_planning_context(network: Corridor | None = None) -> PlanningContext:
    """Return what is planned on now: the network, the measures, and the disruptions that are not over.

    Another network than the present one is for looking at what a change would do.
    """
    stands = PlanningContext(network or measure_network(), engine=choose_planner)
    measures = rules_access.read_published_book()
    if len(measures):
        stands.gate = Gates((RulesGate(measures), stands.gate))
    stands.closings = Closings(stands.corridor, [make_closure(row) for row in list_running_disruptions()])
    return stands


def find_current_network() -> Corridor:
    """Return the network as it stands."""
    return find_network()


def list_running_disruptions() -> QuerySet[Disruption]:
    """Return the disruptions that nobody has ended, the newest first."""
    return Disruption.objects.filter(ended_at=None).order_by("-since", "-pk")


def find_disruption(pk: int) -> Disruption:
    """Return one disruption. Raises Http404."""
    found = Disruption.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def find_disruptions(pks: Iterable[int]) -> dict[int, str]:
    """Return where something stood still, a place's code or a service's id, by the disruption's id."""
    rows = Disruption.objects.filter(pk__in=list(pks)).values_list("pk", "place", "service")
    return {pk: place or service for pk, place, service in rows}


def list_closures(day: date) -> list[Closure]:
    """Return all that stands still on a day: the reference files' closures and the disruptions of editors."""
    rows = [*find_network().closures, *(make_closure(row) for row in list_running_disruptions())]
    return [row for row in rows if row.covers(day)]


def list_closures_calling_at(code: str, day: date) -> list[Closure]:
    """Return what stands still on a day of the services that call at a place, where the place itself is open."""
    services = find_network().services
    return [
        row
        for row in list_closures(day)
        if code not in row.places
        and any(call.place == code for key in row.services if key in services for call in services[key].calls)
    ]


def list_closures_in_the_way(plan: KeptPlan) -> list[Closure]:
    """Return what stands still at the places or services of a kept plan while it goes by the way that was chosen."""
    legs = plan.chosen["legs"]
    first, last = (datetime.fromisoformat(moment).date() for moment in (legs[0]["depart"], legs[-1]["arrive"]))
    rows = [*find_network().closures, *(make_closure(row) for row in list_running_disruptions())]
    modes = {leg["mode"] for leg in legs}
    return [
        row
        for row in rows
        if row.since <= last
        and (row.until is None or row.until >= first)
        and (set(row.places) & set(plan.places) or set(row.services) & set(plan.services))
        and (not row.modes or modes & set(row.modes))
    ]


def find_place(code: str) -> NetworkPlace | None:
    """Return a place of the network, None where there is none of that code."""
    return find_network().places.get(code)


def find_place_or_404(code: str) -> NetworkPlace:
    """Return a place of the network. Raises Http404."""
    found = find_network().places.get(code)
    if found is None:
        raise Http404
    return found


def find_service(name: str) -> Service:
    """Return a service of the network. Raises Http404."""
    found = find_network().services.get(name)
    if found is None:
        raise Http404
    return found


def list_services(code: str) -> list[Service]:
    """Return the services that call at a place, lines before lorries."""
    found = [one for one in find_network().services.values() if any(call.place == code for call in one.calls)]
    return sorted(found, key=lambda one: (one.kind != "line", one.mode, one.id))


def find_kept_plan(secret: str) -> KeptPlan:
    """Return the plan behind a secret link that has not been ended. Raises Http404."""
    found = None
    if SHAPE.fullmatch(secret):
        found = KeptPlan.objects.filter(digest=compute_digest(secret), ended_at=None).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class DeskToCall:
    """A desk that answers at a place: its code and name, whether somebody is there now, and until or from when."""

    code: str
    name: str
    reachable: bool
    words: str


def find_gate_at_place(code: str, now: datetime) -> Gate | None:
    """Return the gate of a place, or of the first place within it whose hours are known, at `now` (aware)."""
    network = find_network()
    within = sorted(one for one, place in network.places.items() if place.within == code)
    return find_gate(network, [code, *within], now)


def find_desks(codes: Iterable[str]) -> dict[str, str]:
    """Return by place the code of a desk that answers there, to be called at a step; places without one are left out.

    Desks for transport and customs come before others; several at one place: the first by code.
    """
    rows = directory_access.list_competences_in_service().filter(place__in=set(codes))
    found: dict[str, tuple[bool, str]] = {}
    for place, topic, desk in rows.values_list("place", "topic", "desk__code"):
        rank = (topic not in CALLED_FIRST, desk)
        found[place] = min(found.get(place, rank), rank)
    return {place: desk for place, (_, desk) in found.items()}


def find_desks_to_call(codes: Iterable[str], now: datetime, language: str) -> dict[str, DeskToCall]:
    """Return by place the desk to call there at `now` (aware), in the reader's language. Three queries at most."""
    named = find_desks(codes)
    desks = directory_access.find_desks(named.values())
    there = find_reachability(desks.values(), now)
    called = {
        code: DeskToCall(
            code,
            name_desk(desk, language)[0],
            there[desk.pk].now,
            describe_reachability(there[desk.pk], now, language),
        )
        for code, desk in desks.items()
    }
    return {place: called[code] for place, code in named.items() if code in called}


@dataclass(frozen=True)
class Surroundings:
    """What a reader of a plan is told beside its legs: measures, desks by place, open barriers, what stands still."""

    book: Book
    desks: dict[str, DeskToCall]
    barriers: list[Trouble]
    closures: list[Closure]
    language: str


def find_book(stands: PlanningContext) -> Book:
    """Return the measures that were planned with; an empty book where none were."""
    return next((gate.book for gate in getattr(stands.gate, "gates", ()) if isinstance(gate, RulesGate)), Book(()))


def find_surroundings(stands: PlanningContext, codes: Iterable[str], now: datetime, language: str) -> Surroundings:
    """Return what stands beside a way that has to do with these places, at `now` (aware), in the reader's language.

    Measures and disruptions are those that were planned with, so that a page does not contradict itself.
    """
    return Surroundings(
        book=find_book(stands),
        desks=find_desks_to_call(codes, now, language),
        barriers=[one for read in TROUBLES for one in read()],
        closures=list(stands.closings.rows),
        language=language,
    )


def find_running_plan(pk: int) -> KeptPlan | None:
    """Return a kept plan by its number, for its own mails; None once it has ended."""
    return KeptPlan.objects.filter(pk=pk, ended_at=None).first()


def list_said_between(origins: frozenset[str], destinations: frozenset[str]) -> list[ToldJourney]:
    """Return what others told of journeys between places, to stand beside our times."""
    return said(find_reference_folder(), origins, destinations)
