"""The desk's pages: queue, case, acts, by the people of the small world."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.verify import find_broken_entries
from landsea.cases.models import Case, Involvement, ReadingCorrection, StepRecord
from landsea.cases.tests.browsing import post
from landsea.cases.tests.world import make_world, with_rail_holder

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def test_a_case_goes_from_the_queue_to_a_confirmed_outcome(world):
    case = world.file().case
    holder = world.client("holder")
    page = holder.get(reverse("queue"))
    assert case.ref in page.content.decode()
    assert holder.get(reverse("case", args=[case.ref])).status_code == 200

    assert post(holder, case, "accept").status_code == 302
    case.refresh_from_db()
    assert (case.state, case.step) == ("accepted", "answer")
    assert post(holder, case, "answer", body="The laboratory is on the list since 10 January.").status_code == 302
    case.refresh_from_db()
    assert post(holder, case, "propose_outcome", outcome="fixed", body="Both lorries were let in.").status_code == 302
    case.refresh_from_db()
    assert (case.state, case.proposed_outcome, case.outcome) == ("proposed", "fixed", "")

    from landsea.base.actors import make_filer
    from landsea.cases.actions.filer_moves import confirm_outcome

    confirm_outcome(make_filer(case.pk), case.ref, now=timezone.now())
    case.refresh_from_db()
    assert (case.state, case.outcome, case.due_at) == ("closed", "fixed", None)
    assert StepRecord.objects.filter(case=case, ended_at=None).count() == 0
    assert list(find_broken_entries()) == []


def test_every_step_that_is_done_says_when(world):
    case = world.file().case
    holder = world.client("holder")
    post(holder, case, "accept")  # before anybody admitted it: one act ends two steps
    line = holder.get(reverse("case", args=[case.ref])).context["line"]
    done = [step for step in line if step.state == "done"]
    assert len(done) == 3 and all(step.at for step in done)
    assert done[1].at == done[2].at == StepRecord.objects.get(case=case, step="admit").ended_at


def test_the_clock_stands_while_the_filer_is_asked(world):
    case = world.file().case
    holder = world.client("holder")
    post(holder, case, "accept")
    case.refresh_from_db()
    due = case.due_at
    assert post(holder, case, "ask_filer", body="Which laboratory?").status_code == 302
    case.refresh_from_db()
    assert case.due_at is None and case.paused_at is not None

    from landsea.cases.actions.reply import reply_as_filer

    reply_as_filer(world.filer(type("F", (), {"case": case})), case.ref, "The one in Hanoi.", now=timezone.now())
    case.refresh_from_db()
    assert case.paused_at is None and case.due_at >= due


def test_a_third_hand_off_brings_the_coordinator(world):
    with_rail_holder(world)
    case = world.file().case
    coordinator = world.client("coordinator")
    for code in ("cn-rail.freight", "vn-huunghi.customs"):
        Case.objects.filter(pk=case.pk).update(hand_offs=2 if code.startswith("vn") else 0)
        case.refresh_from_db()
        assert post(coordinator, case, "name_right_desk", desk=code, reason="Theirs.").status_code == 302
        case.refresh_from_db()
    assert case.desk == world.coordinator
    assert Involvement.objects.filter(case=case, kind="accountable", until=None).count() == 1


def test_a_desk_is_named_by_words_and_picked_from_what_they_find(world):
    with_rail_holder(world)
    case = world.file().case
    holder = world.client("holder")
    refused = post(holder, case, "name_right_desk", desk="rail freight", reason="The wagon is theirs.")
    page = refused.content.decode()
    assert refused.status_code == 409 and "Pick one of the desks that are offered." in page
    assert 'name="desk_code" value="cn-rail.freight"' in page and "The wagon is theirs." in page
    case.refresh_from_db()
    assert case.desk == world.quarantine
    post(holder, case, "name_right_desk", desk="rail freight", desk_code="cn-rail.freight", reason="Theirs.")
    case.refresh_from_db()
    assert case.desk == world.rail


def test_a_case_does_not_go_to_a_desk_whose_words_were_written_over(world):
    with_rail_holder(world)
    case = world.file().case
    typed = {"desk": "rail freight", "desk_code": "vn-huunghi.customs", "reason": "Theirs."}
    asked = post(world.client("holder"), case, "name_right_desk", **typed)
    assert asked.status_code == 409 and 'name="desk_code" value="cn-rail.freight"' in asked.content.decode()
    case.refresh_from_db()
    assert case.desk == world.quarantine


@pytest.mark.parametrize("typed", ["cn-rail.freight", "https://landsea.example/who/desks/cn-rail.freight/", "Freight"])
def test_desks_are_offered_while_somebody_types(world, typed):
    page = world.client("holder").get(reverse("desk_options"), {"desk": typed}).content.decode()
    assert 'value="cn-rail.freight"' in page and "cn-mohan.quarantine" not in page


def test_words_that_name_no_desk_are_answered_with_what_to_do(world):
    page = world.client("holder").get(reverse("desk_options"), {"desk": "zzzz"}).content.decode()
    assert "Try one word" in page


def test_a_note_to_ourselves_is_seen_by_nobody_else(world):
    case = world.file().case
    post(world.client("holder"), case, "message", kind="internal", body="MARKERNOTE")
    assert "MARKERNOTE" in world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
    assert "MARKERNOTE" not in world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()


def test_an_act_that_the_case_overtook_says_what_changed_and_keeps_the_words(world):
    case = world.file().case
    holder = world.client("holder")
    post(holder, case, "answer", body="First.")
    page = post(holder, case, "answer", body="MY SECOND ANSWER")
    assert page.status_code == 409
    assert "MY SECOND ANSWER" in page.content.decode()


def test_the_same_press_twice_acts_once(world):
    case = world.file().case
    holder = world.client("holder")
    for _ in range(2):
        assert post(holder, case, "message", kind="all", body="Once.", key="k1").status_code == 302
    assert case.messages.filter(body="Once.").count() == 1


@pytest.mark.parametrize("who", ["stranger", "other_holder", "observer"])
def test_who_may_not_act_cannot(world, who):
    case = world.file().case
    answered = post(world.client(who), case, "accept")
    assert answered.status_code in (403, 404)
    case.refresh_from_db()
    assert case.state == "filed"


def test_the_coordinators_board_shows_what_is_with_nobody_else(world):
    case = world.file(topic="ip", matter="patent", country="BN", place_code="").case
    assert case.desk == world.coordinator
    assert case.ref in world.client("coordinator").get(reverse("board")).content.decode()
    assert world.client("holder").get(reverse("board")).status_code == 403


def test_who_only_reads_is_not_sent_from_the_queue_to_a_page_for_desks(world):
    address = reverse("rule_answers")
    assert address in world.client("holder").get(reverse("queue")).content.decode()
    observer = world.client("observer")
    assert address not in observer.get(reverse("queue")).content.decode()
    assert observer.get(address).status_code == 403


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        ("answer", {"body": "So it is.", "cites": "M\0"}),
        ("reassign", {"desk_code": "vn\0", "reason": "Theirs."}),
    ],
)
def test_a_nul_among_codes_is_refused_with_a_sentence(world, act, typed):
    case = world.file().case
    assert post(world.client("coordinator"), case, act, **typed).status_code == 409


@pytest.mark.parametrize("address", ["/who/desks/a%00/", "/who/offices/a%00/", "/cases/LS%00/"])
def test_an_address_with_a_nul_leads_nowhere(world, address):
    assert world.client("holder").get(address).status_code == 404


def test_the_queue_says_in_the_readers_language_what_a_case_in_another_is_about(world):
    case = world.file("ລົດທຸລຽນຄ້າງຢູ່ດ່ານ", matter="plant_health").case
    page = world.client("holder").get(reverse("queue")).content.decode()
    title = f'<span class="own-words" lang="{case.language}" dir="auto">ລົດທຸລຽນຄ້າງຢູ່ດ່ານ</span></a>'
    assert f'data-row dir="auto">plant health · durian {title}' in page


@pytest.mark.parametrize(("page", "typed"), [("queue", {"page": "²"}), ("hand_over", {"giver": "²"})])
def test_what_only_looks_like_a_number_is_none(world, page, typed):
    assert world.client("holder").get(reverse(page), typed).status_code == 200


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        ("classify", {"hs": "0810.60"}),
        ("classify", {"country": "Laos"}),
        ("classify", {"topic": "no_such_topic"}),
        ("classify", {"matter": "no_such_matter"}),
        ("classify", {"direction": "sideways"}),
        ("classify", {"goods": "durian " * 50}),
        ("split", {"body": "The other part.", "hs": "0810.60"}),
        ("redact", {"message": "²", "words": "no such words", "reason": "A name."}),
        ("redact", {"message": "9" * 5000, "reason": "A name."}),
        ("redact", {"file": "9" * 5000, "reason": "A name."}),
        ("classify", {"hs": "0810.60", "version": "²"}),
    ],
)
def test_what_is_not_known_is_refused_and_nothing_is_learnt_of_it(world, act, typed):
    case = world.file().case
    assert post(world.client("coordinator"), case, act, **typed).status_code == 409
    assert Case.objects.count() == 1 and not ReadingCorrection.objects.exists()


def test_outcomes_are_offered_with_what_helped_first(world):
    case = world.file().case
    holder = world.client("holder")
    post(holder, case, "accept")
    post(holder, case, "answer", body="The laboratory is on the list since 10 January.")
    page = holder.get(reverse("case", args=[case.ref])).content.decode()
    offered = re.findall(r'<input type="radio" name="outcome" value="(\w+)"', page)
    assert offered == ["fixed", "workaround", "explained_no_change", "not_a_barrier"]


def test_the_day_of_the_trouble_stands_there_in_words(world):
    case = world.file(happened_on=date(2026, 3, 2)).case
    holder = world.client("holder")
    for language, day in (("en", "2 March 2026"), ("vi", "2 tháng 3, 2026")):
        page = holder.get(f"{reverse('case', args=[case.ref])}?lang={language}").content.decode()
        assert day in page and "2026-03-02" not in page


def test_a_desk_that_had_a_case_is_told_that_it_went_on_and_nothing_of_it(world):
    with_rail_holder(world)
    case, holder = world.file().case, world.client("holder")
    address = reverse("case", args=[case.ref])
    assert (
        post(holder, case, "name_right_desk", desk="cn-rail.freight", reason="The wagon is theirs.").status_code == 302
    )
    answer = holder.get(address)
    page = answer.content.decode()
    assert answer.status_code == 404 and f"{case.ref} is with another desk now" in page
    assert "durian" not in page and "The wagon" not in page
    for part in ("stranger", "other_holder"):
        other = world.client(part).get(address)
        assert other.status_code == 404 and "another desk" not in other.content.decode()
