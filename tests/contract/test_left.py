"""Somebody who left, at every address: with the session still open nothing more than a stranger gets, and after the end of
service nothing more than anybody who never signed in.
"""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from tests.contract.matrix import ACTS, asked
from tests.contract.test_house import routes

from landsea.cases.actions.hand_over import end_service_of
from landsea.cases.tests.world import end_appointment, make_world
from landsea.directory.models import Contact

pytestmark = pytest.mark.django_db


def addresses(world, case, contact):
    """Yield (pattern, address) for each route of ours, filled with things that the person had access to."""
    values = {
        "ref": case.ref,
        "code": world.quarantine.code,
        "contact_id": contact.pk,
        "contact_act": "ask",
        "kind": "contacts",
        "form": "csv",
        "user_id": world.people["deputy"].pk,
        "what": "confirmed",
    }
    for address, pattern in sorted(routes(), key=lambda pair: pair[0]):
        if pattern.name is None or getattr(pattern.callback, "door", None) is None:
            continue
        names = list(pattern.pattern.converters)
        for act in ACTS if "act" in names else (None,):
            try:
                yield (
                    address,
                    reverse(pattern.name, args=[act if name == "act" else values.get(name, 1) for name in names]),
                )
            except Exception:
                continue


def results(client_of, world, case, contact) -> dict:
    """Return what a person gets at each address; nothing that was asked leaves a trace for the next question."""
    found = {}
    for pattern, address in addresses(world, case, contact):
        for method in ("get", "post"):
            mark = transaction.savepoint()
            found[pattern, address, method] = asked(client_of(), method, address)
            transaction.savepoint_rollback(mark)
    return found


def test_somebody_who_left_gets_nothing_at_any_address():
    world = make_world()
    case = world.file().case
    holder = world.people["holder"]
    contact = Contact.objects.create(desk=world.quarantine, user=holder, name=holder.name, email=holder.email)
    browser = world.client("holder")
    stranger = world.client("stranger")
    before = results(lambda: browser, world, case, contact)
    only_theirs = {address for (address, _url, method), result in before.items() if method == "get" and result == "200"}
    assert {"cases/<str:ref>/", "who/desks/<str:code>/people/", "who/contacts/<int:contact_id>/"} <= only_theirs

    end_appointment(holder)
    with_session = results(lambda: browser, world, case, contact)
    assert with_session == results(lambda: stranger, world, case, contact)

    mark = transaction.savepoint()
    end_service_of(actor=world.actor("coordinator"), user_id=holder.pk, why="left", now=timezone.now())
    after = results(lambda: browser, world, case, contact)
    transaction.savepoint_commit(mark)
    assert after == results(world.client, world, case, contact)
