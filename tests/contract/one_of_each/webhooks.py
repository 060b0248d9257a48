"""Webhooks: the coordinator's receiver, with a test that waits."""

from datetime import datetime

from tests.contract.one_of_each.addresses import TYPED

from landsea.webhooks.actions.keep_receiver import make_receiver, send_test

ABOUT = {"name": "our case system", "url": "https://93.184.216.34/in", "kinds": ["case.late"]}


def make(world, now: datetime) -> dict:
    """Make a receiver of the coordinator's."""
    made = make_receiver(world.actor("coordinator"), now=now, **ABOUT)
    send_test(world.actor("coordinator"), made.pk, now=now)
    one = {"receiver_id": made.pk}
    return {"own_receivers": {TYPED: ABOUT}, "receiver": one, "receiver_act": one | {"act": "off"}}


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Make one more receiver, and post one more test to the first."""
    make_receiver(world.actor("coordinator"), now=now, **ABOUT)
    send_test(world.actor("coordinator"), values["receiver"]["receiver_id"], now=now)
