"""Filing by anyone: the form without script, the check before sending, one case for one form, hostile input."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone, translation

from landsea.audit.access import entries_of
from landsea.cases.models import Case, CaseFile, FilerIdentity, HeldFile
from landsea.cases.secret_links import digest_of
from landsea.cases.stream import stream_of
from landsea.cases.tests import uploads
from landsea.cases.tests.uploads import upload
from landsea.outbox.models import Delivery

KEY = "a" * 64


@pytest.fixture(autouse=True)
def fresh_folder_and_limits(tmp_path, settings):
    """Files go to a folder of the test's own; nobody has filed anything yet within the hour."""
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()


@pytest.fixture
def typed(world) -> dict:
    """A whole form, as somebody at Mohan would send it."""
    return {
        "key": KEY, "text": "Two lorries of durian wait since Monday. The laboratory report is not accepted.",
        "happened_on": "", "place_text": "Mohan", "country": "CN", "goods": "fresh durian 0810.60",
        "filer_country": "VN", "matter": "plant_health", "lane": "normal", "lane_reason": "",
        "visibility": "named", "name": "Nguyen Thi Demo", "party": "", "email": "filer@demo.example.org", "phone": "",
    }  # fmt: skip


def send(client, typed: dict, **changes):
    return client.post("/file/", typed | {"action": "send"} | changes)


def page_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_page_comes_without_any_account_or_query_for_one(client, world):
    response = client.get("/file/")

    assert response.status_code == 200
    keys = re.findall(r'name="key" value="([0-9a-f]{64})"', response.content.decode())
    assert len(keys) == 1
    assert client.get("/file/").content.decode().count(keys[0]) == 0


def test_the_check_shows_desk_reasons_readers_and_deadlines_and_files_nothing(client, typed):
    page = page_of(client.post("/file/", typed | {"action": "check"}))

    assert "Plant quarantine, Mohan" in page
    assert "It stands at the place" in page or "answers for this very place" in page
    assert "the head of its office" in page
    assert "diplomats of Vietnam" in page
    assert "All of them see your name" in page
    assert re.search(r"first answer</dt><dd>.{0,200}(Mon|Tue|Wed|Thu|Fri)", page)
    assert "counted by" in page
    assert not Case.objects.exists()


def test_sending_makes_a_number_a_link_a_desk_a_receipt_and_a_mail(client, world, typed):
    response = client.post("/file/", typed | {"action": "send"}, follow=True)

    case = Case.objects.get()
    page = page_of(response)
    assert response.redirect_chain == [("/file/sent/", 302)]
    assert case.desk == world.quarantine
    assert (case.matter, case.place_id, case.hs, case.language) == ("plant_health", "CNMHN", "081060", "en")
    assert case.ref in page
    assert re.search(r"/m/[A-Za-z0-9_-]{43}", page)
    assert set(Delivery.objects.values_list("template", flat=True)) == {"case_filed", "case_arrived"}
    assert [entry.act for entry in entries_of(stream_of(case))] == ["file"]


def test_no_address_on_the_way_holds_the_secret(client, typed):
    response = send(client, typed)

    assert response["Location"] == "/file/sent/"
    cookie = response.cookies["sent"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["path"] == "/file/sent/"


def test_the_same_form_twice_is_one_case_and_the_same_page(client, typed):
    first, second = send(client, typed), send(client, typed)

    assert Case.objects.count() == 1
    assert first["Location"] == second["Location"]
    assert Delivery.objects.filter(template="case_filed").count() == 1


def test_other_words_in_a_form_that_was_sent_are_not_lost(client, typed):
    send(client, typed)
    response = send(client, typed, text="Now the wagon at Chongqing is stuck as well.")

    page = page_of(response)
    assert Case.objects.count() == 1
    assert Case.objects.get().ref in page
    assert "Now the wagon at Chongqing is stuck as well." in page
    fresh = re.search(r'name="key" value="([0-9a-f]{64})"', page)[1]
    assert fresh != KEY
    send(client, typed, text="Now the wagon at Chongqing is stuck as well.", key=fresh)
    assert Case.objects.count() == 2


def test_a_form_without_a_proper_key_still_files_once_for_each_sending(client, typed):
    send(client, typed, key="<script>")

    assert Case.objects.get().form_key_digest not in (None, digest_of("<script>"))


@pytest.mark.parametrize("visibility,kept", [("named", True), ("coordinator_only", True), ("pseudonymous", False)])
def test_names_are_kept_only_where_somebody_may_know_them(client, typed, visibility, kept):
    send(client, typed, visibility=visibility, party="Demo Fruit", phone="+00 123")

    identity = FilerIdentity.objects.get()
    assert bool(identity.name and identity.party and identity.phone) is kept
    assert identity.email == "filer@demo.example.org"


WHO_KNOWS = {
    "named": ("All of them see your name", "diplomats of Vietnam"),
    "coordinator_only": ("Only the coordinator sees your name", "leave out what gives you away"),
    "pseudonymous": ("Nobody sees who you are", "leave out what gives you away"),
}


@pytest.mark.parametrize("visibility", WHO_KNOWS)
def test_the_check_says_exactly_who_will_know(client, typed, visibility):
    page = page_of(client.post("/file/", typed | {"action": "check", "visibility": visibility})).lower()

    for chosen, sentences in WHO_KNOWS.items():
        said = [sentence.lower() in page for sentence in sentences]
        assert all(said) if chosen == visibility else not all(said)


def test_a_named_filer_has_a_name(client, typed):
    response = send(client, typed, name="", party="")

    assert response.status_code == 422
    assert "Write your name or your firm" in page_of(response)


def test_urgent_asks_what_cannot_wait_and_counts_in_hours(client, typed):
    assert "Say in a few words what cannot wait" in page_of(send(client, typed, lane="urgent"))

    send(client, typed, lane="urgent", lane_reason="durian")
    assert (Case.objects.get().due_at - Case.objects.get().filed_at) == timedelta(hours=2)


def test_nothing_matches_means_the_coordinators_desk(client, world, typed):
    send(client, typed, matter="-")

    assert Case.objects.get().desk == world.coordinator


def test_the_place_nobody_knows_is_kept_as_written(client, typed):
    page = page_of(client.post("/file/", typed | {"action": "check", "place_text": "Gate nine and a half"}))
    assert "We know no place called “Gate nine and a half”" in page

    send(client, typed, place_text="Gate nine and a half")
    assert Case.objects.get().place_text == "Gate nine and a half"


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
    answer = client.post(f"/file/papers/{digest_of(KEY)}/", {"file": upload("queue.jpg", uploads.photo())}).json()
    kept = client.post(f"/file/papers/{digest_of(KEY)}/", {"file": upload("form.pdf", uploads.pdf())}).json()
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
    held = client.post(f"/file/papers/{digest_of(KEY)}/", {"file": upload("form.pdf", uploads.pdf())}).json()

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
    address = f"/file/papers/{digest_of(KEY)}/"

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


def test_too_many_filings_from_one_address_wait_with_everything_typed(client, typed, settings):
    settings.FILINGS_PER_HOUR = 1
    send(client, typed)
    response = send(client, typed, key="b" * 64)

    assert response.status_code == 429
    assert "What you typed is still here" in page_of(response)
    assert typed["goods"] in page_of(response)
    assert Case.objects.count() == 1
    assert send(client, typed).status_code == 302, "the same form again is no new filing"


def test_pieces_of_the_page_answer_what_was_understood_and_what_would_happen(client, typed):
    chips = page_of(client.post("/file/understood", {"text": "x", "matter": "plant_health", "place_text": "Mohan\x00"}))
    assert "plant health" in chips
    assert "#id_place_text" in chips

    assert "Plant quarantine, Mohan" in page_of(client.post("/file/review", typed))
    missing = page_of(client.post("/file/review", typed | {"text": ""}))
    assert "Write what happened" in missing
    assert 'value="send"' not in missing


def test_the_matter_is_read_from_plain_words(client, typed):
    text = "The rail wagons with fresh durian were not delivered at Chongqing, the fruit rots in the queue right now."
    page = page_of(client.post("/file/understood", {"text": text, "country": "CN"}))

    assert "We read the matter from your words" in page
    assert "rail" in page
    assert "HS 081060" in page
    assert "sounds urgent" in page


def test_the_page_after_sending_needs_its_cookie(client, typed):
    assert client.get("/file/sent/")["Location"] == "/file/"
    client.cookies["sent"] = KEY
    assert client.get("/file/sent/")["Location"] == "/file/"


def test_the_language_of_the_page_is_the_language_of_the_mails(client, typed):
    client.get("/file/?lang=vi")
    send(client, typed)

    assert Case.objects.get().language == "vi"
    assert Delivery.objects.get(template="case_filed").language == "vi"


def test_nothing_is_filed_by_somebody_elses_page(world, typed):
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post("/file/", typed | {"action": "send"})
    assert response.status_code == 403
    assert typed["text"] in response.content.decode()


def test_words_are_escaped_wherever_they_are_shown(client, typed):
    page = client.post("/file/", typed | {"action": "check", "goods": "<img src=x>", "place_text": "<b>x"}).content.decode()

    assert "<img src=x>" not in page
    assert "<b>x" not in page


def test_filing_at_night_is_due_by_working_days_of_the_desk(world):
    with translation.override("en"):
        case = world.file(now=timezone.now()).case
    assert case.steps.get().calendar
