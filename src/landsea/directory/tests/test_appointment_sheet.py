"""A spreadsheet of appointments: what each row would do stands in the preview, nothing is done while a row is wrong."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.base.outbox.models import Delivery
from landsea.directory.models import Appointment

pytestmark = pytest.mark.django_db
GOOD = """Part,Desk or office,Name,E-mail,Language
holder,vn-huunghi.customs,Minh Demo,minh@demo.example.org,vi
head,vn-huunghi,Lan Demo,lan@demo.example.org,vi
operator,,Hao Demo,hao@demo.example.org,
"""


def send(world, who: str, text: str, **fields):
    sheet = SimpleUploadedFile("appointments.csv", text.encode())
    browser = world.client(who)
    answer = browser.post(reverse("directory_sheets"), {"kind": "appointments", "sheet": sheet} | fields, follow=True)
    return browser, answer


def test_the_preview_says_what_happens_and_all_of_it_is_done(world):
    browser, answer = send(world, "coordinator", GOOD)
    page = answer.content.decode()
    assert "is invited by mail" in page and page.count("demo.example.org") >= 3
    assert not Appointment.objects.filter(user__email="lan@demo.example.org").exists()
    fields = {"fingerprint": answer.context["difference"].fingerprint, "why": "the list of the ministry"}
    browser.post(answer.request["PATH_INFO"], fields)
    assert set(Appointment.objects.filter(user__email__startswith="lan").values_list("role", flat=True)) == {"head"}
    assert Delivery.objects.filter(template="appointed").count() == 3
    _again, answer = send(world, "coordinator", GOOD)
    assert answer.context["same"] == 3, "the same sheet twice appoints nobody twice"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("king,,A,a@demo.example.org,", "There is no part king"),
        ("holder,nowhere,A,a@demo.example.org,", "There is no desk or office nowhere"),
        ("holder,cn-mohan.quarantine,A,nonsense,", "is no address"),
        ("holder,cn-mohan.quarantine,,a@demo.example.org,", "Write the person&#x27;s name"),
        ("clerk,cn-mohan,A,a@demo.example.org,", "no chamber or association"),
        ("operator,,A,a@demo.example.org,xx", "Write the language"),
    ],
)
def test_a_wrong_row_says_how_to_mend_it_and_goes_back_as_it_was(world, row, sentence):
    browser, answer = send(world, "coordinator", f"Part,Desk or office,Name,E-mail,Language\n{row}\n")
    assert sentence in answer.content.decode()
    held = answer.request["PATH_INFO"].rstrip("/").rsplit("/", 1)[1]
    table = browser.get(reverse("directory_sheet_refused", args=[held])).content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table)))) == 2


def test_a_head_brings_only_the_own_office(world):
    _browser, answer = send(world, "head", GOOD)
    assert answer.content.decode().count("You may not appoint here") == 3
    assert world.client("holder").get(reverse("directory_export", args=["appointments", "csv"])).status_code == 403


def test_a_whole_list_without_the_last_coordinator_is_refused(world):
    browser, answer = send(world, "coordinator", GOOD, whole="yes")
    fields = {"fingerprint": answer.context["difference"].fingerprint, "why": "new list"}
    assert "last coordinator" in browser.post(answer.request["PATH_INFO"], fields).content.decode()
    assert not Appointment.objects.filter(user__email="lan@demo.example.org").exists()


def test_what_is_taken_away_comes_back_as_it_is(world):
    away = world.client("coordinator").get(reverse("directory_export", args=["appointments", "csv"]))
    _browser, answer = send(world, "coordinator", away.content.decode("utf-8-sig"), whole="yes")
    assert not [row for row in answer.context["difference"].rows if row.what != "same"]
