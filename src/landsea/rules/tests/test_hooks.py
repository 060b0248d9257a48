"""Webhooks, verified by a receiver that knows nothing of ours but the secret."""

import base64
import hashlib
import hmac
import json
import threading
from datetime import timedelta

import pytest

from landsea.base.outbox.models import Delivery
from landsea.base.outgoing.public_network import NotAllowed, find_public_address
from landsea.base.outgoing.signing import write_standard_secret
from landsea.consequences.actions import spread
from landsea.consequences.tests.test_spread import STARCH, changed_version
from landsea.rules.actions import post_hooks, publish, set_hook
from landsea.rules.models import Hook, HookAttempt, HookDelivery
from landsea.rules.tests.conftest import NOW, watching
from landsea.rules.watch_links import HOOK_LINKS

pytestmark = pytest.mark.django_db


@pytest.fixture
def hook(measures, editors, receiver) -> Hook:
    """A hook with one change waiting for it."""
    watch = watching(**STARCH)
    hook = set_hook.set_hook(watch, f"http://127.0.0.1:{receiver.server_port}/in", now=NOW)
    changed_version(editors)
    spread.spread_waiting(NOW)
    return hook


def test_the_receiver_can_prove_who_posted_and_when(hook, receiver):
    assert post_hooks.post_due(NOW) == 1
    ((headers, body),) = receiver.got
    stamp, _, mac = headers["Landsea-Signature"].partition(",")
    seconds = stamp.removeprefix("t=")
    expected = hmac.new(
        HOOK_LINKS.secret_of(hook.nonce).encode(), f"{seconds}.".encode() + body, hashlib.sha256
    ).hexdigest()
    assert hmac.compare_digest(mac.removeprefix("v1="), expected)
    said = json.loads(body)
    assert (said["news"], said["measure"]) == ("published", "M128")
    assert said["event"] == headers["Landsea-Event"]
    assert any("ten days" in sentence for sentence in said["changes"])


def test_the_receiver_can_prove_it_with_any_library_of_standard_webhooks(hook, receiver):
    """As the specification says it, with nothing of ours but the secret as the page shows it."""
    post_hooks.post_due(NOW)
    ((headers, body),) = receiver.got
    secret = write_standard_secret(HOOK_LINKS.secret_of(hook.nonce))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mac = hmac.new(base64.b64decode(secret.removeprefix("whsec_")), signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(mac).decode()}"
    assert headers["webhook-id"] == json.loads(body)["event"]


def test_a_receiver_that_says_it_is_gone_is_paused_at_once_and_told(hook, receiver):
    receiver.status = 410
    post_hooks.post_due(NOW)
    hook.refresh_from_db()
    assert hook.paused_at is not None and Delivery.objects.filter(template="hook_paused").count() == 1
    assert post_hooks.post_due(NOW + timedelta(days=1)) == 0


def test_what_was_accepted_is_posted_once(hook, receiver):
    post_hooks.post_due(NOW)
    assert post_hooks.post_due(NOW + timedelta(days=1)) == 0
    assert len(receiver.got) == 1


@pytest.mark.parametrize("status", [500, 404, 302])
def test_a_refusal_is_tried_again_later_with_the_same_event(hook, receiver, status):
    receiver.status = status
    post_hooks.post_due(NOW)
    assert post_hooks.post_due(NOW) == 0
    receiver.status = 204
    HookDelivery.objects.update(not_before=NOW)
    assert post_hooks.post_due(NOW) == 1
    first, second = (json.loads(body)["event"] for _, body in receiver.got)
    assert first == second
    assert [one.status for one in HookAttempt.objects.order_by("id")] == [status, 204]


def withdraw(editors) -> None:
    """Take the version back, and have it spread."""
    version = HookDelivery.objects.first().version
    publish.withdraw_version(version.pk, actor=editors[0], now=NOW, why="It was about another starch.")
    spread.spread_waiting(NOW)


def test_a_version_that_was_withdrawn_is_not_posted_any_more(hook, receiver, editors):
    withdraw(editors)
    assert post_hooks.post_due(NOW + timedelta(days=1)) == 0 and not receiver.got


def test_who_took_a_version_hears_once_and_signed_that_it_was_withdrawn(hook, receiver, editors):
    post_hooks.post_due(NOW)
    withdraw(editors)
    spread.spread_waiting(NOW)
    assert post_hooks.post_due(NOW) == 1 and post_hooks.post_due(NOW + timedelta(days=1)) == 0
    (first, _), (headers, body) = receiver.got
    said = json.loads(body)
    assert (said["news"], said["measure"], said["why"]) == ("withdrawn", "M128", "It was about another starch.")
    assert said["withdrawn_at"].startswith("2026-") and said["changes"] == []
    assert said["event"] == headers["Landsea-Event"] != first["Landsea-Event"], "it is news of its own"
    seconds = int(headers["Landsea-Signature"].partition(",")[0].removeprefix("t="))
    assert headers["Landsea-Signature"] == post_hooks.sign_body(HOOK_LINKS.secret_of(hook.nonce), seconds, body)


def test_who_refused_a_version_may_have_read_it_and_hears_of_its_withdrawal_only(hook, receiver, editors):
    receiver.status = 500
    post_hooks.post_due(NOW)
    withdraw(editors)
    receiver.status = 200
    for day in range(3):
        post_hooks.post_due(NOW + timedelta(days=day))
    assert [json.loads(body)["news"] for _, body in receiver.got] == ["published", "withdrawn"]


def test_a_post_that_was_on_its_way_when_the_version_was_withdrawn_is_not_tried_again(
    hook, receiver, editors, monkeypatch
):
    def refused_meanwhile(*_given):
        withdraw(editors)
        return 500

    with monkeypatch.context() as slow:
        slow.setattr(post_hooks, "post_body", refused_meanwhile)
        post_hooks.post_due(NOW)
    for day in range(3):
        post_hooks.post_due(NOW + timedelta(days=day))
    assert [json.loads(body)["news"] for _, body in receiver.got] == ["withdrawn"]


def test_a_process_that_was_killed_while_posting_does_not_post_the_version_after_its_withdrawal(
    hook, receiver, editors, monkeypatch
):
    def killed(*_given):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying, pytest.raises(KeyboardInterrupt):
        dying.setattr(post_hooks, "post_body", killed)
        post_hooks.post_due(NOW)
    withdraw(editors)
    for day in range(3):
        post_hooks.post_due(NOW + timedelta(days=day))
    assert [json.loads(body)["news"] for _, body in receiver.got] == ["withdrawn"]
    assert not HookDelivery.objects.filter(ended_at=None).exists()


def test_a_receiver_taken_away_while_something_is_posted_to_it_stops_nothing(hook, receiver, monkeypatch):
    def removed_meanwhile(*_given):
        set_hook.remove_hook(hook.watch, now=NOW)
        return 200

    monkeypatch.setattr(post_hooks, "post_body", removed_meanwhile)
    assert post_hooks.post_due(NOW) == 1
    assert not Hook.objects.exists() and not HookAttempt.objects.exists()


def test_a_slow_receiver_holds_no_other(measures, editors, receiver, monkeypatch):
    """Each is asked while the other has not answered: one after the other, the first would wait for ever here."""
    for address in ("slow", "quick"):
        set_hook.set_hook(watching(**STARCH), f"http://127.0.0.1:{receiver.server_port}/{address}", now=NOW)
    changed_version(editors)
    spread.spread_waiting(NOW)
    quick_was_asked, order = threading.Event(), []

    def answer(url, _body, _headers):
        if url.endswith("quick"):
            quick_was_asked.set()
        elif not quick_was_asked.wait(timeout=60):
            raise TimeoutError("nobody else was asked meanwhile")
        order.append(url.rpartition("/")[2])
        return 200

    monkeypatch.setattr(post_hooks, "post_body", answer)
    assert post_hooks.post_due(NOW) == 2
    assert sorted(order) == ["quick", "slow"]
    assert list(HookAttempt.objects.values_list("status", flat=True)) == [200, 200]


def test_pauses_grow(hook, receiver):
    receiver.status = 500
    waits = []
    for _ in range(3):
        HookDelivery.objects.update(not_before=NOW)
        post_hooks.post_due(NOW)
        delivery = HookDelivery.objects.get()
        waits.append(delivery.not_before - delivery.tries.latest("id").at)
    assert waits == sorted(waits)
    assert len(set(waits)) == 3


def test_a_dead_receiver_is_paused_and_its_keeper_told(hook, receiver):
    Hook.objects.update(failures=post_hooks.MOST_FAILURES - 1)
    receiver.status = 500
    post_hooks.post_due(NOW)
    hook.refresh_from_db()
    assert hook.paused_at
    assert Delivery.objects.filter(template="hook_paused").count() == 1


def test_a_claim_that_died_is_taken_up_again(hook, receiver):
    HookDelivery.objects.update(in_flight_since=NOW)
    assert post_hooks.post_due(NOW + timedelta(seconds=30)) == 0
    assert post_hooks.post_due(NOW + post_hooks.STUCK_AFTER + timedelta(seconds=1)) == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/in",
        "https://localhost/in",
        "https://10.0.0.8/in",
        "https://192.168.1.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest",
        "https://[::ffff:10.0.0.1]/",
        "https://0.0.0.0/",
        "https://[fd00::1]/",
        "http://93.184.216.34/",
        "ftp://93.184.216.34/",
        "https://user:word@93.184.216.34/",
        "https:///in",
        "https://no-such-name.invalid/in",
    ],
)
def test_only_public_addresses_over_tls_are_taken(settings, url):
    settings.HOOKS_MAY_BE_PRIVATE = False
    with pytest.raises(NotAllowed):
        find_public_address(url)


def test_a_public_address_is_taken(settings):
    settings.HOOKS_MAY_BE_PRIVATE = False
    assert find_public_address("https://93.184.216.34/in?x=1") == ("93.184.216.34", "93.184.216.34", 443, "/in?x=1")
