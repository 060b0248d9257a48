"""An association's pages: its own members' cases only, filing for one, several or all jointly, once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.associations.actions import file_for_members
from landsea.base.audit.access import list_entries
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.file import make_form_key
from landsea.cases.models import AssociationMember, Case, JointMember
from landsea.cases.tests.world import LONG_AGO, end_appointment
from landsea.directory.models import Appointment, Role

pytestmark = pytest.mark.django_db


def add(world, party: str, country: str = "VN") -> AssociationMember:
    email = "m2@demo.example.org"
    return AssociationMember.objects.create(association=world.chamber, party=party, country=country, email=email)


def typed(members, **fields) -> dict:
    return {
        "key": make_form_key(),
        "members": [member.pk for member in members],
        "how": "each",
        "news": "us",
        "lane": "normal",
        "text": "The plant quarantine does not accept our report.",
        "place_text": "Mohan",
        "country": "CN",
        "matter": "plant_health",
        "visibility": "named",
        "action": "send",
    } | fields


def post(world, form: dict):
    return world.client("clerk").post(reverse("association_file"), form)


def file_by(world, form: dict):
    """Check the form and send what was checked, as the page does."""
    checked = post(world, form | {"action": "check"}).context.get("checked", "")
    return post(world, form | {"checked": checked})


def test_a_clerk_sees_the_members_cases_and_no_other(world):
    ours = world.file(association=world.chamber.pk, member=world.member.pk).case
    theirs = world.file(association=world.other_chamber.pk, member=world.other_member.pk).case
    alone = world.file().case
    page = world.client("clerk").get(reverse("association_cases")).content.decode()
    assert ours.ref in page and theirs.ref not in page and alone.ref not in page
    assert world.client("clerk").get(reverse("case", args=[ours.ref])).status_code == 200
    assert world.client("other_clerk").get(reverse("case", args=[ours.ref])).status_code == 404
    assert world.client("clerk").get(reverse("case", args=[alone.ref])).status_code == 404


def test_the_list_by_member_and_by_state(world):
    second = add(world, "Second")
    first_case = world.file(association=world.chamber.pk, member=world.member.pk).case
    joint = world.file(association=world.chamber.pk, joint_members=(world.member.pk, second.pk)).case
    Case.objects.filter(pk=first_case.pk).update(closed_at=timezone.now(), due_at=None, outcome="fixed", state="closed")
    clerk, address = world.client("clerk"), reverse("association_cases")

    def listed(**query) -> tuple[bool, bool]:
        page = clerk.get(address, query).content.decode()
        return first_case.ref in page, joint.ref in page

    assert listed() == (False, True)
    assert listed(scope="closed") == (True, False)
    assert listed(scope="all", member=world.member.pk) == (True, True)
    assert listed(scope="all", member=second.pk) == (False, True)
    assert listed(scope="all", member=world.other_member.pk) == (False, False)


@pytest.mark.parametrize(
    "query", ["?member=x", "?member=²", "?page=²", "?page=-1", "?scope=%00", "?member=99999999999999"]
)
def test_strange_addresses_show_a_page(world, query):
    assert world.client("clerk").get(reverse("association_cases") + query).status_code == 200


PAGES = [
    "association_cases",
    "association_members",
    "association_file",
    "association_filed",
    "association_bulk",
    "association_members_csv",
]


@pytest.mark.parametrize("name", PAGES)
def test_who_comes_in(world, name):
    address = reverse(name)
    assert world.client("clerk").get(address).status_code == 200
    assert world.client("clerk").get(address, {"association": world.other_chamber.code}).status_code == 404
    assert world.client("anonymous").get(address).status_code == 302
    for part in ("holder", "coordinator", "observer", "stranger", "operator"):
        assert world.client(part).get(address).status_code == 403
    end_appointment(world.people["clerk"])
    assert world.client("clerk").get(address).status_code == 403


def test_a_clerk_of_two_associations_chooses(world):
    clerk = world.people["clerk"]
    Appointment.objects.create(user=clerk, role=Role.ASSOCIATION, starts_at=LONG_AGO, office=world.other_chamber)
    theirs = world.file(association=world.other_chamber.pk, member=world.other_member.pk).case
    clerk, address = world.client("clerk"), reverse("association_cases")
    asked = clerk.get(address).content.decode()
    assert "For which association?" in asked and theirs.ref not in asked
    assert theirs.ref in clerk.get(address, {"association": world.other_chamber.code}).content.decode()
    assert theirs.ref not in clerk.get(address, {"association": world.chamber.code}).content.decode()


def test_an_empty_list_says_what_to_do(world):
    clerk = world.client("clerk")
    assert reverse("association_file") in clerk.get(reverse("association_cases")).content.decode()
    AssociationMember.objects.all().delete()
    for name in ("association_cases", "association_file"):
        assert "Your register is empty" in clerk.get(reverse(name)).content.decode()


def test_the_check_shows_desk_reasons_deadlines_and_files_nothing(world):
    page = post(world, typed([world.member], action="check")).content.decode()
    assert "Plant quarantine, Mohan" in page
    assert "All of them see which member it is" in page
    assert 'value="send"' in page
    assert Case.objects.count() == 0


def test_what_was_changed_after_the_check_is_checked_again(world):
    form = typed([world.member])
    checked = post(world, form | {"action": "check"}).context["checked"]
    for changed in ({"country": "VN", "place_text": ""}, {"visibility": "pseudonymous"}, {"text": "Another problem."}):
        page = post(world, form | {"checked": checked} | changed)
        assert page.status_code == 200 and "after the check" in page.content.decode()
    assert Case.objects.count() == 0


def test_filing_for_one_member_twice_is_one_case(world):
    form = typed([world.member])
    answers = [file_by(world, form) for _ in range(2)]
    case = Case.objects.get()
    assert case.desk == world.quarantine
    assert (case.association, case.member, case.identity.party) == (world.chamber, world.member, "Demo Dragon Fruit")
    assert [answer.url for answer in answers] == [answers[0].url] * 2 and case.ref in answers[0].url
    assert case.ref in world.client("clerk").get(answers[0].url).content.decode()
    seen_by_others = world.client("other_clerk").get(reverse("association_filed"), {"case": case.ref})
    assert reverse("case", args=[case.ref]) not in seen_by_others.content.decode()
    assert Delivery.objects.filter(template="case_filed", address="clerk@demo.example.org").count() == 1
    assert [entry.act for entry in list_entries(f"association:{world.chamber.pk}")] == ["file_for_members"]


def test_several_members_are_a_case_each_once(world):
    second = add(world, "Second", "LA")
    form = typed([world.member, second], news="member")
    for _ in range(2):
        assert file_by(world, form).status_code == 302
    page = post(world, form | {"action": "check"}).content.decode()
    assert "diplomats of Vietnam" in page and "diplomats of Laos" not in page, "nobody reads along for Laos here"
    assert {(case.member, case.filer_country) for case in Case.objects.all()} == {(world.member, "VN"), (second, "LA")}
    assert Case.objects.count() == 2
    assert Delivery.objects.filter(template="case_filed", address="m2@demo.example.org").count() == 1


def test_several_members_are_filed_together_or_not_at_all(world, monkeypatch):
    real, filed = file_for_members.file_case, []

    def fails_on_the_second(filing, **how):
        if filed:
            raise RuntimeError("away")
        filed.append(real(filing, **how))
        return filed[0]

    monkeypatch.setattr(file_for_members, "file_case", fails_on_the_second)
    with pytest.raises(RuntimeError):
        file_by(world, typed([world.member, add(world, "Second")]))
    assert Case.objects.count() == 0


def test_a_joint_case_has_its_members_attached(world):
    second = add(world, "Second")
    form = typed([world.member, second], how="joint")
    for _ in range(2):
        assert file_by(world, form).status_code == 302
    case = Case.objects.get()
    assert case.is_joint and case.member is None
    assert set(JointMember.objects.filter(case=case).values_list("member", flat=True)) == {world.member.pk, second.pk}
    page = world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
    assert "Demo Dragon Fruit" in page and "Second" in page


def test_nobody_outside_learns_the_members_of_a_joint_case_that_nobody_may_trace(world):
    file_by(world, typed([world.member, add(world, "MARKERMEMBER")], how="joint", visibility="pseudonymous"))
    case = Case.objects.get()
    for part in ("holder", "coordinator"):
        page = world.client(part).get(reverse("case", args=[case.ref])).content.decode()
        assert "MARKERMEMBER" not in page and "Dragon" not in page
    assert "MARKERMEMBER" in world.client("clerk").get(reverse("case", args=[case.ref])).content.decode()


def test_a_member_of_another_association_or_one_who_left_cannot_be_filed_for(world):
    left = add(world, "Left")
    AssociationMember.objects.filter(pk=left.pk).update(left_at=timezone.now())
    for member in (world.other_member, left):
        assert file_by(world, typed([member])).status_code == 422
    assert Case.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"members": []}, "Tick at least one member"),
        ({"members": ["x"]}, "no longer in the register"),
        ({"text": ""}, "Write what happened"),
        ({"text": "🚚"}, "in words"),
        ({"country": "XX"}, "not on the list"),
        ({"lane": "urgent"}, "what cannot wait"),
        ({"happened_on": "2569-03-18"}, "Buddhist"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(world, fields, sentence):
    answer = file_by(world, typed([world.member], goods="MYGOODS") | fields)
    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page and "MYGOODS" in page
    assert Case.objects.count() == 0


def test_the_clerk_acts_for_the_filer(world):
    file_by(world, typed([world.member]))
    case = Case.objects.get()
    address = reverse("case_filer_act", args=[case.ref, "reply"])
    assert world.client("clerk").post(address, {"body": "One more thing."}).status_code == 302
    assert world.client("other_clerk").post(address, {"body": "Not mine."}).status_code == 404
    assert list(case.messages.values_list("side", flat=True)) == ["filer"]


def test_what_was_understood_is_said_as_on_the_filing_page(world):
    """The same chips, each with a way to its field; the form has no field for the language, so no chip leads there."""
    page = post(world, typed([world.member], action="check", goods="fresh durian 0810.60"))
    chips = [(one.kind, one.words, one.change_url) for one in page.context["chips"]]
    assert ("country", "China", "#id_country") in chips and ("matter", "plant health", "#id_matter") in chips
    fields = {url.removeprefix("#") for _, _, url in chips}
    assert fields <= {field.id_for_label or field.auto_id for field in page.context["form"]} | {"id_lane"}
    filing = world.client().post("/file/understood", typed([], goods="fresh durian 0810.60"))
    shown = [(one.label, one.words) for one in filing.context["chips"] if one.kind != "language"]
    assert [(kind, words) for kind, words, _ in chips] == shown
