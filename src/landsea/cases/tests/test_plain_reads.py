"""Statements that are written out bring what query sets bring: the same rows, to the same people."""

import pytest
from django.core.exceptions import EmptyResultSet, PermissionDenied
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.http import Http404
from django.utils import timezone

from landsea.base.actors import ANONYMOUS, SYSTEM, make_filer
from landsea.base.audit.access import list_entries, read_chain
from landsea.base.plain_reads import read_rows, read_rows_of, write_condition
from landsea.cases import access
from landsea.cases.access.rights import list_visible_cases
from landsea.cases.actions.consult import consult_desk
from landsea.cases.actions.message import write_message
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import Case, FilerIdentity, Involvement, Message, StepRecord
from landsea.cases.recipients import find_filers
from landsea.cases.tests.world import CAST
from landsea.directory import access as directory_access
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Desk, Office, Place
from landsea_core.caseflow import MessageKind


def columns(row) -> dict:
    """Return every column of a row with its value."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture
def case(world) -> Case:
    """A case with a message of each side and a desk consulted on it."""
    case = world.file("Durian waits.", goods="durian", email="filer@demo.example.org").case
    holder, now = world.actor("holder"), timezone.now()
    consult_desk(holder, case.ref, world.border.code, "What do you know?", now=now)
    write_message(holder, case.ref, MessageKind.ALL, "We look into it.", now=now, language="en")
    Message.objects.create(case=case, kind="offices", side="office", body="By nobody in particular.", created_at=now)
    write_message(holder, case.ref, MessageKind.INTERNAL, "For ourselves.", now=now)
    return Case.objects.select_related("desk__office__place", "place").get(pk=case.pk)


@pytest.mark.parametrize("model", [Case, StepRecord, Involvement, Message, FilerIdentity, Desk])
def test_each_column_is_what_a_query_set_reads(case, model):
    read = read_rows_of(model, "true ORDER BY id", [])
    assert [columns(one) for one in read] == [columns(one) for one in model.objects.order_by("id")] != []
    assert all(not one._state.adding and one._state.db == "default" for one in read)


def test_a_case_comes_with_its_desk_office_and_places(world, case, django_assert_num_queries):
    with django_assert_num_queries(1):
        read = access.find_case(SYSTEM, case.ref)
        assert columns(read) == columns(case)
        assert columns(read.desk) == columns(case.desk) and columns(read.desk.office) == columns(case.desk.office)
        assert read.place == case.place and read.desk.office.place == case.desk.office.place
    Case.objects.filter(pk=case.pk).update(place=None)
    assert access.find_case(SYSTEM, case.ref).place is None


def test_a_desk_or_place_that_changed_is_shown_at_once(world, case, django_assert_num_queries):
    """Desks, offices and places are kept while the directory's revision is the same, and no longer."""
    actor = world.actor("holder")
    access.find_case(actor, case.ref)
    with django_assert_num_queries(1):
        read = access.find_case(actor, case.ref)
    assert read.desk.office.names != {"en": "Renamed"} != read.place.names
    with transaction.atomic():
        revision = lock_revision()
        Office.objects.filter(pk=case.desk.office_id).update(names={"en": "Renamed"})
        Place.objects.filter(pk=case.place_id).update(names={"en": "Renamed"})
        raise_revision(revision)
    read = access.find_case(actor, case.ref)
    assert read.desk.office.names == read.place.names == {"en": "Renamed"}
    assert {one.desk.office.names["en"] for one in access.list_steps_with_desks(actor, read)} == {"Renamed"}


@pytest.mark.parametrize("part", CAST)
def test_whoever_sees_a_case_by_the_rule_reads_it_and_nobody_else(world, case, part):
    actor = world.actor(part)
    if list_visible_cases(actor).filter(pk=case.pk).exists():
        assert access.find_case(actor, case.ref.lower()).pk == case.pk
        thread = access.read_thread(actor, case)
        assert [columns(one) for one in thread] == [columns(one) for one in access.list_messages(actor, case)]
        assert [one.author for one in thread] == [one.author for one in access.list_messages(actor, case)]
    else:
        with pytest.raises(Http404):
            access.find_case(actor, case.ref)


def test_a_consulted_desk_and_the_filer_read_their_case_and_no_other(world, case):
    other = world.file("Another case.").case
    assert access.find_case(world.actor("other_holder"), case.ref).pk == case.pk, "its desk is consulted"
    filer = make_filer(case.pk)
    assert access.find_case(filer, case.ref).pk == case.pk
    for actor, ref in ((filer, other.ref), (ANONYMOUS, case.ref), (world.actor("holder"), "LS-2026-0")):
        with pytest.raises(Http404):
            access.find_case(actor, ref)
    with pytest.raises(PermissionDenied):
        access.find_case(world.actor("holder"), case.ref, need=access.Need.COORDINATE)


def test_a_case_is_locked_in_a_transaction_only(world, case):
    with transaction.atomic(), connection.execute_wrapper(must_lock):
        access.find_case(world.actor("holder"), case.ref, lock=True)


def must_lock(execute, sql, params, many, context):
    assert "cases_case" not in sql or sql.strip().endswith("FOR UPDATE") or "involvement" in sql
    return execute(sql, params, many, context)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_no_case_is_locked():
    with pytest.raises(TransactionManagementError):
        access.find_case(SYSTEM, "LS-2026-1", lock=True)


def test_a_condition_that_nothing_fits_is_said():
    with pytest.raises(EmptyResultSet):
        write_condition(Case.objects.none())


def test_what_an_outer_join_leaves_empty_is_none(case):
    source = "FROM cases_message m LEFT JOIN cases_case c ON c.id = m.case_id AND false WHERE m.case_id = %s"
    assert {other for _message, other in read_rows(source, [case.pk], m=Message, c=Case)} == {None}


def test_steps_desks_team_and_chain_are_those_of_query_sets(world, case):
    actor, now = world.actor("holder"), timezone.now()
    assert access.list_steps_with_desks(actor, case) == list(access.list_steps(actor, case))
    consulted = [one.desk for one in access.list_involvements(actor, case)]
    assert consulted == [one.desk for one in Involvement.objects.filter(case=case).order_by("since", "id")]
    team = directory_access.read_team_of_desk(case.desk_id, now)
    assert team == list(directory_access.list_people_of_desk(case.desk_id, now)) and len(team) > 1
    assert [one.user.email for one in team] == [world.people[part].email for part in ("holder", "deputy")]
    chain = read_chain(name_stream(case))
    assert [columns(one) for one in chain] == [columns(one) for one in list_entries(name_stream(case))] and len(
        chain
    ) > 3


def test_the_newest_live_link_of_a_filer_is_told(case):
    first = case.links.get()
    assert find_filers([case.pk]) == {case.pk: ("filer@demo.example.org", first.nonce)}
    first.revoked_at = timezone.now()
    first.save()
    assert find_filers([case.pk]) == {case.pk: ("filer@demo.example.org", None)}
