"""The reads of how rows of the network came to be what they are: their versions, and the acts that made them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.corridor.access_editing import require_editor
from landsea.corridor.models import Edition, How, NetworkRow, RowVersion
from landsea.directory.access import place_records
from landsea.directory.models import PlaceVersion
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.row_kinds import PLACES, put_in_order

MOST_VERSIONS = 100


@dataclass(frozen=True)
class Version:
    """A row before and after an act, who did it, when and why. `follows_seed`: afterwards the file's row counts."""

    kind: str
    key: str
    number: int
    before: Row | None
    after: Row | None
    follows_seed: bool
    how: str
    why: str
    by: Any
    at: datetime


def _why(how: str, why: str) -> str:
    """Return the reason of an act: an editor's words, or for a renewed file a sentence in the reader's language."""
    return gettext("The reference files were renewed.") if how == How.SEED else why


def find_reason(edition: Edition) -> str:
    """Return why an act was done, for a reader."""
    return _why(edition.how, edition.why)


def _of_row(one: RowVersion, edition: Edition) -> Version:
    kind, key = one.network_row.kind, one.network_row.key
    states = (value and put_in_order(kind, value) for value in (one.before, one.after))
    return Version(
        kind, key, one.number, *states, one.follows_seed, edition.how, find_reason(edition), edition.by, edition.at
    )


def _of_place(one: PlaceVersion) -> Version:
    states = (value and put_in_order(PLACES, value) for value in (one.before, one.after))
    return Version(
        PLACES, one.place_id, one.number, *states, one.follows_seed, one.how, _why(one.how, one.why), one.by, one.at
    )


def list_versions(kind: str, key: str) -> list[Version]:
    """Return the states a row went through, the newest first; nothing for one that is as the file first had it."""
    if kind == PLACES:
        return [_of_place(one) for one in place_records.list_versions_of_place(key)[:MOST_VERSIONS]]
    found = RowVersion.objects.filter(network_row__kind=kind, network_row__key=key)
    return [_of_row(one, one.edition) for one in found.select_related("edition__by", "network_row")[:MOST_VERSIONS]]


def list_versions_of_act(edition: Edition) -> list[Version]:
    """Return what an act did, row by row, places first."""
    rows = (_of_row(one, edition) for one in edition.versions.all())
    return [*(_of_place(one) for one in edition.places.all()), *rows]


def find_versions_before(edition: Edition) -> dict[tuple[str, str], Version]:
    """Return the version before that of an act for each of its rows, by kind and key; left out where there was none."""
    places = {one.place_id: one.number for one in edition.places.all()}
    rows = {one.network_row_id: one.number for one in edition.versions.all()}
    found = [
        _of_place(one)
        for one in PlaceVersion.objects.filter(place__in=places).select_related("by")
        if one.number == places[one.place_id] - 1
    ]
    found += [
        _of_row(one, one.edition)
        for one in RowVersion.objects.filter(network_row__in=rows).select_related("edition__by", "network_row")
        if one.number == rows[one.network_row_id] - 1
    ]
    return {(one.kind, one.key): one for one in found}


_WITH_ROWS = ("versions__network_row", "places__by")


def list_last_editions(most: int = 20) -> list[Edition]:
    """Return the last acts, the newest first, each with its rows."""
    found = Edition.objects.select_related("by", "undoes").prefetch_related(*_WITH_ROWS, "undone_by")
    return list(found[:most])


def find_edition(actor: Actor, pk: int) -> Edition:
    """Return one act for an editor. Raises Http404."""
    require_editor(actor)
    found = Edition.objects.select_related("by").prefetch_related(*_WITH_ROWS).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def find_why(pk: int) -> str:
    """Return the reason given for an act; everybody reads it in the history. Raises Http404."""
    found = Edition.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return find_reason(found)


def find_changed_keys(kind: str, keys: Collection[str]) -> set[str]:
    """Return which of these rows have versions."""
    if kind == PLACES:
        return place_records.find_changed_place_codes(keys)
    return set(NetworkRow.objects.filter(kind=kind, key__in=keys, number__gt=0).values_list("key", flat=True))
