"""A receiver that was paused misses nothing: what was published, refused or withdrawn meanwhile comes when it is set again."""

import json
from datetime import timedelta

import pytest

from landsea.consequences.actions import spread
from landsea.consequences.tests.test_spread import STARCH, changed_version
from landsea.rules.actions import post_hooks, publish, set_hook
from landsea.rules.models import Hook, Version
from landsea.rules.tests.conftest import NOW, watching

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)


@pytest.fixture
def watch(measures):
    return watching(**STARCH)


@pytest.fixture
def address(receiver) -> str:
    return f"http://127.0.0.1:{receiver.server_port}/in"


@pytest.fixture
def published(watch, address, editors) -> Version:
    """A change that waits for the receiver."""
    set_hook.set_hook(watch, address, now=NOW)
    version = changed_version(editors)
    spread.spread_waiting(NOW)
    return version


def pause(receiver) -> None:
    """Let the receiver be silent once too often."""
    receiver.status = 500
    Hook.objects.update(failures=post_hooks.MOST_FAILURES - 1)
    post_hooks.post_due(NOW)
    assert Hook.objects.get().paused_at
    receiver.got.clear()
    receiver.status = 200


def withdraw(version: Version, editors) -> None:
    publish.withdraw_version(version.pk, actor=editors[0], now=NOW, why="It was about another starch.")
    spread.spread_waiting(NOW)


def heard(receiver) -> list[str]:
    return [json.loads(body)["news"] for _, body in receiver.got]


def test_it_hears_of_a_withdrawal_when_it_is_set_again(watch, published, receiver, address, editors):
    pause(receiver)
    withdraw(published, editors)
    assert post_hooks.post_due(LATER) == 0 and not receiver.got, "while it is paused nothing is posted"
    set_hook.set_hook(watch, address, now=LATER)
    post_hooks.post_due(LATER)
    assert heard(receiver) == ["withdrawn"]


def test_it_gets_what_was_published_meanwhile_in_order(watch, published, receiver, address, editors):
    pause(receiver)
    changed_version(editors, now=NOW + timedelta(minutes=1), lead_time="five days")
    spread.spread_waiting(NOW)
    set_hook.set_hook(watch, address, now=LATER)
    post_hooks.post_due(LATER)
    numbers = [json.loads(body)["version"] for _, body in receiver.got]
    assert numbers == sorted(numbers) and len(numbers) == 2


def test_what_was_published_and_withdrawn_meanwhile_is_not_posted(watch, published, receiver, address, editors):
    pause(receiver)
    second = changed_version(editors, now=NOW + timedelta(minutes=1), lead_time="five days")
    spread.spread_waiting(NOW)
    withdraw(second, editors)
    set_hook.set_hook(watch, address, now=LATER)
    post_hooks.post_due(LATER)
    assert heard(receiver) == ["published"]


def test_what_it_refused_for_good_gets_one_more_try(watch, published, receiver, address):
    receiver.status = 500
    for day in range(len(post_hooks.LADDER) + 1):
        post_hooks.post_due(NOW + timedelta(days=365 + day))
    Hook.objects.update(paused_at=NOW)
    receiver.got.clear()
    receiver.status = 200
    assert not Hook.objects.get().deliveries.filter(ended_at=None).exists()
    set_hook.set_hook(watch, address, now=LATER)
    post_hooks.post_due(LATER + timedelta(days=800))
    assert heard(receiver) == ["published"]


def test_setting_an_address_that_works_posts_nothing_again(watch, published, receiver, address):
    post_hooks.post_due(NOW)
    set_hook.set_hook(watch, address, now=LATER)
    assert post_hooks.post_due(LATER) == 0 and heard(receiver) == ["published"]
