"""The same words by page, by mail, by messenger, by sheet and by program make five equal cases.

A sheet knows more than the words: the register says from which country the member is. So the doors that can say that say it
too, and are then equal to the sheet in how sure each reading is. What was read, the desk and the deadline are equal.
"""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.api.tests.programs import Program
from landsea.associations.tests.bulk import file_it, sheet_of
from landsea.associations.tests.sheets import HEADERS
from landsea.base.messengers.actions.handle_incoming import handle_waiting
from landsea.base.messengers.actions.take_incoming import take_incoming
from landsea.base.messengers.tests.conftest import gateway, telegram  # noqa: F401
from landsea.base.messengers.ways.shapes import IncomingMessage
from landsea.cases.actions.file import make_form_key
from landsea.cases.actions.read_filed import read_filed
from landsea.cases.models import Case, StepRecord
from landsea.cases.tests.world import DURIAN
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.tests.mail_servers import DOMAIN, written

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
FILER = "filer@demo.example.org"
SAME = (
    "text",
    "title",
    "topic",
    "matter",
    "place_id",
    "country",
    "goods",
    "hs",
    "direction",
    "lane",
    "written_in",
    "reading",
    "desk_id",
    "state",
    "step",
    "due_at",
)
MADE = {"lane": "normal", "visibility": "coordinator_only"}


def file_by_page(world, **more):
    form = {"text": DURIAN, "key": make_form_key(), "action": "send"} | MADE | more
    world.client().post(reverse("file_case"), form)


def file_by_mail(world):
    subject = DURIAN.partition(".")[0]
    keep_mails([Handed(written(FILER, f"cn@{DOMAIN}", DURIAN, Subject=subject), (f"cn@{DOMAIN}",), FILER)], now=NOW)
    sort_due(now=NOW)


def file_by_messenger(world):
    said = ({"text": DURIAN}, {"choice": "say:send"}, {"choice": "say:unnamed"})
    for number, words in enumerate(said):
        message = IncomingMessage("telegram", f"42:{number}", "42", **{"text": "", "choice": ""} | words, language="en")
        take_incoming(message, now=NOW)
        handle_waiting(now=NOW)


def file_by_sheet(world):
    file_it(world, sheet_of(world, [HEADERS, [world.member.party, DURIAN, *[""] * (len(HEADERS) - 2)]]))


def file_by_program(world, **more):
    Program().post("/cases", {"text": DURIAN} | MADE | more, status=201)


DOORS = (file_by_page, file_by_mail, file_by_messenger, file_by_sheet, file_by_program)


def test_the_same_words_by_five_doors_are_five_equal_cases(world, telegram, settings, monkeypatch):  # noqa: F811
    settings.INBOUND_DOMAIN = DOMAIN
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    for number, file in enumerate(DOORS, 1):
        file(world)
        assert Case.objects.count() == number, file.__name__
    file_by_page(world, filer_country=world.member.country)
    file_by_program(world, filer_country=world.member.country)
    while read_filed():
        pass
    cases = list(Case.objects.order_by("pk"))
    told = [told_of(case) for case in cases]
    for door, one in zip((*DOORS, "page with country", "program with country"), told, strict=True):
        assert one == told[0], door
    page, mail, messenger, sheet, program, page_with, program_with = (case.reading for case in cases)
    assert page == mail == messenger == program and sheet == page_with == program_with
    assert cases[0].desk == world.quarantine and cases[0].due_at and page["matter"][0] == "plant_health"


def told_of(case: Case) -> dict:
    """Return all in which the cases must be equal: of the reading what was read."""
    told = {name: getattr(case, name) for name in SAME}
    told["reading"] = {kind: read[0] if isinstance(read, list) else read for kind, read in case.reading.items()}
    return told | {"calendars": [step.calendar for step in StepRecord.objects.filter(case=case)]}
