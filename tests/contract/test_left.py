"""Somebody who left, at every address: with the session still open nothing more than a stranger gets, and after the end of
service nothing more than anybody who never signed in.
"""

import pytest
from django.db import transaction
from django.utils import timezone
from tests.contract.asking import ask

from landsea.cases.actions.hand_over import end_service_of
from landsea.cases.tests.world import end_appointment

pytestmark = pytest.mark.django_db


def test_somebody_who_left_gets_nothing_at_any_address(walk, everything):
    world = everything.world
    holder, browser = world.people["holder"], world.client("holder")
    only_theirs = {
        page.pattern
        for (method, page), by in walk.answers.items()
        if method == "GET" and by["holder"].result == "200" != by["stranger"].result
    }
    assert {"cases/<str:ref>/", "who/desks/<str:code>/people/", "who/contacts/<int:contact_id>/"} <= only_theirs

    end_appointment(holder)
    assert not more_than("stranger", browser, walk, everything)

    mark = transaction.savepoint()
    end_service_of(actor=world.actor("coordinator"), user_id=holder.pk, why="left", now=timezone.now())
    assert not more_than("anonymous", browser, walk, everything)
    transaction.savepoint_commit(mark)


def more_than(who: str, browser, walk, everything) -> list[str]:
    """Return where a browser gets something else than this person of the cast got at the same address."""
    found = []
    for asked, page in zip(walk.pages, everything.pages(), strict=True):
        for method in ("GET", "POST"):
            if by := walk.answers.get((method, asked)):
                now = ask(browser, method.lower(), page.address, page.typed if method == "POST" else {})
                if now.result != by[who].result:
                    found.append(f"{method} {page.address}: {now.result}, not {by[who].result}")
    return found
