"""The network as editors have made it: the files with the edited rows over them, kept until another edition follows.

The process that edits knows at once, the others within `ASKED_EVERY_SECONDS`. What is kept is shared by all threads, so
nobody changes it.
"""

import time
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Count, Max

from landsea.base.settling import settle
from landsea.corridor.models import EditedRow, Edition
from landsea.corridor.reading import additions, corridor, reference
from landsea_core.planner.network.changes import Row, overlaid, with_changes
from landsea_core.planner.network.checks import Numbered
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.row_files import EDITED, on_file

ASKED_EVERY_SECONDS = 0.5


@dataclass
class _Kept:
    """What is known as of one mark; `asked_at` (monotonic seconds) is when the database last confirmed it."""

    mark: tuple = ()
    asked_at: float = float("-inf")
    overlay: dict[str, dict[str, Row]] = field(default_factory=dict)
    network: Corridor | None = None


_kept = _Kept()


def network_now() -> Corridor:
    """Return the network with what editors changed."""
    here = _current()
    if here.network is None:
        here.network = with_changes(corridor(), here.overlay, ".".join(map(str, here.mark)))
        _settle_once()
    return here.network


@lru_cache(maxsize=1)
def _settle_once() -> None:
    """The network of the files is by far the most of it; what editions change is little beside it."""
    settle()


def overlay_now() -> dict[str, dict[str, Row]]:
    """Return the rows that count in place of the files', by kind and key; nobody changes what is returned."""
    return _current().overlay


def files_now() -> dict[str, Numbered]:
    """Return all rows by file name, those of editors in their places."""
    return overlaid(files(), _current().overlay)


def files() -> dict[str, Numbered]:
    """Return all rows of the files, as the network was read from them."""
    return _files(corridor().digest)


@lru_cache(maxsize=1)
def _files(digest: str) -> dict[str, Numbered]:
    return on_file(reference(), additions())


def forget() -> None:
    """Drop what this process keeps of the editors' rows."""
    global _kept  # noqa: PLW0603
    _kept = _Kept()


def _current() -> _Kept:
    global _kept  # noqa: PLW0603
    here, now = _kept, time.monotonic()
    if now - here.asked_at < ASKED_EVERY_SECONDS:
        return here
    told = Edition.objects.aggregate(count=Count("pk"), last=Max("pk"), at=Max("at"))
    mark = (told["count"], told["last"], told["at"] and told["at"].timestamp())
    if mark != here.mark:
        _kept = here = _Kept(mark, overlay=_read() if told["count"] else {})
    here.asked_at = now
    return here


def _read() -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {kind: {} for kind in EDITED}
    for kind, key, row in EditedRow.objects.exclude(row=None).order_by("pk").values_list("kind", "key", "row"):
        found[kind][key] = row
    return found
