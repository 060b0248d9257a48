"""A driver files by a messenger: in a few words, with a photo and a voice message, and hears what happens."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from landsea.base.messengers.ways.shapes import IncomingFile
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.file import make_form_key
from landsea.cases.actions.read_filed import read_filed
from landsea.cases.models import Case, CaseFile, FilerIdentity, Message
from landsea.cases.tests.world import DURIAN, make_world
from landsea.conversations.models import Conversation
from landsea.conversations.models.conversation import Stage
from landsea.conversations.sayings import say_stage
from landsea.conversations.tests.driver import NOW, Driver
from landsea.directory import question_reading
from landsea_core.text import Guess

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def photo() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (9, 9)).save(kept, "JPEG")
    return kept.getvalue()


def test_in_five_messages_from_hello_to_a_case_and_its_link(telegram, world):
    driver = Driver()
    assert "Landsea" in driver.write("/start")[-1]
    understood = driver.write(DURIAN)[-1]
    assert "Mohan" in understood and "durian" in understood and "Plant quarantine" in understood
    assert driver.choices() == ["say:send", "say:place", "say:urgent", "say:again"]
    driver.write(choice="say:send")
    driver.write("Demo Fruit")
    filed = driver.write(choice="say:named")[-1]
    case = Case.objects.get()
    assert case.ref in filed and case.text == DURIAN and case.desk == world.quarantine
    assert FilerIdentity.objects.get().name == "Demo Fruit" and case.visibility == "named"
    row = Conversation.objects.get()
    assert (row.case, row.typed) == (case, {}), "what was typed is in the case alone"
    telegram.answer({"ok": True, "result": {"message_id": 1}})
    send_due(now=NOW + timedelta(minutes=5))
    assert any("/m/" in one.json.get("text", "") for one in telegram.asked)
    assert not any("/m/" in str(facts) for facts in Delivery.objects.values_list("facts", flat=True))


def test_the_same_words_by_messenger_and_by_page_make_equal_cases(telegram, world, client):
    driver = Driver()
    for words in (DURIAN, "say:send", "say:unnamed"):
        driver.write(words) if " " in words else driver.write(choice=words)
    form = {"text": DURIAN, "lane": "normal", "visibility": "pseudonymous", "key": make_form_key(), "action": "send"}
    client.post(reverse("file_case"), form)
    read_filed()
    ours, theirs = Case.objects.order_by("id")
    same = (
        "desk_id",
        "topic",
        "matter",
        "place_id",
        "country",
        "goods",
        "hs",
        "lane",
        "visibility",
        "title",
        "reading",
        "step",
    )
    assert [getattr(ours, name) for name in same] == [getattr(theirs, name) for name in same]
    days = [one.steps.get(ended_at=None).counted for one in (ours, theirs)]
    assert bool(days[0]) == bool(days[1]) and ours.written_in == theirs.written_in


def test_a_place_that_is_not_named_is_asked_for_and_urgency_too(telegram, world):
    driver = Driver()
    driver.write("The plant quarantine does not accept our report for fresh durian.")
    assert driver.choices()[0] == "say:place"
    driver.write(choice="say:place")
    driver.write("Mohan")
    driver.write(choice="say:urgent")
    assert "durian spoils" in driver.write("durian spoils")[-1]
    driver.write(choice="say:send")
    driver.write(choice="say:unnamed")
    case = Case.objects.get()
    assert (case.place_text, case.place_id, case.lane, case.lane_reason) == (
        "Mohan",
        "CNMHN",
        "urgent",
        "durian spoils",
    )


def test_nothing_typed_is_lost_wherever_it_comes(telegram, world):
    driver = Driver()
    for words in (DURIAN, "The lorries have stood since Monday."):
        driver.write(words)
    driver.write(choice="say:send")
    driver.write("x" * 130)  # too long for a name: kept as words
    driver.write(choice="say:send")
    driver.write(choice="say:unnamed")
    text = Case.objects.get().text
    assert DURIAN in text and "since Monday" in text and "x" * 130 in text


def test_an_old_button_and_the_same_update_twice_do_nothing(telegram, world):
    driver = Driver()
    driver.write(DURIAN)
    driver.write(choice="say:unnamed")
    assert not Case.objects.exists(), "it was not offered"
    driver.write(choice="say:send")
    driver.write(choice="say:unnamed")
    driver.write(choice="say:unnamed", again=True)
    driver.write(choice="say:unnamed")
    assert Case.objects.count() == 1


def test_photos_and_voices_become_papers_and_what_is_none_is_said(telegram, world):
    driver = Driver()
    telegram.answer({"ok": True, "result": {"file_path": "photos/1.jpg"}})
    telegram.answer(photo(), headers={"Content-Type": "image/jpeg"})
    telegram.answer({"ok": True, "result": {"file_path": "voice/1.oga"}})
    telegram.answer(b"OggS" + b"\0" * 40, headers={"Content-Type": "audio/ogg"})
    driver.write(DURIAN, file=IncomingFile("p", "photo.jpg"))
    driver.write(file=IncomingFile("v", "voice.ogg"))
    telegram.answers.clear()
    telegram.answer({"ok": True, "result": {"file_path": "documents/1"}})
    telegram.answer(b"MZ....")
    assert any("program.exe" in one for one in driver.write(file=IncomingFile("d", "program.exe"))[-2:])
    driver.write(file=IncomingFile("big", "photo.jpg", size=10**9))
    driver.write(choice="say:send")
    driver.write(choice="say:unnamed")
    kept = list(CaseFile.objects.order_by("id").values_list("media_type", flat=True))
    assert kept == ["image/jpeg", "audio/ogg"]
    case = Case.objects.get()
    page = world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
    assert "<audio controls" in page


def test_afterwards_words_are_added_or_begin_another_case_and_news_come(telegram, world):
    driver = Driver()
    for press in (None, "say:send", "say:unnamed"):
        driver.write(DURIAN) if press is None else driver.write(choice=press)
    case = Case.objects.get()
    accept_case(world.actor("holder"), case.ref, now=NOW + timedelta(hours=1))
    assert Delivery.objects.filter(channel="telegram", template="case_accepted", address="42").count() == 1
    driver.write("They asked for a second report now.")
    assert driver.choices() == ["say:add", "say:new"]
    driver.write(choice="say:add")
    assert Message.objects.get(act="reply").body == "They asked for a second report now."
    driver.write("Another thing: containers of frozen fish stand at Huu Nghi customs.")
    assert "Huu Nghi" in driver.write(choice="say:new")[-1]
    assert Conversation.objects.count() == 2


@pytest.mark.parametrize(("channel", "spoken"), [("wecom", "zh"), ("line", "th"), ("zalo", "vi")])
def test_where_no_buttons_stay_people_type_the_numbers(wecom, line, zalo, world, channel, spoken):
    driver = Driver(channel=channel, remote="LiLei", language=spoken)
    driver.write(DURIAN)
    assert driver.choices() == ["1", "2", "3", "4"]
    for number in ("1", "1"):
        driver.write(number)
    case = Case.objects.get()
    assert case.language == ("zh-hans" if spoken == "zh" else spoken)
    accept_case(world.actor("holder"), case.ref, now=NOW)
    assert Delivery.objects.filter(channel=channel, template="case_accepted", address="LiLei").count() == 1


def test_without_words_nothing_is_filed_and_telephones_hold_no_conversation(telegram, world):
    driver = Driver()
    driver.write("?!")
    driver.write("/send")
    driver.write(choice="say:unnamed")
    assert not Case.objects.exists() and "words" in " ".join(driver.heard())
    Driver(channel="sms", remote="+8562055500000").write("hello")
    assert not Conversation.objects.filter(channel="sms").exists()


@pytest.mark.parametrize("place", ["", "Qqwzzk"])
def test_which_side_has_to_act_is_asked_also_where_a_place_was_named_that_nobody_knows(world, monkeypatch, place):
    guesses = [Guess("CN", 0.5), Guess("VN", 0.45)]
    monkeypatch.setattr(question_reading, "read_countries", lambda text, filer="": guesses)
    typed = {"text": "The scales do not agree and nobody writes anything down.", "place_text": place}
    words, _facts, _codes = say_stage(Conversation(stage=Stage.CHECK, typed=typed))
    assert "Which side has to act, China or Vietnam? Write it." in words
