"""A barrier closes when its action is done and cases stayed away, and opens by itself when they return."""

from datetime import timedelta

import pytest

from landsea.barriers import access
from landsea.barriers.actions import review as module
from landsea.barriers.actions.me_too import file_me_too
from landsea.barriers.actions.members import take_out
from landsea.barriers.actions.review import review_all
from landsea.barriers.models import Barrier
from landsea.barriers.tests.test_me_too import filing
from landsea.base.audit.access import list_entries
from landsea.base.audit.verify import find_broken_entries
from landsea.cases.tests.browsing import page_of
from landsea.dialogues.tests.making import promise_for

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def done(world, barrier, now):
    """The barrier's action is done on the second day from now."""
    return promise_for(world, barrier, now=now, done_at=now + 2 * DAY)


def state(barrier):
    barrier.refresh_from_db()
    return "closed" if barrier.closed_at else "open"


def test_it_stays_open_without_an_action_however_quiet(barrier, now):
    assert review_all(now + 400 * DAY) == 0 and state(barrier) == "open"


def test_it_stays_open_while_the_action_is_not_done(world, barrier, now):
    promise_for(world, barrier, now=now)
    assert review_all(now + 400 * DAY) == 0 and state(barrier) == "open"


def test_it_closes_thirty_days_after_the_action_and_once(barrier, done, now):
    assert review_all(now + 31 * DAY) == 0 and state(barrier) == "open"
    assert review_all(now + 33 * DAY) == 1 and state(barrier) == "closed"
    assert review_all(now + 33 * DAY) == 0
    assert [entry.act for entry in list_entries(f"barrier:{barrier.pk}")].count("close_barrier") == 1


def test_a_new_like_case_keeps_it_open_although_nobody_brought_it_in(world, barrier, done, now):
    world.file(now=now + 20 * DAY, party="Demo Late", email="late@demo.example.org")
    assert review_all(now + 40 * DAY) == 0
    assert review_all(now + 51 * DAY) == 1 and state(barrier) == "closed"


def test_it_opens_by_itself_when_like_cases_return(world, barrier, done, now):
    review_all(now + 33 * DAY)
    world.file(now=now + 50 * DAY, party="Demo Again", email="again@demo.example.org", hs="")
    assert review_all(now + 51 * DAY) == 0, "other goods, as far as anybody knows"
    world.file(now=now + 52 * DAY, party="Demo Again", email="again@demo.example.org")
    assert review_all(now + 53 * DAY) == 1 and state(barrier) == "open" and barrier.reopened_at == now + 53 * DAY
    assert review_all(now + 83 * DAY) == 1 and state(barrier) == "closed"


def test_somebody_who_has_it_too_opens_it_at_once(world, barrier, done, now):
    review_all(now + 33 * DAY)
    file_me_too(barrier.pk, filing(), network="n", actor=world.actor("anonymous"), now=now + 60 * DAY)
    assert state(barrier) == "open"


def test_a_case_that_was_taken_out_brings_nothing_back(world, barrier, done, now):
    case = world.file(now=now + 32 * DAY, party="Demo", email="other@demo.example.org").case
    Barrier.objects.filter(pk=barrier.pk).update(closed_at=now + 31 * DAY)
    filed = file_me_too(barrier.pk, filing(), network="n", actor=world.actor("anonymous"), now=now + 32 * DAY)
    take_out(world.actor("coordinator"), barrier.pk, filed.case.pk, "Another thing.", now=now + 32 * DAY)
    assert access.find_last_cases([barrier], now + 33 * DAY)[barrier.pk] == case.filed_at


def test_one_that_cannot_be_reviewed_does_not_hold_up_the_others(barrier, done, now, monkeypatch):
    monkeypatch.setattr(module, "review_locked", lambda *args, **how: (_ for _ in ()).throw(RuntimeError("poison")))
    assert review_all(now + 33 * DAY) == 0 and state(barrier) == "open"


def test_the_page_tells_it_and_the_chain_holds(client, world, barrier, done, now):
    review_all(now + 33 * DAY)
    page = page_of(client.get(f"/barriers/{barrier.pk}/"))
    assert "closed: no new case for 30 days" in page and "Promised: " in page and "Done: " in page
    assert list(find_broken_entries()) == []
