"""Why it is due then: the days one by one, on the case's page and in the filer's mailbox."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from landsea.base.actors import make_filer
from landsea.cases import deadline_explanation
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.extend import extend_step
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.deadline_explanation import explain_step_deadline
from landsea.cases.models import StepRecord
from landsea_core.caseflow import Lane

SHANGHAI = ZoneInfo("Asia/Shanghai")
BEFORE_SPRING_FESTIVAL = datetime(2026, 2, 13, 15, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def in_that_year(monkeypatch):
    """The lines are read in the year of which they tell: of another one they name the year."""
    monkeypatch.setattr(deadline_explanation, "timezone", SimpleNamespace(now=lambda: BEFORE_SPRING_FESTIVAL))


def running(case) -> StepRecord:
    case.refresh_from_db()
    return StepRecord.objects.select_related("desk__office").get(case=case, ended_at=None)


def lines(case) -> list[str]:
    return [line.words for line in explain_step_deadline(case, running(case))]


def test_each_day_is_named_and_counted_or_passed_over(world):
    case = world.file(now=BEFORE_SPRING_FESTIVAL).case
    found = explain_step_deadline(case, running(case))
    assert found[1].words == "Fri 13 Feb: the day the clock starts does not count."
    assert found[2].words == "Sat 14 Feb: worked instead of another day; working day 1 of 3." and found[2].counts
    assert found[4].words == "Mon 16 Feb: holiday (Spring Festival), not counted." and found[4].passed_over
    assert [line.words.rpartition("working day ")[2] for line in found if line.counts] == [
        "1 of 3.",
        "2 of 3.",
        "3 of 3.",
    ]
    assert found[-1].words == "Due at Wed 25 Feb, 17:30, the end of office hours."


def test_hours_a_pause_and_an_extension_are_explained(world):
    urgent = world.file(now=BEFORE_SPRING_FESTIVAL, lane=Lane.URGENT).case
    assert lines(urgent)[1:] == [
        "2 hours of the wall clock, nights and holidays included.",
        "Due at Fri 13 Feb, 17:00.",
    ]

    case = world.file(now=BEFORE_SPRING_FESTIVAL).case
    holder, at = world.actor("holder", BEFORE_SPRING_FESTIVAL), BEFORE_SPRING_FESTIVAL + timedelta(minutes=5)
    answer_case(holder, case.ref, "So it is.", now=at)
    ask_filer(holder, case.ref, "Which laboratory?", now=at)
    assert any(line.startswith("The clock has been paused since Fri 13 Feb, 15:05") for line in lines(case))
    reply_as_filer(make_filer(case.pk), case.ref, "That of Kunming.", now=at + timedelta(days=12))
    extend_step(holder, case.ref, "The ministry meets.", now=at + timedelta(days=13))
    found = lines(case)
    assert "3 of the working days were added because the clock was paused while the filer was asked." in found
    assert found[-1].endswith("because the desk asked for more time: The ministry meets.")


def test_a_deadline_that_was_kept_later_says_so(world):
    case = world.file(now=BEFORE_SPRING_FESTIVAL).case
    StepRecord.objects.filter(case=case).update(due_at=running(case).due_at + timedelta(days=1))
    assert lines(case)[-1].startswith("Counted by the calendar as it is now it would be earlier.")


def test_both_sides_read_it_on_their_page(world, client):
    filed = world.file(now=BEFORE_SPRING_FESTIVAL)
    page = world.client("holder").get(f"/cases/{filed.case.ref}/").content.decode()
    assert "Mon 16 Feb: holiday (Spring Festival), not counted." in page and "/calendar/CN/2026/" in page
    mailbox = client.get(f"/m/{filed.secret}", follow=True).content.decode()
    assert "Mon 16 Feb: holiday (Spring Festival), not counted." in mailbox


@pytest.mark.parametrize(("language", "day"), [("zh-hans", "2月16日周一"), ("vi", "16 thg 2"), ("lo", "16 ກ.ພ")])
def test_days_are_in_the_readers_language(world, language, day):
    case = world.file(now=BEFORE_SPRING_FESTIVAL).case
    with translation.override(language):
        said = lines(case)
    assert any(day in line for line in said), said[:5]
    assert not any("counted" in line or "working day" in line for line in said), said
