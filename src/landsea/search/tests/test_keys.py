"""The keys beside a case's words say what `list_visible_cases` says, for everybody, after whatever happened to the case."""

import pytest
from django.utils import timezone

from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case, Involvement
from landsea.cases.models.involvement import InvolvementKind
from landsea.cases.tests.world import make_world
from landsea.search.actions.read_cases import read_case
from landsea.search.keys import list_keys
from landsea.search.models import CaseWords

pytestmark = pytest.mark.django_db

PARTS = ("holder", "head", "other_holder", "clerk", "other_clerk", "observer", "stranger", "operator")


@pytest.fixture
def world():
    return make_world()


def agree(world):
    """Assert that keys and rights let the same cases through, for everybody who does not see all of them."""
    for part in PARTS:
        actor = world.actor(part)
        by_keys = CaseWords.objects.filter(keys__overlap=list_keys(actor)).values_list("pk", flat=True)
        assert set(by_keys) == set(list_visible_cases(actor).values_list("pk", flat=True)), part


def consult(world, case):
    return Involvement.objects.create(
        case=case, desk=world.border, kind=InvolvementKind.CONSULTED, since=timezone.now(), act="consult"
    )


def test_keys_follow_whatever_happens_to_a_case(world):
    observed = next(iter(world.actor("observer").observed_countries))
    first, second = (world.file(f"Durian number {number}", filer_country=observed).case for number in range(2))
    agree(world)
    assert list_keys(world.actor("observer")) == [f"observers:{observed}"]
    assert set(list_visible_cases(world.actor("observer"))) == {first, second}

    Case.objects.filter(pk=first.pk).update(desk=world.border)
    agree(world)
    Case.objects.filter(pk=first.pk).update(visibility="pseudonymous")
    agree(world)
    Case.objects.filter(pk=second.pk).update(filer_country="MM", country="TH")
    agree(world)
    assert "country:TH" in CaseWords.objects.get(pk=second.pk).keys
    clerk = world.actor("clerk")
    Case.objects.filter(pk=second.pk).update(association=next(iter(clerk.associations)))
    agree(world)
    assert second in list_visible_cases(clerk)


def test_keys_follow_a_consultation_from_its_beginning_to_its_end(world):
    case, other = (world.file(f"Durian number {number}").case for number in range(2))
    consulted = consult(world, case)
    assert case in list_visible_cases(world.actor("other_holder"))
    agree(world)
    Involvement.objects.filter(pk=consulted.pk).update(until=timezone.now())
    assert case not in list_visible_cases(world.actor("other_holder"))
    agree(world)
    again = consult(world, case)
    agree(world)
    Involvement.objects.filter(pk=again.pk).update(case=other)
    agree(world)
    Involvement.objects.filter(pk=again.pk).delete()
    agree(world)


def test_words_that_are_read_again_bring_the_keys_of_today(world):
    case = world.file("Durian").case
    consult(world, case)
    CaseWords.objects.filter(pk=case.pk).update(keys=["desk:0"])
    read_case(case, now=timezone.now())
    agree(world)
