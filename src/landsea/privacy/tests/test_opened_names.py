"""What is withheld of a filer is opened by an act that leaves a row, which the filer and the coordinator read."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.cases.access import find_identity
from landsea.cases.actions.open_filer import open_filer
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import NameOpening

pytestmark = pytest.mark.django_db
ADDRESS, PHONE = "filer@demo.example.org", "+84 55 66"


@pytest.fixture
def case(world):
    return world.file(phone=PHONE).case


def page_of(world, who: str, case) -> str:
    return world.client(who).get(reverse("case", args=[case.ref])).content.decode()


def press(world, who: str, case, why: str = "urgent"):
    return world.client(who).post(reverse("case_act", args=[case.ref, "open_filer"]), {"why": why, "key": who})


def test_address_and_telephone_are_withheld_until_they_are_opened(world, case):
    before = page_of(world, "holder", case)
    assert "Nguyen Thi Demo" in before and ADDRESS not in before and PHONE not in before
    assert press(world, "holder", case).status_code == 302
    after = page_of(world, "holder", case)
    assert ADDRESS in after and PHONE in after
    assert ADDRESS not in page_of(world, "deputy", case), "each reader opens for themselves"


def test_each_opening_is_a_row_and_a_line_of_the_record(world, case):
    press(world, "holder", case)
    [row] = NameOpening.objects.all()
    assert (row.user, row.desk, row.why) == (world.people["holder"], world.quarantine, "urgent")
    entry = list(list_entries(name_stream(case)))[-1]
    assert (entry.act, entry.facts["why"], entry.actor) == ("open_filer", "urgent", f"user:{row.user_id}")


def test_it_is_closed_again_after_a_day(world, case):
    now = timezone.now()
    actor = world.actor("holder")
    open_filer(actor, case.ref, "reach", now=now)
    assert find_identity(actor, case, now + timedelta(hours=23)).identity.email == ADDRESS
    later = find_identity(actor, case, now + timedelta(hours=25))
    assert later.identity.email == "" and later.is_withheld


def test_a_reason_is_needed(world, case):
    answer = press(world, "holder", case, why="curious")
    assert answer.status_code == 409 and "Choose why you need it" in answer.content.decode()
    assert not NameOpening.objects.exists()


@pytest.mark.parametrize(
    "visibility,may", [("named", {"holder", "coordinator"}), ("coordinator_only", {"coordinator"})]
)
def test_who_may_open(world, visibility, may):
    case = world.file(visibility=visibility).case
    for who in ("holder", "coordinator", "observer"):
        try:
            open_filer(world.actor(who), case.ref, "check", now=timezone.now())
            opened = True
        except Exception as refused:  # a stranger gets 404, somebody without the right 403
            assert type(refused).__name__ in ("PermissionDenied", "Http404")
            opened = False
        assert opened is (who in may), who


def test_of_a_pseudonymous_filer_nobody_opens_anything(world):
    case = world.file(visibility="pseudonymous", name="", party="").case
    for who in ("holder", "coordinator"):
        with pytest.raises(PermissionDenied):
            open_filer(world.actor(who), case.ref, "law", now=timezone.now())


def test_the_queue_names_nobody_whom_only_the_coordinator_may_know(world):
    world.file(visibility="coordinator_only", name="Zyxname Demo", party="Zyxparty Demo")
    for address in (reverse("queue") + "?scope=all", reverse("board")):
        assert "Zyx" not in world.client("coordinator").get(address).content.decode()


def test_the_filer_and_the_coordinator_read_who_opened_it(world, client, case):
    press(world, "holder", case)
    filed = world.file()
    client.get(f"/m/{filed.secret}")
    assert "Nobody has opened" in client.get(reverse("mailbox_data", args=[filed.case.ref])).content.decode()
    open_filer(world.actor("coordinator"), filed.case.ref, "check", now=timezone.now())
    shown = client.get(reverse("mailbox_data", args=[filed.case.ref])).content.decode()
    assert "Coordinator Demo" in shown and "to check who is behind it" in shown
    register = world.client("coordinator").get(reverse("opened_names")).content.decode()
    assert case.ref in register and "Holder Demo" in register and ADDRESS not in register
    sheet = world.client("coordinator").get(reverse("opened_names_csv")).content.decode()
    assert case.ref in sheet and filed.case.ref in sheet and ADDRESS not in sheet
    assert world.client("holder").get(reverse("opened_names")).status_code == 403
