"""A desk that nobody has an account of, its confirmed address, and a case that it answers by the mailed link."""

from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.contract.one_of_each.addresses import ANSWERER, TYPED

from landsea.base.files.storage import store_upload
from landsea.cases.actions.message import write_message
from landsea.cases.answer_links import ANSWER_LINKS
from landsea.cases.models import AnswerLink, CaseFile
from landsea.cases.tests.test_somebody_there import RAIL, give_address
from landsea.cases.views.answering import FORMS
from landsea.directory.actions.wish_account import wish_account


def make(world, now: datetime) -> dict:
    """Confirm an address of the rail desk, wish for an account, file a case there, write on it with a paper."""
    contact = give_address(world)
    wish = wish_account(contact_id=contact.pk, name="Rail Demo", email="wish@demo.example.org", now=now)
    case = world.file(now=now, **RAIL).case
    paper = store_upload(SimpleUploadedFile("wagon.txt", b"A wagon.", "text/plain"))
    write_message(world.actor("coordinator"), case.ref, "all", "Here is the list.", now=now, files=[paper])
    link, about = AnswerLink.objects.get(case=case), {"ref": case.ref}
    times = [(now + timedelta(days=day)).isoformat() for day in (2, 3)]
    secret = ANSWER_LINKS.secret_of(link.nonce)
    return {
        ANSWERER: {"secret": secret},
        "answer_link": {"secret": secret},
        **dict.fromkeys(("answer", "answer_account"), about),
        "answer_talk": about | {TYPED: {"act": "offer", "times": times, "minutes": "30", "key": "of each"}},
        "answer_act": [about | {"act": act} for act in FORMS],
        "answer_file": about | {"file_id": CaseFile.objects.get(case=case).pk},
        "settle_account_wish": {"wish_id": wish.pk},
        "answered": {"what": "gone"},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another message with a paper on the case, another case at the desk."""
    paper = store_upload(SimpleUploadedFile(f"wagon{number}.txt", b"A wagon.", "text/plain"))
    write_message(world.actor("coordinator"), values["answer"]["ref"], "all", f"List {number}.", now=now, files=[paper])
    world.file(now=now, **RAIL)
