"""What lies beside a case is read by one statement: each thing in it is changed, and is read as it is then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from landsea.base.audit.access import read_chain
from landsea.base.audit.verify import find_broken_entries
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.consult import consult_desk, end_consultation
from landsea.cases.actions.message import write_message
from landsea.cases.actions.new_link import replace_link
from landsea.cases.audit_stream import name_stream
from landsea.cases.beside_case import read_beside
from landsea.cases.models import AnswerLink, Case, FilerIdentity
from landsea.cases.recipients import find_filers
from landsea.cases.tests.test_somebody_there import ADDRESS, RAIL, give_address
from landsea_core.caseflow import MessageKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(world):
    return world.file("Durian waits.", goods="durian", email="filer@demo.example.org")


def test_the_filers_address_and_newest_link(world, filed):
    case = filed.case
    first = read_beside(case.pk)
    assert (first.email, first.nonce) == find_filers([case.pk])[case.pk] == ("filer@demo.example.org", first.nonce)
    replace_link(world.filer(filed), case.ref, now=timezone.now())
    FilerIdentity.objects.filter(case=case).update(email="moved@demo.example.org")
    second = read_beside(case.pk)
    assert (second.email, second.nonce) == find_filers([case.pk])[case.pk]
    assert second.nonce not in (None, first.nonce)
    case.links.update(revoked_at=timezone.now())
    FilerIdentity.objects.filter(case=case).delete()
    assert (read_beside(case.pk).email, read_beside(case.pk).nonce) == ("", None)


def test_the_desks_that_are_consulted_now(world, filed):
    case, holder = filed.case, world.actor("holder")
    assert read_beside(case.pk).consulted == frozenset()
    consult_desk(holder, case.ref, world.border.code, "What do you know?", now=timezone.now())
    assert read_beside(case.pk).consulted == {world.border.pk}
    end_consultation(holder, case.ref, world.border.code, now=timezone.now())
    assert read_beside(case.pk).consulted == frozenset()


def test_where_the_chain_ends(world, filed):
    case, holder = filed.case, world.actor("holder")
    for number in range(3):
        last = read_chain(name_stream(case))[-1]
        assert read_beside(case.pk).chain_end == (last.position, last.digest)
        write_message(holder, case.ref, MessageKind.INTERNAL, f"Note {number}.", now=timezone.now())
    assert [one.act for one in read_chain(name_stream(case))][-3:] == ["message"] * 3
    assert not list(find_broken_entries())
    assert read_beside(case.pk + 1).chain_end is None


def test_a_link_answers_while_it_is_live_of_that_address_and_not_from_before(world):
    contact = give_address(world)
    case = world.file(**RAIL).case
    row = AnswerLink.objects.get(case=case)

    def known(address: str = ADDRESS, since=case.desk_since):
        return read_beside(case.pk).link_for(contact.pk, address, since)

    assert known() == row.nonce
    assert known(since=row.created_at) == row.nonce
    assert known(since=row.created_at + timedelta(seconds=1)) is None, "the case came to the desk after it"
    assert known(address="other@demo.example.org") is None
    AnswerLink.objects.filter(pk=row.pk).update(revoked_at=timezone.now())
    assert known() is None


def test_a_second_notice_carries_the_link_of_the_first(world):
    give_address(world)
    case = world.file(**RAIL).case
    for number in range(2):
        write_message(world.actor("coordinator"), case.ref, "offices", f"Look at it, {number}.", now=timezone.now())
    told = Delivery.objects.filter(template="case_message_office", address=ADDRESS)
    assert {one.facts["answer_link"] for one in told} == {str(AnswerLink.objects.get(case=case).nonce)}
    assert len(told) == 2
    Case.objects.filter(pk=case.pk).update(desk_since=timezone.now() + timedelta(days=1))
    write_message(world.actor("coordinator"), case.ref, "offices", "Once more.", now=timezone.now())
    assert AnswerLink.objects.filter(case=case).count() == 2


def test_a_reply_asks_four_times(world, filed, django_assert_num_queries):
    """The case, what lies beside it, whom its desk's notice goes to, and what is written with its notices."""
    case, coordinator = filed.case, world.actor("coordinator")
    write_message(coordinator, case.ref, "all", "The list is on its way.", now=timezone.now())
    with django_assert_num_queries(6):  # with BEGIN and the end of the block, which are savepoints in a test
        write_message(coordinator, case.ref, "all", "It has arrived.", now=timezone.now())
    assert Delivery.objects.filter(template="case_message", address="filer@demo.example.org").count() == 2
    assert Delivery.objects.filter(template="case_message_office", user=world.people["holder"]).count() == 2
