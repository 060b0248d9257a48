"""An urgent case of durian at night wakes the duty officer: by the second way, after the first one failed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from landsea.base.audit.models import Entry
from landsea.base.messengers.actions.handle_incoming import handle_waiting
from landsea.base.messengers.gateway_links import make_gateway_secret
from landsea.base.messengers.models import Connection
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.accept import accept_case
from landsea.cases.audit_stream import name_stream
from landsea.directory.models import Contact
from landsea.waking.actions.begin_wakes import begin_wakes
from landsea.waking.actions.continue_wakes import continue_wakes
from landsea.waking.models import Wake, WakeTry
from landsea.waking.tests.conftest import NIGHT

pytestmark = pytest.mark.django_db
NUMBER = "+8613900000000"
TAKEN = {"ok": True, "result": {"message_id": 1}}


def watch(at):
    """What the worker does within ten seconds."""
    begin_wakes(at)
    continue_wakes(at)
    send_due(now=at)


def short(**fields):
    return Delivery.objects.exclude(channel="mail").filter(**fields)


def test_the_durian_case_wakes_the_duty_officer_by_sms_after_telegram_failed(
    telegram, sms, world, duty, urgent, client
):
    case = urgent()
    telegram.answer(
        {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}, status=403
    )
    telegram.answer({"id": "g-1"})
    watch(NIGHT)
    assert [(one.way, one.address) for one in WakeTry.objects.all()] == [("telegram", "42")]
    watch(NIGHT + timedelta(seconds=20))
    first, second = short().order_by("id")
    assert (first.state, second.state, second.address) == ("bounced", "sent", NUMBER)
    text = telegram.asked[-1].json["text"]
    assert case.ref in text and "durian" not in text, "a message says the number, never the words of a case"
    assert text.count("/wake/") == 1

    reply = {"from": NUMBER, "text": " 1 ", "id": "r-1"}
    client.post(reverse("sms_reply", args=[make_gateway_secret("sms")]), reply)
    handle_waiting()
    wake = Wake.objects.get()
    assert wake.state == "taken" and wake.tries.get(way="sms").answer == "reply"
    acts = list(Entry.objects.filter(stream=name_stream(case)).order_by("position").values_list("act", flat=True))
    assert acts == ["file", "wake", "wake_taken"]
    watch(NIGHT + timedelta(minutes=30))
    assert WakeTry.objects.count() == 2, "nobody else is woken"

    page = world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()
    assert "Who was woken" in page and "blocked by the user" in page and "took it by a reply" in page
    listed = world.client("coordinator").get(reverse("wakes")).content.decode()
    assert case.ref in listed and "Holder" in listed
    filer = world.client("observer").get(reverse("case", args=[case.ref]))
    assert "Who was woken" not in filer.content.decode()


def test_the_next_way_comes_after_some_minutes_without_an_answer_and_each_once(
    telegram, sms, world, duty, urgent, settings
):
    settings.WAKE_MINUTES = 5
    telegram.answer(TAKEN)
    urgent()
    for seconds in range(0, 1800, 20):
        watch(NIGHT + timedelta(seconds=seconds))
    tries = list(WakeTry.objects.order_by("id").values_list("way", "tried_at"))
    assert [way for way, _at in tries] == ["telegram", "sms"]
    assert tries[1][1] - tries[0][1] == timedelta(minutes=5)
    assert Wake.objects.get().state == "unheard"
    told = [one for one in Delivery.objects.filter(template="case_unheard")]
    assert {one.user for one in told} == {world.people["coordinator"], world.people["head"]}


def test_many_watchers_at_one_instant_make_one_try(telegram, sms, duty, urgent):
    telegram.answer(TAKEN)
    urgent()
    for _watcher in range(3):
        watch(NIGHT)
    assert WakeTry.objects.count() == 1 and Wake.objects.count() == 1


def test_the_page_behind_the_link_acts_by_its_button_alone(telegram, duty, urgent, client):
    telegram.answer(TAKEN)
    case = urgent()
    watch(NIGHT)
    address = telegram.asked[0].json["text"].split("http://127.0.0.1:8000")[-1].split("?")[0].strip()
    assert client.get(address).status_code == 200 and client.head(address).status_code == 200
    assert Wake.objects.get().state == "running", "a preview of links takes nothing"
    page = client.post(f"{address}/take")
    assert case.ref in page.content.decode() and Wake.objects.get().state == "taken"
    assert client.post(f"{address}/take").status_code == 200
    assert Entry.objects.filter(act="wake_taken").count() == 1
    assert client.get(f"/wake/{'x' * 43}").status_code == 404


def test_a_press_of_somebody_else_s_button_takes_nothing(telegram, world, duty, urgent, client):
    telegram.answer(TAKEN)
    urgent()
    watch(NIGHT)
    asked = WakeTry.objects.get()
    for number, chat in [(1, 666), (2, 42)]:
        pressed = {"id": "q", "from": {"id": chat}, "data": f"wake:{asked.pk}"}
        pressed["message"] = {"chat": {"id": chat, "type": "private"}}
        client.post(
            reverse("telegram_updates"),
            {"update_id": number, "callback_query": pressed},
            content_type="application/json",
            headers={"X-Telegram-Bot-Api-Secret-Token": make_gateway_secret("telegram")},
        )
        handle_waiting()
        assert Wake.objects.get().state == ("taken" if chat == 42 else "running")
    assert WakeTry.objects.get().answer == "press"


def test_who_is_second_hears_who_was_quicker(telegram, sms, world, duty, urgent, settings, client):
    settings.WAKE_MINUTES = 1
    coordinator = world.people["coordinator"]
    Contact.objects.create(desk=world.coordinator, user=coordinator, name="Coordinator Demo", phone="+8613911111111")
    day = NIGHT.replace(hour=3) + timedelta(days=1)  # eleven in the morning: both are there
    telegram.answer(TAKEN)
    case = world.file(now=day, lane="urgent", lane_reason="durian").case
    for minute in range(4):
        watch(day + timedelta(minutes=minute))
    holder_s, coordinator_s = WakeTry.objects.order_by("id").filter(way="sms")
    assert coordinator_s.address == "+8613911111111"
    for number, one in enumerate([coordinator_s, holder_s]):
        reply = {"from": one.address, "text": "OK", "id": f"r-{number}"}
        client.post(reverse("sms_reply", args=[make_gateway_secret("sms")]), reply)
    handle_waiting()
    said = Delivery.objects.filter(template="wake_answered").order_by("id").values_list("facts", flat=True)
    assert [(one["first"], one["by"]) for one in said] == [(True, ""), (False, "Coordinator Demo")]
    assert case.ref == said[0]["ref"]


def test_an_accepted_case_wakes_nobody_any_more(telegram, sms, world, duty, urgent):
    telegram.answer(TAKEN)
    case = urgent()
    watch(NIGHT)
    accept_case(world.actor("holder"), case.ref, now=NIGHT + timedelta(minutes=1))
    watch(NIGHT + timedelta(minutes=10))
    assert Wake.objects.get().state == "over" and WakeTry.objects.count() == 1


def test_a_call_says_the_number_and_takes_a_key(caller, world, duty, urgent):
    duty.first_way = "call"
    duty.save()
    caller.answer({"id": "call-1"})
    case = urgent()
    watch(NIGHT)
    assert case.ref in caller.asked[0].json["text"] and "http" not in caller.asked[0].json["text"]
    assert caller.asked[0].json["press"] == ["1"]


def test_the_duty_s_own_telephone_comes_before_the_person_s(sms, duty, urgent):
    duty.phone = "+8613922222222"
    duty.save()
    sms.answer({"id": "g"})
    urgent()
    watch(NIGHT)
    assert WakeTry.objects.get().address == "+8613922222222"


def test_without_settings_nobody_is_woken_and_pages_say_so(world, duty, urgent):
    case = urgent()
    watch(NIGHT)
    assert not Wake.objects.exists() and not short().exists()
    assert "No way to wake anybody is set up" in world.client("coordinator").get(reverse("wakes")).content.decode()
    assert (
        "No way to wake anybody"
        in world.client("holder").get(reverse("desk_duty", args=[case.desk.code])).content.decode()
    )
    assert mail.outbox, "the mail goes out as ever"


def test_normal_cases_old_steps_and_made_up_telephones_ring_nobody(sms, world, duty, urgent):
    sms.answer({"id": "g"})
    world.file(now=NIGHT)
    watch(NIGHT)
    urgent()
    begin_wakes(NIGHT + timedelta(days=3))
    assert not Wake.objects.exists()
    Connection.objects.all().delete()
    Contact.objects.update(is_demo=True)
    watch(NIGHT)
    assert Wake.objects.get().state == "unheard" and not WakeTry.objects.exists() and not sms.asked
