"""Surges on the board: by fields and by words, counted by party, with the act that mends them, for the coordinator only."""

from datetime import timedelta
from urllib.parse import unquote_plus

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.barriers.access import find_barrier_of_case
from landsea.barriers.surges import find_surges
from landsea.barriers.tests.conftest import words
from landsea.cases.models import Case
from landsea.likeness.actions.read_cases import read_cases

ALIKE = (
    "The scanner at the gate is broken and every container waits.",
    "口岸的扫描设备坏了，所有集装箱都在等。",
    "Máy soi ở cửa khẩu hỏng, container nào cũng phải chờ.",
    "ເຄື່ອງສະແກນຢູ່ດ່ານເພ ຕູ້ສິນຄ້າທັງໝົດຕ້ອງລໍຖ້າ",
    "Mesin pemindai di gerbang rusak, semua kontainer menunggu.",
    "เครื่องสแกนที่ด่านเสีย ตู้สินค้าทุกตู้ต้องรอ",
)


@pytest.fixture
def file(world, now):
    """File a case of a firm of its own, some days ago."""

    def make(number, days, text="Durian.", **fields):
        about = {"party": f"Firm {number}", "email": f"firm{number}@demo.example.org"} | fields
        return world.file(text, now=now - timedelta(days=days), **about).case

    return make


def board(world) -> str:
    return world.client("coordinator").get(reverse("board")).content.decode()


def test_five_firms_after_a_quiet_time_are_a_surge_and_four_are_not(world, file, now):
    for number in range(4):
        file(number, number)
    assert find_surges(world.actor("coordinator"), now) == []
    file(5, 5)
    [found] = find_surges(world.actor("coordinator"), now)
    assert (found.matter, found.place, found.surge.cases, found.surge.usual) == ("plant_health", "CNMHN", 5, 0.0)


def test_what_is_usual_here_is_no_surge(world, file, now):
    for number in range(5):
        file(number, number)
    for number in range(24):
        file(number + 10, 8 + 2 * number)
    assert find_surges(world.actor("coordinator"), now) == []


def test_one_firm_that_files_often_is_no_surge(world, file, now):
    for number in range(12):
        file(number, number / 2, party="One firm", email="one@demo.example.org")
    assert find_surges(world.actor("coordinator"), now) == []


def test_cases_filed_under_different_matters_that_read_alike_are_a_surge_with_an_example(world, file, now):
    """No field has five of them: four stand under one matter, two under another."""
    for number, text in enumerate(ALIKE):
        matter = "gate_queue" if number < 4 else "inspection"
        file(number, number / 2, text, matter=matter, hs="", goods="", place_code="")
    assert find_surges(world.actor("coordinator"), now) == []
    read_cases(now=timezone.now(), most=100)
    [found] = find_surges(world.actor("coordinator"), now)
    assert found.by_words and found.surge.cases >= 5 and found.matter == ""
    page = board(world)
    assert "Cases that read alike" in page and Case.objects.get(pk=found.cases[0]).ref in page


def test_the_line_opens_a_form_that_holds_the_cases(world, file, now):
    refs = [file(number, number).ref for number in range(5)]
    page = board(world)
    assert "5 cases of 5 firms in seven days" in page
    address = page.split(f'href="{reverse("barrier_new")}?')[1].split('"')[0].replace("&amp;", "&")
    form = world.client("coordinator").get(f"{reverse('barrier_new')}?{address}").content.decode()
    assert all(ref in form for ref in refs) and "plant_health" in unquote_plus(address)


def test_cases_that_are_a_barrier_already_lead_to_it(world, file, now):
    from landsea.barriers.actions.open_barrier import open_barrier

    ids = [file(number, number).pk for number in range(5)]
    open_barrier(world.actor("coordinator"), words(), ids, now=now)
    [found] = find_surges(world.actor("coordinator"), now)
    assert found.barrier == find_barrier_of_case(ids[0])
    assert reverse("barrier", args=[found.barrier.pk]) in board(world)


@pytest.mark.parametrize("who", ["holder", "head", "observer", "clerk", "operator", "stranger", "anonymous"])
def test_nobody_else_is_told(world, file, now, who):
    for number in range(6):
        file(number, number)
    assert find_surges(world.actor(who), now) == []
