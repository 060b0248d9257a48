"""What an editor sees before saving: the differences in words, the faults, and what becomes of typical journeys."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils.translation import gettext as _

from landsea.base.numbers import format_number
from landsea.corridor import access
from landsea.corridor.access_editing import RowNow
from landsea.corridor.actions.edit_network import Wanted, find_faults, make_overlay
from landsea.corridor.amounts import write_length
from landsea.corridor.editing.row_labels import describe_changes
from landsea.corridor.kept_network import find_network
from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.changes import Row, apply_overlay
from landsea_core.planner.network.effects import JourneyEffect, QuickestWay, find_changed_crossings, find_effects
from landsea_core.planner.network.place_rows import Hours, NetworkPlace
from landsea_core.planner.network.row_facts import Fault, place_fault
from landsea_core.planner.network.typical_journeys import TouchedRows

CARGO = Cargo(teu=1)


@dataclass(frozen=True)
class ShownEffect:
    """A typical journey: its ends, its quickest way and the quickest by what is changed, each before and after."""

    origin: NetworkPlace
    destination: NetworkPlace
    quickest: tuple[str, str]
    by_it: tuple[str, str]
    same: bool


@dataclass(frozen=True)
class Preview:
    """What saving would do. With faults nothing can be saved, and no journey is planned."""

    changes: list[tuple[str, str, str]]
    faults: list[Fault]
    journeys: list[ShownEffect]
    crossings: list[tuple[NetworkPlace, NetworkPlace, str, str]]


def preview_row(now_is: RowNow, row: Row, now: datetime) -> Preview:
    """Return what putting `row` in the place of the one that counts would do; `now` is an aware moment."""
    changes = describe_changes(now_is.row, row)
    wanted = Wanted(now_is.kind, now_is.key, row, now_is.number)
    faults = [
        fault if name in (now_is.key, "") else Fault("", place_fault(name, fault.sentence))
        for name, fault in (find_faults([wanted]) if changes else [])
    ]
    if faults or not changes:
        return Preview(changes, faults, [], [])
    after = apply_overlay(find_network(), make_overlay([wanted]), "preview")
    plannings = (access.read_planning_context(find_network()), access.read_planning_context(after))
    touched, ready = describe_what_is_touched(now_is.kind, row), choose_when_ready(now)
    crossed = [
        (one.origin, one.destination, _hours(one.before), _hours(one.after))
        for one in find_changed_crossings(find_network(), after, touched, ready.date(), CARGO)
    ]
    return Preview(changes, [], [_shown(one) for one in find_effects(*plannings, touched, ready, CARGO)], crossed)


def describe_what_is_touched(kind: str, row: Row) -> TouchedRows:
    """Return what a change of a row is about."""
    if kind == "places":
        return TouchedRows(places=frozenset({row["code"]}))
    if kind == "procedures":
        return TouchedRows(places=frozenset({row["place"]}), procedures=frozenset({row["id"]}))
    return TouchedRows(services=frozenset([row["id"]] if kind == "services" else row["services"]))


def choose_when_ready(now: datetime) -> datetime:
    """Return when the cargo of the typical journeys is ready: tomorrow at eight in Beijing, or when the timetable begins."""
    return datetime.combine(max(now.date() + timedelta(days=1), find_network().span[0]), time(0), UTC)


def _shown(one: JourneyEffect) -> ShownEffect:
    ways = [tuple(_way(way) for way in pair) for pair in (one.quickest, one.by_it)]
    return ShownEffect(one.origin, one.destination, ways[0], ways[1], one.is_the_same)


def _way(way: QuickestWay | None) -> str:
    if way is None:
        return _("none")
    words = _hours(way.hours)
    if way.usd is not None:
        words += ", " + _("USD %(low)s to %(high)s") % {
            "low": format_number(way.usd[0]),
            "high": format_number(way.usd[1]),
        }
    return f"{words} · {' + '.join(way.services)}"


def _hours(hours: Hours) -> str:
    told = {
        "usual": write_length(hours.typical),
        "low": write_length(hours.low),
        "high": write_length(hours.p90),
    }
    return _("%(usual)s (%(low)s to %(high)s)") % told
