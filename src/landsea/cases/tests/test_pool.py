"""Acts in a pool: the same rights, refusals and rows as acts alone."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.extend import extend_step
from landsea.cases.actions.file_many import file_many
from landsea.cases.actions.name_right_desk import name_right_desk
from landsea.cases.actions.pool import open_pool
from landsea.cases.filing_plan import Filing
from landsea.cases.models import Case, FilerLink, Involvement, Message, StepRecord
from landsea.directory.access import find_desk, find_place, keep_desks_and_places
from landsea.directory.acting_people import find_people_to_tell, find_people_to_tell_of_desks
from landsea.directory.actors import make_actor, make_actors
from landsea.directory.models import Appointment, Leave, Role
from landsea.directory.reference_cache import forget_rows
from landsea_core.caseflow import Lane, Visibility

NOW = timezone.now()


def locked(*cases: Case) -> list[Case]:
    return list(Case.objects.select_for_update().select_related("desk__office").filter(pk__in=[c.pk for c in cases]))


def rows_of(case: Case) -> dict:
    """What an act leaves behind, without keys and numbers."""
    case.refresh_from_db()
    return {
        "case": (case.state, case.step, case.desk_id, case.due_at, case.wakes_at, case.version, case.hand_offs),
        "steps": list(
            StepRecord.objects.filter(case=case)
            .order_by("began_at", "id")
            .values_list("step", "due_at", "ended_at", "ended_by", "counted", "reminders", "predicted")
        ),
        "desks": list(Involvement.objects.filter(case=case).order_by("since").values_list("desk", "until", "act")),
        "messages": list(
            Message.objects.filter(case=case).values_list("kind", "side", "author", "desk", "body", "act")
        ),
        "audit": [(entry.act, entry.actor, entry.facts) for entry in list_entries(f"case:{case.pk}")],
        "mails": sorted(
            Delivery.objects.filter(stream=f"case:{case.pk}").values_list("template", "address", "not_before")
        ),
    }


@pytest.mark.parametrize(
    "act",
    [
        lambda actor, ref, now: accept_case(actor, ref, now=now),
        lambda actor, ref, now: answer_case(actor, ref, "So it is.", now=now),
        lambda actor, ref, now: name_right_desk(actor, ref, "vn-huunghi.customs", "They do.", now=now),
    ],
)
def test_an_act_in_a_pool_leaves_what_the_same_act_leaves_alone(world, act):
    alone, together, other = (world.file(now=NOW).case for _ in range(3))
    holder, later = world.actor("holder", NOW), NOW + timedelta(hours=2)
    act(holder, alone.ref, later)
    with transaction.atomic(), open_pool(locked(together, other), later):
        act(holder, together.ref, later)
        act(holder, other.ref, later)
    assert rows_of(alone) == rows_of(together) == rows_of(other)
    assert list(find_broken_entries()) == []


def test_who_may_not_act_alone_may_not_act_in_a_pool(world):
    case = world.file(now=NOW).case
    with transaction.atomic(), open_pool(locked(case), NOW):
        for part in ("stranger", "other_holder", "observer", "clerk"):
            with pytest.raises(Exception) as refused:
                accept_case(world.actor(part, NOW), case.ref, now=NOW)
            assert type(refused.value).__name__ in ("Http404", "PermissionDenied")
        with pytest.raises(Http404):
            accept_case(world.actor("anonymous"), case.ref, now=NOW)
        with pytest.raises(Refused):
            accept_case(world.actor("deputy", NOW), case.ref, now=NOW)
    assert rows_of(case)["audit"][-1][0] == "file"


def test_a_refused_act_leaves_the_others_whole(world):
    one, other = world.file(now=NOW).case, world.file(now=NOW).case
    holder = world.actor("holder", NOW)
    with transaction.atomic(), open_pool(locked(one, other), NOW):
        with pytest.raises(Refused):
            extend_step(holder, one.ref, "More time.", now=NOW)
        accept_case(holder, other.ref, now=NOW)
        with pytest.raises(RuntimeError, match="had its act in this pool already"):
            answer_case(holder, other.ref, "So it is.", now=NOW)
    assert (rows_of(one)["case"][:2], rows_of(other)["case"][:2]) == (("filed", "admit"), ("accepted", "answer"))


def test_filing_many_leaves_what_filing_one_leaves(world):
    about = {
        "visibility": Visibility.NAMED,
        "topic": "sps_tbt",
        "matter": "plant_health",
        "place_code": "CNMHN",
        "country": "CN",
        "filer_country": "VN",
        "email": "filer@demo.example.org",
        "lane": Lane.NORMAL,
    }
    alone = world.file("Our lorry waits.", now=NOW, name="", party="", goods="", hs="", **about).case
    one, other = file_many([Filing("Our lorry waits.", **about)] * 2, actor=world.actor("anonymous"), now=NOW)
    assert rows_of(alone) == rows_of(one) == rows_of(other)
    assert one.ref != other.ref and FilerLink.objects.filter(case__in=[one, other]).count() == 2
    with pytest.raises(ValueError, match="filed by itself"):
        file_many([Filing("x", **about, form_key="k")], actor=world.actor("anonymous"), now=NOW)


def test_people_of_many_desks_are_those_of_each(world):
    desks = [world.quarantine, world.border, world.rail, world.coordinator]

    def same(at=NOW) -> bool:
        one_by_one = {desk.pk: [one.user_id for one in find_people_to_tell(desk, at)] for desk in reversed(desks)}
        return one_by_one == {
            pk: [one.user_id for one in found] for pk, found in find_people_to_tell_of_desks(desks, at).items()
        }

    assert same()
    today = NOW.date()
    for part in ("holder", "deputy", "other_holder"):
        Leave.objects.create(
            user=world.people[part], first_day=today - timedelta(days=1), last_day=today + timedelta(days=1)
        )
        assert same()
    Appointment.objects.filter(role=Role.HEAD).update(ends_at=NOW)
    assert same() and find_people_to_tell(world.rail, NOW)[0].user_id == world.people["coordinator"].pk


def test_a_leave_counts_by_the_day_of_the_desk_not_of_the_database(world):
    night = NOW.replace(hour=17)  # the next day has begun in China
    Leave.objects.create(user=world.people["holder"], first_day=night.date(), last_day=night.date())
    roles = {
        at: find_people_to_tell_of_desks([world.quarantine], at)[world.quarantine.pk][0].role
        for at in (night, night - timedelta(hours=12))
    }
    assert roles == {night: Role.HOLDER, night - timedelta(hours=12): Role.DEPUTY}


@pytest.mark.usefixtures("marks_are_believed")
def test_what_many_people_may_be_is_what_each_may_be(world):
    people = list(world.people.values())
    gone = people[0]
    gone.is_active = False
    with CaptureQueriesContext(connection) as queries:
        found = make_actors(people, NOW)
    assert len(queries) == 2
    assert found == {one.pk: make_actor(one, NOW) for one in people if one is not gone}
    assert any(one.heads for one in found.values()) and any(one.is_coordinator for one in found.values())


@pytest.mark.usefixtures("marks_are_believed")
def test_desks_that_were_kept_together_are_not_asked_for_again(world):
    forget_rows()
    keep_desks_and_places()
    with CaptureQueriesContext(connection) as queries:
        desk, place = find_desk(world.rail.code), find_place(world.quarantine.office.place.code)
    assert desk == world.rail and desk.office.place is not None
    assert place.within is None or place.within.code
    assert not [query for query in queries if "directory_revision" not in query["sql"]]
