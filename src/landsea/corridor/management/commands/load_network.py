"""`landsea load-network`."""

import time
from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from landsea.corridor.actions.load_network import load_network
from landsea.corridor.kept_network import find_all_rows
from landsea.corridor.network_files import find_additions_folder
from landsea_core.planner.network.checks import check_rows
from landsea_core.planner.network.row_files import NetworkFault, read_all_rows


class Command(BaseCommand):
    """Brings the tables of the network in step with its files; what people wrote here stays, and is named."""

    help = "Load the network's files into the tables (again and again, if you like); what people wrote here stays."
    requires_system_checks: ClassVar = []  # files and tables only: no addresses, no templates

    def add_arguments(self, parser):
        """Name the folder."""
        parser.add_argument("--folder", type=Path, default=settings.REFERENCE, help="default: %(default)s")

    def handle(self, *args, folder: Path, **options):
        """Check, then load. Files with faults are not loaded."""
        self._refuse_faults(folder)
        start = time.monotonic()
        loaded = load_network(folder, timezone.now())
        if options["verbosity"] > 0:
            self.stdout.write(
                f"The files hold {loaded.rows} rows; {loaded.changed} changed in the tables. "
                f"{time.monotonic() - start:.1f} s."
            )
        if loaded.kept:
            self.stdout.write(
                "These stay as people wrote them here, though the files say otherwise; look at each on the page of the "
                f"network's editors: {', '.join(loaded.kept)}."
            )
        for fault in check_rows(find_all_rows()).faults:
            self.stderr.write(f"The files do not go together with what people wrote here: {fault}")

    def _refuse_faults(self, folder: Path) -> None:
        try:
            faults = check_rows(read_all_rows(folder, find_additions_folder())).faults
        except NetworkFault as fault:
            faults = [str(fault)]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"The network's files have {len(faults)} fault(s), named above. Nothing was loaded.")
