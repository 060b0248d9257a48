"""The reads of those who edit the network: who may, what waits for them, the rows as they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.base.corrections.access import open_corrections_about
from landsea.base.corrections.models import Correction
from landsea.corridor.kept_network import find_files, is_filled
from landsea.corridor.models import HeldTimetable, NetworkRow
from landsea.directory import access as directory_access
from landsea.directory.access import place_records
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.row_kinds import EDITED, PLACES, put_in_order
from landsea_core.reference.seeding import State

TOPIC = "transport_border"
_PREFIX = {"services": "ES", "procedures": "EP", "prices": "EC"}


KINDS_OF_ROWS = tuple(EDITED)


def may_edit(actor: Actor) -> bool:
    """Whether this actor edits the network: editors, the coordinator's desk, and people at desks that
    answer for transport.
    """
    if actor.edits_facts or not actor.desks:
        return actor.edits_facts
    return directory_access.list_competences_in_service().filter(topic=TOPIC, desk_id__in=actor.desks).exists()


def require_editor(actor: Actor) -> None:
    """Raise PermissionDenied for everybody else."""
    if not may_edit(actor):
        raise PermissionDenied


@dataclass(frozen=True)
class RowNow:
    """A row as it counts (None: it is on record no more), the number of its last version, the file's row.

    `overtaken`: the file was renewed after people wrote what counts, and nobody has said since which shall count.
    """

    kind: str
    key: str
    row: Row | None
    number: int
    base: Row | None
    overtaken: bool = False


def find_row_now(kind: str, key: str) -> RowNow:
    """Return a row with its number. Raises Http404 for one that nobody ever put on record."""
    if kind not in EDITED or "\0" in key:  # no text in the database holds it, and none may be asked for it
        raise Http404
    found = find_rows(kind, [key]).get(key)
    if found is None:
        raise Http404
    return found


def find_rows(kind: str, keys: Iterable[str]) -> dict[str, RowNow]:
    """Return rows of one kind as they stand in the tables now, by key; keys that nobody ever used are left out."""
    wanted = set(keys)
    found: dict[str, RowNow] = {}
    if not is_filled():
        rows = ((row[EDITED[kind]], row) for row in list_rows(kind))
        found = {key: RowNow(kind, key, row, 0, row) for key, row in rows if key in wanted}
    if kind == PLACES and is_filled():
        for code, one in place_records.place_records(wanted).items():
            if one.state != State() or one.number:
                found[code] = RowNow(kind, code, one.state.row, one.number, one.state.seed, one.state.overtaken)
    elif kind != PLACES:
        for one in NetworkRow.objects.filter(kind=kind, key__in=wanted):
            row, seed = (
                put_in_order(kind, value) if isinstance(value, dict) else None for value in (one.row, one.seed)
            )
            found[one.key] = RowNow(kind, one.key, row, one.number, seed, one.overtaken)
    return found


def find_last_number(kind: str, key: str) -> int:
    """Return the number of a row's last version; 0 for one that is as the file first had it, or new."""
    found = find_rows(kind, [key]).get(key)
    return found.number if found else 0


def list_rows(kind: str) -> list[Row]:
    """Return all rows of a kind as they count now, retired ones among them."""
    return [row for _, row in find_files()[f"{kind}.jsonl"]]


def find_free_key(kind: str) -> str:
    """Return an id that no row of the kind has or had, for one that an editor writes."""
    taken = {row[EDITED[kind]] for row in list_rows(kind)} | set(
        NetworkRow.objects.filter(kind=kind).values_list("key", flat=True)
    )
    return next(key for number in range(1, 10_000) if (key := f"{_PREFIX[kind]}{number:03d}") not in taken)


def list_rows_written_here(*, overtaken_only: bool = False) -> dict[str, dict[str, Row]]:
    """Return the rows that people wrote here, by kind and key; `overtaken_only`: those whose file was renewed since."""
    found: dict[str, dict[str, Row]] = {
        PLACES: place_records.list_places_written_here(overtaken_only=overtaken_only),
    }
    rows = NetworkRow.objects.filter(entered_here=True)
    rows = rows.filter(overtaken=True) if overtaken_only else rows
    for kind, key, row in rows.order_by("kind", "key").values_list("kind", "key", "row"):
        found.setdefault(kind, {})[key] = put_in_order(kind, row)
    return {kind: rows for kind, rows in found.items() if rows}


def list_overtaken_rows(actor: Actor) -> list[tuple[str, str, Row]]:
    """Return kind, key and row of what people wrote here and whose file was renewed since: somebody must look."""
    require_editor(actor)
    found = list_rows_written_here(overtaken_only=True)
    return [(kind, key, row) for kind, rows in found.items() for key, row in rows.items()]


def find_held_timetable(actor: Actor, pk: int) -> HeldTimetable:
    """Return a timetable that this editor has sent and not yet applied. Raises Http404: it is nobody else's affair."""
    require_editor(actor)
    found = HeldTimetable.objects.filter(pk=pk, by_id=actor.user_id, applied_at=None).first()
    if found is None:
        raise Http404
    return found


def open_corrections(actor: Actor) -> QuerySet[Correction]:
    """Return what readers said is wrong and nobody settled yet, oldest first."""
    require_editor(actor)
    return open_corrections_about(KINDS_OF_ROWS)
