"""Promises: reminded once, kept with evidence, late ones in public view."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.tests.browsing import page_of
from landsea.dialogues import cards
from landsea.dialogues.actions import promises as module
from landsea.dialogues.actions.promises import complete_promise, send_reminders
from landsea.dialogues.models import ActionItem
from landsea.dialogues.tests.making import DAY, promise_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(world, now):
    """A promise of the quarantine desk, due in sixty days."""
    return promise_for(world, None, now=now)


def mails():
    return sorted(
        Delivery.objects.filter(template__in=["promise_due", "promise_late"]).values_list("template", flat=True)
    )


def test_each_reminder_goes_out_once_however_often_it_is_asked(world, promise, now):
    sent = {
        day: sum(send_reminders(now + day * DAY + timedelta(hours=hour)) for hour in (1, 5)) for day in range(40, 80)
    }
    days = [day for day, number in sent.items() if number]
    assert len(days) == 5 and all(sent[day] == 1 for day in days)
    assert mails() == ["promise_due"] * 2 + ["promise_late"] * 3


def test_nothing_is_called_to_mind_once_it_is_done(world, promise, now):
    complete_promise(world.actor("holder"), promise.pk, "On the board.", now=now + DAY)
    assert send_reminders(now + 50 * DAY) == send_reminders(now + 90 * DAY) == 0


def test_one_that_cannot_be_sent_holds_up_no_other(world, promise, now, monkeypatch):
    def poison(action_id, at):
        raise RuntimeError("poison")

    monkeypatch.setattr(module, "_remind_owner", poison)
    assert send_reminders(now + 90 * DAY) == 0


def test_it_is_kept_by_its_own_desk_with_evidence(world, promise, now):
    with pytest.raises(Refused, match="By what|by what"):
        complete_promise(world.actor("holder"), promise.pk, " ", now=now)
    for part in ("other_holder", "observer", "stranger"):
        with pytest.raises(PermissionDenied):
            complete_promise(world.actor(part), promise.pk, "Done.", now=now)
    first = complete_promise(world.actor("deputy"), promise.pk, "Notice 12 of the station.", now=now)
    again = complete_promise(world.actor("holder"), promise.pk, "Other words.", now=now + DAY)
    assert first.done_at == again.done_at and again.evidence == "Notice 12 of the station."
    assert list(find_broken_entries()) == []


def test_the_page_shows_late_ones_first_and_counts_what_was_kept_in_time(client, world, promise, now):
    ActionItem.objects.filter(pk=promise.pk).update(due=(now - DAY).date())
    page = page_of(client.get("/promises/"))
    assert "0 of 1 kept in time" in page and "Publish which laboratories count" in page
    holder = world.client("holder")
    address = f"/promises/{promise.pk}/"
    assert "It is done" in page_of(holder.get(address)) and "It is done" not in page_of(client.get(address))
    assert holder.post(f"{address}kept", {"evidence": " "}).status_code == 422
    done = page_of(holder.post(f"{address}kept", {"evidence": "Notice 12."}, follow=True))
    assert "kept late" in done and "Notice 12." in done
    assert world.client("other_holder").post(f"{address}kept", {"evidence": "x"}).status_code == 403


def test_a_promise_not_agreed_by_both_is_no_page(client, promise):
    ActionItem.objects.filter(pk=promise.pk).update(agreed_at=None)
    assert client.get(f"/promises/{promise.pk}/").status_code == 404
    assert "Publish which" not in page_of(client.get("/promises/"))


def test_a_late_promise_stands_where_its_desk_and_the_coordinator_look(world, promise):
    ActionItem.objects.filter(pk=promise.pk).update(due=(timezone.now() - 3 * DAY).date())
    what, late = promise.what, "Promises that are late"
    own = page_of(world.client("holder").get("/"))
    assert "What your desks promised" in own and what in own
    assert what not in page_of(world.client("other_holder").get("/"))
    board = page_of(world.client("coordinator").get("/board/"))
    assert late in board and what in board
    dialogue = promise.line.dialogue_id
    assert '<span class="state silent">late</span>' in page_of(world.client("holder").get(f"/dialogues/{dialogue}/"))
    complete_promise(world.actor("holder"), promise.pk, "It is on the board.", now=timezone.now())
    assert late not in page_of(world.client("coordinator").get("/board/"))
    assert "What your desks promised" not in page_of(world.client("holder").get("/"))


def test_the_first_page_shows_a_few_promises_of_ones_desks_and_leads_to_all(client, world, now, promise, monkeypatch):
    monkeypatch.setattr(cards, "SHOWN_OF_OWN", 1)
    other = promise_for(world, None, now=now)
    ActionItem.objects.filter(pk=other.pk).update(what="Send the list of gates.")
    other.refresh_from_db()
    ActionItem.objects.update(due=(timezone.now() - 3 * DAY).date())
    own = page_of(world.client("holder").get("/"))
    assert "All 2" in own and 'href="/promises/?of=own"' in own
    assert sum(f"/promises/{one.pk}/" in own for one in (promise, other)) == 1
    listed = page_of(world.client("holder").get("/promises/?of=own"))
    assert "Only those of your desks." in listed and promise.what in listed and other.what in listed
    assert promise.what not in page_of(world.client("other_holder").get("/promises/?of=own"))
    assert promise.what in page_of(client.get("/promises/?of=own")), "somebody without a desk sees all"
