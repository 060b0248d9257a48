"""The register of members: in, changed, left, back; a list in and out, all of it or nothing."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.associations.tests import sheets
from landsea.base.audit.access import list_entries
from landsea.base.audit.verify import find_broken_entries
from landsea.cases.models import AssociationMember

pytestmark = pytest.mark.django_db

FIRM = {
    "party": "Demo Rice",
    "country": "VN",
    "contact_name": "Ms Demo",
    "email": "r@demo.example.org",
    "phone": "+84 1",
    "language": "vi",
}
HEADERS = ["Member", "Country", "Contact", "E-mail", "Phone", "Language", "Left"]


def register(world, **fields):
    return world.client("clerk").post(reverse("association_members"), FIRM | fields)


def send_list(world, rows):
    file = SimpleUploadedFile("members.csv", sheets.csv_bytes(rows))
    return world.client("clerk").post(reverse("association_members_upload"), {"sheet": file})


def acts(world) -> list[str]:
    assert list(find_broken_entries()) == []
    return [entry.act for entry in list_entries(f"association:{world.chamber.pk}")]


def test_a_member_comes_changes_leaves_and_comes_back(world):
    assert register(world).status_code == 302
    member = AssociationMember.objects.get(party="Demo Rice")
    assert (member.association, member.language) == (world.chamber, "vi")
    clerk, address = world.client("clerk"), reverse("association_member", args=[member.pk])
    assert clerk.get(address).status_code == 200
    assert clerk.post(address, FIRM | {"phone": "+84 2"}).status_code == 302
    for left in ("yes", "yes", "no"):
        assert clerk.post(reverse("association_member_left", args=[member.pk]), {"left": left}).status_code == 302
        member.refresh_from_db()
        assert (member.left_at is not None) == (left == "yes")
    assert member.phone == "+84 2"
    assert acts(world) == ["add_member", "change_member", "member_left", "member_back"]


def test_the_audit_names_nobody(world):
    register(world)
    told = str([entry.facts for entry in list_entries(f"association:{world.chamber.pk}")])
    assert not any(value in told for value in ("Rice", "Ms Demo", "r@demo", "+84"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"party": ""}, "firm&#x27;s name"),
        ({"party": "demo DRAGON fruit"}, "in the register already"),
        ({"country": "XX"}, "one of the twelve"),
        ({"email": "not an address"}, "name@example.org"),
        ({"language": "xx"}, "one of the languages"),
    ],
)
def test_what_is_wrong_with_an_entry(world, fields, sentence):
    answer = register(world, **fields)
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert AssociationMember.objects.filter(association=world.chamber).count() == 1


def test_a_member_is_its_own_association_s(world):
    for part, expected in (("clerk", 404), ("holder", 403), ("stranger", 403)):
        client, foreign = world.client(part), [world.other_member.pk]
        assert client.get(reverse("association_member", args=foreign)).status_code == expected
        assert client.post(reverse("association_member", args=foreign), FIRM).status_code == expected
        assert client.post(reverse("association_member_left", args=foreign), {"left": "yes"}).status_code == expected
    world.other_member.refresh_from_db()
    assert (world.other_member.party, world.other_member.left_at) == ("Demo Machines", None)
    assert "Demo Machines" not in world.client("clerk").get(reverse("association_members")).content.decode()


def test_a_list_adds_changes_and_leaves_the_rest(world):
    new = ["Demo Rice", "Việt Nam", "", "", "'+84 1", "Tiếng Việt"]
    done = send_list(world, [HEADERS, ["demo dragon fruit", "VN", "New Contact"], new])
    assert done.status_code == 302
    world.member.refresh_from_db()
    assert (world.member.contact_name, world.member.email) == ("New Contact", "member@demo.example.org")
    added = AssociationMember.objects.get(party="Demo Rice")
    assert (added.association, added.country, added.phone, added.language) == (world.chamber, "VN", "+84 1", "vi")
    assert AssociationMember.objects.get(pk=world.other_member.pk).contact_name == ""
    assert acts(world) == ["import_members"]


def test_a_row_to_repair_stops_the_whole_list(world):
    answer = send_list(
        world, [HEADERS, ["Demo Rice", "VN"], ["Demo Tea", "Atlantis"], ["Demo Salt", "VN", "", "no address"]]
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and "2 of 3 rows" in page and "Row 3" in page and "Row 4" in page
    assert AssociationMember.objects.filter(association=world.chamber).count() == 1


@pytest.mark.parametrize("value", ["=2+5", "+SUM(A1)", "-1", "@x"])
def test_the_register_goes_out_harmless_and_comes_back_unchanged(world, value):
    AssociationMember.objects.filter(pk=world.member.pk).update(party=f"{value} Ltd", contact_name=value, phone=value)
    answer = world.client("clerk").get(reverse("association_members_csv"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][0] == f"'{value} Ltd"
    assert all(cell[:1] not in tuple("=+-@\t") for row in rows for cell in row)
    assert send_list(world, rows).status_code == 302
    world.member.refresh_from_db()
    assert (world.member.party, world.member.contact_name) == (f"{value} Ltd", value)
    assert AssociationMember.objects.filter(association=world.chamber).count() == 1
    assert acts(world) == []


def test_a_list_can_say_who_left(world):
    send_list(world, [HEADERS, ["Demo Dragon Fruit", "VN", "", "", "", "", "yes"]])
    world.member.refresh_from_db()
    assert world.member.left_at is not None
    assert "yes" in send_list(world, [HEADERS, ["Demo Dragon Fruit", "VN", *[""] * 4, "perhaps"]]).content.decode()
    world.member.refresh_from_db()
    assert world.member.left_at is not None


def test_a_list_that_is_none_is_told(world):
    answer = send_list(world, [["Colour"], ["red"]])
    assert answer.status_code == 422 and "Missing: Member" in answer.content.decode()
    assert world.client("clerk").post(reverse("association_members_upload")).status_code == 422
