"""What carries a permission, and what nobody looked at: a verdict is only as good as the book.

A book without a stop proves nothing by itself. So the verdict says whether a rule of the destination names these goods from
this origin, by this way, or whether general rows alone carry it; and which kinds of rules that can stop such goods have no
row for this chapter and these countries. Nothing is decided here.

Example: furniture (HS 94) from Viet Nam into China is carried by "industrial goods may enter unless a list says otherwise"
alone, so its basis is general; and when no row on bans names chapter 94 for them, bans were not looked at.
"""

from collections.abc import Iterable

from landsea_core.rules.book import Book
from landsea_core.rules.findings import GateFinding, VerdictBasis
from landsea_core.rules.match import Fit
from landsea_core.rules.measure_kinds import Effect, MeasureKind
from landsea_core.rules.model import Measure, Shipment

LEAVING_ORIGIN = "leaving_origin"
"""Beside the kinds: rules of the origin on what may leave it."""

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
    """Whether a measure opens the market for these goods from this origin: then the market itself has looked."""
    return find_basis(shipment, admits) is VerdictBasis.NAMED


def list_kinds_not_looked_at(book: Book, shipment: Shipment) -> tuple[str, ...]:
    """Codes of the kinds that can stop such goods and have no row for this chapter and pair; last `leaving_origin`.

    A row of any day and any way counts, for it shows that somebody looked. A general admission does not: it says itself that
    lists are to be looked up.
    """
    chapter = shipment.hs[:2]
    asked = Shipment(chapter, shipment.origin, shipment.destination, shipment.transit)
    about_chapter = [measure for measure, match in book.find_fitting(asked) if match.prefix and measure.scope.hs]
    entering = {measure.kind for measure in about_chapter if _is_about_entering(measure, shipment)}
    missing = [str(kind) for kind in _kinds_that_stop(chapter) if kind not in entering]
    if not any(_is_about_leaving(measure, shipment) for measure in about_chapter):
        missing.append(LEAVING_ORIGIN)
    return tuple(missing)


def _names_these_goods(finding: GateFinding, shipment: Shipment) -> bool:
    scope, match = finding.measure.scope, finding.match
    fits = match.fit is Fit.FULLY and bool(match.prefix)
    return fits and shipment.origin in scope.origin and shipment.destination in scope.destination


def _kinds_that_stop(chapter: str) -> tuple[MeasureKind, ...]:
    grown = _STOP_WHAT_GREW if chapter in _WHAT_GREW else ()
    return (*_STOP_ALL_GOODS, *grown, MeasureKind.CONFORMITY_LABELLING)


def _is_about_entering(measure: Measure, shipment: Shipment) -> bool:
    general = measure.effect is Effect.ADMITS and not measure.scope.origin
    return shipment.destination in measure.scope.destination and measure.country != shipment.origin and not general


def _is_about_leaving(measure: Measure, shipment: Shipment) -> bool:
    return measure.country == shipment.origin and shipment.origin in measure.scope.origin
