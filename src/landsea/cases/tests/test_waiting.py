"""Filings that waited on a device: each arrives once, what cannot be taken is answered with its reasons."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.cases.actions.file import make_form_key
from landsea.cases.models import Case, CaseFile
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world(db, tmp_path, settings):
    settings.FILES_ROOT = tmp_path / "files"
    return make_world()


@pytest.fixture
def typed() -> dict[str, str]:
    return {
        "key": make_form_key(),
        "text": "Two lorries with durian wait at Mohan, the laboratory report is not accepted.",
        "country": "CN",
        "lane": "normal",
        "visibility": "pseudonymous",
    }


def send(client, typed, **more):
    return client.post(reverse("waiting_filing"), {**typed, **more})


def test_a_filing_arrives_with_its_papers_and_gets_number_and_link(client, typed):
    paper = SimpleUploadedFile("report.txt", b"The report.", "text/plain")
    answer = send(client, typed, papers=[paper])
    case = Case.objects.get()
    assert answer.status_code == 200 and answer.json()["ref"] == case.ref
    assert "/m/" in answer.json()["link"]
    assert [one.name for one in CaseFile.objects.filter(case=case)] == ["report.txt"]


def test_the_same_once_more_is_the_same_case(client, typed):
    first, second = send(client, typed).json(), send(client, typed).json()
    assert first == second and Case.objects.count() == 1


def test_what_is_missing_is_said_and_nothing_is_filed(client, typed):
    answer = send(client, typed, text="", country="XX")
    assert answer.status_code == 422 and len(answer.json()["refused"]) == 2
    assert not Case.objects.exists()


def test_a_paper_that_is_not_taken_keeps_the_whole_back(client, typed):
    answer = send(client, typed, papers=[SimpleUploadedFile("run.exe", b"MZ" + bytes(60), "application/octet-stream")])
    assert answer.status_code == 422 and answer.json()["refused"]
    assert not Case.objects.exists()
    assert send(client, typed).status_code == 200


def test_after_a_paper_was_refused_the_rest_is_not_there_twice(client, typed):
    def both():
        good = SimpleUploadedFile("good.txt", b"Good.", "text/plain")
        return [good, SimpleUploadedFile("run.exe", b"MZ" + bytes(60), "application/octet-stream")]

    send(client, typed, papers=both())
    send(client, typed, papers=[SimpleUploadedFile("good.txt", b"Good.", "text/plain")])
    assert CaseFile.objects.count() == 1


@pytest.mark.parametrize("key", ["", "short", "g" * 64])
def test_a_form_without_a_key_of_ours_is_not_taken(client, typed, key):
    assert send(client, typed, key=key).status_code == 422


def test_past_the_limit_it_waits_on(client, typed, settings):
    settings.FILINGS_PER_HOUR = 1
    assert send(client, typed).status_code == 200
    later = send(client, typed, key=make_form_key())
    assert later.status_code == 429 and later.json() == {"later": True}


def test_a_page_of_ours_gets_the_word_that_proves_it(client, typed):
    assert client.get(reverse("waiting_filing")).json()["token"]


def test_another_site_cannot_file_for_somebody(typed):
    from django.test import Client

    assert send(Client(enforce_csrf_checks=True), typed).status_code == 403
    assert not Case.objects.exists()
