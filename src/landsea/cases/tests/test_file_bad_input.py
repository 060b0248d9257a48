"""What cannot be taken as it is: each time a sentence, nothing filed, nothing typed lost; and papers of all sorts."""

import re
from datetime import date

import pytest

from landsea.base.secret_links import compute_digest
from landsea.cases.models import Case, CaseFile, FilerIdentity, HeldFile
from landsea.cases.tests import uploads
from landsea.cases.tests.browsing import KEY, page_of, send
from landsea.cases.tests.uploads import upload

FAULTS = {
    "empty": ({"text": ""}, "Write what happened; two sentences are enough."),
    "blank": ({"text": " \n\t "}, "Write what happened; two sentences are enough."),
    "only emoji": ({"text": "😡😡🚚"}, "Write what happened in words"),
    "only NUL": ({"text": "\x00\x00"}, "Write what happened; two sentences are enough."),
    "200 kB": ({"text": "lorry " * 33_000}, "at most 20000 fit"),
    "unknown country": ({"country": "XX"}, "This country is not on the list"),
    "unknown matter": ({"matter": "nonsense\x00"}, "This is not on the list"),
    "unknown lane": ({"lane": "fast"}, "Choose how urgent it is."),
    "unknown visibility": ({"visibility": "all"}, "Choose who may know who you are."),
    "no visibility": ({"visibility": ""}, "Choose who may know who you are."),
    "a day in the future": ({"happened_on": "2199-01-01"}, "This day is yet to come"),
    "a day long past": ({"happened_on": "1026-03-01"}, "more than 10 years ago"),
    "Buddhist era": ({"happened_on": f"{date.today().year + 543}-01-05"}, "Buddhist era"),
    "no day at all": ({"happened_on": "31.02.2026"}, "Write the day as 2026-03-18"),
    "no address": ({"email": "me at home"}, "Write the address as name@example.org"),
    "long name": ({"name": "x" * 121}, "at most 120 fit"),
}


@pytest.mark.parametrize("changes,sentence", FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_taken_gets_a_sentence_and_keeps_everything_typed(client, typed, changes, sentence):
    response = send(client, typed, **changes)

    page = page_of(response)
    assert response.status_code == 422
    assert sentence in page
    assert not Case.objects.exists()
    for name in {"goods", "place_text", "email", "name"} - set(changes):
        assert typed[name] in page


def test_characters_that_do_harm_are_taken_out_and_the_words_stay(client, typed):
    name = "Ng\u202euyen\ud800".encode("utf-8", "replace")
    send(client, typed, text="Durian\x00 waits\u202e here.\r\nSince Monday.", name=name)

    assert Case.objects.get().text == "Durian waits here.\nSince Monday."
    assert "\u202e" not in FilerIdentity.objects.get().name


def test_papers_sent_one_by_one_go_with_the_case(client, typed):
    answer = client.post(f"/file/papers/{compute_digest(KEY)}/", {"file": upload("queue.jpg", uploads.photo())}).json()
    kept = client.post(f"/file/papers/{compute_digest(KEY)}/", {"file": upload("form.pdf", uploads.pdf())}).json()
    assert answer["note"] == "Place and camera were taken out of this photo."

    send(client, typed, paper=[kept["receipt"]])

    assert list(CaseFile.objects.values_list("name", "case__ref")) == [("form.pdf", Case.objects.get().ref)]
    assert not HeldFile.objects.exists()


def test_papers_sent_with_the_form_are_held_through_the_check(client, typed):
    checked = page_of(client.post("/file/", typed | {"action": "check", "papers": [upload("form.pdf", uploads.pdf())]}))
    receipt = re.search(r'name="paper" value="(\d+)"', checked)[1]

    send(client, typed, paper=[receipt])
    assert CaseFile.objects.get().name == "form.pdf"


def test_a_held_paper_can_be_taken_out_without_script(client, typed):
    held = client.post(f"/file/papers/{compute_digest(KEY)}/", {"file": upload("form.pdf", uploads.pdf())}).json()

    page = page_of(client.post("/file/", typed | {"paper": [held["receipt"]], "take_out": held["receipt"]}))
    assert 'name="paper"' not in page
    assert not HeldFile.objects.exists()


def test_a_refused_paper_stops_the_sending_and_says_why(client, typed):
    response = send(client, typed, papers=[upload("queue.png", uploads.bomb()), upload("form.pdf", uploads.pdf())])

    page = page_of(response)
    assert response.status_code == 422
    assert "queue.png says that it is too many pixels" in page
    assert "form.pdf" in page
    assert not Case.objects.exists()
    assert HeldFile.objects.get().name == "form.pdf"


def test_uploads_answer_with_a_fault_that_the_page_can_show(client, world):
    address = f"/file/papers/{compute_digest(KEY)}/"

    refused = client.post(address, {"file": upload("tool.exe", b"MZ")})
    assert refused.status_code == 422
    assert "a kind that we do not take" in refused.json()["fault"]
    assert client.post(address, {}).status_code == 400
    assert client.post("/file/papers/short/", {"file": upload("a.txt", b"a")}).status_code == 400


def test_five_hundred_files_get_one_sentence(client, typed):
    response = send(client, typed, papers=[upload(f"{number}.txt", b"words") for number in range(500)])

    assert response.status_code == 413
    assert "too many files at once" in page_of(response)
    assert not HeldFile.objects.exists()


def test_eleven_files_get_one_sentence_and_ten_are_kept(client, typed):
    page = page_of(send(client, typed, papers=[upload(f"{number}.txt", b"words") for number in range(13)]))

    assert page.count("At most 10 files") == 1
    assert HeldFile.objects.count() == 10
