"""What concerns one country, gathered for its observers: at a moment, or within one month."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import Http404

from landsea.barriers import access as barriers_access
from landsea.base.actors import Actor
from landsea.base.ui.countries import CORRIDOR
from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case
from landsea.dialogues import access as dialogues_access
from landsea.figures.mechanism import find_own_figures
from landsea.rules import access as rules_access
from landsea_core.caseflow import Visibility

LOOKS_BACK, LOOKS_AHEAD = timedelta(days=30), timedelta(days=180)
MOST_RULES, RULES_READ = 20, 400
"""How many changed rules are shown, out of how many of the latest versions."""


@dataclass(frozen=True)
class Counts:
    """How many named cases of a country's firms are open, silent, were filed and were closed in a time."""

    open: int
    silent: int
    filed: int
    closed: int


def list_countries(actor: Actor) -> list[str]:
    """Return the countries whose pages this actor may open: those observed, all for a coordinator."""
    return [code for code in CORRIDOR if actor.is_coordinator or code in actor.observed_countries]


def find_country_or_404(actor: Actor, country: str) -> str:
    """Return the country. Raises Http404 for one outside the corridor, PermissionDenied for one that is not observed."""
    if country not in CORRIDOR:
        raise Http404
    if country not in list_countries(actor):
        raise PermissionDenied
    return country


def list_named_cases(actor: Actor, country: str) -> QuerySet[Case]:
    """Return the named cases of a country's firms, and no other, whoever looks."""
    return list_visible_cases(actor).filter(visibility=Visibility.NAMED, filer_country=country)


def open_cases(actor: Actor, country: str) -> QuerySet[Case]:
    """Return the open ones, by what falls due next."""
    return list_named_cases(actor, country).filter(closed_at=None).order_by(F("due_at").asc(nulls_last=True), "id")


def count_cases(actor: Actor, country: str, since: datetime, until: datetime) -> Counts:
    """Return counts of a country's named cases; filed and closed ones between `since` and `until` (aware)."""
    rows = list_named_cases(actor, country)
    return Counts(
        open=rows.filter(closed_at=None).count(),
        silent=rows.filter(closed_at=None, silent_since__isnull=False).count(),
        filed=rows.filter(filed_at__gte=since, filed_at__lt=until).count(),
        closed=rows.filter(closed_at__gte=since, closed_at__lt=until).count(),
    )


def list_barriers(country: str) -> list:
    """Return open barriers that lie in this country or whose desk does, with the public tally."""
    found = barriers_access.list_barriers(closed=False)
    return barriers_access.add_tallies(found.filter(Q(country=country) | Q(desk__office__country=country)))


def list_promises(country: str) -> QuerySet:
    """Return agreed promises that are not kept yet, by desks of this country or about barriers in it."""
    rows = dialogues_access.list_agreed_promises().filter(done_at=None)
    return rows.filter(Q(owner__office__country=country) | Q(barrier__country=country))


def list_changed_rules(country: str, since: datetime, until: datetime) -> list:
    """Return versions of rules published between these (aware) that name this country, the newest first. What an empty
    installation loaded from its files at its first start is no change: its versions count as told at the moment of that load.
    """
    found = [
        one
        for one in rules_access.list_recent_changes(RULES_READ)
        if one.spread_at != one.published_at
        and since <= one.published_at < until
        and country in {*one.origins, *one.destinations, *one.either}
    ]
    return found[:MOST_RULES]


def count_results(country: str) -> list[tuple[str, int | None]]:
    """Return the public figures of cases about this country by result; None: the count is hidden. Empty without cases."""
    own = find_own_figures()
    if country not in own.values.get("country", ()):
        return []
    return [(result, own.published.find_count(country=country, result=result)) for result in own.values["result"]]


def find_month_bounds(year: int, month: int) -> tuple[datetime, datetime]:
    """Return the beginning of a month and of the next one, in UTC. Raises ValueError for what is no month."""
    first = datetime(year, month, 1, tzinfo=UTC)
    return first, datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
