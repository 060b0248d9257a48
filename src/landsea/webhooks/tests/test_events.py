"""What happens is posted to who may see it, once, signed so that any library of Standard Webhooks knows us, and to no other."""

import base64
import hashlib
import hmac
import http.client
import json
from datetime import timedelta
from threading import Event

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.filer_moves import confirm_outcome
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.corridor.actions.disrupt import Report, end_disruption, open_disruption
from landsea.webhooks.actions import keep_receiver, post_events
from landsea.webhooks.actions.note_events import forget_old_posts, note_events
from landsea.webhooks.actions.post_events import post_due
from landsea.webhooks.models import EventPost, LookedUntil, Receiver
from landsea.webhooks.receiver_secrets import write_secret
from landsea.webhooks.tests.conftest import receiver_of

pytestmark = pytest.mark.django_db


def post_all() -> list[dict]:
    """Note and post what happened until now."""
    note_events(timezone.now())
    post_due(timezone.now())


def said_to(server) -> list[dict]:
    return [json.loads(body) for _headers, body in server.got]


def is_signed(headers: dict, body: bytes, secret: str) -> bool:
    """As the specification says it, with nothing of ours but the secret as the page shows it."""
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mac = hmac.new(base64.b64decode(secret.removeprefix("whsec_")), signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(mac).decode()}" in headers["webhook-signature"].split()


def test_a_case_is_told_of_from_its_acceptance_to_its_outcome(world, listen):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    filed, holder = world.file(), world.actor("holder")
    ref = filed.case.ref
    accept_case(holder, ref, now=timezone.now())
    post_all()
    ask_filer(holder, ref, "Which report?", now=timezone.now())
    propose_outcome(holder, ref, "fixed", "It was taken after all.", now=timezone.now())
    confirm_outcome(world.filer(filed), ref, now=timezone.now())
    post_all()
    post_all()
    told = said_to(server)
    assert [one["type"] for one in told] == ["case.accepted", "case.asked", "case.outcome", "case.outcome"]
    assert {one["data"]["ref"] for one in told} == {ref} and told[0]["data"]["address"].endswith(f"/api/v1/cases/{ref}")
    assert b"report" not in b"".join(body for _headers, body in server.got), "no words of the case are posted"
    assert all(is_signed(headers, body, write_secret(receiver.nonce)) for headers, body in server.got)
    assert len({headers["webhook-id"] for headers, _body in server.got}) == 4


def test_only_who_may_see_a_case_hears_of_it(world, listen):
    theirs, ours = listen(), listen()
    receiver_of(world, "other_holder", theirs)
    receiver_of(world, "coordinator", ours)
    accept_case(world.actor("holder"), world.file().case.ref, now=timezone.now())
    post_all()
    assert said_to(theirs) == [] and len(said_to(ours)) == 1


def test_who_lost_the_right_hears_nothing_more(world, listen):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    case = world.file().case
    receiver.user.is_active = False
    receiver.user.save(update_fields=["is_active"])
    accept_case(world.actor("coordinator"), case.ref, now=timezone.now())
    post_all()
    assert not EventPost.objects.exists()


def test_who_is_shut_out_is_not_posted_what_waits(world, listen):
    receiver = receiver_of(world, "holder", listen())
    keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    receiver.user.is_active = False
    receiver.user.save(update_fields=["is_active"])
    assert post_due(timezone.now()) == 0


def test_two_rounds_at_once_ask_a_receiver_once(world, listen):
    receiver = receiver_of(world, "holder", listen())
    for _time in range(2):
        keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    assert len(post_events._claim_next(timezone.now(), (), 9)) == 1
    assert post_events._claim_next(timezone.now(), (), 9) == []


def test_a_place_that_stands_still_and_moves_again_is_told_to_who_asked_for_it(world, listen):
    railway, other = listen(), listen()
    receiver_of(world, "stranger", railway, "disruption.opened", "disruption.ended")
    receiver_of(world, "stranger", other, "case.late")
    day = timezone.localdate()
    row = open_disruption(
        Report("Closed.", "notice", day, place="CNMHN"), actor=world.actor("coordinator"), now=timezone.now()
    )
    end_disruption(row, actor=world.actor("coordinator"), now=timezone.now())
    post_all()
    assert [(one["type"], one["data"]["at"]) for one in said_to(railway)] == [
        ("disruption.opened", "CNMHN"),
        ("disruption.ended", "CNMHN"),
    ]
    assert said_to(other) == []


def test_what_was_committed_late_is_found_by_the_next_look(world, listen):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    Receiver.objects.filter(pk=receiver.pk).update(made_at=timezone.now() - timedelta(days=1))
    accept_case(world.actor("holder"), world.file().case.ref, now=timezone.now())
    LookedUntil.objects.update(at=timezone.now() + timedelta(minutes=5))
    post_all()
    assert len(said_to(server)) == 1


@pytest.mark.parametrize("status", [500, 404, 302])
def test_what_is_refused_is_tried_again_with_the_same_words_and_growing_pauses(world, listen, status):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    server.status = status
    pauses = []
    for _time in range(3):
        EventPost.objects.update(not_before=timezone.now())
        post_due(timezone.now())
        post = EventPost.objects.get()
        pauses.append(post.not_before - post.tried_at)
    assert pauses == sorted(pauses) and len(set(pauses)) == 3 and post_due(timezone.now()) == 0
    server.status = 200
    EventPost.objects.update(not_before=timezone.now())
    post_due(timezone.now())
    post = EventPost.objects.get()
    assert post.accepted and (post.attempts, post.status) == (4, 200)
    assert len({(headers["webhook-id"], body) for headers, body in server.got}) == 1


def test_a_slow_receiver_holds_no_other(world, listen):
    """The slow one answers only after the quick one has taken all of its own."""
    slow, quick = listen(), listen()
    slow.gate = Event()
    slow_one, quick_one = receiver_of(world, "holder", slow), receiver_of(world, "coordinator", quick)
    for _time in range(3):
        keep_receiver.send_test(world.actor("holder"), slow_one.pk, now=timezone.now())
        keep_receiver.send_test(world.actor("coordinator"), quick_one.pk, now=timezone.now())
    taken = post_events._record_outcome

    def record(claim, outcome):
        taken(claim, outcome)
        if EventPost.objects.filter(receiver=quick_one, accepted=True).count() == 3:
            slow.gate.set()

    post_events._record_outcome = record
    try:
        assert post_due(timezone.now()) == 6
    finally:
        post_events._record_outcome = taken
    assert EventPost.objects.filter(accepted=True).count() == 6
    order = list(EventPost.objects.order_by("tried_at").values_list("receiver", flat=True))
    assert order[:3] == [quick_one.pk] * 3


def test_one_that_does_not_answer_is_left_alone_whatever_waits(world, listen):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    Receiver.objects.update(url="http://127.0.0.1:1/in")
    for _time in range(3):
        keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    assert post_due(timezone.now()) == 1
    assert post_due(timezone.now() + timedelta(minutes=2)) == 1


def test_nonsense_in_place_of_an_answer_stops_no_round(world, listen, monkeypatch):
    receiver = receiver_of(world, "holder", listen())
    keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())

    def answer(*_given):
        raise http.client.BadStatusLine("\0")

    monkeypatch.setattr(post_events, "post_body", answer)
    assert post_due(timezone.now()) == 1
    post = EventPost.objects.get()
    assert post.in_flight_since is None and post.words.strip() == "BadStatusLine:"


def test_one_that_says_it_is_gone_is_switched_off_and_one_that_refuses_all(world, listen):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    server.status = 410
    keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    post_due(timezone.now())
    assert Receiver.objects.get().off_why == "gone" and Entry.objects.filter(act="switch_off_receiver").exists()
    mail = Delivery.objects.get(template="receiver_off")
    subject, body = render_words(mail)
    assert mail.address == world.people["holder"].email and "our case system" in subject
    assert "410" in body and reverse("receiver", args=[receiver.pk]) in body
    keep_receiver.switch_on(world.actor("holder"), receiver.pk, now=timezone.now())
    Receiver.objects.update(failures=post_events.MOST_FAILURES - 1)
    server.status = 500
    post_due(timezone.now())
    assert Receiver.objects.get().off_why == "silent"
    server.status = 200
    keep_receiver.switch_on(world.actor("holder"), receiver.pk, now=timezone.now())
    assert post_due(timezone.now()) == 1 and EventPost.objects.get().accepted


def test_one_that_took_something_today_is_not_switched_off_for_a_bad_minute(world, listen):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    for status, failures in ((204, 0), (503, post_events.MOST_FAILURES - 1)):
        server.status = status
        Receiver.objects.update(failures=failures)
        keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
        assert post_due(timezone.now()) == 1
    found = Receiver.objects.get()
    assert (found.failures, found.off_why) == (post_events.MOST_FAILURES, "")


def test_a_renewed_secret_signs_beside_the_old_one_for_a_day(world, listen):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    keep_receiver.renew_secret(world.actor("holder"), receiver.pk, now=timezone.now())
    renewed = Receiver.objects.get()
    for later in (timedelta(0), timedelta(hours=25)):
        keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
        post_due(timezone.now() + later)
    both, new = server.got
    assert all(is_signed(*both, write_secret(nonce)) for nonce in (receiver.nonce, renewed.nonce))
    assert is_signed(*new, write_secret(renewed.nonce)) and not is_signed(*new, write_secret(receiver.nonce))


def test_a_claim_that_died_is_taken_up_again_and_one_taken_away_stops_nothing(world, listen, monkeypatch):
    server = listen()
    receiver = receiver_of(world, "holder", server)
    keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    EventPost.objects.update(in_flight_since=timezone.now())
    assert post_due(timezone.now()) == 0
    monkeypatch.setattr(post_events, "STUCK_AFTER", timedelta(0))
    claimed = post_events._claim_next(timezone.now(), (), 1)
    keep_receiver.remove_receiver(world.actor("holder"), receiver.pk, now=timezone.now())
    post_events._record_outcome(claimed[0], post_events.Outcome(timezone.now(), 200))
    assert not EventPost.objects.exists()


def test_what_was_posted_is_forgotten_after_thirty_days(world, listen):
    receiver = receiver_of(world, "holder", listen())
    keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    assert forget_old_posts(timezone.now() + timedelta(days=29)) == 0
    assert forget_old_posts(timezone.now() + timedelta(days=31)) == 1


def test_a_slow_receiver_with_much_before_it_keeps_no_worker(world, listen, monkeypatch):
    receiver = receiver_of(world, "holder", listen())
    for _time in range(3):
        keep_receiver.send_test(world.actor("holder"), receiver.pk, now=timezone.now())
    monkeypatch.setattr(post_events, "CLAIMS_FOR", 0)
    assert post_due(timezone.now()) == 0
