"""What is offered to a line of business: somebody names agriculture or green technology and not goods.

A sector has no HS code. It leads to the incentives that name it and to those that are for every sector.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from landsea_core.rules import Book, Measure
from landsea_core.rules.measure_kinds import MeasureKind
from landsea_core.text import read_sectors

SECTORS = {
    "green_technology": _("green technology"),
    "agriculture": _("agriculture"),
    "logistics": _("logistics"),
    "cold_chain": _("cold chain"),
    "electronics": _("electronics"),
    "machinery": _("machinery"),
}


@dataclass(frozen=True)
class SectorOffer:
    """What a country offers to the sectors that somebody named: rules that name them, then those for all sectors."""

    sectors: tuple[str, ...]
    naming: tuple[Measure, ...]
    general: tuple[Measure, ...]

    @property
    def names(self) -> str:
        """The sectors in the reader's language."""
        return ", ".join(str(SECTORS[one]) for one in self.sectors)


def find_offer(book: Book, typed: str, country: str, day: date) -> SectorOffer | None:
    """Return what a country offers on a day to the sectors that stand in typed words; None where they name none."""
    sectors = tuple(read_sectors(typed))
    if not sectors:
        return None
    offers = [
        one
        for one in book
        if one.kind is MeasureKind.INVESTMENT_INCENTIVE
        and country in {one.country, *one.scope.destination}
        and book.standing(one, day).works
    ]
    naming = tuple(one for one in offers if names_sector(one, sectors))
    general = tuple(one for one in offers if not _list_sectors(one) and not one.scope.hs)
    return SectorOffer(sectors, naming, general)


def names_sector(measure: Measure, sectors: Collection[str]) -> bool:
    """Whether a measure is an incentive that names one of the sectors."""
    return (
        bool(sectors)
        and measure.kind is MeasureKind.INVESTMENT_INCENTIVE
        and not _list_sectors(measure).isdisjoint(sectors)
    )


def _list_sectors(measure: Measure) -> frozenset[str]:
    asked = (f"{one.what} {one.validity}" for one in measure.requirements)
    return _read_sectors_of_business("\n".join((measure.title, measure.summary, measure.scope.goods, *asked)))


@lru_cache(maxsize=1024)
def _read_sectors_of_business(text: str) -> frozenset[str]:
    return frozenset(read_sectors(text, speaks_of_business=True))
