"""The reads of those who edit the network, and of everybody who looks at how a row came to be what it is."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.base.corrections.access import open_corrections_about
from landsea.base.corrections.models import Correction
from landsea.corridor.kept_network import current_rows_of_files, files_now
from landsea.corridor.models import EditedRow, Edition, HeldTimetable, Kind, RowVersion
from landsea.directory import access as directory_access
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.row_kinds import EDITED

TOPIC = "transport_border"
MOST_VERSIONS = 100
_PREFIX = {"services": "ES", "procedures": "EP", "prices": "EC"}


KINDS_OF_ROWS = tuple(Kind.values)


def may_edit(actor: Actor) -> bool:
    """Whether this actor edits the network: the coordinator's desk, and people at desks that answer for transport."""
    if actor.is_coordinator or not actor.desks:
        return actor.is_coordinator
    return directory_access.competences_in_service().filter(topic=TOPIC, desk_id__in=actor.desks).exists()


def editors_only(actor: Actor) -> None:
    """Raise PermissionDenied for everybody else."""
    if not may_edit(actor):
        raise PermissionDenied


@dataclass(frozen=True)
class RowNow:
    """A row as it counts (None: retired from the files, or undone), the number of its last version, the file's row."""

    kind: str
    key: str
    row: Row | None
    number: int
    base: Row | None


def row_now(kind: str, key: str) -> RowNow:
    """Return a row with its number. Raises Http404 for one that neither the files nor the editors know."""
    if kind not in EDITED or "\0" in key:  # no text in the database holds it, and none may be asked for it
        raise Http404
    edited = EditedRow.objects.filter(kind=kind, key=key).first()
    base = file_row(kind, key)
    if edited is None and base is None:
        raise Http404
    row = edited.row if edited is not None and edited.row is not None else base
    return RowNow(kind, key, row, edited.number if edited else 0, base)


def last_number(kind: str, key: str) -> int:
    """Return the number of a row's last version; 0 for one that nobody has edited."""
    return EditedRow.objects.filter(kind=kind, key=key).values_list("number", flat=True).first() or 0


def file_row(kind: str, key: str) -> Row | None:
    """Return the row of the files, or None."""
    return next((row for _, row in current_rows_of_files()[f"{kind}.jsonl"] if row[EDITED[kind]] == key), None)


def rows_of(kind: str) -> list[Row]:
    """Return all rows of a kind as they count now, retired ones among them."""
    return [row for _, row in files_now()[f"{kind}.jsonl"]]


def free_key(kind: str) -> str:
    """Return an id that no row of the kind has or had, for one that an editor writes."""
    taken = {row[EDITED[kind]] for row in rows_of(kind)} | set(
        EditedRow.objects.filter(kind=kind).values_list("key", flat=True)
    )
    return next(key for number in range(1, 10_000) if (key := f"{_PREFIX[kind]}{number:03d}") not in taken)


def versions_of(kind: str, key: str) -> list[RowVersion]:
    """Return the states a row went through, the newest first; nothing for one that nobody has edited."""
    found = RowVersion.objects.filter(edited__kind=kind, edited__key=key).select_related("edition__by", "edited")
    return list(found[:MOST_VERSIONS])


def last_editions(most: int = 20) -> list[Edition]:
    """Return the last acts of editors, the newest first, each with its rows."""
    found = Edition.objects.select_related("by", "undoes").prefetch_related("versions__edited", "undone_by")
    return list(found[:most])


def edition_for(actor: Actor, pk: int) -> Edition:
    """Return one act for an editor. Raises Http404."""
    editors_only(actor)
    found = Edition.objects.prefetch_related("versions__edited").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def why_of(pk: int) -> str:
    """Return the reason given for an act; everybody reads it in the history. Raises Http404."""
    found = Edition.objects.filter(pk=pk).values_list("why", flat=True).first()
    if found is None:
        raise Http404
    return found


def overtaken_rows(actor: Actor) -> list[EditedRow]:
    """Return edited rows whose file has another row by now than the one that was edited: somebody must look."""
    editors_only(actor)
    rows = {kind: {row[EDITED[kind]]: row for _, row in current_rows_of_files()[f"{kind}.jsonl"]} for kind in EDITED}
    edited = EditedRow.objects.exclude(row=None).order_by("kind", "key")
    return [one for one in edited if one.base != rows[one.kind].get(one.key)]


def held_timetable(actor: Actor, pk: int) -> HeldTimetable:
    """Return a timetable that this editor has sent and not yet applied. Raises Http404: it is nobody else's affair."""
    editors_only(actor)
    found = HeldTimetable.objects.filter(pk=pk, by_id=actor.user_id, applied_at=None).first()
    if found is None:
        raise Http404
    return found


def open_corrections(actor: Actor) -> QuerySet[Correction]:
    """Return what readers said is wrong and nobody settled yet, oldest first."""
    editors_only(actor)
    return open_corrections_about(KINDS_OF_ROWS)
