"""What a service costs and emits, as rows of the network: prices, exchange rates, yardsticks, factors of emission."""

from dataclasses import dataclass

from landsea_core.planner.network.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Price:
    """What a service cost in a period: a range, never a bare number.

    `unit`: TEU, shipment, kg, or lorry-km: each kilometre of each lorry, of two TEU.
    """

    id: str
    services: tuple[str, ...]
    low: float
    high: float
    currency: str
    unit: str
    since: str
    until: str
    fact: Provenance


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """Units of a currency a US dollar, as a range: only for adding prices up."""

    currency: str
    per_usd_low: float
    per_usd_high: float
    fact: Provenance


@dataclass(frozen=True, slots=True)
class Yardstick:
    """US dollars a TEU-kilometre that stand in for an unknown price while ways are compared; never shown as a price."""

    mode: str
    usd_per_teu_km: float
    fact: Provenance


@dataclass(frozen=True, slots=True)
class EmissionFactor:
    """Grams of CO2e a tonne-kilometre; several for one mode stand side by side, one of them is used."""

    id: str
    mode: str
    grams_per_tonne_km: float
    scope: str
    year: int
    used: bool
    fact: Provenance
