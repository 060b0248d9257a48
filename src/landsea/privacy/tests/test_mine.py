"""“My data” of somebody signed in: see, put right, a copy, closing the account."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from landsea.accounts.guessing import FROM_ELSEWHERE
from landsea.accounts.models import User
from landsea.base.audit.models import Entry
from landsea.base.files.storage import list_stored_before, store_upload
from landsea.base.personal_data import Subject
from landsea.cases.actions.message import write_message
from landsea.cases.actions.reply import reply_as_filer
from landsea.directory.actions.change_contact import change_contact
from landsea.directory.models import Appointment, Change, Contact
from landsea.privacy.actions.make_export import make_export
from landsea.privacy.actions.order_export import order_export
from landsea.privacy.actions.take_exports_away import take_old_exports_away
from landsea.privacy.models import Export, ExportState

pytestmark = pytest.mark.django_db
PASSWORD = "a long password of the test"


@pytest.fixture
def holder(world):
    user = world.people["holder"]
    user.set_password(PASSWORD)
    user.save()
    return user


def test_the_page_shows_what_is_kept_in_every_language(world, holder):
    browser = world.client("holder")
    for language in ("en", "zh-hans", "vi", "lo", "th"):
        page = browser.get(reverse("my_data"), {"lang": language})
        assert page.status_code == 200 and holder.email in page.content.decode()
    kinds = {one.table.kind for one in browser.get(reverse("my_data")).context["kept"]}
    assert {"account", "appointments", "contacts"} <= kinds


def test_nobody_without_an_account_is_let_in(client):
    assert client.get(reverse("my_data")).status_code == 302


def test_name_language_and_telephone_are_put_right(world, holder):
    browser = world.client("holder")
    typed = {"name": "Right Name", "language": "vi", "phone": "+86 1"}
    assert browser.post(reverse("my_data_act", args=["correct"]), typed).status_code == 302
    holder.refresh_from_db()
    contact = Contact.objects.get(user=holder)
    assert (holder.name, holder.language, contact.name, contact.phone) == ("Right Name", "vi", "Right Name", "+86 1")
    assert browser.post(reverse("my_data_act", args=["correct"]), {}).status_code == 422


def test_an_account_is_closed_and_emptied(world, holder):
    now = timezone.now()
    case = world.file().case
    write_message(world.actor("holder"), case.ref, "all", "We look into it.", now=now)
    contact = Contact.objects.get(user=holder)
    change_contact(contact_id=contact.pk, fields={"phone": "+86 999"}, why="", by_user=None, by="x", now=now)
    browser, name, address = world.client("holder"), holder.name, holder.email
    wrong = browser.post(reverse("my_data_act", args=["close"]), {"password": "not it"})
    assert wrong.status_code == 422 and "not your password" in wrong.content.decode()
    assert browser.post(reverse("my_data_act", args=["close"]), {"password": PASSWORD}).status_code == 302
    user = User.objects.get(pk=holder.pk)
    assert not user.is_active and not user.has_usable_password() and user.name == "" and address not in user.email
    assert not Appointment.objects.filter(user=holder, ends_at=None).exists()
    contact.refresh_from_db()
    assert (contact.name, contact.email, contact.phone) == ("", "", "") and contact.ended_at
    history = str(list(Change.objects.values_list("before", "after")))
    assert name not in history and address not in history and "+86 999" not in history
    shown = world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()
    assert "We look into it." in shown and name not in shown and "closed account" in shown
    assert browser.get(reverse("my_data")).status_code == 302


def test_guesses_on_the_form_that_closes_an_account_count_as_tries_at_its_password(world, holder):
    browser, address = world.client("holder"), reverse("my_data_act", args=["close"])
    for number in range(FROM_ELSEWHERE.most):
        assert browser.post(address, {"password": f"guess {number}"}).status_code == 422
    assert browser.post(address, {"password": PASSWORD}).status_code == 422, "too many were tried by now"
    holder.refresh_from_db()
    assert holder.is_active
    noted = Entry.objects.filter(stream=f"user:{holder.pk}", act__startswith="sign_in_").order_by("position")
    assert [one.act for one in noted] == ["sign_in_refused"] * FROM_ELSEWHERE.most + ["sign_in_held"]
    assert {one.actor for one in noted} == {f"user:{holder.pk}"}, "whose session it was is known"


def test_a_clerk_who_closes_the_account_leaves_the_chamber_its_cases(world):
    clerk = world.people["clerk"]
    clerk.set_password(PASSWORD)
    clerk.save()
    case = world.file(association=world.chamber.pk, member=world.member.pk, email=clerk.email).case
    world.client("clerk").post(reverse("my_data_act", args=["close"]), {"password": PASSWORD})
    before = (case.text, case.state)
    case.refresh_from_db()
    clerk.refresh_from_db()
    assert (case.text, case.state) == before and not clerk.is_active


def test_the_last_coordinator_is_not_lost(world):
    user = world.people["coordinator"]
    user.set_password(PASSWORD)
    user.save()
    answer = world.client("coordinator").post(reverse("my_data_act", args=["close"]), {"password": PASSWORD})
    assert answer.status_code == 422 and "last coordinator" in answer.content.decode()
    user.refresh_from_db()
    assert user.is_active and user.name


def read_copy(client, secret: str) -> zipfile.ZipFile:
    answer = client.get(reverse("data_copy_file", args=[secret]))
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_a_copy_has_everything_with_papers_and_goes_after_its_days(world, client):
    now, filed = timezone.now(), world.file(phone="+84 1")
    paper = store_upload(SimpleUploadedFile("mine.txt", b"My paper.", "text/plain"))
    reply_as_filer(world.filer(filed), filed.case.ref, "Here.", files=[paper], now=now)
    secret = order_export(Subject(case_id=filed.case.pk), language="vi", now=now)
    assert order_export(Subject(case_id=filed.case.pk), language="vi", now=now) == secret
    waiting = client.get(reverse("data_copy", args=[secret]))
    assert "every 2s" in waiting.content.decode()
    assert client.get(reverse("data_copy_file", args=[secret])).status_code == 404
    export = Export.objects.get()
    make_export(export.pk, now=now)
    make_export(export.pk, now=now)
    export.refresh_from_db()
    assert export.state == ExportState.READY and export.done == export.total > 0
    archive = read_copy(client, secret)
    assert json.loads(archive.read("filers.json"))[0]["phone"] == "+84 1"
    [row] = json.loads(archive.read("papers.json"))
    assert archive.read(row["file"]) == b"My paper." and "filers.json" in archive.read("README.txt").decode()
    client.force_login(world.people["stranger"])
    assert client.get(reverse("data_copy", args=["x" * 43])).status_code == 404
    before = len(list(list_stored_before()))
    assert take_old_exports_away(now=now) == 0
    assert take_old_exports_away(now=now + timedelta(days=8)) == 1
    assert client.get(reverse("data_copy", args=[secret])).status_code == 404 and before


def test_a_copy_whose_worker_died_over_it_is_made_by_the_next(world, client):
    now = timezone.now()
    secret = order_export(Subject(case_id=world.file().case.pk), language="en", now=now)
    Export.objects.update(state=ExportState.RUNNING)
    make_export(Export.objects.get().pk, now=now)
    assert Export.objects.get().state == ExportState.READY and "README.txt" in read_copy(client, secret).namelist()


def test_a_copy_names_nothing_of_others(world, client):
    now, mine = timezone.now(), world.file()
    world.file(name="Zyxother Demo", email="other@demo.example.org", text="Zyxother words about durian at Mohan.")
    order_export(Subject(address="filer@demo.example.org"), language="en", now=now)
    make_export(Export.objects.get().pk, now=now)
    from landsea.privacy.links import EXPORT_LINKS

    archive = read_copy(client, EXPORT_LINKS.secret_of(Export.objects.get().nonce))
    text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert mine.case.ref in text and "Zyxother" not in text
