"""Writes rows of the network and their versions: the one way in which they change, by editors or by renewed files.

Both acts are part of a larger one, which has taken the editors' turn (`take_turn`), asks for the right, checks the rows and
writes the audit row.
"""

import uuid
from collections.abc import Collection, Mapping

from django.db import connection, transaction

from landsea.base.set_based import make_insertion, take_keys, write_together
from landsea.corridor import kept_network
from landsea.corridor.models import Edition, NetworkRevision, NetworkRow, RowVersion
from landsea.directory.actions.change_places import Reason, change_places
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.row_kinds import PLACES
from landsea_core.reference.seeding import State, take_edit

EDITION_LOCK = 6_211_407
Name = tuple[str, str]
"""The kind and the key of a row."""


def take_turn() -> None:
    """Wait until no other transaction changes the network; ours has its turn until it ends. What another one wrote a moment
    ago counts from here on.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [EDITION_LOCK])
    kept_network.forget_network()


def write_edit(edition: Edition, wanted: Mapping[Name, Row | None]) -> None:
    """Let these rows count as parts of an edition; None: what the file has."""
    places = {key: row for (kind, key), row in wanted.items() if kind == PLACES}
    if places:
        reason = Reason(edition.how, edition.why, edition.at, edition.by_id)
        edition.places.set(change_places(places, reason))
    names = [name for name in wanted if name[0] != PLACES]
    stored = find_rows(names)
    states = {name: take_edit(read_state(stored.get(name)), wanted[name]) for name in names}
    write_states(stored, states, edition)


def find_rows(names: Collection[Name]) -> dict[Name, NetworkRow]:
    """Return the rows of these names that are in the table."""
    found = NetworkRow.objects.filter(kind__in={kind for kind, _ in names}, key__in={key for _, key in names})
    return {(one.kind, one.key): one for one in found if (one.kind, one.key) in set(names)}


def read_state(row: NetworkRow | None) -> State:
    """Return how a row stands; one that is in no table does not count."""
    return State() if row is None else State(row.row, row.seed, row.entered_here, row.overtaken)


def write_states(
    stored: Mapping[Name, NetworkRow],
    states: Mapping[Name, State],
    edition: Edition | None,
    lines: Mapping[Name, int] | None = None,
) -> None:
    """Write how rows stand, with a version of each whose counting row changes, or that people keep against its renewed file;
    without an edition no version.

    `lines` are the positions of rows in their files; those of others stay.
    """
    new, known, versions = [], [], []
    for name, state in states.items():
        row = stored.get(name) or NetworkRow(kind=name[0], key=name[1])
        before, decided = row.row, row.overtaken and state.entered_here and not state.overtaken
        row.row, row.seed = state.row, state.seed
        row.entered_here, row.overtaken = state.entered_here, state.overtaken
        row.position = (lines or {}).get(name, row.position)
        if edition is not None and (decided or before != state.row):
            row.number += 1
            follows = not state.entered_here
            versions.append(
                RowVersion(
                    network_row=row,
                    edition=edition,
                    number=row.number,
                    before=before,
                    after=state.row,
                    follows_seed=follows,
                )
            )
        (known if name in stored else new).append(row)
    if versions:  # they point to the new rows
        take_keys(new)
    write_together(make_insertion(NetworkRow, new))
    columns = ["row", "seed", "entered_here", "overtaken", "position", "number"]
    NetworkRow.objects.bulk_update(known, columns, batch_size=200)
    RowVersion.objects.bulk_create(versions)
    raise_network_revision()


def raise_network_revision() -> None:
    """Tell every process that the network is another; the caller has its turn."""
    revision, _ = NetworkRevision.objects.get_or_create(pk=1)
    revision.number += 1
    revision.mark = uuid.uuid4()
    revision.save(update_fields=["number", "mark"])
    kept_network.forget_network()  # what follows in this transaction reads its own changes
    transaction.on_commit(kept_network.forget_network)  # and what another thread kept meanwhile is from before
