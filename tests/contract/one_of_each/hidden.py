"""A case that few may see, with a word in it that stands nowhere else, and a second one by which it can be searched for."""

from datetime import datetime

from landsea.cases.actions.file import Filed
from landsea_core.caseflow import Visibility

MARKER, LOOKED_FOR = "Zyxomarker", "Quvoword"
MAY_SEE = {"holder", "deputy", "head", "coordinator"}


def hidden_case(world, now: datetime) -> Filed:
    """File a case of the quarantine's whose filer only the coordinator may know; nobody but `MAY_SEE` may know of it."""
    return world.file(
        f"{MARKER} {LOOKED_FOR} durian",
        now=now,
        visibility=Visibility.COORDINATOR_ONLY,
        name=f"{MARKER} {LOOKED_FOR} Name",
        party=f"{MARKER} {LOOKED_FOR} Party",
        goods=f"{MARKER} {LOOKED_FOR} goods",
        place_text=f"{MARKER} {LOOKED_FOR} place",
    )
