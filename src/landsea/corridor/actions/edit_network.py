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

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.waking import wake_task
from landsea.base.refusal import Refused
from landsea.corridor import access_editing as access
from landsea.corridor.access_editing import RowNow
from landsea.corridor.access_versions import Version, find_versions_before, list_versions, list_versions_of_act
from landsea.corridor.actions.load_network import fill_tables_once
from landsea.corridor.actions.write_rows import take_turn, write_edit
from landsea.corridor.kept_network import find_files
from landsea.corridor.models import Edition, How
from landsea_core.planner.network.changes import Overlay, Row, find_new_faults, overlay_rows, retire_row
from landsea_core.planner.network.row_facts import Fault
from landsea_core.planner.network.row_kinds import PLACES

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
    access.require_editor(actor)
    if not why.strip():
        raise Refused("why", gettext("Say in a sentence why; readers see it in the history."))
    with transaction.atomic():  # by itself: an edit that is refused must not take the first filling back with it
        take_turn()
        fill_tables_once(now)
    with transaction.atomic():
        take_turn()
        rows = _seen_rows(wanted)
        changes = [one for one in wanted if _differs(one, rows[one.kind, one.key])]
        if not changes or (how == How.FORM and any(_is_there_already(one, rows) for one in changes)):
            raise Refused("same", gettext("Nothing differs from what is on record, so there is nothing to save."))
        faults = find_faults(changes)
        if faults:
            raise Refused("faults", gettext("The network would not be in order:"), faults=faults)
        edition = Edition.objects.create(
            how=how, why=why.strip(), file=file, by_id=actor.user_id, at=now, undoes=undoes
        )
        write_edit(edition, {(one.kind, one.key): one.row for one in changes})
        facts = {"edition": edition.pk, "rows": len(changes), "how": str(how)}
        append_entry(stream=STREAM, act="edit_network", actor=actor.label, at=now, facts=facts)
        wake_task("corridor.replan")
    return edition


def find_faults(wanted: Sequence[Wanted]) -> list[tuple[str, Fault]]:
    """Return what would be at fault with these rows: the row's name, and the fault with the key it is about."""
    before = find_files()
    return find_new_faults(before, overlay_rows(before, make_overlay(wanted)))


def make_overlay(wanted: Sequence[Wanted]) -> Overlay:
    """Return the rows that would count, by kind and key; None where none would."""
    found: dict[str, dict[str, Row | None]] = {}
    for kind in {one.kind for one in wanted}:
        rows = {one.key: one.row for one in wanted if one.kind == kind}
        stand = access.find_rows(kind, [key for key, row in rows.items() if row is None])
        found[kind] = rows | {key: one.base for key, one in stand.items()}
    return found


def retire_network_row(kind: str, key: str, *, seen: int, why: str, actor, now: datetime) -> Edition:
    """Keep a row on record, but count it no more."""
    row = access.find_row_now(kind, key).row
    if row is None or row.get("retired"):
        raise Refused("same", gettext("It is retired already."))
    wanted = Wanted(kind, key, retire_row(row, now.date()), seen)
    return save_rows([wanted], why=why, actor=actor, now=now, how=How.RETIRED)


def revert_row(kind: str, key: str, number: int, *, seen: int, why: str, actor, now: datetime) -> Edition:
    """Let a row count again as it was after version `number`; 0: as the file has it. This makes a new version.

    Its last version is kept in this way against a file that says otherwise by now.
    """
    row = None
    if number:
        version = next((one for one in list_versions(kind, key) if one.number == number), None)
        if version is None:
            raise Http404
        row = _state_after(version)
    how = How.FORM if row and row == access.find_row_now(kind, key).row else How.REVERTED
    return save_rows([Wanted(kind, key, row, seen)], why=why, actor=actor, now=now, how=how)


def undo_edition(edition: Edition, *, why: str, actor, now: datetime) -> Edition:
    """Put all rows of an edition back to what they were. Raises Refused when one was changed again since."""
    versions = list_versions_of_act(edition)
    before = find_versions_before(edition)
    rows = (before.get((one.kind, one.key)) for one in versions)
    wanted = [
        Wanted(one.kind, one.key, earlier and _state_after(earlier), one.number)
        for one, earlier in zip(versions, rows, strict=True)
    ]
    return save_rows(wanted, why=why, actor=actor, now=now, how=How.UNDONE, undoes=edition)


def _state_after(version: Version) -> Row | None:
    """The row that counted after a version; None where that was the file's, which counts then as it is now."""
    return None if version.follows_seed else version.after


def _seen_rows(wanted: Sequence[Wanted]) -> dict[tuple[str, str], RowNow]:
    """Return the rows as they stand. Raises Refused where one is not the version that its editor saw."""
    found: dict[tuple[str, str], RowNow] = {}
    for kind in {one.kind for one in wanted}:
        keys = [one.key for one in wanted if one.kind == kind]
        stand = access.find_rows(kind, keys)
        found |= {(kind, key): stand.get(key) or RowNow(kind, key, None, 0, None) for key in keys}
    for one in wanted:
        if found[one.kind, one.key].number != one.seen:
            sentence = gettext(
                "%(key)s was changed by somebody else meanwhile. Look at what changed; what you wrote is still here."
            )
            raise Refused("changed", sentence % {"key": one.key})
    return found


def _differs(one: Wanted, stands: RowNow) -> bool:
    """Say whether something changes; that a row counts on though its file says otherwise by now is a decision too."""
    return stands.overtaken or (stands.base if one.row is None else one.row) != stands.row


def _is_there_already(one: Wanted, rows: dict[tuple[str, str], RowNow]) -> bool:
    """Say whether a new row stands under another id already, word for word: its form was pressed twice."""
    if one.row is None or one.seen or one.kind == PLACES or rows[one.kind, one.key].base:
        return False
    return any({**row, "id": one.key} == one.row for row in access.list_rows(one.kind))
