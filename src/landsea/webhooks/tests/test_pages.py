"""The pages of receivers: added, tried, switched off and on, given a new secret, taken away; nobody else's is shown."""

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.webhooks.actions.post_events import post_due
from landsea.webhooks.models import EventPost, Receiver
from landsea.webhooks.receiver_secrets import write_secret
from landsea.webhooks.tests.conftest import receiver_of

pytestmark = pytest.mark.django_db


def test_a_receiver_is_added_tried_and_its_delivery_is_seen(world, listen):
    server = listen()
    client = world.client("holder")
    typed = {"name": "our case system", "url": f"http://127.0.0.1:{server.server_port}/in", "kinds": ["case.late"]}
    made = client.post(reverse("own_receivers"), typed)
    receiver = Receiver.objects.get()
    assert made["Location"] == reverse("receiver", args=[receiver.pk])
    page = client.get(made["Location"]).content.decode()
    assert write_secret(receiver.nonce) in page and "Nothing yet" in page
    client.post(reverse("receiver_act", args=[receiver.pk, "test"]))
    post_due(timezone.now())
    page = client.get(made["Location"]).content.decode()
    assert "taken" in page and "it answered 204" in page and len(server.got) == 1


def test_a_private_network_and_an_empty_form_are_refused_with_sentences(world, settings):
    settings.HOOKS_MAY_BE_PRIVATE = False
    client = world.client("holder")
    address = reverse("own_receivers")
    typed = {"name": "ours", "url": "https://10.0.0.8/in", "kinds": ["case.late"]}
    page = client.post(address, typed)
    assert (
        page.status_code == 422 and "private network" in page.content.decode() and "10.0.0.8" in page.content.decode()
    )
    assert client.post(address, {}).status_code == 422 and not Receiver.objects.exists()


def test_it_is_switched_off_on_given_a_new_secret_and_taken_away(world, listen):
    receiver = receiver_of(world, "holder", listen())
    client = world.client("holder")

    def press(act):
        return client.post(reverse("receiver_act", args=[receiver.pk, act])).status_code

    assert press("off") == 302 and Receiver.objects.get().off_why == "person"
    assert press("test") == 409 and not EventPost.objects.exists()
    assert press("on") == 302 and Receiver.objects.get().off_why == ""
    assert press("renew") == 302 and Receiver.objects.get().nonce != receiver.nonce
    assert press("renew") == 302 and Receiver.objects.get().old_nonce == receiver.nonce, "a double click is one press"
    assert press("nothing") == 404
    assert press("remove") == 302 and not Receiver.objects.exists()


def test_nothing_is_said_of_an_answer_before_one_came_or_failed_to(world, listen):
    receiver, now = receiver_of(world, "holder", listen()), timezone.now()
    client = world.client("holder")
    times = {"noted_at": now, "not_before": now, "in_flight_since": now}
    post = EventPost.objects.create(receiver=receiver, kind="test", body="{}", attempts=1, **times)
    page = client.get(reverse("receiver", args=[receiver.pk])).content.decode()
    assert "waits" in page and "no answer" not in page and "is tried again" not in page
    EventPost.objects.filter(pk=post.pk).update(in_flight_since=None, tried_at=now)
    page = client.get(reverse("receiver", args=[receiver.pk])).content.decode()
    assert "1 try" in page and "no answer" in page and "is tried again" in page
    Receiver.objects.update(off_why="silent", off_at=now)
    page = client.get(reverse("receiver", args=[receiver.pk])).content.decode()
    assert "1 try" in page and "is tried again" not in page


def test_nobody_sees_or_presses_another_s(world, listen):
    receiver = receiver_of(world, "holder", listen())
    client = world.client("coordinator")
    assert client.get(reverse("receiver", args=[receiver.pk])).status_code == 404
    assert client.post(reverse("receiver_act", args=[receiver.pk, "remove"])).status_code == 404
    assert Receiver.objects.exists() and receiver.url not in client.get(reverse("own_receivers")).content.decode()
