"""What carries a permission, and what nobody looked at: a verdict is only as good as the book.

A book without a stop proves nothing by itself. So the verdict says whether a rule of the destination names these goods from
this origin, by this way, or whether general rows alone carry it; and which kinds of rules that can stop such goods nobody
looked through for these goods and countries (`coverage`). A row on file is no look: it may have been met by chance. Nothing is
decided here.

Example: furniture (HS 94) from Viet Nam into China is carried by "industrial goods may enter unless a list says otherwise"
alone, so its basis is general; and unless China's bans for that group were read as a whole within a year, bans are named.
"""

from collections.abc import Iterable
from datetime import date

from landsea_core.rules.coverage import Coverage
from landsea_core.rules.findings import GateFinding, VerdictBasis
from landsea_core.rules.match import Fit
from landsea_core.rules.measure_kinds import MeasureKind
from landsea_core.rules.model import Shipment

LEAVING_ORIGIN = "leaving_origin"
"""Beside the kinds: rules of the origin on what may leave it."""
PASSING_THROUGH = "passing_through"
"""Beside the kinds: rules of the countries on the way on what may pass through them."""
WAYS = frozenset({LEAVING_ORIGIN, PASSING_THROUGH})
"""What no market answers for, however exactly it names the goods that it admits."""

_STOP_ALL_GOODS = (MeasureKind.BAN_SUSPENSION, MeasureKind.LICENCE_PERMIT)
_STOP_WHAT_GREW = (MeasureKind.ESTABLISHMENT_REGISTRATION, MeasureKind.SPS_TEST)
_WHAT_GREW = frozenset(
    {*(f"{chapter:02}" for chapter in range(1, 25)), "31", "41", "43", "44", "45", "46", "51", "52", "53"}
)
"""Chapters of HS 2022 that hold animals, plants, food and what is made of them with little change."""


def find_basis(shipment: Shipment, findings: Iterable[GateFinding]) -> VerdictBasis:
    """What carries a permission: a finding that names goods, origin and destination and fits fully, or general rows."""
    named = any(_names_these_goods(finding, shipment) for finding in findings)
    return VerdictBasis.NAMED if named else VerdictBasis.GENERAL


def is_admitted_by_name(shipment: Shipment, admits: Iterable[GateFinding]) -> bool:
    """Whether a measure opens the market for these goods from this origin: then the market itself has looked at what comes
    in. Of what may leave the origin or pass through others it says nothing (`list_ways_not_looked_at`).
    """
    return find_basis(shipment, admits) is VerdictBasis.NAMED


def list_kinds_not_looked_at(coverage: Coverage, shipment: Shipment, day: date) -> tuple[str, ...]:
    """Codes of the kinds by which the destination can stop such goods and that were not looked through for them within a year
    before `day`; all of them for goods of a country outside the corridor, since a look went through what concerns ours.
    """
    hs, origin, destination = shipment.hs, shipment.origin, shipment.destination
    return tuple(
        str(kind)
        for kind in _kinds_that_stop(hs[:2])
        if shipment.is_from_outside or not coverage.is_looked_at(destination, "import", kind, hs, origin, day)
    )


def list_ways_not_looked_at(coverage: Coverage, shipment: Shipment, day: date) -> tuple[str, ...]:
    """`leaving_origin` where the origin's stops and licences for export were not looked through for these goods within a year
    before `day`; `passing_through` where other countries lie on the way and theirs for transit were not.
    """
    origin, destination = shipment.origin, shipment.destination
    missing = []
    if not _are_stops_looked_at(coverage, origin, "export", shipment, day, destination):
        missing.append(LEAVING_ORIGIN)
    on_the_way = (country for country in shipment.transit if country not in {origin, destination})
    if not all(_are_stops_looked_at(coverage, country, "transit", shipment, day, origin) for country in on_the_way):
        missing.append(PASSING_THROUGH)
    return tuple(missing)


def _are_stops_looked_at(
    coverage: Coverage, country: str, direction: str, shipment: Shipment, day: date, partner: str
) -> bool:
    return all(coverage.is_looked_at(country, direction, kind, shipment.hs, partner, day) for kind in _STOP_ALL_GOODS)


def _names_these_goods(finding: GateFinding, shipment: Shipment) -> bool:
    scope, match = finding.measure.scope, finding.match
    fits = match.fit is Fit.FULLY and bool(match.prefix)
    return fits and shipment.origin in scope.origin and shipment.destination in scope.destination


def _kinds_that_stop(chapter: str) -> tuple[MeasureKind, ...]:
    grown = _STOP_WHAT_GREW if chapter in _WHAT_GREW else ()
    return (*_STOP_ALL_GOODS, *grown, MeasureKind.CONFORMITY_LABELLING)
