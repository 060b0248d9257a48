"""Filing by anyone: the form without script, the check before sending, one case for one form."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from landsea.base.audit.access import list_entries
from landsea.base.outbox.models import Delivery
from landsea.base.secret_links import compute_digest
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import Case, FilerIdentity
from landsea.cases.tests.browsing import KEY, page_of, send


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
    assert page.index("admission</dt>") < page.index("acceptance by a desk</dt>"), "what runs first stands first"
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
    assert [entry.act for entry in list_entries(name_stream(case))] == ["file"]


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

    assert Case.objects.get().form_key_digest not in (None, compute_digest("<script>"))


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
    page = client.post(
        "/file/", typed | {"action": "check", "goods": "<img src=x>", "place_text": "<b>x"}
    ).content.decode()

    assert "<img src=x>" not in page
    assert "<b>x" not in page


def test_a_case_of_a_friday_night_is_due_in_working_days_of_the_desk(world):
    friday_night = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)  # 23:00 at Mohan
    case = world.file(now=friday_night).case

    assert case.due_at == datetime(2026, 12, 2, 9, 30, tzinfo=UTC), "three working days on, when the office closes"


def test_words_are_read_so_often_a_minute_and_what_was_understood_last_stays(client, world, settings):
    """The answer goes below what was understood, which is left alone; sending is never kept waiting by it."""
    settings.FILINGS_PER_HOUR = 1
    assert [client.post("/file/understood", {"text": "x"}).status_code for _ in range(3)] == [200, 200, 429]
    answer = client.post("/file/understood", {"text": "x"})
    assert answer["HX-Retarget"] == "#read-later" and "all of it is read when you send it" in page_of(answer)
    assert 'id="read-later"' in page_of(client.get("/file/"))
    assert client.post("/file/understood", {"text": "x"}, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_looking_before_sending_is_limited_and_sending_is_not(client, world, typed, settings):
    """The form comes back whole with a sentence, and may be sent all the same."""
    settings.FILINGS_PER_HOUR = 1
    for _ in range(4):
        assert client.post("/file/", typed | {"action": "check"}).status_code == 200
    answer = client.post("/file/", typed | {"action": "check"})
    assert answer.status_code == 429 and "all of it is read when you send it" in page_of(answer)
    assert typed["text"] in page_of(answer) and 'value="send"' in page_of(answer)
    piece = client.post("/file/review", typed)
    assert piece.status_code == 429 and 'value="send"' in page_of(piece)
    assert client.post("/file/", typed | {"action": "send"}).status_code == 302
