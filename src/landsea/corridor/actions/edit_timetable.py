"""Keeps a timetable that an editor sent, and applies it: all its rows as one edition, or nothing."""

import hashlib
import json
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.corridor import access_editing as access
from landsea.corridor import kept_network
from landsea.corridor.actions.edit_network import Wanted, save_rows
from landsea.corridor.models import Edition, HeldTimetable, How
from landsea_core.planner.network.changes import Row, retire_row, says_nothing_new
from landsea_core.planner.network.incoming_timetables import IncomingTimetable, find_missing_services
from landsea_core.planner.network.row_kinds import EDITED


def hold_timetable(found: IncomingTimetable, *, is_whole: bool, actor, now: datetime) -> HeldTimetable:
    """Keep what was read, to be looked at. One that the editor left lying gives way to it.

    `is_whole`: what came from a file of this name before, and is in it no more, is to be retired.
    """
    access.require_editor(actor)
    gone = (
        [retire_row(row, now.date()) for row in find_missing_services(kept_network.find_files(), found)]
        if is_whole
        else []
    )
    rows = {"places": found.places, "services": [*found.services, *gone]}
    with transaction.atomic():
        wait_for_turn(f"held_timetable:{actor.user_id}")
        HeldTimetable.objects.filter(by_id=actor.user_id, applied_at=None).delete()
        return HeldTimetable.objects.create(by_id=actor.user_id, name=found.name[:120], rows=rows, read_at=now)


def list_rows_against(held: HeldTimetable) -> list[tuple[str, Row | None, Row]]:
    """Return what a held timetable would change: the kind, the row as it counts now (None: new), the row it brings."""
    found = []
    for kind, rows in held.rows.items():
        known = {row[EDITED[kind]]: row for row in access.list_rows(kind)}
        pairs = ((known.get(row[EDITED[kind]]), row) for row in rows)
        found += [(kind, before, row) for before, row in pairs if not says_nothing_new(before, row)]
    return found


def compute_fingerprint(changes: list[tuple[str, Row | None, Row]]) -> str:
    """Return a digest of what would change, by which a press tells which difference its editor has seen."""
    return hashlib.sha256(json.dumps(changes, sort_keys=True).encode()).hexdigest()


def apply_timetable(held: HeldTimetable, *, fingerprint: str, why: str, actor, now: datetime) -> Edition:
    """Make one edition of all that a timetable changes. Raises Refused when the difference is not the one seen."""
    changes = list_rows_against(held)
    if fingerprint != compute_fingerprint(changes):
        raise Refused(
            "changed", gettext("The network was changed meanwhile. Look at the difference again, then apply it.")
        )
    wanted = []
    for kind in held.rows:
        brought = {row[EDITED[kind]]: row for of, _, row in changes if of == kind}
        stand = access.find_rows(kind, brought)
        wanted += [Wanted(kind, key, row, stand[key].number if key in stand else 0) for key, row in brought.items()]
    with transaction.atomic():
        edition = save_rows(wanted, why=why, actor=actor, now=now, how=How.FILE, file=held.name)
        held.applied_at, held.rows = now, {}  # what it held is in the edition now
        held.save(update_fields=["applied_at", "rows"])
    return edition
