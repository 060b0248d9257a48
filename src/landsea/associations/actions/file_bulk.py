"""Keeps a spreadsheet that was read, and files all its cases in one transaction or none."""

import hashlib
import json
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.associations.access import find_refs_of_open_cases, find_sheet, list_members
from landsea.associations.actions.gather_sheet_mails import gather_sheet_mails
from landsea.associations.actions.one_at_a_time import record_act, wait_for_one_at_a_time
from landsea.associations.member_filings import Sender
from landsea.associations.sheet_rows import SheetRow, read_rows
from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.base.ui.sheets.sheet_reader import Sheet
from landsea.cases.actions.file import file_case
from landsea.cases.models import BulkFiling


def keep_sheet(actor: Actor, association_id: int, name: str, sheet: Sheet, *, now: datetime) -> BulkFiling:
    """Keep the rows of a spreadsheet for its preview. Nothing is filed."""
    if association_id not in actor.associations:
        raise Http404
    rows = [{"row": number, "given": given} for number, given in sheet.rows]
    digest = hashlib.sha256(json.dumps([given for _, given in sheet.rows], sort_keys=True).encode()).hexdigest()
    with transaction.atomic():
        wait_for_one_at_a_time(association_id)
        kept = BulkFiling.objects.create(
            association_id=association_id,
            by_id=actor.user_id,
            name=name,
            rows={"rows": rows, "left_out": sheet.left_out, "digest": digest},
            created_at=now,
        )
        record_act(association_id, "keep_sheet", actor, now, sheet=kept.pk, rows=len(rows))
    return kept


def file_sheet(
    actor: Actor, sheet_id: int, sender: Sender, *, news: str, leave_out: int | None, now: datetime
) -> BulkFiling:
    """File every row of a spreadsheet in one transaction, or nothing. A sheet that was filed is returned as it is.

    Rows that were filed before, as cases that are still open, are passed over and keep the number of that case. `leave_out`
    is the number of faulty rows that the clerk agreed to leave out, None when they did not. Raises Refused when there are
    faulty rows beyond that (somebody may have left the register since the preview), or no row is left;
    Http404 for a foreign sheet. The audit entry of the sheet and those of its cases stand in the same transaction.
    """
    with transaction.atomic():
        wait_for_one_at_a_time(find_sheet(actor, sheet_id).association_id)
        sheet = find_sheet(actor, sheet_id, lock=True)
        if sheet.filed_at:
            return sheet
        members = list_members(actor, sheet.association_id, left=None)
        filed_before = find_refs_of_open_cases(actor, sheet.association_id)
        rows = read_rows(sheet.rows["rows"], members, sender, sheet=sheet.pk, filed=filed_before, news=news)
        faulty = sum(bool(row.faults) for row in rows)
        _refuse_unless_agreed(rows, faulty, leave_out)
        filed = {row.number: file_case(row.filing, actor=actor, now=now).case for row in rows if row.filing}
        gather_sheet_mails(sheet, list(filed.values()), sender.address, now=now)
        refs = {number: case.ref for number, case in filed.items()}
        earlier = {row.number: row.filed_as for row in rows}
        for kept in sheet.rows["rows"]:
            kept["ref"], kept["filed_as"] = refs.get(kept["row"], ""), earlier[kept["row"]]
        sheet.filed_at = now
        sheet.save(update_fields=["rows", "filed_at"])
        record_act(sheet.association_id, "file_sheet", actor, now, sheet=sheet.pk, filed=len(refs), left_out=faulty)
    return sheet


def _refuse_unless_agreed(rows: list[SheetRow], faulty: int, leave_out: int | None) -> None:
    if not any(row.filing for row in rows):
        if not faulty:
            raise Refused("no_row_left", gettext("Every row of this sheet was filed already. Nothing is left to file."))
        raise Refused("no_row_left", gettext("No row can be filed yet. Repair the sheet and choose it again."))
    if faulty and leave_out is None:
        raise Refused(
            "rows_have_faults",
            gettext(
                "Nothing was filed: %(faulty)d of %(total)d rows need repair. Repair them, or tick that they are left out."
            )
            % {"faulty": faulty, "total": len(rows)},
        )
    if faulty and faulty != leave_out:
        raise Refused(
            "rows_changed",
            gettext("Nothing was filed: your register changed since you looked, and %(faulty)d rows need repair now.")
            % {"faulty": faulty},
        )
