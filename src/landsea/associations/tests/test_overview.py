"""A clerk's first page: whom cases wait for, what came since they looked, sheets begun; nobody else sees it; few statements."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsea.associations.actions.file_bulk import keep_sheet
from landsea.associations.sheet_columns import CASE_COLUMNS
from landsea.base.audit.models import Entry
from landsea.base.ui.sheets.cells import write_csv
from landsea.base.ui.sheets.sheet_reader import read_upload
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.models import AnswersSeen, AssociationMember, BulkFiling, Case, FilerIdentity
from landsea.cases.tests.world import CAST

pytestmark = pytest.mark.django_db
PAGE = "association_page"


def page(world, who: str = "clerk") -> str:
    return world.client(who).get(reverse(PAGE)).content.decode()


def ours(world, **fields) -> Case:
    """A case that the clerk's chamber filed for its member; mails go to the chamber."""
    about = {"association": world.chamber.pk, "member": world.member.pk, "email": "clerk@demo.example.org"}
    return world.file(**about | fields).case


def answered(world, words: str = "Window 3 takes it now.", **fields) -> Case:
    case = ours(world, **fields)
    accept_case(world.actor("holder"), case.ref, now=timezone.now())
    answer_case(world.actor("holder"), case.ref, words, now=timezone.now())
    return case


def sheet(world, name: str = "october.csv") -> BulkFiling:
    """A sheet that was read, and is not filed."""
    rows = [["Member", "What happened"], ["Demo Dragon Fruit", "The report is not accepted."]]
    read = read_upload(SimpleUploadedFile(name, write_csv(rows).encode()), CASE_COLUMNS)
    return keep_sheet(world.actor("clerk"), world.chamber.pk, name, read, now=timezone.now())


@pytest.mark.parametrize("who", CAST)
def test_only_clerks_come_in(world, who):
    status = {"clerk": 200, "other_clerk": 200, "anonymous": 302}.get(who, 403)
    assert world.client(who).get(reverse(PAGE)).status_code == status


def test_an_empty_register_is_filled_first_and_then_a_case_is_filed(world):
    AssociationMember.objects.filter(association=world.chamber).update(left_at=timezone.now())
    text = page(world)
    assert "Your register is empty" in text and "File a case for a member" not in text
    AssociationMember.objects.filter(association=world.chamber).update(left_at=None)
    text = page(world)
    assert "No case is open" in text and "File a case for a member" in text and "File many from a spreadsheet" in text


def test_cases_stand_by_whom_they_wait_for(world):
    at_desk, for_us, for_member = ours(world), ours(world), ours(world)
    FilerIdentity.objects.filter(case=for_member).update(email=world.member.email)
    for case in (for_us, for_member):
        ask_filer(world.actor("holder"), case.ref, "Which laboratory?", now=timezone.now())
    text = page(world)
    parts = {
        whom: text.partition(f'id="waits-{whom}"')[2].partition("</section>")[0] for whom in ("us", "member", "desk")
    }
    for whom, case in (("us", for_us), ("member", for_member), ("desk", at_desk)):
        assert [whom for whom, part in parts.items() if case.ref in part] == [whom]
        listed = world.client("clerk").get(reverse("association_cases"), {"waits": whom}).content.decode()
        assert [one.ref in listed for one in (at_desk, for_us, for_member)].count(True) == 1 and case.ref in listed


def test_an_association_sees_its_own_only(world):
    case, held = answered(world, "Only for them."), sheet(world)
    text = page(world, "other_clerk")
    assert case.ref not in text and "Only for them." not in text and held.name not in text


def test_answers_stand_there_until_they_are_said_to_be_seen(world):
    case = answered(world)
    browser = world.client("clerk")
    answer = browser.get(reverse(PAGE))
    text = answer.content.decode().partition('id="news"')[2]
    assert case.ref in text and "Window 3 takes it now." in text and "the desk answered" in text
    shown_at = answer.context["now"]
    later = answered(world, "Window 4, too.")
    browser.post(reverse("association_answers_seen"), {"until": shown_at.isoformat()})
    news = page(world).partition('id="news"')[2].partition("</section>")[0]
    assert later.ref in news and case.ref not in news, "what came after the page was shown stays new"
    browser.post(reverse("association_answers_seen"), {"until": (shown_at - timedelta(days=9)).isoformat()})
    assert AnswersSeen.objects.get().until == shown_at, "it never goes back"
    for typed in ("", "yesterday", "2999-01-01T00:00:00+00:00"):
        browser.post(reverse("association_answers_seen"), {"until": typed})
    assert "Nothing came since then." in page(world) and AnswersSeen.objects.get().until <= timezone.now()
    assert Entry.objects.filter(stream=f"association:{world.chamber.pk}", act="mark_answers_seen").count() == 5
    assert not AnswersSeen.objects.filter(user=world.people["other_clerk"]).exists()


def test_a_moment_that_no_column_keeps_is_that_of_the_press(world):
    browser = world.client("clerk")
    browser.post(reverse("association_answers_seen"), {"until": "0001-01-01T00:00:00+14:00"})
    assert timezone.now() - AnswersSeen.objects.get().until < timedelta(days=1)
    assert browser.get(reverse(PAGE)).status_code == 200


def test_what_offices_write_among_themselves_is_no_news(world):
    from landsea.cases.actions.message import write_message

    case = ours(world)
    write_message(world.actor("holder"), case.ref, "offices", "Between us.", now=timezone.now())
    assert "Between us." not in page(world)


def test_a_sheet_begun_is_gone_on_with_or_dropped(world):
    held, filed = sheet(world), sheet(world, "september.csv")
    BulkFiling.objects.filter(pk=filed.pk).update(filed_at=timezone.now())
    text = page(world)
    assert "Go on with october.csv" in text and "september.csv" not in text
    drop = reverse("association_sheet_drop", args=[held.pk])
    assert world.client("other_clerk").post(drop).status_code == 404
    assert world.client("holder").post(drop).status_code == 403
    browser = world.client("clerk")
    assert "nothing of it was filed" in browser.post(drop, follow=True).content.decode()
    assert not BulkFiling.objects.filter(pk=held.pk).exists() and browser.post(drop).status_code == 404
    said = browser.post(reverse("association_sheet_drop", args=[filed.pk]), follow=True).content.decode()
    assert "filed meanwhile" in said and BulkFiling.objects.filter(pk=filed.pk).exists()


def test_a_clerk_of_two_associations_says_which(world):
    from landsea.cases.tests.world import LONG_AGO
    from landsea.directory.models import Appointment, Role

    Appointment.objects.create(
        user=world.people["clerk"], role=Role.ASSOCIATION, office=world.other_chamber, starts_at=LONG_AGO
    )
    browser = world.client("clerk")
    assert urlencode({"association": world.other_chamber.code}) in browser.get(reverse(PAGE)).content.decode()
    chosen = browser.get(reverse(PAGE), {"association": world.other_chamber.code}).content.decode()
    assert "What needs you first" in chosen
    assert world.client("other_clerk").get(reverse(PAGE), {"association": "vn-chamber"}).status_code == 404


@pytest.mark.usefixtures("marks_are_believed")
def test_a_page_of_much_takes_as_many_statements_as_one_of_little(world):
    browser = world.client("clerk")

    def count() -> int:
        browser.get(reverse(PAGE))
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(reverse(PAGE)).status_code == 200
        return len(asked)

    def add(number: int) -> None:
        answered(world)
        ours(world)
        asked = ours(world)
        ask_filer(world.actor("holder"), asked.ref, "Which laboratory?", now=timezone.now())
        member = AssociationMember.objects.create(association=world.chamber, party=f"Firm {number}", country="VN")
        ours(world, member=member.pk)
        sheet(world, f"sheet {number}.csv")

    add(1)
    few = count()
    for number in range(2, 6):
        add(number)
    assert count() == few <= 24
