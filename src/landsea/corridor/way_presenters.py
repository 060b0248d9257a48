"""What sets one way on offer apart, in words: what it is best in, how likely it holds, and where its hours go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from landsea.base.numbers import format_number
from landsea.corridor.labels import STEPS, name_service, place_name
from landsea.corridor.leg_presenters import ShownDrive
from landsea_core.planner.network.costs import Cost
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.ranking import CHEAPEST, EARLIEST, GREENEST, SUREST, is_partly_assumed
from landsea_core.planner.network.spans import RIDE, STAND, UNKNOWN_WAIT, Span, round_to_sum, split_hours
from landsea_core.planner.network.waits import has_unknown_days

BADGES = {EARLIEST: _("earliest"), CHEAPEST: _("cheapest"), GREENEST: _("least CO2e"), SUREST: _("surest")}


@dataclass(frozen=True)
class ShownSpan:
    """Hours of a way in words: `kind` is ride, work, stand or wait; `hours` are whole, and add up over the way."""

    kind: str
    words: str
    hours: str


@dataclass(frozen=True)
class Stage:
    """A step of the strip: what is done and stood for before a drive, the drive with its hours; the last has no drive."""

    before: tuple[ShownSpan, ...]
    drive: ShownDrive | None = None
    hours: str = ""


def describe_badges(badges: Iterable[str]) -> str:
    """Return what a way is best in: "earliest, surest"; empty where in nothing."""
    return ", ".join(str(BADGES[badge]) for badge in badges)


def describe_chance(one: Itinerary) -> str:
    """Return how likely a way holds as planned. Of assumed times nobody says 100 %, and that they are assumed is said."""
    percent = round(100 * one.on_time)
    if is_partly_assumed(one):
        if percent >= 99:
            return gettext("on time: likely (assumed)")
        return gettext("on time %(percent)d %% (assumed)") % {"percent": percent}
    return gettext("on time %(percent)d %%") % {"percent": min(percent, 99)}


def write_short_money(cost: Cost) -> str:
    """Return a cost for a line of a list: "USD 198 to 395 + 2 legs unpriced"."""
    if cost.low is None:
        return gettext("price not known")
    low, high = format_number(cost.low), format_number(cost.high)
    known = gettext("USD %(low)s") % {"low": low}
    if low != high:
        known = gettext("USD %(low)s to %(high)s") % {"low": low, "high": high}
    count = len(cost.unknown)
    if not count:
        return known
    more = ngettext("%(known)s + %(count)d leg unpriced", "%(known)s + %(count)d legs unpriced", count)
    return more % {"known": known, "count": count}


def show_stages(corridor: Corridor, one: Itinerary, drives: Sequence[ShownDrive]) -> tuple[Stage, ...]:
    """Return a way as the steps of its strip; the hours in them come to the hours of the way."""
    spans = split_hours(one)
    whole = dict(zip(map(id, spans), round_to_sum([span.hours for span in spans]), strict=True))
    found, first = [], 0
    for drive in drives:
        last = first + len(drive.legs)
        here = [span for span in spans if first <= span.leg < last]
        before = tuple(_show(corridor, one, span, whole[id(span)]) for span in here if span.kind != RIDE)
        ridden = sum(whole[id(span)] for span in here if span.kind == RIDE)
        found.append(Stage(before, drive, _hours(ridden)))
        first = last
    after = tuple(_show(corridor, one, span, whole[id(span)]) for span in spans if span.leg == len(one.legs))
    return (*found, Stage(after)) if after else tuple(found)


def _show(corridor: Corridor, one: Itinerary, span: Span, hours: int) -> ShownSpan:
    if span.kind == UNKNOWN_WAIT:
        lines = [name_service(corridor, leg.service) for leg in one.legs[1:] if has_unknown_days(leg.service)]
        words = gettext("waiting for what sails on days that nobody knows: %(lines)s") % {"lines": "; ".join(lines)}
        return ShownSpan("wait", words, _hours(hours))
    place = place_name(corridor.places[span.place])
    if span.kind == STAND:
        return ShownSpan("stand", gettext("stands at %(place)s") % {"place": place}, _hours(hours))
    done = ", ".join(dict.fromkeys(str(STEPS.get(step.what, step.what)) for step in span.work))
    return ShownSpan("work", gettext("%(place)s: %(work)s") % {"place": place, "work": done}, _hours(hours))


def _hours(count: int) -> str:
    if not count:
        return gettext("under an hour")
    return ngettext("%(count)d hour", "%(count)d hours", count) % {"count": count}
