"""Rotas: gaps refused (across midnight, over a weekend, through a change of clocks), swaps, gaps shown before they happen."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from landsea.base.refusal import Refused
from landsea.cases.tests.world import make_world, with_contacts
from landsea.directory.actions.give_duty import give_duty
from landsea.directory.actions.rota import (
    Turn,
    set_rota,
)
from landsea.directory.duty import list_duty, list_gaps
from landsea.directory.models import Change, Contact, Desk, DutyShift, Leave, Office, RotaTurn
from landsea.directory.reachability import find_who_is_reachable

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 27, 4, tzinfo=UTC)  # a Friday noon at Mohan
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def world():
    return with_contacts(make_world())


def contact(name: str) -> Contact:
    return Contact.objects.get(name=f"{name.title()} Demo")


def turn(who, first=MONDAY, begins=time(17, 30), days=7, ends=None, every=2, until=None) -> Turn:
    return Turn(contact(who).pk, first, begins, first + timedelta(days=days), ends or begins, every, until)


def weekly() -> list[Turn]:
    """Holder and deputy in turn, a week each, for ever."""
    return [turn("holder"), turn("deputy", MONDAY + timedelta(days=7))]


def save(world, turns, desk=None, now=NOW):
    set_rota(actor=world.actor("holder"), desk_id=(desk or world.quarantine).pk, turns=turns, now=now)


def refused(world, turns, **kwargs) -> Refused:
    before = list(RotaTurn.objects.values_list("pk", flat=True))
    with pytest.raises(Refused) as found:
        save(world, turns, **kwargs)
    assert list(RotaTurn.objects.values_list("pk", flat=True)) == before
    return found.value


def night(day: int) -> datetime:
    return datetime(2026, 12, day, 23, tzinfo=SHANGHAI)


def test_a_rota_by_week_never_ends(world):
    save(world, weekly())
    for day, who in ((1, "Holder Demo"), (8, "Deputy Demo"), (15, "Holder Demo")):
        assert find_who_is_reachable(world.quarantine, night(day)).person.name == who
    assert list_gaps([world.quarantine], night(1), night(1) + timedelta(days=400)) == []
    assert Change.objects.get().act == "set_rota"


def test_a_gap_across_midnight_is_refused_with_its_hours(world):
    # Every evening until 23:30 and every morning from 00:15: forty-five minutes that nobody has.
    evenings = [turn("holder", MONDAY + timedelta(days=n), time(17, 30), 0, time(23, 30), 1) for n in range(7)]
    mornings = [turn("deputy", MONDAY + timedelta(days=n), time(0, 15), 0, time(17, 30), 1) for n in range(7)]
    found = refused(world, evenings + mornings)
    assert found.code == "gap"
    assert "23:30" in found.sentence and "00:15" in found.sentence


def test_the_same_without_the_gap_is_saved(world):
    days = [turn("holder", MONDAY + timedelta(days=n), time(17, 30), 1, time(17, 30), 1) for n in range(7)]
    save(world, days)
    assert RotaTurn.objects.count() == 7


def test_a_weekend_that_nobody_has_is_refused(world):
    weekdays = [turn("holder", MONDAY + timedelta(days=n), time(17, 30), 1, time(9), 1) for n in range(5)]
    assert "Sat 5 Dec, 09:00" in refused(world, weekdays).sentence


def test_a_change_of_clocks_opens_no_gap_and_hides_none(world):
    """Nights by the wall clock in a zone that changes its clocks (none of the corridor's does; an office may stand in one)."""
    Office.objects.filter(pk=world.quarantine.office_id).update(time_zone="Europe/Berlin")
    desk = Desk.objects.select_related("office").get(pk=world.quarantine.pk)
    begin, before = date(2026, 10, 19), datetime(2026, 10, 16, 4, tzinfo=UTC)  # clocks go back on 25 October at 03:00
    save(world, [turn("holder", begin + timedelta(days=n), time(17), 1, time(17), 1) for n in range(7)], now=before)
    assert list_gaps([desk], before + timedelta(days=4), before + timedelta(days=30)) == []
    half_past_two = [
        part
        for n in range(7)
        for part in (
            turn("holder", begin + timedelta(days=n), time(17), 1, time(2), 1),
            turn("deputy", begin + timedelta(days=n + 1), time(2, 30), 0, time(17), 1),
        )
    ]
    assert "02:00" in refused(world, half_past_two, now=before).sentence


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda: turn("holder", days=0), "order"),
        (lambda: turn("holder", days=8, every=1), "order"),
        (lambda: Turn(2_000_000_000, MONDAY, time(18), MONDAY, time(19)), "stranger"),
    ],
)
def test_turns_that_cannot_be(world, wrong, code):
    assert refused(world, [wrong()]).code == code


def test_a_contact_of_another_desk_gets_no_duty_here(world):
    other = Contact.objects.create(desk=world.border, name="Border Demo")
    assert refused(world, [Turn(other.pk, MONDAY, time(18), MONDAY, time(19))]).code == "stranger"


def test_without_turns_the_desk_has_no_duty(world):
    save(world, weekly())
    save(world, [])
    assert not RotaTurn.objects.exists()
    assert list_gaps([world.quarantine], night(1), night(20)) == []  # a desk without duty has no gaps


def test_a_leave_shows_as_a_gap_before_it_happens(world):
    save(world, weekly())
    Leave.objects.create(user=world.people["holder"], first_day=date(2026, 12, 2), last_day=date(2026, 12, 2))
    gaps = list_gaps([world.quarantine], NOW + timedelta(days=4), NOW + timedelta(days=14))
    assert [(gap.begins.isoformat(), gap.ends.isoformat()) for gap in gaps] == [
        ("2026-12-02T00:00:00+08:00", "2026-12-02T09:00:00+08:00"),
        ("2026-12-02T17:30:00+08:00", "2026-12-03T00:00:00+08:00"),
    ]


def swap(world, begins, ends, to="deputy", in_return=None):
    give_duty(
        actor=world.actor("holder"),
        desk_id=world.quarantine.pk,
        contact_id=contact(to).pk,
        begins=begins,
        ends=ends,
        in_return=in_return,
        now=NOW,
    )


def test_two_people_swap_a_night_each(world):
    save(world, weekly())
    first, second = (night(1), night(2)), (night(9), night(10))
    swap(world, *first, in_return=second)
    names = [
        find_who_is_reachable(world.quarantine, at + timedelta(hours=1)).person.name for at in (first[0], second[0])
    ]
    assert names == ["Deputy Demo", "Holder Demo"]
    assert find_who_is_reachable(world.quarantine, night(3)).person.name == "Holder Demo"
    stretches = [
        (one.person.name, one.begins.day, one.ends.day) for one in list_duty(world.quarantine, night(1), night(5))
    ]
    assert stretches == [("Deputy Demo", 1, 2), ("Holder Demo", 2, 5)]


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        (night(2), night(1), "order"),
        (NOW - timedelta(hours=2), NOW, "past"),
        (night(1), night(1) + timedelta(days=15), "too_long"),
    ],
)
def test_times_that_cannot_be_given(world, begins, ends, code):
    save(world, weekly())
    with pytest.raises(Refused) as found:
        swap(world, begins, ends)
    assert found.value.code == code and not DutyShift.objects.exists()


def test_duty_that_runs_is_given_away_from_now_on(world):
    set_rota(actor=world.actor("holder"), desk_id=world.quarantine.pk, turns=weekly(), now=NOW)
    holder = contact("holder")
    running = DutyShift.objects.create(
        desk=world.quarantine, contact=holder, starts_at=NOW - timedelta(days=1), ends_at=NOW + timedelta(days=1)
    )
    swap(world, running.starts_at, running.ends_at)
    running.refresh_from_db()
    assert running.ends_at == NOW
    assert find_who_is_reachable(world.quarantine, NOW + timedelta(hours=12)).person.name == "Deputy Demo"


def test_times_are_those_of_the_office_whatever_clock_the_reader_has(world):
    set_rota(actor=world.actor("holder"), desk_id=world.quarantine.pk, turns=weekly(), now=NOW)
    browser = world.client("holder")
    browser.cookies["zone"] = "UTC"
    page = browser.get(reverse("desk_duty", args=[world.quarantine.code])).content.decode()
    assert "17:30" in page and "09:30" not in page
    assert "17:30" in browser.get(reverse("desk_page", args=[world.quarantine.code])).content.decode()


def test_nobody_gives_duty_to_somebody_on_leave_or_gives_the_same_hours_twice(world):
    save(world, weekly())
    swap(world, night(1), night(3))
    with pytest.raises(Refused, match="given away already"):
        swap(world, night(2), night(4))
    Leave.objects.create(user=world.people["deputy"], first_day=date(2026, 12, 5), last_day=date(2026, 12, 6))
    with pytest.raises(Refused, match="on leave then"):
        swap(world, night(5), night(6))
    assert DutyShift.objects.count() == 1


def test_what_is_given_in_return_needs_somebody_who_had_it(world):
    with pytest.raises(Refused) as found:
        swap(world, night(1), night(2), in_return=(night(3), night(4)))
    assert found.value.code == "nobody" and not DutyShift.objects.exists()


def form(rows) -> dict:
    typed = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        typed |= {f"form-{number}-{name}": value for name, value in row.items()}
    return typed


def test_the_page_keeps_a_refused_plan_as_it_was_typed(world):
    browser, address = world.client("holder"), reverse("desk_duty", args=[world.quarantine.code])
    row = {
        "contact": contact("holder").pk,
        "first_day": "2031-12-01",
        "begins": "17:30",
        "last_day": "2031-12-02",
        "ends": "08:13",
        "every_weeks": 1,
    }
    page = browser.post(address, form([row]))
    assert page.status_code == 422
    words = page.content.decode()
    assert "Nobody would have duty from" in words and "08:13" in words and "2031-12-01" in words
    whole = [row | {"last_day": "2031-12-08", "ends": "17:30"}]
    assert browser.post(address, form(whole)).status_code == 302
    assert "Holder Demo" in browser.get(address).content.decode()
    missing = browser.post(address, form([row | {"ends": ""}]))
    assert missing.status_code == 422 and "missing in the turn" in missing.content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("deputy", 200), ("head", 200), ("coordinator", 200), ("other_holder", 403), ("stranger", 403)]
)
def test_who_opens_the_duty_of_a_desk(world, who, status):
    assert world.client(who).get(reverse("desk_duty", args=[world.quarantine.code])).status_code == status


def test_a_new_turn_without_a_person_is_asked_about_and_an_old_one_ends(world):
    browser, address = world.client("holder"), reverse("desk_duty", args=[world.quarantine.code])
    row = {"contact": "", "first_day": "2031-12-01", "begins": "17:30", "last_day": "2031-12-02", "ends": "08:13"}
    page = browser.post(address, form([row]))
    assert page.status_code == 422 and "08:13" in page.content.decode()
    save(world, weekly())
    kept = [row | {"contact": ""}, row | {"contact": ""}]
    assert browser.post(address, form(kept) | {"form-INITIAL_FORMS": 2}).status_code == 302
    assert not RotaTurn.objects.exists()
