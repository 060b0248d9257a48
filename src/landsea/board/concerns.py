"""What the coordinator may not let fall through, as short lists; each knows how long it really is, and each line has the
act that mends it. Cases stand in one kind of list; desks, contacts and duty in the other.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case
from landsea.cases.open_cases import find_late, list_waiting_cases
from landsea.directory import access as directory_access
from landsea.directory.access import duty, managed_contacts
from landsea.directory.duty import GAPS_AHEAD, Gap, list_gaps
from landsea.directory.models import ConfirmationRequest, Desk
from landsea.directory.reachability import find_desks_with_nobody

SHOWN = 12
SOON = timedelta(hours=24)
PASSED_ON = 2


@dataclass(frozen=True)
class Concern:
    """One list of cases: a code, the first cases by what falls due, and how many there are in all."""

    code: str
    cases: list[Case]
    total: int


@dataclass(frozen=True)
class Deserted:
    """A desk with open cases where nobody can be reached."""

    desk: Desk
    open_cases: int


@dataclass(frozen=True)
class Shaky:
    """Contacts going stale: the first questions nobody answered, and how many there are."""

    requests: list[ConfirmationRequest]
    total: int


def list_cases_by_concern(actor: Actor, now: datetime) -> dict[str, QuerySet[Case]]:
    """Return the open cases of each list for a coordinator at `now` (aware), each case in one: with nobody else, late, waiting
    for a dialogue (which comes before all else), late within a day, passed on.
    """
    running = list_visible_cases(actor).filter(closed_at=None)
    belongs = {
        "with_us": Q(desk=directory_access.find_coordinator_desk()),
        "late": find_late(now),
        "for_dialogue": Q(pk__in=list_waiting_cases()),
        "late_soon": Q(due_at__gte=now, due_at__lt=now + SOON),
        "handed_twice": Q(hand_offs__gte=PASSED_ON),
    }
    found = {}
    for code in ("for_dialogue", "with_us", "late", "late_soon", "handed_twice"):
        found[code] = running.filter(belongs[code]).order_by("due_at", "id")
        running = running.exclude(belongs[code])
    return {code: found[code] for code in belongs}


def list_concerns(actor: Actor, now: datetime) -> list[Concern]:
    """Return those lists with their first cases."""
    return [_concern_of(code, cases) for code, cases in list_cases_by_concern(actor, now).items()]


def find_deserted_desks(actor: Actor, now: datetime) -> list[Deserted]:
    """Return desks that are accountable for open cases and where nobody is reachable, those with most cases first."""
    counts = list_visible_cases(actor).filter(closed_at=None).values("desk_id").annotate(cases=Count("pk")).order_by()
    by_desk = dict(counts.values_list("desk_id", "cases"))
    desks = Desk.objects.filter(pk__in=by_desk).select_related("office").order_by("code")
    found = [Deserted(desk, by_desk[desk.pk]) for desk in find_desks_with_nobody(desks, now)]
    return sorted(found, key=lambda one: -one.open_cases)


def count_cases_waiting_for(actor: Actor) -> dict[int, int]:
    """Return how many open cases the coordinator keeps for each desk that nobody is at, by desk id."""
    waiting = list_visible_cases(actor).filter(closed_at=None, meant_desk__isnull=False).order_by()
    return dict(waiting.values("meant_desk").annotate(cases=Count("pk")).values_list("meant_desk", "cases"))


def find_shaky_contacts(actor: Actor) -> Shaky:
    """Return contacts that kept silent beyond a reminder, or whose mail comes back."""
    rows = managed_contacts.list_shaky_contacts(actor)
    return Shaky(list(rows[:SHOWN]), rows.count())


def find_gaps(now: datetime) -> list[Gap]:
    """Return the stretches of the next two weeks in which desks that have duty have nobody, the earliest first."""
    return list_gaps(duty.list_desks_with_duty(now), now, now + GAPS_AHEAD)


def _concern_of(code: str, cases: QuerySet[Case]) -> Concern:
    rows = cases.select_related("desk__office", "place", "identity").defer("text", "routing")
    return Concern(code, list(rows[:SHOWN]), cases.count())
