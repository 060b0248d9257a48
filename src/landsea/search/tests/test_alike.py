"""The second list of a search: in whatever language, never what the first list has, only what one may see, published now."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from landsea.barriers.actions.open_barrier import Words, open_barrier
from landsea.base.actors import ANONYMOUS
from landsea.base.kept import Kept
from landsea.cases.tests.world import make_world
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.experiences.access import list_answers
from landsea.experiences.actions.decide import withdraw_experience
from landsea.experiences.models import Experience, Wording
from landsea.likeness.actions.read_cases import read_cases
from landsea.likeness.models import TextKind, TextVector
from landsea.rules import access as rules_access
from landsea.rules.actions.load_measures import load_measures
from landsea.search import access, alike
from landsea.search.actions.read_texts import read_texts
from landsea.search.sources import SOURCES, Source

pytestmark = pytest.mark.django_db
LAO = "ດ່ານບໍ່ຮັບໃບກວດຫ້ອງທົດລອງຂອງທຸລຽນພວກເຮົາ"
ANSWER = ("榴莲检测报告", "口岸不承认我们的检测报告怎么办？", "只有名单内实验室出具的报告才被承认，请重新送检。")


@pytest.fixture
def world():
    rules_access.forget_book()
    yield make_world()
    rules_access.forget_book()


@pytest.fixture
def experience(world):
    """An answer in Chinese that everybody may read."""
    now = timezone.now() - timedelta(days=9)
    made = Experience.objects.create(
        kind="practice",
        state="published",
        language="zh-hans",
        matter="laboratory",
        topic="sps_tbt",
        country="CN",
        basis="own",
        created_at=now,
        published_at=now,
    )
    Wording.objects.create(
        experience=made,
        language="zh-hans",
        title=ANSWER[0],
        question=ANSWER[1],
        answer=ANSWER[2],
        words=["榴莲"],
        changed_at=now,
    )
    return made


@pytest.fixture
def rules(world, tmp_path):
    """Four rules of the reference files: one on tests of durian, one on Vietnamese durian, and two of other things."""
    wanted = {"M008", "M010", "M012", "M116"}
    lines = (Path(settings.REFERENCE) / "measures.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if json.loads(line)["id"] in wanted]
    (tmp_path / "measures.jsonl").write_text("\n".join(rows), encoding="utf-8")
    load_measures(tmp_path, timezone.now())
    rules_access.forget_book()


def read():
    while read_texts(now=timezone.now()):
        pass
    read_cases(now=timezone.now(), most=500)


def also(actor, text, **filters):
    found = access.search_all(actor, text, **filters)
    return [(one.kind, one.thing) for one in alike.find_also_of_use(actor, text, "lo", found, **filters)]


def test_a_lao_text_finds_the_answer_in_chinese_and_says_so_below(world, experience):
    assert not access.search_all(ANONYMOUS, LAO).keys(access.EXPERIENCES)
    read()
    found = also(ANONYMOUS, LAO)
    assert [kind for kind, _thing in found][0] == access.EXPERIENCES and found[0][1].experience == experience
    page = world.client("anonymous").get(reverse("search"), {"q": LAO}).content.decode()
    assert page.index("Perhaps also of use") < page.index(ANSWER[0])


def test_a_lao_text_finds_the_rule_on_tests_of_durian(rules):
    """By the words for durian and laboratory, which mean the same in Lao: so it stands in the first list, and only there."""
    read()
    assert access.search_all(ANONYMOUS, LAO, kind=access.MEASURES).keys(access.MEASURES)[0] == "M010"
    assert "M010" not in [getattr(thing, "code", "") for _kind, thing in also(ANONYMOUS, LAO)]


def test_what_the_first_list_has_is_not_said_twice(world, experience):
    read()
    assert access.search_all(ANONYMOUS, "榴莲").keys(access.EXPERIENCES) == (str(experience.pk),)
    assert access.EXPERIENCES not in [kind for kind, _thing in also(ANONYMOUS, "榴莲")]


@pytest.mark.parametrize("who", ["stranger", "other_holder", "clerk", "operator", "anonymous"])
def test_cases_of_others_are_in_neither_list(world, who):
    world.file(text="口岸不承认我们榴莲的检测报告", visibility="coordinator_only")
    read()
    assert access.CASES not in [kind for kind, _thing in also(world.actor(who), LAO)]


def test_those_who_may_see_a_case_find_it_in_the_second_list(world):
    case = world.file(text="口岸不承认我们榴莲的检测报告").case
    read()
    for who in ("holder", "coordinator"):
        assert (access.CASES, case) in also(world.actor(who), LAO)
    assert also(world.actor("holder"), LAO, country="VN") == []


def test_what_is_taken_back_is_found_no_more_at_once(world, experience):
    read()
    withdraw_experience(world.actor("coordinator"), experience.pk, "A name was left in it.", timezone.now())
    assert also(ANONYMOUS, LAO) == [] and not TextVector.objects.filter(kind="experience").exists()


def test_a_barrier_is_found_and_leads_to_its_page(world):
    case = world.file(text="口岸不承认我们榴莲的检测报告").case
    words = Words({"zh-hans": "榴莲检测报告不被承认"}, matter="laboratory", country="CN", chapter="08")
    barrier = open_barrier(world.actor("coordinator"), words, [case.pk], now=timezone.now())
    read()
    assert (alike.BARRIERS, barrier) in also(ANONYMOUS, LAO)
    page = world.client("anonymous").get(reverse("search"), {"q": LAO}).content.decode()
    assert reverse("barrier", args=[barrier.pk]) in page


def test_who_is_about_to_file_is_offered_the_answer_in_another_language(world, experience):
    assert list_answers(text=LAO, country="CN", language="lo") == []
    read()
    assert [one.experience for one in list_answers(text=LAO, country="CN", language="lo")] == [experience]
    assert list_answers(text="Our bank holds the payment of a customer", country="CN", language="en") == []


def test_rules_that_read_alike_are_those_of_the_two_countries_that_goods_do_not_lead_to(rules):
    read()
    asked = {"filer_country": "LA", "day": timezone.localdate()}
    text = "ທຸລຽນຂອງພວກເຮົາຕ້ອງມີຜົນກວດແຄດມຽມ ແລະ BY2 ທຸກຊຸດບໍ?"
    assert [one.thing.code for one in alike.find_rules_alike(text, hs="", country="CN", **asked)][0] == "M010"
    assert alike.find_rules_alike(text, hs="", country="VN", **asked) == []
    asked["filer_country"] = "TH"  # goods and countries lead to it: it stands above already
    assert "M010" not in {one.thing.code for one in alike.find_rules_alike(text, hs="081060", country="CN", **asked)}


def test_texts_are_read_once_and_dropped_when_they_are_not_public(world, experience):
    read()
    assert read_texts(now=timezone.now()) == 0
    Experience.objects.update(state="draft")
    read_texts(now=timezone.now())
    assert not TextVector.objects.filter(kind="experience").exists()


def test_desks_are_looked_at_again_only_when_the_directory_changed(world, monkeypatch):
    """Once a minute all desks were read and nothing was new: a second of processor each time, the most of an idle worker's."""
    looked = []
    source = SOURCES[TextKind.DESK]
    kept = Kept(source.kept._read_mark)
    texts = lambda: looked.append(1) or source.texts()  # noqa: E731
    monkeypatch.setitem(SOURCES, TextKind.DESK, Source(texts, kept))
    while read_texts(now=timezone.now()):
        pass
    before = len(looked)
    assert read_texts(now=timezone.now()) == 0 and len(looked) == before
    with transaction.atomic():
        raise_revision(lock_revision())
    assert read_texts(now=timezone.now()) == 0 and len(looked) == before + 1


@pytest.mark.parametrize("typed", ["", "   ", "'", "a' | b:* & !", "\u202e", "<x>", "x" * 5_000, "榴" * 5_000])
def test_whatever_is_typed_is_answered(world, experience, typed):
    read()
    assert world.client("coordinator").get(reverse("search"), {"q": typed}).status_code == 200
