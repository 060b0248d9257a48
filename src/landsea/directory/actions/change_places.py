"""Changes places: the one way in which a place changes, whether people edit it or its file is renewed.

1. The directory's revision is locked, so that changes follow one another.
2. What counts of each row afterwards is decided by `landsea_core.reference.seeding`.
3. Columns, the words under which a place is found, and a version with before and after are written.
4. Offices at a place that is called otherwise now, and their desks, are found under the new names.
5. The revision is raised: filing, routing, search and plans of every process read the places anew.

Both acts are part of a larger one, which asks for the right and writes the audit row.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from landsea.base.set_based import make_insertion, write_together
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Desk, Office, Place, PlaceVersion
from landsea.directory.models.fact import How
from landsea.directory.place_rows import make_columns, read_state
from landsea.directory.reference_mapping import name_tokens
from landsea_core.reference.seeding import State, take_edit, take_seed

Row = dict[str, Any]
RENEWED = "The reference files were renewed."
"""Why a version came about that no person made; pages say it in the reader's language."""


@dataclass(frozen=True)
class Reason:
    """How, why and when places change (`at` is aware), and by whom; None: by nobody, the file was renewed."""

    how: str
    why: str
    at: datetime
    by_id: int | None = None


@dataclass(frozen=True)
class PlacesLoaded:
    """What taking in the file did: how many places it changed or retired, and the codes of those that people wrote here and
    that stay, though the file says otherwise.
    """

    changed: int
    retired: int
    kept: tuple[str, ...]


def change_places(wanted: Mapping[str, Row | None], reason: Reason) -> list[PlaceVersion]:
    """Let these rows count, by code; None: what the file has. Return the versions that came about."""
    with transaction.atomic():
        revision = lock_revision()
        stored = Place.objects.select_for_update().in_bulk(list(wanted))
        states = {code: take_edit(read_state(stored.get(code)), row) for code, row in wanted.items()}
        versions = _write_places(stored, states, reason)
        raise_revision(revision)
    return versions


def load_places(rows: Mapping[str, Row], now: datetime) -> PlacesLoaded:
    """Take in the rows of the file, by code, at `now` (aware); the same file twice changes nothing.

    What people wrote here stays. A place that vanished from the file is retired, never deleted.
    """
    with transaction.atomic():
        revision = lock_revision()
        stored = Place.objects.select_for_update().in_bulk()
        states = {code: take_seed(_as_loaded(stored.get(code)), rows.get(code)) for code in {*stored, *rows}}
        changed = {code: state for code, state in states.items() if _is_different(stored.get(code), state)}
        first = {code for code in changed if _was_never_loaded(stored.get(code))}
        _write_places(stored, changed, Reason(How.SEED, RENEWED, now), without_version=first)
        if changed:
            raise_revision(revision)
    return PlacesLoaded(
        changed=len(changed),
        retired=sum(state.row is None for state in changed.values()),
        kept=tuple(sorted(code for code, state in states.items() if state.overtaken)),
    )


def _as_loaded(place: Place | None) -> State:
    """How a place stands for the file: where nobody edited it, it is what the file last had, note by note."""
    state = read_state(place)
    return state if state.entered_here else State(state.seed, state.seed)


def _was_never_loaded(place: Place | None) -> bool:
    """Say whether a row has no state that is worth a version: it is new, or from before versions were kept."""
    return place is None or (place.seed is None and place.number == 0)


def _is_different(place: Place | None, state: State) -> bool:
    if place is None or _as_loaded(place) != state:
        return True
    return state.row is None and place.retired_at is None  # from before seeds were kept, and gone from the file


def _write_places(
    stored: Mapping[str, Place], states: Mapping[str, State], reason: Reason, *, without_version: Collection[str] = ()
) -> list[PlaceVersion]:
    new, known, versions, called_otherwise = [], [], [], []
    for code, state in states.items():
        place = stored.get(code) or Place(code=code)
        before, names = read_state(place if code in stored else None).row, (place.names, place.other_names)
        decided = place.overtaken and state.entered_here and not state.overtaken  # kept against its renewed file
        _set_columns(place, state, reason.at)
        if code not in without_version and (decided or before != state.row):
            place.number += 1
            versions.append(_new_version(place, before, state, reason))
        if code in stored and names != (place.names, place.other_names):
            called_otherwise.append(code)
        (known if code in stored else new).append(place)
    write_together(make_insertion(Place, new))
    Place.objects.bulk_update(known, [name for name in _COLUMNS if name != "code"], batch_size=200)
    _rename_offices_at(called_otherwise)
    return PlaceVersion.objects.bulk_create(versions)


_COLUMNS = tuple(field.name for field in Place._meta.concrete_fields)


def _set_columns(place: Place, state: State, at: datetime) -> None:
    """Set the columns of a place to what counts; where nothing does, it goes out of service as it is."""
    place.seed, place.entered_here, place.overtaken = state.seed, state.entered_here, state.overtaken
    if state.row is None:
        place.retired_at = place.retired_at or at
        return
    for column, value in make_columns(state.row).items():
        setattr(place, column, value)


def _new_version(place: Place, before: Row | None, state: State, reason: Reason) -> PlaceVersion:
    return PlaceVersion(
        place=place,
        number=place.number,
        how=reason.how,
        why=reason.why,
        by_id=reason.by_id,
        at=reason.at,
        before=before,
        after=state.row,
        follows_seed=not state.entered_here,
    )


def _rename_offices_at(codes: Collection[str]) -> None:
    """Let offices at these places, and their desks, be found under the names that the places have now."""
    if not codes:
        return
    offices = list(Office.objects.filter(place__in=codes, entered_here=False).select_related("place"))
    for office in offices:
        office.name_tokens = name_tokens(office.names, {"": office.seat}, office.place.names)
    Office.objects.bulk_update(offices, ["name_tokens"], batch_size=200)
    desks = list(Desk.objects.filter(office__in=offices).select_related("office"))
    for desk in desks:
        desk.name_tokens = name_tokens(desk.names) + desk.office.name_tokens
    Desk.objects.bulk_update(desks, ["name_tokens"], batch_size=200)
