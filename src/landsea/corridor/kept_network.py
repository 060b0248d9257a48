"""The network as editors have made it: the files with the edited rows over them, kept until another edition follows.

The process that edits knows at once, the others within `ASKED_EVERY_SECONDS`. What is kept is shared by all threads, so
nobody changes it.
"""

from functools import lru_cache

from django.db.models import Count, Max

from landsea.base.collector import pass_over_what_stays
from landsea.base.kept import Kept
from landsea.corridor.models import EditedRow, Edition
from landsea.corridor.network_files import additions_folder, read_corridor, reference_folder
from landsea_core.planner.network.changes import Row, apply_overlay, overlay_rows
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.row_counts import Numbered
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.row_kinds import EDITED

ASKED_EVERY_SECONDS = 0.5


def _read_mark() -> tuple:
    found = Edition.objects.aggregate(count=Count("pk"), last=Max("pk"), at=Max("at"))
    return (found["count"], found["last"], found["at"] and found["at"].timestamp())


EDITIONS = Kept(_read_mark, asked_every=ASKED_EVERY_SECONDS)


def network_now() -> Corridor:
    """Return the network with what editors changed."""
    return EDITIONS.get("network", _with_editions)


def _with_editions() -> Corridor:
    network = apply_overlay(read_corridor(), overlay_now(), ".".join(map(str, EDITIONS.mark())))
    _settle_once()
    return network


@lru_cache(maxsize=1)
def _settle_once() -> None:
    """The network of the files is by far the most of it; what editions change is little beside it."""
    pass_over_what_stays()


def overlay_now() -> dict[str, dict[str, Row]]:
    """Return the rows that count in place of the files', by kind and key; nobody changes what is returned."""
    return EDITIONS.get("overlay", _read)


def files_now() -> dict[str, Numbered]:
    """Return all rows by file name, those of editors in their places."""
    return overlay_rows(current_rows_of_files(), overlay_now())


def current_rows_of_files() -> dict[str, Numbered]:
    """Return all rows of the files, as the network was read from them."""
    return _files(read_corridor().digest)


@lru_cache(maxsize=1)
def _files(digest: str) -> dict[str, Numbered]:
    return read_all_rows(reference_folder(), additions_folder())


def forget_network() -> None:
    """Drop what this process keeps of the editors' rows."""
    EDITIONS.forget()


def _read() -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {kind: {} for kind in EDITED}
    if not EDITIONS.mark()[0]:
        return found  # nobody has edited anything yet
    for kind, key, row in EditedRow.objects.exclude(row=None).order_by("pk").values_list("kind", "key", "row"):
        found[kind][key] = row
    return found
