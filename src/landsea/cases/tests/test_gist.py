"""A case is named first by what it is about, in the language of whoever reads: on pages, in mails and in lists."""

import pytest
from django.urls import reverse
from django.utils import translation

from landsea.base.outbox.composing import render_words
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.read_filed import read_filed
from landsea.cases.gist import make_kept_gist, say_gist, say_kept_gist
from landsea.cases.models import Case

LAO = "ລົດ 3 ຄັນ ທຸລຽນ ຄ້າງຢູ່ດ່ານບໍ່ຮານ"


@pytest.fixture
def case(world) -> Case:
    filed = world.file(LAO, matter="plant_health", goods="ທຸລຽນ", hs="081060", language="lo").case
    read_filed()
    return Case.objects.get(pk=filed.pk)


@pytest.mark.parametrize(
    ("language", "goods", "size"),
    [
        ("en", "durian", "3 lorries"),
        ("zh-hans", "榴莲", "3 辆货车"),
        ("vi", "sầu riêng", "3 xe tải"),
        ("lo", "ທຸລຽນ", "ລົດບັນທຸກ 3 ຄັນ"),
    ],
)
def test_goods_and_sizes_are_said_in_the_language_of_the_reader(case, language, goods, size):
    case.reading["sizes"] = [["lorry", "3", "3"]]
    with translation.override(language):
        parts = say_gist(case).split(" · ")
        assert goods in parts and size in parts
        assert say_kept_gist(make_kept_gist(case)) == say_gist(case)
        assert ("，" in say_gist(case)) == (language == "zh-hans"), "between a place and its country"


def test_the_page_says_it_first_and_the_words_of_the_filer_beneath_with_their_language(world, case):
    page = world.client("holder").get(reverse("case", args=[case.ref])).content.decode()
    head, own = page.index("<h1>plant health · durian"), page.index('<p class="own-words">')
    assert head < own < page.index(LAO, own)
    assert "the filer's own words, Lao" in page


def test_a_case_of_which_nothing_was_understood_is_named_by_its_own_words(world):
    case = world.file("?", matter="", topic="", goods="", hs="").case
    page = world.client("coordinator").get(reverse("case", args=[case.ref])).content.decode()
    assert say_gist(case) == "" and f'dir="auto">{case.title}</h1>' in page


def test_a_mail_to_the_desk_says_what_the_case_is_about_without_a_word_of_the_filer(case):
    mail = Delivery.objects.filter(template="case_arrived").latest("pk")
    assert "plant health · durian" in render_words(mail)[1]
    assert "ທຸລຽນ" not in str(mail.facts)
