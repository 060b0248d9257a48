"""Searching: every script, only what one may see, nothing that was blacked out, and no markup from a text."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.actors import ANONYMOUS
from landsea.cases.models import Case, Message, Redaction
from landsea.cases.tests.world import make_world
from landsea.dialogues.models import Dialogue
from landsea.directory.models import Desk
from landsea.search import access
from landsea.search.actions.read_cases import read_cases
from landsea.search.models import CaseWords

pytestmark = pytest.mark.django_db

EIGHT = {
    "en": ("Our mangosteen waits at the gate", "mangosteen"),
    "zh": ("我们的榴莲车在口岸排队三天", "榴莲"),
    "vi": ("Xe thanh long bị kẹt ở cửa khẩu", "thanh long"),
    "th": ("รถทุเรียนติดอยู่หน้าด่านสามวัน", "ทุเรียน"),
    "lo": ("ລົດໝາກມ່ວງຕິດຢູ່ດ່ານສາມມື້", "ໝາກມ່ວງ"),
    "km": ("ឡានស្វាយជាប់នៅច្រកបីថ្ងៃ", "ស្វាយ"),
    "my": ("သရက်သီးကားတွေ ဂိတ်မှာ တန်းစီနေတယ်", "သရက်သီး"),
    "id": ("Truk rambutan kami tertahan di perbatasan", "rambutan"),
}


@pytest.fixture
def world():
    return make_world()


def refs(actor, text, **filters):
    return [one.case.ref for one in access.search_all(actor, text, **filters).cases]


def make_dialogue(title: str) -> None:
    Dialogue.objects.create(
        kind="meeting",
        titles={"en": title},
        starts_at=timezone.now() + timedelta(days=9),
        ends_at=timezone.now() + timedelta(days=9, hours=2),
        time_zone="Asia/Shanghai",
        created_at=timezone.now(),
    )


@pytest.mark.parametrize("language", EIGHT)
def test_a_case_is_found_by_a_word_of_its_script(world, language):
    text, word = EIGHT[language]
    case = world.file(text=text).case
    world.file(text="Something else altogether happened with our papers")
    assert refs(world.actor("coordinator"), word) == [case.ref]


def test_a_case_is_found_without_tone_marks_and_by_the_beginning_of_a_word(world):
    case = world.file(text="Xe sầu riêng bị kẹt ở cửa khẩu").case
    assert refs(world.actor("coordinator"), "sau rieng") == [case.ref]
    assert refs(world.actor("coordinator"), "sau rie") == [case.ref]
    assert refs(world.actor("coordinator"), "sau mangosteen") == []


@pytest.mark.parametrize("who", ["stranger", "other_holder", "observer", "clerk", "other_clerk", "operator", None])
def test_who_may_not_see_a_case_finds_neither_it_nor_its_number(world, who):
    world.file(text="Zyxomarker durian waits at the gate", visibility="coordinator_only")
    actor = world.actor(who) if who else ANONYMOUS
    found = access.search_all(actor, "zyxomarker")
    assert not found and found.counts == ()


def test_the_desk_and_the_coordinator_find_it(world):
    case = world.file(text="Zyxomarker durian waits at the gate").case
    for who in ("holder", "coordinator"):
        assert refs(world.actor(who), "zyxomarker") == [case.ref]


def test_a_right_withdrawn_between_two_searches_counts_at_once(world):
    case = world.file(text="Zyxomarker durian waits").case
    holder = world.actor("holder")
    assert refs(holder, "zyxomarker") == [case.ref]
    Case.objects.filter(pk=case.pk).update(
        desk=world.actor("other_holder").desks and next(iter(world.actor("other_holder").desks))
    )
    assert refs(holder, "zyxomarker") == []


def test_what_was_blacked_out_is_not_found_even_before_it_is_read_again(world):
    case = world.file(text="Zyxomarker durian waits at the gate").case
    now = timezone.now() + timedelta(seconds=1)
    Redaction.objects.create(case=case, original=case.text, reason="name", at=now)
    Case.objects.filter(pk=case.pk).update(text="█████", title="█████", version=case.version + 1)
    coordinator = world.actor("coordinator")
    assert refs(coordinator, "zyxomarker") == []
    assert read_cases(now=now + timedelta(seconds=1)) == 1
    assert refs(coordinator, "zyxomarker") == []
    assert refs(coordinator, case.ref) == [case.ref]


def test_the_worker_reads_what_was_written_in_bulk_once(world):
    case = world.file(text="Zyxomarker durian waits").case
    CaseWords.objects.all().delete()
    assert refs(world.actor("coordinator"), "zyxomarker") == []
    assert read_cases(now=timezone.now()) == 1
    assert read_cases(now=timezone.now()) == 0
    assert refs(world.actor("coordinator"), "zyxomarker") == [case.ref]


def test_a_country_leaves_others_out(world):
    here = world.file(text="Zyxomarker here", country="CN").case
    world.file(text="Zyxomarker there", country="VN")
    assert refs(world.actor("coordinator"), "zyxomarker", country="CN") == [here.ref]


def test_one_kind_leaves_others_out(world):
    world.file(text="Zyxomarker waits")
    assert access.search_all(world.actor("coordinator"), "zyxomarker", kind="places").counts == ()


def test_nothing_in_a_text_becomes_markup(world):
    world.file(text="<script>alert(1)</script> zyxomarker <b onmouseover=x>durian</b>")
    page = world.client("coordinator").get(reverse("search"), {"q": "zyxomarker"}).content.decode()
    assert "<mark>zyxomarker</mark>" in page
    assert "<script>alert(1)" not in page and "<b onmouseover" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("typed", ["", "   ", "'", "a' | b:* & !", "\\", "\u202e", "<x>", "x" * 5_000, "a & b", "((("])
def test_whatever_is_typed_is_answered(world, typed):
    assert (
        world.client("coordinator").get(reverse("search"), {"q": typed, "country": "??", "kind": "??"}).status_code
        == 200
    )


def test_a_country_with_a_nul_in_it_is_answered(world):
    assert world.client("coordinator").get(reverse("search"), {"q": "durian", "country": "\0C"}).status_code == 200


def test_visitors_find_places_and_are_told_about_cases(world):
    place = access.search_all(ANONYMOUS, "Mohan").lines.get("places", ())
    page = world.client("anonymous").get(reverse("search"), {"q": "Mohan"})
    assert page.status_code == 200
    assert b"sign in first" in page.content
    assert [one.key for one in place] == ["CNMHN"]
    assert all(one.key in page.content.decode() for one in place)


def test_what_is_found_of_one_kind_alone_stands_once(world):
    """Over several lists stands what is nearest of all; over one it would be the same lines again."""
    make_dialogue("Sitting on zyxoplums")
    assert access.search_all(ANONYMOUS, "zyxoplums").first
    page = world.client("anonymous").get(reverse("search"), {"q": "zyxoplums"}).content.decode()
    assert page.count("Sitting on zyxoplums") == 1


def test_few_lines_of_several_kinds_are_one_list_with_the_way_to_a_desk(world):
    """Five of six lines stood on a telephone's page twice, and the way to a desk below all of them."""
    Desk.objects.filter(pk=world.rail.pk).update(names={"en": "Zyxoplums desk"})
    make_dialogue("Sitting on zyxoplums")
    page = world.client("anonymous").get(reverse("search"), {"q": "zyxoplums"}).content.decode()
    assert page.count("Sitting on zyxoplums") == page.count("Zyxoplums desk") == 1
    assert page.index("Zyxoplums desk") < page.index("Take these words to the desk") and "#found-" not in page


def test_a_dialogue_is_found_by_its_title_and_not_by_its_room_or_the_address_of_its_call(world):
    """Where it is held is told to those who sit at it, and to nobody by guesses at it."""
    begins = timezone.now() + timedelta(days=9)
    dialogue = Dialogue.objects.create(
        kind="meeting",
        titles={"en": "Working meeting on plant health"},
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        time_zone="Asia/Shanghai",
        where="https://call.example.org/zyxoroom",
        created_at=timezone.now(),
    )
    assert access.search_all(ANONYMOUS, "plant health", kind=access.DIALOGUES).keys(access.DIALOGUES) == (
        str(dialogue.pk),
    )
    for typed in ("zyxoroom", "zyx"):
        assert not access.search_all(ANONYMOUS, typed, kind=access.DIALOGUES)


@pytest.mark.parametrize("part", ["coordinator", "holder", "other_holder", "stranger"])
def test_page_and_count_hold_what_one_sees_and_nothing_else(world, part, monkeypatch):
    """A page of two, so that the rest is only counted."""
    monkeypatch.setattr(access, "PAGE", 2)
    cases = [world.file(f"Durian number {number}, zyxoword.").case for number in range(5)]
    Case.objects.filter(pk=cases[0].pk).update(desk=world.border)
    Redaction.objects.create(
        case=cases[1], original="zyxoword", reason="a name", at=timezone.now() + timedelta(hours=1)
    )
    visible = {"coordinator": cases[:1] + cases[2:], "holder": cases[2:], "other_holder": cases[:1], "stranger": []}[
        part
    ]

    found = access.search_all(world.actor(part), "zyxoword", kind="cases")
    assert [one.case.ref for one in found.cases] == [case.ref for case in reversed(visible)][:2]
    assert dict(found.counts).get("cases", 0) == len(visible)


def test_what_a_stale_key_lets_through_is_neither_shown_nor_counted_and_hides_nothing(world):
    """A copy can be wrong. Looks of two: those that hold nothing for this actor are followed by others."""
    cases = [world.file(f"Durian number {number}, zyxoword.").case for number in range(7)]
    others = [case.pk for case in cases[3:]]
    Case.objects.filter(pk__in=others).update(desk=world.border)
    CaseWords.objects.filter(pk__in=others).update(keys=[f"desk:{cases[0].desk_id}"])
    holder = world.actor("holder")
    assert access.find_cases_with(holder, ["zyxoword"], most=2) == [cases[2].pk, cases[1].pk]
    found = access.search_all(holder, "zyxoword", kind="cases")
    assert [one.case.ref for one in found.cases] == [case.ref for case in reversed(cases[:3])]
    assert dict(found.counts) == {"cases": 3}


def test_words_blacked_out_in_a_message_hide_no_case(world):
    case = world.file("Durian, zyxoword.").case
    message = Message.objects.create(case=case, kind="all", side="filer", body="a name", created_at=timezone.now())
    Redaction.objects.create(
        case=case, message=message, original="a name", reason="a name", at=timezone.now() + timedelta(hours=1)
    )
    assert refs(world.actor("coordinator"), "zyxoword") == [case.ref]


def test_a_page_says_that_it_does_not_show_all(world, monkeypatch):
    monkeypatch.setattr(access, "PAGE", 2)
    for number in ("one", "two", "three"):
        world.file(f"Durian number {number}, zyxoword.")
    page = world.client("coordinator").get(reverse("search"), {"q": "zyxoword"}).content.decode()
    assert "At most 2 of each kind are shown" in page and 'href="#found-cases"' in page
    page = world.client("coordinator").get(reverse("search"), {"q": "zyxoword two"}).content.decode()
    assert "of each kind are shown" not in page


def test_what_a_page_shows_of_a_case_is_fetched_with_it_and_marked_with_its_language(world):
    """A column that was left out is fetched for each case by itself: eight for each of twenty cases."""
    world.file("Durian, zyxoword.", written_in="my", language="en")
    (found,) = access.search_all(world.actor("coordinator"), "zyxoword").cases
    left_out = found.case.get_deferred_fields()
    page = world.client("coordinator").get(reverse("search"), {"q": "zyxoword"})
    assert '<p lang="my" dir="auto">' in page.content.decode()
    ((shown, _where),) = page.context["cases"]
    assert shown.case.get_deferred_fields() == left_out


def test_who_finds_nothing_in_one_country_is_led_to_all_of_them(world):
    world.file("Durian, zyxoword & others.", country="CN")
    client = world.client("coordinator")
    page = client.get(reverse("search"), {"q": "zyxoword & others", "country": "VN"}).content.decode()
    assert "Look everywhere" in page and f'href="{reverse("search")}?q=zyxoword%20%26%20others"' in page
    page = client.get(reverse("search"), {"q": "nothingofthis"}).content.decode()
    assert "Look everywhere" not in page and reverse("file_case") in page
