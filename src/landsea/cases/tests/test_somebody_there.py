"""Filing to a desk with an account, with a confirmed address only, and with nobody; and when that changes later."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.follow_desks import follow_desks
from landsea.cases.actions.name_right_desk import name_right_desk
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import Involvement
from landsea.cases.tests.browsing import send
from landsea.cases.tests.world import end_appointment, with_rail_holder
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.answering import find_answering_at_desk, forget_answering
from landsea.directory.models import Contact
from landsea_core.contacts import Answering

pytestmark = pytest.mark.django_db
RAIL = {"topic": "transport_border", "matter": "rail", "place_code": "", "country": "CN"}
ADDRESS = "freight@demo.example.org"


def give_address(world, *, confirmed: bool = True) -> Contact:
    """Give the rail desk an address and nothing else."""
    added_at = timezone.now() - timedelta(days=2)
    contact = Contact.objects.create(
        desk=world.rail, name="Rail freight", email=ADDRESS, languages=["zh", "en"], added_at=added_at
    )
    if confirmed:
        record_evidence(contact_id=contact.pk, kind="confirmed", at=timezone.now() - timedelta(days=1))
    forget_answering()
    return contact


def test_the_three_kinds_of_desks(world):
    now = timezone.now()
    assert find_answering_at_desk(world.quarantine.pk, now) is Answering.ACCOUNT
    assert find_answering_at_desk(world.rail.pk, now) is Answering.NOBODY
    contact = give_address(world, confirmed=False)
    assert find_answering_at_desk(world.rail.pk, now) is Answering.NOBODY
    record_evidence(contact_id=contact.pk, kind="confirmed", at=now)
    assert find_answering_at_desk(world.rail.pk, now) is Answering.ADDRESS
    assert find_answering_at_desk(world.rail.pk, now + timedelta(days=121)) is Answering.NOBODY
    Contact.objects.update(email_since=now + timedelta(hours=1))
    assert find_answering_at_desk(world.rail.pk, now + timedelta(hours=2)) is Answering.NOBODY


def test_a_desk_with_an_account_gets_its_case_as_before(world):
    case = world.file().case
    assert (case.desk, case.meant_desk) == (world.quarantine, None)


def test_a_head_alone_makes_a_desk_answerable(world):
    for part in ("holder", "deputy"):
        end_appointment(world.people[part])
    assert world.file().case.desk == world.quarantine


def test_a_desk_with_a_confirmed_address_gets_it_and_is_written_to(world):
    give_address(world)
    case = world.file(**RAIL).case
    assert (case.desk, case.meant_desk) == (world.rail, None)
    assert ADDRESS in Delivery.objects.filter(template="case_arrived").values_list("address", flat=True)


def test_where_nobody_is_the_coordinator_is_accountable_and_it_is_said(world):
    case = world.file(**RAIL).case
    assert (case.desk, case.meant_desk) == (world.coordinator, world.rail)
    assert case.routing[-1] == {"code": "nobody_there", "values": {"desk": world.rail.code}}
    told = Delivery.objects.filter(template="case_arrived").values_list("address", flat=True)
    assert list(told) == [world.people["coordinator"].email]


def test_the_coordinator_reads_which_desk_it_is_and_how_to_reach_it(world):
    case = world.file(**RAIL).case
    page = world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()
    assert "The desk that answers for it: <strong>Rail freight, Chongqing" in page
    assert reverse("desk_page", args=[world.rail.code]) in page
    assert reverse("appoint", args=[world.rail.code]) in page


def test_a_case_at_its_own_desk_names_no_other(world):
    case = world.file().case
    page = world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
    assert "The desk that answers for it" not in page


def test_the_filer_reads_it_before_sending_after_sending_and_in_the_mailbox(world, client, typed):
    words = {"matter": "rail", "place_text": "Chongqing", "goods": "", "text": "Our wagon stands in Chongqing."}
    before = client.post(reverse("filing_review"), typed | words).content.decode()
    sentence = "This desk has nobody here yet. The coordinator in Chongqing will write to them."
    assert sentence in before and "Rail freight, Chongqing" in before
    assert "the head of its office" not in before and "diplomats" in before
    send(client, typed | words)
    after = client.get(reverse("case_sent"))
    assert sentence in after.content.decode()
    assert sentence in client.get(after.context["open_url"], follow=True).content.decode()


def test_who_reads_and_what_follows_is_computed_from_who_is_there(world, client, typed):
    everybody = client.post(reverse("filing_review"), typed).content.decode()
    assert "the head of its office" in everybody and "diplomats of Vietnam" in everybody
    assert "to the deputy, then to the head of the office, then to the coordinator" in everybody
    for part in ("deputy", "head", "coordinator", "observer"):
        end_appointment(world.people[part])
    holder_only = client.post(reverse("filing_review"), typed).content.decode()
    for absent in (
        "the head of its office",
        "diplomats",
        "the coordinator of the corridor",
        "to the deputy",
        "secretariat",
    ):
        assert absent not in holder_only
    assert "moves by itself: onto the agenda of the next dialogue of the parties" in holder_only


def test_cases_follow_a_desk_that_somebody_comes_to(world):
    case = world.file(**RAIL).case
    assert follow_desks(timezone.now()) == 0
    with_rail_holder(world)
    now = timezone.now()
    assert follow_desks(now) == 1 and follow_desks(now) == 0
    case.refresh_from_db()
    assert (case.desk, case.meant_desk) == (world.rail, None)
    assert [entry.act for entry in list_entries(name_stream(case))] == ["file", "desk_gained"]
    assert Involvement.objects.get(case=case, until=None).desk == world.rail
    told = {one.template: one.address for one in Delivery.objects.filter(created_at=now)}
    assert told == {
        "case_arrived": world.people["rail_holder"].email,
        "case_moved_desk": "filer@demo.example.org",
        "desk_gained": world.people["coordinator"].email,
    }
    assert all(render_words(one) for one in Delivery.objects.all())


def test_cases_leave_a_desk_that_nobody_is_left_at_and_the_coordinator_is_told(world):
    case = world.file().case
    for part in ("holder", "deputy", "head"):
        end_appointment(world.people[part])
    assert follow_desks(timezone.now()) == 1
    case.refresh_from_db()
    assert (case.desk, case.meant_desk) == (world.coordinator, world.quarantine)
    assert "1 open case came to you" in render_words(Delivery.objects.get(template="desk_lost"))[1]


def test_what_the_coordinator_answered_stays_with_the_coordinator(world):
    from landsea.cases.actions.answer import answer_case

    case = world.file(**RAIL).case
    answer_case(world.actor("coordinator"), case.ref, "The wagon leaves on Monday.", now=timezone.now())
    with_rail_holder(world)
    assert follow_desks(timezone.now()) == 0


def test_handing_to_a_desk_with_nobody_makes_the_coordinator_accountable(world):
    first, second, third = (world.file(f"Durian {n}").case for n in range(3))
    now = timezone.now()
    name_right_desk(world.actor("holder"), first.ref, world.rail.code, "Railway.", now=now)
    reassign_case(world.actor("coordinator"), second.ref, world.rail.code, "Railway.", now=now)
    reassign_case(world.actor("coordinator"), third.ref, world.coordinator.code, "Mine.", now=now)
    reassign_case(world.actor("coordinator"), third.ref, world.rail.code, "Railway.", now=now)
    for case in (first, second, third):
        case.refresh_from_db()
        assert (case.desk, case.meant_desk) == (world.coordinator, world.rail)
    accept_case(world.actor("coordinator"), third.ref, now=now)


def test_knowing_who_is_there_costs_a_filing_one_statement_a_minute(world, django_assert_num_queries):
    from landsea.directory.answering import find_known_answering

    with django_assert_num_queries(1):
        find_known_answering()
    with django_assert_num_queries(0):
        find_known_answering()
