"""Routing from the tables: the index follows the directory, unreachable desks are passed over, reasons are words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import F

from landsea.directory import reference_cache, routing
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.actions.load_reference import load_reference
from landsea.directory.answering import read_all_answering
from landsea.directory.labels import say_reasons
from landsea.directory.models import Contact, Desk, Revision
from landsea.directory.tests.reference_files import reference_rows, write_reference
from landsea_core.routing import RoutingQuestion, RoutingReason

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
DURIAN = RoutingQuestion("sps_tbt", "plant_health", "CN", ("CNMOH",), "081060")
BOTEN = RoutingQuestion("customs_clearance", "declaration", "LA", ("LABOT",))


@pytest.fixture
def directory(db, tmp_path):
    """The small directory, loaded; its folder."""
    load_reference(write_reference(tmp_path), NOW)
    return tmp_path


def test_the_desk_that_answers_is_found_with_its_reasons(directory):
    desk, found = routing.route_question(DURIAN)
    assert desk.code == found.desk == "cn-mohan.quarantine"
    assert [reason.code for reason in found.reasons] == ["matter_matches", "place_matches", "goods_match"]


def test_nobody_else_means_the_coordinator(directory):
    desk, found = routing.route_question(RoutingQuestion("visas", "entry", "TH"))
    assert desk.code == Desk.COORDINATOR and found.reasons[-1].code == "nobody_else"


def test_a_change_of_the_directory_is_followed_at_once(directory):
    assert routing.route_question(BOTEN)[0].code == "la-boten.clearance"
    rows = reference_rows()
    rows["desks"] = [row for row in rows["desks"] if row["code"] != "la-boten.clearance"]
    load_reference(write_reference(directory, rows), NOW)
    assert routing.route_question(BOTEN)[0].code == Desk.COORDINATOR


def test_an_unchanged_directory_is_read_once(directory, django_assert_num_queries):
    routing.route_question(DURIAN)
    with django_assert_num_queries(1):  # the desk, which nobody asked for before
        routing.route_question(BOTEN)
    with django_assert_num_queries(0):
        routing.route_question(BOTEN)


def test_another_process_follows_a_change_within_half_a_second(directory, monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr("landsea.base.kept.time.monotonic", lambda: clock[0])
    reference_cache.forget_rows()
    assert routing.route_question(BOTEN)[0].code == "la-boten.clearance"
    Desk.objects.filter(code="la-boten.clearance").update(retired_at=NOW)
    Revision.objects.update(number=F("number") + 1)  # as another process leaves it: nothing here was told
    clock[0] += reference_cache.ASKED_EVERY_SECONDS - 0.01
    assert routing.route_question(BOTEN)[0].code == "la-boten.clearance"
    clock[0] += 0.02
    assert routing.route_question(BOTEN)[0].code == Desk.COORDINATOR


def _contact(code: str, *kinds: str) -> Contact:
    contact = Contact.objects.create(desk=Desk.objects.get(code=code), name="Demo Person")
    for day, kind in enumerate(kinds):
        record_evidence(contact_id=contact.pk, kind=kind, at=NOW + timedelta(days=day))
    return contact


def unreachable_desk_codes() -> frozenset[str]:
    return read_all_answering(NOW + timedelta(days=9)).unreachable


def test_a_desk_whose_every_contact_bounced_last_is_passed_over_and_it_is_said(directory):
    _contact("cn-mohan.quarantine", "confirmed", "bounced")
    routing.forget_unreachable()
    desk, found = routing.route_question(DURIAN)
    assert desk.code == Desk.COORDINATOR
    assert found.reasons[0] == RoutingReason("skipped_unreachable", {"desk": "cn-mohan.quarantine"})


@pytest.mark.parametrize(
    "others",
    [
        [("bounced", "confirmed")],  # answered again after it bounced
        [("bounced",), ()],  # a second person, never heard of, never bounced
        [("bounced", "confirmed", "missed")],  # late is not unreachable
        [],  # nobody there yet
    ],
)
def test_a_desk_with_somebody_who_may_be_reached_is_reachable(directory, others):
    for kinds in others:
        _contact("cn-mohan.quarantine", *kinds)
    assert unreachable_desk_codes() == frozenset()


def test_a_suggestion_after_a_bounce_does_not_make_a_desk_reachable(directory):
    _contact("cn-mohan.quarantine", "bounced", "suggested")
    assert unreachable_desk_codes() == {"cn-mohan.quarantine"}


def test_a_contact_that_ended_counts_no_more(directory):
    contact = _contact("cn-mohan.quarantine", "bounced")
    Contact.objects.filter(pk=contact.pk).update(ended_at=NOW)
    assert unreachable_desk_codes() == frozenset()


def test_unreachable_desks_are_asked_for_once_a_minute(directory, monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr("landsea.base.kept.time.monotonic", lambda: clock[0])
    routing.forget_unreachable()
    assert routing.route_question(DURIAN)[0].code == "cn-mohan.quarantine"
    _contact("cn-mohan.quarantine", "bounced")
    clock[0] += 59
    assert routing.route_question(DURIAN)[0].code == "cn-mohan.quarantine"
    clock[0] += 2
    assert routing.route_question(DURIAN)[0].code == Desk.COORDINATOR


def test_reasons_name_things_in_the_readers_language(directory):
    _desk, found = routing.route_question(DURIAN)
    kept = [{"code": reason.code, "values": dict(reason.values)} for reason in found.reasons]
    assert say_reasons(found.reasons, "en") == say_reasons(kept, "en")
    assert say_reasons(found.reasons, "en")[:2] == [
        "It answers for this matter: Plant health.",
        "It answers for this very place: Mohan.",
    ]
    assert "植物检疫" in say_reasons(found.reasons, "zh-hans")[0]
