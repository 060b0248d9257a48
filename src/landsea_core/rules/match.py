"""Whether a measure speaks of a shipment, how fully, and how exactly. Days play no part here."""

from dataclasses import dataclass
from enum import IntEnum

from landsea_core.rules.model import Measure, MeasureScope, Shipment

LAND = frozenset({"road", "rail"})


class Fit(IntEnum):
    """How far a measure speaks of a shipment."""

    NONE = 0
    PARTLY = 1
    """The code asked for is shorter than the rule's, so the rule covers some of these goods."""
    OTHER_WAY = 2
    """Goods and countries fit, the way of carriage does not."""
    FULLY = 3


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """How a measure fits: `prefix` is the longest HS prefix that covers the goods ("" when the measure is open)."""

    fit: Fit
    prefix: str = ""


NO_MATCH = MeasureMatch(Fit.NONE)


def match_measure(measure: Measure, shipment: Shipment) -> MeasureMatch:
    """How the measure fits the shipment."""
    scope = measure.scope
    if not _fits_countries(scope, shipment):
        return NO_MATCH
    fit, prefix = _match_goods(scope, shipment.hs)
    if fit is Fit.NONE:
        return NO_MATCH
    if scope.places and shipment.places and not set(scope.places) & set(shipment.places):
        return NO_MATCH
    if scope.conditions and shipment.condition and shipment.condition not in scope.conditions:
        return NO_MATCH
    if not fits_way(scope, shipment):
        return MeasureMatch(Fit.OTHER_WAY, prefix) if fit is Fit.FULLY else NO_MATCH
    return MeasureMatch(fit, prefix)


def fits_way(scope: MeasureScope, shipment: Shipment) -> bool:
    """Whether the shipment goes by one of the measure's ways; a shipment without a mode fits every way."""
    return not scope.modes or not shipment.mode or shipment.mode in scope.modes


def find_foreign_transit(scope: MeasureScope, shipment: Shipment) -> tuple[str, ...]:
    """Countries passed by land that the measure does not allow goods to pass; empty when it says nothing of that."""
    if scope.land_transit is None or shipment.mode not in LAND:
        return ()
    return tuple(country for country in shipment.transit if country not in scope.land_transit)


def is_narrower(one: MeasureScope, prefix: str, other: MeasureScope, other_prefix: str) -> bool:
    """Whether `one` lies within `other` and is not the same: the special rule beside the general one.

    The prefixes are those by which each fits the goods. A field that `other` fills must be filled by `one` with nothing
    more; so a rule about goods is never narrower than a closed border, which speaks of ways.
    """
    if not prefix.startswith(other_prefix):
        return False
    strictly = len(prefix) > len(other_prefix)
    for name in ("origin", "destination", "path", "borders", "modes", "places"):
        ours, theirs = frozenset(getattr(one, name)), frozenset(getattr(other, name))
        if theirs and not (ours and ours <= theirs):
            return False
        strictly |= ours != theirs
    return strictly


def _match_goods(scope: MeasureScope, hs: str) -> tuple[Fit, str]:
    if not scope.hs:
        return Fit.FULLY, ""
    if scope.hs_except and hs.startswith(scope.hs_except):
        return Fit.NONE, ""
    longest, partly = "", False
    for prefix in scope.hs:
        if hs.startswith(prefix):
            if len(prefix) > len(longest):
                longest = prefix
        elif prefix.startswith(hs):
            partly = True
    if longest:
        return Fit.FULLY, longest
    return (Fit.PARTLY, hs) if partly else (Fit.NONE, "")


def _fits_countries(scope: MeasureScope, shipment: Shipment) -> bool:
    if scope.origin and shipment.origin not in scope.origin:
        return False
    if scope.destination and shipment.destination not in scope.destination:
        return False
    if scope.direction == "transit" and not shipment.transit:
        return False
    if not scope.path and not scope.borders:
        return True
    path = shipment.path
    if scope.path:
        on_the_way = shipment.transit if scope.direction == "transit" else path
        if not any(country in scope.path for country in on_the_way):
            return False
    return not scope.borders or any(
        f"{one}-{other}" in scope.borders or f"{other}-{one}" in scope.borders
        for one, other in zip(path, path[1:], strict=False)
    )
