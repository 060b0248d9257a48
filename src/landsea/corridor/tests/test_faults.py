"""A question that cannot be planned comes back in the reader's language, with what to change and all that was typed."""

import pytest
from django.core.cache import cache
from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from landsea.corridor.asking import add_goods
from landsea_core.planner.network.legality import LegalRefusal
from landsea_core.planner.network.questions import RefusedWay
from landsea_core.rules.reasons import MeasureReason

pytestmark = pytest.mark.django_db
ASKED = {"from": "Vientiane", "to": "Chongqing", "ready": "2026-12-01T08:00", "unit": "teu"}
LANGUAGES = ("en", "zh-hans", "vi", "lo", "th")
BAD = {
    "unknown": ({"from": "Vientiene"}, {"en": "Vientiane (LAVTE)", "zh-hans": "万象 (LAVTE)", "lo": "ວຽງຈັນ (LAVTE)"}),
    "several": (
        {"from": "Taizhou"},
        {"en": "Taizhou – Nanjing (CN~TAIZHOU)", "zh-hans": "泰州 – 南京 (CN~TAIZHOU)", "lo": "(CN~TAIZHOU-2)"},
    ),
    "same": (
        {"to": "Vientiane"},
        {"en": "Vientiane is both start and end", "zh-hans": "万象 既是起点又是终点", "lo": "ວຽງຈັນ"},
    ),
    "outside": (
        {"ready": "2025-12-01T08:00"},
        {"en": "Give a time within it.", "zh-hans": "范围内的时间", "lo": "ບອກເວລາ"},
    ),
    "zero": ({"amount": "0"}, {"en": "above zero", "zh-hans": "大于零", "lo": "ຫຼາຍກວ່າສູນ"}),
    "absurd": (
        {"amount": "34000000", "unit": "kg"},
        {"en": "34,000,000 kg", "zh-hans": "34,000,000", "vi": "34.000.000 kg", "lo": "34.000.000 kg"},
    ),
    "nobody": ({"dg": "1", "amount": "1", "mode": "rail"}, {"en": "R041", "zh-hans": "未确认承运危险品", "lo": "R041"}),
    "modes": ({"mode": "sea"}, {"en": "no way by sea alone", "zh-hans": "海运", "lo": "ທະເລ"}),
    "early": ({"by": "2026-11-30T08:00"}, {"en": "give a later one", "zh-hans": "更晚", "lo": "ຊ້າກວ່າ"}),
    "number": ({"amount": "many"}, {"en": "as a number", "zh-hans": "数字", "lo": "ຕົວເລກ"}),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BAD)
def test_each_fault_is_said_in_the_reader_s_language_and_nothing_typed_is_lost(client, name, language):
    """Its own words in each language, no English in others, and every value in the form again."""
    changed, expected = BAD[name]
    client.cookies["language"] = language
    page = client.get(reverse("plan"), {**ASKED, "goods": "bananas", **changed})
    text = page.content.decode()
    assert page.status_code == 422 and page.context["fault"]
    assert escape(expected.get(language, "")) in text
    assert language == "en" or page.context["fault"] != expected["en"]
    form = page.context["form"]
    assert {key: form[key].value() for key in changed} == changed | (
        {"mode": [changed["mode"]]} if "mode" in changed else {}
    )
    assert form["goods"].value() == "bananas"


@pytest.mark.parametrize(("language", "typed", "heading"), [("lo", "1,5", "1,5 TEU"), ("en", "1,5", "1.5 TEU")])
def test_an_amount_with_the_reader_s_mark_is_planned_as_typed(client, language, typed, heading):
    """Not ten times as much; the address to share holds it as readers of all languages read it."""
    client.cookies["language"] = language
    page = client.get(reverse("plan"), {**ASKED, "amount": typed})
    assert page.context["plan"].question.cargo.teu == 1.5
    assert page.context["cargo"] == heading and "amount=1.5&" in page.context["link"]


def test_an_amount_of_two_readings_is_asked_for_again(client):
    client.cookies["language"] = "lo"
    page = client.get(reverse("plan"), {**ASKED, "amount": "1,500", "unit": "t"})
    assert page.status_code == 422 and "1500" in page.context["fault"] and "1,5" in page.context["fault"]


def test_the_nearest_names_are_one_press_away(client):
    """The same question with the name in place; the rest of it stays."""
    page = client.get(reverse("plan"), {**ASKED, "to": "Chonqing", "amount": "3"})
    words, query = page.context["nearest"][0]
    assert words == "Chongqing (CNCKG)" and "amount=3" in query and "to=CNCKG" in query and "from=Vientiane" in query
    assert client.get(f"{reverse('plan')}?{query}").status_code == 200


def test_what_the_law_refuses_is_said_in_the_reader_s_language():
    """A link to the measure, its reason with the ways by their words; the summary, which is English, for its readers alone."""
    reason = MeasureReason("admits_other_ways", {"measure": "M013", "ways": "air, sea"})
    refusal = LegalRefusal(
        "M013 Fresh durian", "…", "gov.example", "published", "M013", "Fresh durian", reason, "No land route."
    )
    told = {}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            told[language] = render_to_string("corridor/parts/refused.html", {"refused": [RefusedWay(refusal)]})
    text = told["zh-hans"]
    assert reverse("measure", args=["M013"]) in text and "海运" in text and "admits" not in text
    assert "No land route." not in text and '<p class="soft">No land route.</p>' in told["en"]


def test_goods_that_nobody_knows_are_said_to_be_none(client):
    """The plan is shown, and that no measure about goods was asked."""
    page = client.get(reverse("plan"), {**ASKED, "goods": "blorbfish"})
    assert page.status_code == 200 and "No goods are known as “blorbfish”" in page.content.decode()
    assert "No goods are known" not in client.get(reverse("plan"), {**ASKED, "goods": "bananas"}).content.decode()


def test_the_state_that_the_words_say_is_shown_as_part_of_the_question():
    assert add_goods(QueryDict("goods=used cars&hs=8703"))["condition"] == "used"
    assert add_goods(QueryDict("goods=used cars&hs=8703&condition=new"))["condition"] == "new"
    assert "condition" not in add_goods(QueryDict("goods=cars&hs=8703"))


def test_one_network_asks_for_so_many_plans(client, settings):
    """The next one comes back with a sentence and what was typed; what is not in order is not counted."""
    settings.FILINGS_PER_HOUR = 1
    assert client.get(reverse("plan"), {**ASKED, "mode": "camel"}).status_code == 422
    assert [client.get(reverse("plan"), ASKED).status_code for _ in range(5)] == [200] * 4 + [429]
    page = client.get(reverse("plan"), {**ASKED, "amount": "7", "goods": "durian"}).content.decode()
    assert "ask it later" in page and 'value="7"' in page and 'value="durian"' in page
    assert client.get(reverse("plan_cut_offs"), ASKED | {"number": "1"}).status_code == 429
    kept = {"question": "from=Vientiane", "number": "1", "email": "a@example.org", "name": "Mine"}
    page = client.post(reverse("keep_plan"), kept)
    assert page.status_code == 429 and 'value="a@example.org"' in page.content.decode()
    assert client.get(reverse("plan"), ASKED, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get(reverse("plan")).status_code == 200, "the empty form costs nothing"


def test_an_itinerary_that_is_gone_leaves_the_question_and_the_address(client):
    """The ways as they are now, and the form as it was filled in."""
    cache.clear()
    question = "&".join(f"{key}={value}" for key, value in ASKED.items())
    page = client.post(reverse("keep_plan"), {"question": question, "number": "99", "email": "a@example.org"})
    text = page.content.decode()
    assert page.status_code == 422 and "Choose again" in text and 'value="a@example.org"' in text and "way-1" in text
