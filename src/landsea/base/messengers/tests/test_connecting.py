"""Whose account a messenger is: by a code that only its owner has seen, once and soon."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.audit.models import Entry
from landsea.base.messengers.actions.connect import LASTS, make_code
from landsea.base.messengers.actions.handle_incoming import MOST_FAILURES, forget_old, handle_waiting
from landsea.base.messengers.actions.take_incoming import take_incoming
from landsea.base.messengers.handling import HANDLERS
from landsea.base.messengers.models import Connection, Incoming
from landsea.base.messengers.ways.shapes import IncomingMessage
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import Delivery

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    made = (User.objects.create_user(f"{name}@demo.example.org", name=name, language="vi") for name in ("An", "Bo"))
    return tuple(made)


def come(text, *, number, remote="42", at=None):
    now = at or timezone.now()
    take_incoming(IncomingMessage("telegram", str(number), remote, text=text, language="vi"), now=now)
    handle_waiting(now=now)


def test_the_code_connects_once_by_typing_or_by_the_deep_link(telegram, people):
    code = make_code(people[0].pk, "telegram", now=timezone.now())
    come(f"/start {code}", number=1)
    connection = Connection.objects.get()
    assert (connection.user, connection.remote) == (people[0], "42") and connection.last_used_at
    assert Entry.objects.get(stream=f"messengers:{people[0].pk}").act == "connect_messenger"
    come(code.lower(), number=2, remote="666")
    assert Connection.objects.get().remote == "42", "a code that somebody saw later opens nothing"
    assert [one.template for one in Delivery.objects.order_by("id")] == ["connected", "code_not_good"]


def test_the_words_come_in_the_person_s_language(telegram, people):
    telegram.answer({"ok": True, "result": {"message_id": 1}})
    come(make_code(people[0].pk, "telegram", now=timezone.now()), number=1)
    send_due()
    assert telegram.asked[-1].json["chat_id"] == "42" and "Landsea" in telegram.asked[-1].json["text"]


def test_an_old_code_and_one_that_a_newer_replaced_connect_nothing(telegram, people):
    now = timezone.now()
    first = make_code(people[0].pk, "telegram", now=now)
    second = make_code(people[0].pk, "telegram", now=now)
    come(first, number=1)
    come(second, number=2, at=now + LASTS + timedelta(seconds=1))
    assert not Connection.objects.exists()


def test_an_account_has_one_owner_and_a_person_one_account_of_a_kind(telegram, people):
    for number, (person, remote) in enumerate([(0, "42"), (1, "42"), (1, "43")], start=1):
        come(make_code(people[person].pk, "telegram", now=timezone.now()), number=number, remote=remote)
    assert list(Connection.objects.filter(ended_at=None).values_list("user__name", "remote")) == [("Bo", "43")]


def test_the_page_connects_shows_last_use_and_disconnects(telegram, people, client):
    client.force_login(people[0])
    page = client.post(reverse("connect_messenger", args=["telegram"])).content.decode()
    code = page.split("?start=")[1][:10]
    come(code, number=1)
    assert "messengers/telegram/disconnect" in client.get(reverse("own_messengers")).content.decode()
    client.post(reverse("messenger_notices", args=["telegram"]), {"wanted": "no"})
    assert not Connection.objects.get().wants_notices
    client.post(reverse("disconnect_messenger", args=["telegram"]))
    assert Connection.objects.get().ended_at
    assert Entry.objects.filter(stream=f"messengers:{people[0].pk}").count() == 2


def test_without_settings_the_page_says_so_and_offers_nothing(people, client):
    client.force_login(people[0])
    page = client.get(reverse("own_messengers"))
    assert "messengers/telegram" not in page.content.decode() and page.status_code == 200
    assert client.post(reverse("connect_messenger", args=["telegram"])).status_code == 404
    assert client.post(reverse("connect_messenger", args=["sms"])).status_code == 404


def test_words_are_taken_out_of_a_row_that_was_dealt_with_and_it_goes_after_a_month(telegram, monkeypatch):
    monkeypatch.setattr(HANDLERS, "_given", [(1, lambda received: True)])
    come("what is stuck", number=1)
    row = Incoming.objects.get()
    assert row.handled_at and not row.text
    assert forget_old(timezone.now() + timedelta(days=31)) == 1


def test_a_message_whose_handler_fails_keeps_its_words_and_stops_nobody(telegram, monkeypatch):
    def failing(received):
        if received.remote == "42":
            raise RuntimeError("as told")
        return True

    monkeypatch.setattr(HANDLERS, "_given", [(1, failing)])
    for number, remote in enumerate(["42", "43"]):
        take_incoming(IncomingMessage("telegram", str(number), remote, text="words"), now=timezone.now())
    for _again in range(MOST_FAILURES + 2):
        handle_waiting()
    broken, other = Incoming.objects.order_by("id")
    assert (broken.text, broken.failures, broken.handled_at) == ("words", MOST_FAILURES, None) and other.handled_at
