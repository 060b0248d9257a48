"""Similar cases on a case's page: for people at desks, only what they may see, solved ones first, with why and the answer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.filer_moves import confirm_outcome
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.retract_answer import retract_answer
from landsea.cases.actions.tie import link_cases
from landsea.likeness.similar import find_similar_cases
from landsea.likeness.tests.conftest import DURIAN_EN, DURIAN_ZH, RAIL_VI
from landsea_core.likeness import Degree

SOLUTION = "The laboratory in Nanning is on the list now: send the report again in the new form."
NOW = timezone.now() - timedelta(days=2)


@pytest.fixture
def solved(world):
    """A case in Chinese at the quarantine desk that was fixed."""
    filed = world.file(DURIAN_ZH, now=NOW, matter="laboratory")
    accept_case(world.actor("holder"), filed.case.ref, now=NOW + timedelta(hours=1))
    propose_outcome(world.actor("holder"), filed.case.ref, "fixed", SOLUTION, now=NOW + timedelta(hours=2))
    return confirm_outcome(world.filer(filed), filed.case.ref, now=NOW + timedelta(hours=3))


def test_a_solved_case_in_another_language_comes_first_with_why_and_its_answer(world, solved, read):
    nearer = world.file(DURIAN_EN + " Please help.", matter="laboratory").case
    case = world.file(DURIAN_EN, matter="laboratory").case
    world.file(RAIL_VI, matter="rail", topic="transport_border", place_code="CNCKG", hs="")
    read()
    found = find_similar_cases(world.actor("holder"), case)
    assert [one.case.pk for one in found] == [solved.pk, nearer.pk]
    assert found[0].answer == SOLUTION and found[1].answer == ""
    assert found[0].same == ("matter", "place", "goods")
    assert found[1].degree is Degree.VERY_ALIKE and "laboratory" in found[1].words
    page = world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
    assert page.index(solved.ref) < page.index(nearer.ref) and SOLUTION in page and "very alike" in page
    assert "same goods" in page and "fixed" in page
    assert f'<span lang="{nearer.language}" dir="auto">{", ".join(found[1].words)}</span>' in page, (
        "marked as its language"
    )
    chinese = world.client("holder").get(reverse("case", args=[case.ref]), {"lang": "zh-hans"}).content.decode()
    assert nearer.ref in chinese and ", ".join(found[1].words) not in chinese, "no words in letters that nobody reads"
    assert f'<blockquote class="small" lang="{found[0].answer_language or solved.language}" dir="auto">' in page


def test_cases_of_other_desks_are_neither_shown_nor_counted(world, read):
    other = world.file(DURIAN_ZH, topic="customs_clearance", matter="inspection", country="VN", place_code="VNHNI").case
    case = world.file(DURIAN_EN, matter="laboratory").case
    read()
    assert other.desk == world.border
    assert find_similar_cases(world.actor("holder"), case) == []
    assert [one.case.pk for one in find_similar_cases(world.actor("coordinator"), case)] == [other.pk]
    assert other.ref not in world.client("holder").get(reverse("case", args=[case.ref])).content.decode()


def test_a_case_that_belongs_together_with_it_is_named_once(world, read):
    """Whichever of the two was linked to the other."""
    one, other = (world.file(DURIAN_EN, matter="laboratory").case for _ in range(2))
    read()
    actor = world.actor("coordinator")
    assert [found.case.pk for found in find_similar_cases(actor, one)] == [other.pk]
    link_cases(actor, one.ref, other.ref, now=timezone.now())
    assert find_similar_cases(actor, one) == find_similar_cases(actor, other) == []
    for case, beside in ((one, other), (other, one)):
        page = world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()
        assert page.count(f'href="{reverse("case", args=[beside.ref])}"') == 1


@pytest.mark.parametrize("who", ["observer", "clerk", "stranger", "anonymous"])
def test_only_people_at_desks_are_shown_any(world, solved, read, who):
    case = world.file(DURIAN_EN, matter="laboratory").case
    read()
    assert find_similar_cases(world.actor(who), case) == []


def test_the_filer_is_shown_no_other_case(world, solved, read):
    filed = world.file(DURIAN_EN, matter="laboratory")
    read()
    assert find_similar_cases(world.filer(filed), filed.case) == []


def test_an_answer_that_was_taken_back_is_not_shown(world, read):
    other = world.file(DURIAN_ZH, now=NOW, matter="laboratory").case
    holder = world.actor("holder")
    accept_case(holder, other.ref, now=NOW + timedelta(hours=1))
    answer_case(holder, other.ref, "Zyxo answer", now=NOW + timedelta(hours=2))
    case = world.file(DURIAN_EN, matter="laboratory").case
    read()
    assert find_similar_cases(holder, case)[0].answer == "Zyxo answer"
    retract_answer(holder, other.ref, "That was wrong.", now=NOW + timedelta(hours=3))
    assert find_similar_cases(holder, case)[0].answer == ""


def test_a_case_that_is_not_read_yet_says_so(world):
    case = world.file(DURIAN_EN).case
    assert find_similar_cases(world.actor("holder"), case) is None
    assert "look again in a minute" in world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
