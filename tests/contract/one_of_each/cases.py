"""Cases and what stands on them: papers, a black-out, a joint register, a sheet of an association, work handed over."""

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.contract.one_of_each import directory
from tests.contract.one_of_each.addresses import FILER, TYPED

from landsea.associations.actions.file_bulk import file_sheet, keep_sheet
from landsea.associations.actions.members import FIELDS, add_member
from landsea.associations.member_filings import Sender
from landsea.associations.sheet_columns import CASE_COLUMNS
from landsea.associations.tests import sheets
from landsea.base.files.storage import store_upload
from landsea.base.ui.sheets.sheet_reader import read_upload
from landsea.cases.act_forms import FILER_FORMS, OFFICE_FORMS
from landsea.cases.actions.consult import consult_desk
from landsea.cases.actions.message import write_message
from landsea.cases.actions.redact import redact_words
from landsea.cases.actions.tie import link_cases
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import CaseFile, FilerLink, Message, Redaction
from landsea.cases.views import mailbox, queue

IN_INDONESIAN = "Ini yang dikatakan pelapor."


def make(world, now: datetime) -> dict:
    """File a case by the association's clerk for a member, write on it with a paper, black something out."""
    filed = world.file(now=now, association=world.chamber.pk, member=world.member.pk)
    case, holder, coordinator = filed.case, world.actor("holder"), world.actor("coordinator")
    paper = store_upload(SimpleUploadedFile("report.txt", b"The report.", "text/plain"))
    write_message(holder, case.ref, "all", "Here is the report of Mr Wrexford.", now=now, files=[paper])
    message = Message.objects.latest("pk")
    redact_words(coordinator, case.ref, message.pk, "Mr Wrexford", "A name.", now=now)
    consult_desk(holder, case.ref, world.rail.code, "Is a wagon free?", now=now)
    link_cases(coordinator, case.ref, world.file(now=now).case.ref, now=now)
    file, redaction = CaseFile.objects.get(case=case), Redaction.objects.get(case=case)
    link = FilerLink.objects.get(case=case)
    about, digest = {"ref": case.ref}, "0" * 64
    return {
        FILER: {"secret": MAILBOX_LINKS.secret_of(link.nonce)},
        "case": about,
        "case_act": [about | {"act": act} for act in OFFICE_FORMS],
        "case_filer_act": [about | {"act": act} for act in FILER_FORMS],
        "case_file": about | {"file_id": file.pk},
        "case_original": about | {"redaction_id": redaction.pk},
        "filing_papers": {"digest": digest},
        "mailbox_link": {"secret": MAILBOX_LINKS.secret_of(link.nonce)},
        "mailbox": about,
        "mailbox_act": [about | {"act": act} for act in mailbox.ACTS],
        **dict.fromkeys(("mend_understood", "mailbox_slip", "mailbox_data"), about),
        "mailbox_data_act": [about | {"act": act} for act in ("copy", "correct", "erase")],
        "mailbox_file": about | {"file_id": file.pk},
        "mailbox_leave": about,
        "queue_sheet": [{"form": form} for form in queue.SHEETS],
        "mailbox_papers": about | {"digest": digest},
        "mailbox_share": about,
        "mailbox_translate": about
        | {"kind": "filing", "key": case.ref, TYPED: {"language": "id", "text": IN_INDONESIAN}},
        "mailbox_translation_back": about | {"kind": "filing", "key": case.ref, TYPED: {"translation": "0"}},
        **of_an_association(world, now),
    }


def of_an_association(world, now: datetime) -> dict:
    """Keep a sheet of cases that the association has not filed yet, and file another one."""
    clerk, another = world.actor("clerk"), [sheets.GOOD[0], "Another lorry waits.", *sheets.GOOD[2:]]
    sheet, filed = (
        keep_sheet(clerk, world.chamber.pk, name, _read_sheet([sheets.HEADERS, row]), now=now)
        for name, row in (("cases.csv", sheets.GOOD), ("filed.csv", another))
    )
    sender = Sender(world.chamber.pk, "Chamber", "VN", "clerk@demo.example.org")
    file_sheet(clerk, filed.pk, sender, news="us", leave_out=None, now=now)
    return {
        **dict.fromkeys(("association_sheet", "association_sheet_drop"), {"sheet_id": sheet.pk}),
        "association_sheet_csv": {"sheet_id": filed.pk},
        "association_bulk_template": {"kind": "csv"},
        "association_member": {"member_id": world.member.pk},
        "association_member_left": {"member_id": world.member.pk},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another case and member of the association; on the case another message with a paper, a black-out, a desk, a link."""
    holder, coordinator, ref = world.actor("holder"), world.actor("coordinator"), values["case"]["ref"]
    about = {"party": f"Firm {number}", "country": "VN", "email": f"firm{number}@demo.example.org"}
    add_member(world.actor("clerk"), world.chamber.pk, dict.fromkeys(FIELDS, "") | about, now=now)
    other = world.file(now=now, association=world.chamber.pk, member=world.member.pk).case
    link_cases(coordinator, ref, other.ref, now=now)
    paper = store_upload(SimpleUploadedFile(f"{number}.txt", b"A paper.", "text/plain"))
    write_message(holder, ref, "all", f"Paper {number} of Mr Wrexford.", now=now, files=[paper])
    redact_words(coordinator, ref, Message.objects.latest("pk").pk, "Mr Wrexford", "A name.", now=now)
    consult_desk(holder, ref, directory.another_desk(world, number).code, "Is a wagon free?", now=now)
    read = _read_sheet([sheets.HEADERS, sheets.GOOD, [*sheets.GOOD[:-1], str(number)]])
    keep_sheet(world.actor("clerk"), world.chamber.pk, f"{number}.csv", read, now=now)


def _read_sheet(rows: list[list[str]]):
    return read_upload(SimpleUploadedFile("cases.csv", sheets.csv_bytes(rows)), CASE_COLUMNS)
