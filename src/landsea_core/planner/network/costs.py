"""What a way costs and emits: prices as ranges with what is unknown said, CO2e by tonne-kilometres."""

import math
from dataclasses import dataclass

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.cost_rows import EmissionFactor, Price
from landsea_core.planner.network.model import Corridor

COST_UNIT_USD = 10
"""The search compares costs in whole units of 10 US dollars."""
CO2_UNIT_KG = 10
"""The search compares emissions in whole units of 10 kg CO2e."""
TEU_PER_LORRY = 2
"""What one lorry with a trailer takes: a container of 40 feet or two of 20."""


@dataclass(frozen=True, slots=True)
class Cost:
    """US dollars for the consignment, as a range; both None where nothing is known. `unknown` names what has no price."""

    low: float | None
    high: float | None
    unknown: tuple[str, ...] = ()
    prices: tuple[Price, ...] = ()


class CostsAndEmissions:
    """Prices and emissions of one cargo over stretches of services."""

    def __init__(self, corridor: Corridor, cargo: Cargo) -> None:
        self.cargo = cargo
        self.corridor = corridor
        self.factors: dict[str, EmissionFactor] = {row.mode: row for row in corridor.emissions if row.used}
        self._rates = {row.currency: row for row in corridor.exchange_rates}
        self._price: dict[str, Price] = {}
        for price in sorted(corridor.prices, key=lambda row: row.until):
            self._price.update(dict.fromkeys(price.services, price))  # the youngest stays

    def price(self, service: str) -> Price | None:
        """Return the youngest known price of a service."""
        return self._price.get(service)

    def known_cost_usd(self, service: str, share: float) -> tuple[float, float] | None:
        """Return the range in US dollars for a share (0 to 1) of a service's way; None: no price is known.

        A price for a TEU counts for each TEU paid for; one for a shipment counts once, one for a kg or a lorry's
        kilometre as often as there are such. A share is by kilometres.
        """
        price = self._price.get(service)
        if price is None:
            return None
        many = self._many(price, service)
        least, most = self._in_dollars(price.currency)
        return price.low * least * many * share, price.high * most * many * share

    def _many(self, price: Price, service: str) -> float:
        if price.unit == "TEU":
            return self.cargo.containers
        if price.unit == "kg":
            return self.cargo.tonnes * 1000
        if price.unit == "lorry-km":
            return math.ceil(self.cargo.containers / TEU_PER_LORRY) * self.corridor.services[service].km
        return 1

    def _in_dollars(self, currency: str) -> tuple[float, float]:
        if currency == "USD":
            return 1.0, 1.0
        rate = self._rates[currency]
        return 1 / rate.per_usd_high, 1 / rate.per_usd_low

    def compared_usd(self, service: str, mode: str, km: float, share: float) -> float:
        """Return what the search compares with: the middle of the known price, else the yardstick of the mode."""
        known = self.known_cost_usd(service, share)
        if known is not None:
            return sum(known) / 2
        teu = self.cargo.tonnes / 10 if mode == "air" else self.cargo.containers
        return self.corridor.yardsticks[mode].usd_per_teu_km * teu * km

    def co2e_kg(self, mode: str, km: float) -> float:
        """Return kg of CO2e for a stretch: grams a tonne-kilometre x tonnes x km / 1000."""
        return self.factors[mode].grams_per_tonne_km * self.cargo.tonnes * km / 1000
