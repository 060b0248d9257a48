"""The coordinator reads once of each promise that became late, in one mail a day, in their own language."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.tests.browsing import page_of
from landsea.dialogues.actions.promises import complete_promise, send_reminders
from landsea.dialogues.actions.tell_coordinator import tell_coordinator
from landsea.dialogues.models import ActionItem, MinuteLine
from landsea.dialogues.tests.making import DAY, promise_for
from landsea.directory.models import Appointment

pytestmark = pytest.mark.django_db

MADE = datetime(2026, 9, 1, 3, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 3, tzinfo=UTC)
"""A Tuesday, eleven in Chongqing."""


@pytest.fixture
def promise(world):
    """A promise of the quarantine desk that became late weeks before that morning."""
    return promise_for(world, None, now=MADE)


def one_more(promise, due):
    """Return another promise of the same desk, of a decision beside that one."""
    line = MinuteLine.objects.get(pk=promise.line_id)
    line.pk, line.position = None, MinuteLine.objects.count() + 1
    line.save(force_insert=True)
    return ActionItem.objects.create(
        line=line, what=f"More by {due}", owner=promise.owner, due=due, success="No case", agreed_at=MADE
    )


def told():
    return list(Delivery.objects.filter(template="promises_late").order_by("pk"))


def test_the_coordinator_is_told_once_of_each_and_once_a_day(world, promise):
    person = world.people["coordinator"]
    assert tell_coordinator(MORNING.replace(hour=20)) == 0, "nobody is at work at night"
    assert tell_coordinator(MORNING) == 1
    second = one_more(promise, MORNING.date() - DAY)
    assert tell_coordinator(MORNING + timedelta(hours=1)) == 0, "what becomes late afterwards waits for the next day"
    assert tell_coordinator(MORNING + DAY) == 1
    assert tell_coordinator(MORNING + 2 * DAY) == 0
    first_mail, second_mail = told()
    assert first_mail.address == person.email and first_mail.user_id == person.pk
    assert [one["promise"] for one in first_mail.facts["promises"]] == [promise.pk]
    assert [one["promise"] for one in second_mail.facts["promises"]] == [second.pk]
    assert list(find_broken_entries()) == []


def test_what_is_kept_or_not_late_is_not_told_of(world, promise):
    complete_promise(world.actor("holder"), promise.pk, "On the board.", now=MORNING - DAY)
    one_more(promise, MORNING.date())
    assert ActionItem.objects.filter(done_at=None).update(due=MORNING.date()) == 1
    assert tell_coordinator(MORNING) == 0 and told() == []


def test_the_desk_is_told_first_and_a_desk_without_people_gives_no_second_mail(world, promise):
    Appointment.objects.filter(desk=promise.owner).delete()
    Appointment.objects.filter(office=promise.owner.office).delete()
    assert send_reminders(MORNING) == 1
    (reminder,) = Delivery.objects.filter(template="promise_late")
    assert reminder.address == world.people["coordinator"].email
    assert tell_coordinator(MORNING) == 0
    assert told() == []


def test_many_are_said_by_the_first_ones_and_a_number(world, promise):
    for day in range(1, 20):
        one_more(promise, MORNING.date() - day * DAY)
    tell_coordinator(MORNING)
    (mail,) = told()
    assert (mail.facts["total"], len(mail.facts["promises"]), mail.facts["more"]) == (20, 15, 5)
    subject, body = render_words(mail)
    assert "20 promises became late" in subject and "and 5 more" in body and "/promises/#late" in body


def test_the_mail_is_in_the_language_of_its_reader(world, promise):
    get_user_model().objects.filter(pk=world.people["coordinator"].pk).update(language="lo")
    tell_coordinator(MORNING)
    (mail,) = told()
    assert mail.language == "lo"
    for language in ("zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil"):
        mail.language = language
        subject, body = render_words(mail)
        assert promise.ref in body and promise.what in body
        for english in ("became late", "nobody said", "Due:", "that are late", "working platform"):
            assert english not in subject + body, language


def test_the_board_shows_the_first_late_ones_and_leads_to_all(world, promise):
    today = timezone.now().date()
    ActionItem.objects.filter(pk=promise.pk).update(due=today - 60 * DAY)
    for day in range(10, 25):
        one_more(promise, today - day * DAY)
    board = page_of(world.client("coordinator").get("/board/"))
    assert len(re.findall(r'href="/promises/\d+/"', board)) == 12
    assert '<a href="/promises/#late">All 16</a>' in board
    assert promise.what in board and f"More by {today - 10 * DAY}" not in board
