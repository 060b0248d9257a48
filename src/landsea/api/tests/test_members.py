"""A chamber's register by the API: a firm comes, its entry changes, it leaves and is back; nobody else's register."""

import pytest

from landsea.api.tests.programs import program_of
from landsea.base.audit.models import Entry
from landsea.cases.models import AssociationMember

pytestmark = pytest.mark.django_db
FIRM = {"party": "Demo Cassava", "country": "VN", "email": "cassava@demo.example.org", "language": "vi"}


def test_a_firm_comes_changes_leaves_and_is_back(world):
    chamber = program_of(world, "clerk")
    made = chamber.post("/members", FIRM, status=201)
    assert (made["party"], made["country"], made["left"]) == ("Demo Cassava", "VN", False)
    assert "Demo Cassava" in [one["party"] for one in chamber.get("/members")["items"]]
    address = f"/members/{made['id']}"
    changed = chamber.post(address, FIRM | {"party": "Demo Cassava and Rubber"})
    assert changed["party"] == "Demo Cassava and Rubber"
    assert AssociationMember.objects.get(pk=made["id"]).email == "cassava@demo.example.org"
    assert chamber.post(f"{address}/left", {"left": "yes"})["left"] is True
    assert made["id"] not in [one["id"] for one in chamber.get("/members")["items"]]
    assert chamber.post(f"{address}/left", {"left": "no"})["left"] is False
    acts = Entry.objects.filter(act__in=["add_member", "change_member", "member_left", "member_back"])
    assert acts.count() == 4


def test_the_same_key_twice_is_one_firm(world):
    chamber = program_of(world, "clerk")
    first = chamber.post("/members", FIRM, status=201, once="a" * 32)
    again = chamber.post("/members", FIRM, status=201, once="a" * 32)
    assert first == again and AssociationMember.objects.filter(party="Demo Cassava").count() == 1


def test_what_does_not_fit_and_a_second_of_that_name_are_refused_with_a_sentence(world):
    chamber = program_of(world, "clerk")
    faults = chamber.post("/members", FIRM | {"country": "XX"}, status=422)["faults"]
    assert [one["pointer"] for one in faults] == ["/country"]
    chamber.post("/members", FIRM, status=201)
    assert "register" in chamber.post("/members", FIRM, status=409)["detail"]


def test_nobody_else_writes_a_register(world):
    member = world.member.pk
    assert program_of(world, "other_clerk").post(f"/members/{member}/left", {"left": "yes"}, status=404)
    assert program_of(world, "holder").post("/members", FIRM, status=403)
    assert program_of(world, "clerk", "cases:read").post("/members", FIRM, status=403)
    assert AssociationMember.objects.get(pk=member).left_at is None
