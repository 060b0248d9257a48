"""A proposal becomes a barrier by presses: its form holds cases to tick, the desk that has them, a line in each language."""

import pytest
from django.urls import reverse
from lxml import html

from landsea.barriers import access
from landsea.barriers.models import Barrier, RefusedProposal
from landsea.directory.access import find_coordinator_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(world, cases, now):
    """Where the proposal of the six cases is opened."""
    [found] = access.list_proposals(world.actor("coordinator"), now)
    return f"{reverse('barrier_new')}?signature={found.signature.replace(';', '%3B').replace('=', '%3D')}"


def _sent_as_it_stands(page: str) -> dict[str, list[str]]:
    [form] = html.fromstring(page).xpath("//main//form")
    typed: dict[str, list[str]] = {}
    for name, value in form.form_values():
        typed.setdefault(name, []).append(value)
    return typed


def test_the_form_is_sent_as_it_stands(world, cases, address):
    coordinator = world.client("coordinator")
    typed = _sent_as_it_stands(coordinator.get(address).content.decode())
    assert sorted(typed["cases"]) == sorted(case.ref for case in cases)
    assert typed["desk"] == [world.quarantine.code] and typed["title_en"][0].endswith("Mohan")
    answer = coordinator.post(address, typed)
    barrier = Barrier.objects.get()
    assert answer.url == reverse("barrier", args=[barrier.pk])
    assert (
        barrier.members.count() == 6
        and barrier.desk == world.quarantine
        and barrier.titles["en"] == typed["title_en"][0]
    )


def test_pressed_twice_it_is_one_barrier_and_leads_to_it(world, cases, address):
    coordinator = world.client("coordinator")
    typed = _sent_as_it_stands(coordinator.get(address).content.decode())
    answers = [coordinator.post(address, typed) for _time in range(2)]
    barrier = Barrier.objects.get()
    assert [one.url for one in answers] == [reverse("barrier", args=[barrier.pk])] * 2
    again = coordinator.post(address, typed | {"cases": typed["cases"][1:]})
    assert again.status_code == 422 and Barrier.objects.count() == 1


def test_a_case_that_is_not_ticked_stays_outside(world, cases, address):
    coordinator = world.client("coordinator")
    typed = _sent_as_it_stands(coordinator.get(address).content.decode())
    coordinator.post(address, typed | {"cases": typed["cases"][1:]})
    assert Barrier.objects.get().members.count() == 5


def test_a_proposal_that_is_gone_meanwhile_loses_no_case(world, cases, address, now):
    coordinator = world.client("coordinator")
    typed = _sent_as_it_stands(coordinator.get(address).content.decode())
    [found] = access.list_proposals(world.actor("coordinator"), now)
    coordinator.post(reverse("barrier_refuse"), {"signature": found.signature, "reason": "It is past already."})
    coordinator.post(address, typed)
    assert Barrier.objects.get().members.count() == 6


def test_with_no_case_ticked_the_form_comes_back(world, cases, address):
    coordinator = world.client("coordinator")
    typed = _sent_as_it_stands(coordinator.get(address).content.decode())
    answer = coordinator.post(address, typed | {"cases": []})
    assert answer.status_code == 422 and "Tick the cases" in answer.content.decode()


def test_a_group_is_named_by_what_its_cases_share_and_refused_by_a_press(world, cases, address):
    coordinator = world.client("coordinator")
    page = html.fromstring(coordinator.get(reverse("barrier_proposals")).content.decode())
    [heading] = page.xpath("//main//section/h2/text()")
    assert heading.endswith("Mohan")
    [signature] = page.xpath("//input[@name='signature']/@value")
    said = page.xpath("//button[@name='reason']/@value")[0]
    coordinator.post(reverse("barrier_refuse"), {"signature": signature, "reason": ["", said]})
    assert RefusedProposal.objects.get().reason == said


def test_the_desk_of_a_barrier_is_changed_by_words(world, barrier):
    coordinator, address = world.client("coordinator"), reverse("barrier_change", args=[barrier.pk])
    typed = _sent_as_it_stands(coordinator.get(address).content.decode())
    assert typed["desk_code"] == [barrier.desk.code] and typed["desk"] == [""]
    again = coordinator.post(address, typed | {"desk": ["rail freight"], "desk_code": []})
    page = html.fromstring(again.content.decode())
    assert again.status_code == 422 and page.xpath("//*[@id='id_desk'][@aria-invalid='true']")
    assert page.xpath("//input[@name='desk_code']/@value") == ["cn-rail.freight"]
    coordinator.post(address, _sent_as_it_stands(again.content.decode()))
    barrier.refresh_from_db()
    assert barrier.desk.code == "cn-rail.freight"


def test_the_desk_of_a_barrier_is_given_back_to_the_coordinator_by_one_press(world, barrier):
    type(barrier).objects.filter(pk=barrier.pk).update(desk=world.quarantine)
    coordinator, address = world.client("coordinator"), reverse("barrier_change", args=[barrier.pk])
    page = coordinator.get(address).content.decode()
    assert html.fromstring(page).xpath("//input[@name='desk_code']/@value") == [world.quarantine.code, ""]
    coordinator.post(address, _sent_as_it_stands(page) | {"desk_code": [""]})
    assert type(barrier).objects.get(pk=barrier.pk).desk == find_coordinator_desk()
