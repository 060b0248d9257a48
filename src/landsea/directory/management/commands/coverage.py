"""`landsea coverage`."""

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from landsea.directory.access.answering_desks import count_answering
from landsea_core.countries import COUNTRIES
from landsea_core.reference import CoverageCell, compute_coverage, read_reference


class Command(BaseCommand):
    """Prints which topics have desks in which countries, from the reference files, and every gap with its reason."""

    help = "Print the matrix of topics and countries: how many desks answer, and what is the coordinator's."
    requires_system_checks: ClassVar = []  # files and tables only: no addresses, no templates

    def add_arguments(self, parser):
        """Name the folder."""
        parser.add_argument("--folder", type=Path, default=settings.REFERENCE, help="default: %(default)s")
        parser.add_argument("--people", action="store_true", help="say also how many desks have somebody to answer")

    def handle(self, *args, folder: Path, people: bool = False, **options):
        """Print the matrix, then the gaps."""
        reference = read_reference(folder)
        cells = compute_coverage(reference)
        width = max(len(topic) for topic in reference.topics)
        self.stdout.write(" " * width + "".join(f"{country:>6}" for country in COUNTRIES))
        for topic in reference.topics:
            row = "".join(f"{_coverage_mark(cells[topic, country]):>6}" for country in COUNTRIES)
            self.stdout.write(f"{topic:<{width}}{row}")
        self.stdout.write("\nA number counts the desks that answer; + says that some matters are the coordinator's;")
        self.stdout.write("a dash, that the whole topic is.\n")
        for cell in cells.values():
            if not cell.covered:
                matters = ", ".join(cell.open_matters) if cell.desks else "all matters"
                why = cell.knowingly or "NOT LISTED in coverage_gaps.jsonl"
                self.stdout.write(f"{cell.topic} in {cell.country}: {matters}. {why}")
        desks = sum(len(cell.desks) > 0 for cell in cells.values())
        unknown = sum(not cell.covered and not cell.knowingly for cell in cells.values())
        self.stdout.write(f"\n{desks} of {len(cells)} have a desk; {unknown} gap(s) that nobody wrote down.")
        if people:
            self._say_who_can_answer()

    def _say_who_can_answer(self) -> None:
        """Print how many desks have somebody, from the tables."""
        counts = count_answering(timezone.now())
        self.stdout.write(
            f"{counts.total} desks: {counts.account} with an account, {counts.address} with a confirmed address, "
            f"{counts.nobody} with nobody."
        )


def _coverage_mark(cell: CoverageCell) -> str:
    if not cell.desks:
        return "-"
    return f"{len(cell.desks)}{'+' if cell.open_matters else ''}"
