"""What is to be carried, and whether a service takes it. Nothing about ways, prices or law."""

import math
from dataclasses import dataclass

from landsea_core.planner.network.model import HAUL, Service
from landsea_core.sentences import Faulty, Figure, Sentence, quote_words

KG_PER_TEU = 10_000
"""What a TEU is taken to weigh, in kg, where only one of the two is given: a loaded average, to be replaced."""
MOST_KG_PER_TEU = 28_000
"""More does not go into a 20 ft container (30,480 kg gross by ISO 668, less the box)."""
MOST_TEU = 1_200
"""The largest ship on record here takes 1,200 TEU (S001); more at once is a mistake of typing."""
FRESH_CHAPTERS = ("03", "06", "07", "08")
"""HS chapters whose goods perish on the way: fish, live plants, vegetables, fruit."""


class CargoFault(Faulty):
    """Cargo that cannot be planned for; the text says what to change. `field` names the option."""

    def __init__(self, sentence: Sentence | str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Cargo:
    """A consignment. `teu` or `kg` may be left out; `dangerous` is the class of dangerous goods, as "3" or "4.1".

    Without `teu` it is loose cargo: an aircraft may take it, and a container is filled or shared for it. `condition`: new, used
    or waste (`landsea_core.goods_states`), "" when not said.
    """

    teu: float | None = None
    kg: float | None = None
    reefer: bool = False
    dangerous: str = ""
    hs: str = ""
    origin: str = ""
    condition: str = ""

    @property
    def tonnes(self) -> float:
        """Its weight in tonnes; one TEU's where nothing was said."""
        return (self.kg if self.kg is not None else (self.teu or 1) * KG_PER_TEU) / 1000

    @property
    def containers(self) -> int:
        """How many TEU are paid for: what was said, or as many as the weight fills, at least one."""
        if self.teu is not None:
            return math.ceil(self.teu)
        return max(1, math.ceil((self.kg or KG_PER_TEU) / MOST_KG_PER_TEU))

    @property
    def fresh(self) -> bool:
        """Whether it perishes: by its HS chapter."""
        return self.hs[:2] in FRESH_CHAPTERS


def check_cargo(cargo: Cargo) -> Cargo:
    """Return the cargo. Raises CargoFault for a weight, size or class that cannot be."""
    for value, field, unit in ((cargo.teu, "teu", "TEU"), (cargo.kg, "kg", "kg")):
        if value is not None and not (math.isfinite(value) and value > 0):
            raise CargoFault(Sentence("Give a number of %(unit)s above zero.", unit=unit), field)
    if cargo.teu is not None and cargo.teu > MOST_TEU:
        raise CargoFault(_say_too_much(cargo.teu, MOST_TEU, "TEU"), "teu")
    most = MOST_TEU * MOST_KG_PER_TEU
    if cargo.kg is not None and cargo.kg > most:
        raise CargoFault(_say_too_much(cargo.kg, most, "kg"), "kg")
    if cargo.kg and cargo.teu and cargo.kg > math.ceil(cargo.teu) * MOST_KG_PER_TEU:
        raise CargoFault(
            Sentence(
                "%(kg)s kg do not fit into %(teu)s TEU: one takes at most %(most)s kg.",
                kg=_write_figure(cargo.kg),
                teu=_write_figure(cargo.teu),
                most=_write_figure(MOST_KG_PER_TEU),
            ),
            "kg",
        )
    if cargo.dangerous and cargo.dangerous.partition(".")[0] not in set("123456789"):
        raise CargoFault(Sentence("Dangerous goods have a class from 1 to 9, as in 3 or 4.1."), "dg")
    if cargo.hs and not (cargo.hs.isascii() and cargo.hs.isdigit() and 2 <= len(cargo.hs) <= 10):
        raise CargoFault(Sentence("Give an HS code of 2 to 10 digits, as in 081060."), "hs")
    return cargo


def _say_too_much(given: float, most: int, unit: str) -> Sentence:
    return Sentence(
        "%(said)s are more than any ship here takes; give at most %(most)s.",
        said=_write_figure(given, unit),
        most=_write_figure(most, unit),
    )


def _write_figure(value: float, unit: str = "") -> Figure:
    return Figure(f"{value:,.12g} {unit}".rstrip())


def name_dangerous_goods(hazard: str) -> Sentence:
    """Return what dangerous goods of a class are called, as in `name_dangerous_goods("4.1")`."""
    return Sentence("dangerous goods of class %(number)s", number=hazard)


def find_cargo_refusal(service: Service, cargo: Cargo) -> Sentence | None:
    """Return why a service does not take the cargo, as a short reason; None when it does.

    What is not known to be taken is not offered: reefer plugs and dangerous goods are promised by nobody else. Local
    haulage of dangerous goods is left to a licensed haulier at the place.
    """
    if service.not_offered:
        return quote_words(service.not_offered)
    if cargo.teu is not None and service.carries["container"] is False:
        return Sentence("takes no containers")
    if cargo.reefer and service.carries["reefer"] is not True:
        refused = service.carries["reefer"] is False
        return Sentence("no reefer plugs") if refused else Sentence("reefer plugs not confirmed")
    if cargo.dangerous and service.carries["dangerous"] is not True and service.kind != HAUL:
        refused = service.carries["dangerous"] is False
        return Sentence("refuses dangerous goods") if refused else Sentence("dangerous goods not confirmed")
    return None
