"""A desk's record: what the one SQL statement counts is what the core's own arithmetic says, for any set of cases."""

import random
from collections import defaultdict
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.cases.models import Case, Involvement, StepRecord
from landsea.cases.record_counting import count_records
from landsea.cases.tests.world import make_world
from landsea.directory.actions.keep_records import keep_records
from landsea.directory.models import Desk
from landsea.directory.record_presenters import find_last_resort, rank_offices, record_sentences
from landsea_core.contacts import HandledCase, compute_record

pytestmark = pytest.mark.django_db
NOW = timezone.now()
OUTCOMES = ("fixed", "workaround", "explained_no_change", "withdrawn")


@pytest.fixture
def world():
    return make_world()


def write(
    desk, number: int, *, lane="normal", arrived=10.0, answered=None, closed=None, outcome="", late=False, then=None
) -> HandledCase:
    """Write the rows of one case that came to `desk` `arrived` days ago and was answered and closed so many days later;
    `then` is the desk it went to afterwards. Returns what the core should see of it.
    """
    came = NOW - timedelta(days=arrived)
    instants = [None if days is None else came + timedelta(days=days) for days in (answered, closed)]
    case = Case.objects.create(
        ref=f"LS-2026-8{number:05d}",
        filed_at=came,
        visibility="named",
        language="en",
        title="t",
        text="t",
        lane=lane,
        state="closed" if closed is not None else "answered" if answered is not None else "accepted",
        step="" if closed is not None else "solve",
        desk=then or desk,
        desk_since=came,
        closed_at=instants[1],
        outcome=outcome if closed is not None else "",
        touched_at=came,
        handed_on_to="elsewhere" if outcome == "handed_on" else "",
    )
    Involvement.objects.create(
        case=case, desk=desk, kind="accountable", since=came, act="file", until=NOW if then else None
    )
    if then:
        Involvement.objects.create(case=case, desk=then, kind="accountable", since=NOW, act="reassign")
    StepRecord.objects.create(
        case=case,
        step="answer",
        desk=desk,
        began_at=came,
        due_at=came + timedelta(days=2),
        calendar="CN",
        expired_at=came + timedelta(days=2) if late else None,
        ended_at=instants[0] or (NOW if then else None),
        ended_by="answer" if answered is not None else "reassign" if then else "",
    )
    here = then is None
    return HandledCase(
        lane, outcome if here and closed is not None else "", came, instants[0], instants[1] if here else None, late
    )


def by_core(handled: dict) -> dict:
    found = {}
    for desk_id, cases in handled.items():
        for (lane, outcome), figures in compute_record(cases).items():
            if figures.n:
                found[desk_id, lane, outcome] = figures
    return found


@pytest.mark.parametrize("seed", range(6))
def test_the_statement_and_the_core_agree(world, seed):
    chance = random.Random(seed)
    handled = defaultdict(list)
    for number in range(120):
        desk = chance.choice([world.quarantine, world.border, world.rail])
        answered = chance.choice([None, chance.uniform(0, 9)])
        closed = None if answered is None or chance.random() < 0.4 else answered + chance.uniform(0, 30)
        then = world.coordinator if closed is None and chance.random() < 0.2 else None
        spec = {
            "lane": chance.choice(["normal", "urgent"]),
            "arrived": chance.uniform(40, 300),
            "answered": answered,
            "closed": closed,
            "outcome": chance.choice(OUTCOMES) if closed is not None else "",
            "late": chance.random() < 0.3,
            "then": then,
        }
        handled[desk.pk].append(write(desk, number, **spec))
    core, counted = by_core(handled), {(row["desk_id"], row["lane"], row["outcome"]): row for row in count_records(NOW)}
    assert counted.keys() == core.keys()
    for key, figures in core.items():
        row = counted[key]
        assert [row[name] for name in ("n", "in_time", "answered", "closed")] == [
            figures.n,
            figures.in_time,
            figures.answered,
            figures.closed,
        ], key
        for name in ("to_first_answer", "to_outcome"):
            ours, theirs = getattr(figures, name), row[name]
            assert (ours is None) == (theirs is None)
            assert ours is None or abs(ours - theirs) < timedelta(milliseconds=1)


def test_merged_cases_old_ones_and_those_still_in_time_do_not_count(world):
    write(world.quarantine, 1, arrived=400, answered=1)
    write(world.quarantine, 2)
    merged = write(world.quarantine, 3, answered=1)
    assert merged.answered
    first, last = Case.objects.get(ref="LS-2026-800001"), Case.objects.get(ref="LS-2026-800003")
    Case.objects.filter(pk=last.pk).update(merged_into=first, closed_at=NOW)
    assert count_records(NOW) == []


def test_under_ten_cases_nobody_sees_a_figure(world):
    for number in range(9):
        write(world.quarantine, number, answered=1)
    keep_records(count_records(NOW), NOW)
    assert record_sentences([world.quarantine.pk], "en") == {}
    browser = world.client()
    assert "under 10" in browser.get(reverse("league")).content.decode()
    assert "100 %" not in browser.get(reverse("league")).content.decode()
    write(world.quarantine, 9, answered=1)
    keep_records(count_records(NOW), NOW)
    words = record_sentences([world.quarantine.pk], "en")[world.quarantine.pk]
    assert "100 %" in words and "n = 10" in words and "24 hr" in words
    assert "100 %" in browser.get(reverse("desk_page", args=[world.quarantine.code])).content.decode()


def test_three_colours_best_first_with_the_rule_beside(world):
    number = iter(range(1000))
    for desk, late in ((world.quarantine, 0), (world.border, 2), (world.rail, 5)):
        for at in range(10):
            write(desk, next(number), answered=1, late=at < late)
    chamber = Desk.objects.create(
        code="vn-chamber.members",
        office=world.chamber,
        names={"en": "Members' desk"},
        source="made up",
        grade="assumed",
    )
    write(chamber, next(number), answered=1)
    keep_records(count_records(NOW), NOW)
    places = rank_offices("en")
    assert [(one.colour, one.per_cent, one.n) for one in places] == [
        ("green", "100 %", 10),
        ("ochre", "80 %", 10),
        ("red", "50 %", 10),
        ("too few cases", "", 0),
    ]
    page = world.client().get(reverse("league")).content.decode()
    assert "green from 90 % in time, ochre from 70 %, red below" in page


def test_a_real_answer_is_counted(world):
    from landsea.cases.actions.answer import answer_case

    case = world.file(now=NOW - timedelta(days=1)).case
    answer_case(world.actor("holder"), case.ref, "The list is out.", now=NOW)
    row = next(row for row in count_records(NOW) if not row["lane"] and not row["outcome"])
    assert (row["desk_id"], row["n"], row["in_time"], row["to_first_answer"]) == (
        world.quarantine.pk,
        1,
        1,
        timedelta(days=1),
    )


def test_who_takes_what_others_left_is_not_ranked_among_them(world):
    number = iter(range(1000))
    for _ in range(10):
        write(world.quarantine, next(number), answered=1, late=True)
        write(world.coordinator, next(number), late=True)
    keep_records(count_records(NOW), NOW)
    assert [one.code for one in rank_offices("en")] == [world.quarantine.office.code]
    assert find_last_resort("en").code == world.coordinator.office.code
    page = world.client().get(reverse("league")).content.decode()
    table, beneath = page.split("</table>")
    assert world.coordinator.office.code not in table
    assert "Answered 0 % in time of 10 within the last 12 months." in beneath


def test_the_last_resort_with_few_cases_shows_no_figure(world):
    write(world.coordinator, 1, answered=1)
    keep_records(count_records(NOW), NOW)
    page = world.client().get(reverse("league")).content.decode()
    assert "Under 10 cases within the last 12 months." in page and "100 %" not in page
