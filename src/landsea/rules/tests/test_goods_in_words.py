"""Goods asked in words: where they may be several, each verdict is told; a word that nobody knows is said to be unknown."""

import json

import pytest
from django.urls import reverse

from landsea.rules.commandline.gate import main
from landsea.rules.forms import InterestForm
from landsea.rules.goods_readings import list_readings
from landsea.rules.hs import name_goods

pytestmark = pytest.mark.django_db
ASKED = {"purpose": "sell", "origin": "CN", "destination": "SG", "mode": "sea", "on": "2026-12-02"}
LANGUAGES = ("zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")


def ask(client, language="en", **changed):
    client.cookies["language"] = language
    return client.get(reverse("checklist"), ASKED | changed).content.decode()


def test_of_goods_with_different_verdicts_each_verdict_is_told(measures, client):
    page = ask(client, goods="durian, frozen durian", origin="ID", destination="CN")
    assert "Which of these is it?" in page and "It matters: the rules differ." in page
    assert page.count('class="state') >= 2 and "hs=081060" in page and "hs=081190" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_for_the_goods_that_nobody_knows_is_said_in_every_language(measures, client, language):
    page = ask(client, language, goods="bowling shoes polish")
    assert "polish" in page and "hs=640" in page
    assert "Nothing known here is called" not in page
    assert "“开壳器”" in ask(client, goods="榴莲开壳器")


def test_what_nobody_knows_is_asked_for_and_not_answered_as_the_word_that_describes_it(measures, client):
    page = ask(client, goods="bowling shoes polish")
    assert "Nothing known here is called “polish”" in page
    assert 'id="steps"' not in page


SWEETS = {"goods": "nougat"}


def test_goods_of_the_same_heading_that_may_not_pass_are_named(measures, client):
    assert "Other goods of this heading may not pass." in ask(client, **SWEETS)
    assert "hs=170410" in ask(client, **SWEETS)
    assert "Other goods of this heading" not in ask(client, goods="170490")
    assert "Other goods of this heading" not in ask(client, goods="chewing gum")


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_named_in_every_language(measures, client, language):
    page = ask(client, language, **SWEETS)
    assert "hs=170410" in page and "Other goods of this heading" not in page


def answer(capsys, goods, status=0, **changed):
    asked = {"origin": "CN", "destination": "SG", "mode": "sea", "on": "2026-12-02"} | changed
    assert main([*(f"--{name}={value}" for name, value in asked.items()), f"--goods={goods}", "--json"]) == status
    told = capsys.readouterr()
    return told.err if status else json.loads(told.out)


@pytest.mark.parametrize("goods", ["chewing gum", "kẹo cao su", "口香糖", "หมากฝรั่ง", "permen karet", "bubble gum"])
def test_the_command_reads_goods_in_words(capsys, goods):
    found = answer(capsys, goods)
    assert found["verdict"] == "forbidden" and found["question"]["hs"] == "170410" and found["goods"]


def test_the_command_tells_each_verdict_where_it_depends_on_which_goods(capsys):
    found = answer(capsys, "durian, frozen durian", origin="ID", destination="CN")
    assert found["verdict"] == "depends"
    assert {one["question"]["hs"] for one in found["by_goods"]} == {"081060", "081190"}
    assert answer(capsys, "bowling shoes polish")["unread"] == "polish"
    assert answer(capsys, "nougat")["stopped_beside"][0]["hs"] == "170410"


def test_the_command_refuses_words_that_name_no_goods(capsys):
    assert "no goods are known by these words" in answer(capsys, "qwxyz", status=2)


def test_goods_that_share_a_name_are_told_apart_by_what_their_codes_are_called(measures, client):
    called = {one.hs: one.name for one in list_readings("bowling shoes polish")}
    assert called == {code: name_goods(code) for code in ("640299", "640399")}
    assert [one.name for one in list_readings("durian")] == ["durian"]


def test_a_watch_keeps_every_code_that_its_words_may_mean_and_no_code_of_a_word_that_only_describes():
    form = InterestForm({"hs": "durian, bowling shoes", "frequency": "never"})
    assert form.is_valid() and form.cleaned_data["hs"] == ("081060", "640299", "640399")
    form = InterestForm({"hs": "bowling shoes polish", "frequency": "never"})
    assert not form.is_valid() and "“polish”" in form.errors["hs"][0]


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_goods_of_a_country_outside_are_asked_for_on_the_page(measures, client, language):
    page = ask(client, language, goods="847130", origin="ZZ", destination="LA")
    assert 'value="ZZ" selected' in page and ">ZZ" not in page
    assert ("The goods are made outside the corridor" in page) == (language == "en")
