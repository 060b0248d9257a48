"""Which desk answers for each topic in each country, and which cells are knowingly the coordinator's."""

from collections.abc import Mapping
from dataclasses import dataclass

from landsea_core.countries import COUNTRIES
from landsea_core.reference.model import Reference
from landsea_core.routing import COORDINATOR_MATTERS, RoutingQuestion, route_question


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One topic in one country, asked by someone about whom nothing else is known.

    `desks`: who answers when the matter is not known, best first. `open_matters`: matters that fall to the coordinator.
    `knowingly`: the reason from `coverage_gaps.jsonl`, empty when the cell is not listed there.
    """

    topic: str
    country: str
    desks: tuple[str, ...]
    open_matters: tuple[str, ...]
    knowingly: str

    @property
    def covered(self) -> bool:
        """Whether every matter has a desk."""
        return bool(self.desks) and not self.open_matters

    @property
    def words(self) -> str:
        """The cell as a table shows it."""
        if self.desks:
            return self.desks[0]
        return "coordinator (knowingly)" if self.knowingly else "coordinator"


def compute_coverage(reference: Reference) -> Mapping[tuple[str, str], CoverageCell]:
    """The matrix (topic, country) -> cell, topics in the order of their file, countries in the corridor's order."""
    known = {(gap.topic, gap.country): gap.reason for gap in reference.gaps}
    return {
        (topic, country): _make_cell(reference, topic, country, known.get((topic, country), ""))
        for topic in reference.topics
        for country in COUNTRIES
    }


def _make_cell(reference: Reference, topic: str, country: str, knowingly: str) -> CoverageCell:
    def asked(matter: str) -> tuple[str, ...]:
        question = RoutingQuestion(topic=topic, matter=matter, country=country)
        routing = route_question(question, reference.index, coordinator=reference.coordinator)
        return tuple(match.desk for match in routing.matches)

    matters = (row.matter for row in reference.topics[topic].matters if row.matter not in COORDINATOR_MATTERS)
    return CoverageCell(topic, country, asked(""), tuple(matter for matter in matters if not asked(matter)), knowingly)
