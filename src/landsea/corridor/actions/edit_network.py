"""Change rows of the network: one act is one edition, whole or not at all, and planned with from its commit on.

1. Editions follow one another, so that two that break each other cannot both pass the checks.
2. Each row must still be the version its editor has seen; else what changed is named and nothing is written.
3. The rows as they would be are checked by what `landsea network check` demands; faults that were there before do not
   stand in the way.
4. Edition, versions and the rows that count are written, one audit row, and what processes keep becomes old.
5. The background work is woken that looks at the kept plans (`replan`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.waking import wake_task
from landsea.base.refusal import Refused
from landsea.corridor import access_editing as access
from landsea.corridor import kept_network
from landsea.corridor.models import EditedRow, Edition, How, RowVersion
from landsea_core.planner.network.changes import Overlay, Row, find_new_faults, overlay_rows, retire_row
from landsea_core.planner.network.row_facts import Fault
from landsea_core.planner.network.row_kinds import EDITED

EDITION_LOCK = 6_211_407
STREAM = "network"


@dataclass(frozen=True)
class Wanted:
    """A row as it shall count; None: as the file has it. `seen` is the number of the version its editor saw."""

    kind: str
    key: str
    row: Row | None
    seen: int


def save_rows(
    wanted: Sequence[Wanted], *, why: str, actor, now: datetime, how: str = How.FORM, file: str = "", undoes=None
) -> Edition:
    """Make an edition of rows at `now` (aware). Raises Refused, and PermissionDenied for whoever is no editor."""
    access.editors_only(actor)
    if not why.strip():
        raise Refused("why", gettext("Say in a sentence why; readers see it in the history."))
    with transaction.atomic():
        _lock()
        rows = _seen_rows(wanted)
        changes = [(one, rows[one.kind, one.key]) for one in wanted if _differs(one, rows[one.kind, one.key])]
        if not changes or (how == How.FORM and any(_is_there_already(one) for one, _ in changes)):
            raise Refused("same", gettext("Nothing differs from what is on record, so there is nothing to save."))
        faults = faults_with([one for one, _ in changes])
        if faults:
            raise Refused("faults", gettext("The network would not be in order:"), faults=faults)
        edition = Edition.objects.create(
            how=how, why=why.strip(), file=file, by_id=actor.user_id, at=now, undoes=undoes
        )
        _write(edition, changes)
        facts = {"edition": edition.pk, "rows": len(changes), "how": str(how)}
        append_entry(stream=STREAM, act="edit_network", actor=actor.label, at=now, facts=facts)
        kept_network.forget_network()
        transaction.on_commit(kept_network.forget_network)
        wake_task("corridor.replan")
    return edition


def faults_with(wanted: Sequence[Wanted]) -> list[tuple[str, Fault]]:
    """Return what would be at fault with these rows: the row's name, and the fault with the key it is about."""
    return find_new_faults(
        kept_network.files_now(), overlay_rows(kept_network.current_rows_of_files(), overlay_with(wanted))
    )


def overlay_with(wanted: Sequence[Wanted]) -> Overlay:
    """Return what would count in place of the files' rows."""
    found = {kind: dict(rows) for kind, rows in kept_network.overlay_now().items()}
    for one in wanted:
        rows = found.setdefault(one.kind, {})
        rows.pop(one.key, None)
        if one.row is not None:
            rows[one.key] = one.row
    return found


def retire_network_row(kind: str, key: str, *, seen: int, why: str, actor, now: datetime) -> Edition:
    """Keep a row on record, but count it no more."""
    row = access.row_now(kind, key).row
    if row is None or row.get("retired"):
        raise Refused("same", gettext("It is retired already."))
    wanted = Wanted(kind, key, retire_row(row, now.date()), seen)
    return save_rows([wanted], why=why, actor=actor, now=now, how=How.RETIRED)


def revert_row(kind: str, key: str, number: int, *, seen: int, why: str, actor, now: datetime) -> Edition:
    """Let a row count again as it was after version `number`; 0: as the file has it. This makes a new version."""
    row = None
    if number:
        version = next((one for one in access.versions_of(kind, key) if one.number == number), None)
        if version is None:
            raise Http404
        row = None if version.from_file else version.after
    return save_rows([Wanted(kind, key, row, seen)], why=why, actor=actor, now=now, how=How.REVERTED)


def undo_edition(edition: Edition, *, why: str, actor, now: datetime) -> Edition:
    """Put all rows of an edition back to what they were. Raises Refused when one was changed again since."""
    wanted = []
    for version in edition.versions.all():
        row = None
        if version.number > 1:
            before = RowVersion.objects.get(edited_id=version.edited_id, number=version.number - 1)
            row = None if before.from_file else before.after
        wanted.append(Wanted(version.edited.kind, version.edited.key, row, version.number))
    return save_rows(wanted, why=why, actor=actor, now=now, how=How.UNDONE, undoes=edition)


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [EDITION_LOCK])
    kept_network.forget_network()  # what another edition wrote a moment ago counts here


def _seen_rows(wanted: Sequence[Wanted]) -> dict[tuple[str, str], EditedRow]:
    """Return the rows, new ones unsaved. Raises Refused where one is not the version that its editor saw."""
    keys = [one.key for one in wanted]
    found = {(row.kind, row.key): row for row in EditedRow.objects.filter(key__in=keys).select_for_update()}
    for one in wanted:
        row = found.setdefault((one.kind, one.key), EditedRow(kind=one.kind, key=one.key))
        if row.number != one.seen:
            sentence = gettext(
                "%(key)s was changed by somebody else meanwhile. Look at what changed; what you wrote is still here."
            )
            raise Refused("changed", sentence % {"key": one.key})
    return found


def _differs(one: Wanted, edited: EditedRow) -> bool:
    return one.row != edited.row and not (edited.row is None and one.row == access.file_row(one.kind, one.key))


def _is_there_already(one: Wanted) -> bool:
    """Say whether a new row stands under another id already, word for word: its form was pressed twice."""
    if one.row is None or one.seen or one.kind == "places" or access.file_row(one.kind, one.key):
        return False
    return any({**row, "id": one.key} == one.row for row in access.rows_of(one.kind))


def _write(edition: Edition, changes: list[tuple[Wanted, EditedRow]]) -> None:
    on_file = kept_network.current_rows_of_files()
    files = {(kind, row[name]): row for kind, name in EDITED.items() for _, row in on_file[f"{kind}.jsonl"]}
    versions = []
    for one, edited in changes:
        base = files.get((one.kind, one.key))
        versions.append(
            RowVersion(
                edited=edited,
                edition=edition,
                number=edited.number + 1,
                from_file=one.row is None,
                before=base if edited.row is None else edited.row,
                after=base if one.row is None else one.row,
            )
        )
        edited.number, edited.row, edited.base = edited.number + 1, one.row, base
    EditedRow.objects.bulk_create([edited for _, edited in changes if edited.pk is None])
    EditedRow.objects.bulk_update([edited for _, edited in changes], ["number", "row", "base"], batch_size=200)
    RowVersion.objects.bulk_create(versions)
