"""Editors put a rule into other languages: beside the English, looked at by a second person, shown once it is published."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import translation

from landsea.base.outbox.models import Delivery
from landsea.consequences.actions.spread import spread_waiting
from landsea.consequences.tests.test_spread import STARCH
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.draft_form import DraftForm
from landsea.rules.models import Version
from landsea.rules.rule_translations import is_all_translated
from landsea.rules.tests.conftest import NOW, watching
from landsea.rules.translation_fields import LANGUAGES

pytestmark = pytest.mark.django_db
TITLE = "马来西亚鲜榴莲：海运和空运"


@pytest.fixture
def durian(measures):
    return access.find_measure("M013")


def typed(rule, **changes) -> dict:
    """What the form of a rule sends when its editor changes something."""
    form = DraftForm(before=rule)
    sent = {name: form.get_initial_for_field(field, name) or "" for name, field in form.fields.items()}
    return sent | {"why": "Clearer.", "checked": "2026-11-20"} | changes


def silent(part: str) -> dict[str, str]:
    """What the form sends when a part of a rule is said in no language but English and, perhaps, Chinese."""
    return {f"{part}_{language}": "" for language in LANGUAGES if language != "zh-hans"}


def words_of_form(rule, **changes):
    form = DraftForm(typed(rule, **changes), before=rule)
    form.is_valid()
    return form


def published(rule, words, editors) -> Version:
    version = drafting.draft_version(rule, actor=editors[0], now=NOW, words=words)
    return publish.approve_version(version.pk, actor=editors[1], now=NOW)


def test_the_form_shows_what_stands_in_each_language_and_keeps_what_is_new(durian):
    form = words_of_form(durian)
    assert form.is_valid() and form.words == {}, form.errors
    assert form.initial["title_vi"] and form.initial["requires_lo"].count("\n") == len(durian.requirements) - 1
    form = words_of_form(durian, title_zh_hans=TITLE)
    assert form.is_valid() and form.words == {"zh-hans": {durian.title: TITLE}}


def test_a_new_title_is_put_into_languages_in_the_same_draft(durian):
    form = words_of_form(durian, title="Durian by sea", title_zh_hans="榴莲海运", **silent("title"))
    assert form.is_valid() and form.words == {"zh-hans": {"Durian by sea": "榴莲海运"}}
    assert form.rule.title == "Durian by sea"


@pytest.mark.parametrize(
    ("english", "said", "fault"),
    [
        ("Papers within 30 days", "文件", "30"),
        ("Papers", "文件\n还有一行", "more lines"),
        ("Papers", "文件 | 海关", "more lines"),
    ],
)
def test_a_lost_number_and_a_line_too_many_are_told_beside_the_field(durian, english, said, fault):
    form = words_of_form(durian, requires=english, requires_zh_hans=said, **silent("requires"))
    assert fault in str(form.errors["requires_zh_hans"]) and list(form.errors) == ["requires_zh_hans"]


def test_parts_of_a_line_may_be_left_in_english(durian):
    form = words_of_form(
        durian,
        requires="Papers | Customs | 3 days\nLabel",
        requires_zh_hans="文件 | | 3天\n",
        **silent("requires"),
    )
    assert form.is_valid(), form.errors
    assert form.words["zh-hans"] == {"Papers": "文件", "3 days": "3天"}


def test_readers_see_it_once_a_second_person_approved(durian, editors, client):
    version = drafting.draft_version(durian, actor=editors[0], now=NOW, words={"zh-hans": {durian.title: TITLE}})
    client.cookies["language"] = "zh-hans"
    page = reverse("measure", args=["M013"])
    assert TITLE not in client.get(page).content.decode()
    publish.approve_version(version.pk, actor=editors[1], now=NOW)
    shown = client.get(page).content.decode()
    assert f"<h1>{TITLE}</h1>" in shown and "中文" in shown.split('id="history"')[1]
    assert TITLE in client.get(reverse("measures"), {"q": TITLE}).content.decode()
    publish.withdraw_version(version.pk, actor=editors[0], now=NOW, why="Wrong word.")
    assert TITLE not in client.get(page).content.decode().split('id="history"')[0]


def test_words_alone_are_no_news(measures, editors):
    watching(**STARCH)
    rule = replace(access.find_measure("M128"), checked="2026-11-21")  # the form says that somebody looked
    before = Delivery.objects.filter(template="rule_changed").count()
    version = published(rule, {"lo": {rule.title: "ແປ້ງມັນຕົ້ນ"}}, editors)
    assert spread_waiting(NOW) == 0 and version.pk not in {one.pk for one in access.list_recent_changes()}
    assert Delivery.objects.filter(template="rule_changed").count() == before


def test_what_nobody_put_into_a_language_says_so(durian, editors, client):
    published(replace(durian, title="Durian by sea"), {}, editors)
    for language, told in (("vi", True), ("en", False)):
        client.cookies["language"] = language
        shown = client.get(reverse("measure", args=["M013"])).content.decode()
        assert "Durian by sea" in shown
        with translation.override(language):
            assert is_all_translated(access.find_measure("M013")) is not told


def test_the_second_person_sees_old_and_new_and_what_is_missing(durian, editors, client, world):
    rule = replace(durian, title="Durian by sea")
    version = drafting.draft_version(rule, actor=editors[0], now=NOW, words={"zh-hans": {rule.title: "榴莲海运"}})
    page = world.client("coordinator").get(reverse("rule_version", args=[version.pk])).content.decode()
    assert "榴莲海运" in page and "not put into it; English is shown" in page
    form = world.client("coordinator").get(reverse("rule_draft", args=["M013"])).content.decode()
    assert 'name="title_zh_hans"' in form and "Tiếng Việt" in form
