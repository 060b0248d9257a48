"""Figures that are seen: numbers on cards in the units of each language, the chart with its parts, links to sources."""

import re
from html import unescape
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from landsea.base.findable import FINDABLE
from landsea.figures.amounts import say_amount
from landsea.figures.headlines import HEADLINES
from landsea.figures.models import Series
from landsea.figures.source_links import link_source
from landsea.figures.two_sides import find_scale
from landsea_core.figures.facts import Contradiction
from landsea_core.sentences import Sentence

RAIL_SEA = "ilstc-rail-sea-trains-teu"


@pytest.mark.parametrize(
    ("language", "amount", "said"),
    [
        ("en", (1_425_000, 1_425_000, "TEU"), "1.425 million TEU"),
        ("zh-hans", (1_425_000, 1_425_000, "TEU"), "142.5 万标箱"),
        ("vi", (1_425_000, 1_425_000, "TEU"), "1,425 triệu TEU"),
        ("lo", (1_425_000, 1_425_000, "TEU"), "1,425 ລ້ານ TEU"),
        ("en", (132.65, 132.65, "bn yuan"), "132.65 bn yuan"),
        ("zh-hans", (9.2, 9.2, "bn yuan"), "92 亿元"),
        ("zh-hans", (1050, 1050, "bn USD"), "1.05 万亿美元"),
        ("vi", (9.2, 9.2, "bn yuan"), "9,2 tỷ nhân dân tệ"),
        ("lo", (9.2, 9.2, "bn yuan"), "9,2 ຕື້ຢວນ"),
        ("en", (94_000, 94_000, "TEU"), "94,000 TEU"),
        ("zh-hans", (584, 584, "ports"), "584 个港口"),
        ("en", (2, 3, "days"), "2–3 days"),
        ("en", (-25, -20, "%"), "−25 – −20 %"),
        ("en", (24, 24, "number"), "24"),
    ],
)
def test_amounts_are_written_as_people_of_the_language_write_them(language, amount, said):
    with override(language):
        assert str(say_amount(*amount)) == said


def test_a_bound_is_said_before_the_number():
    assert str(say_amount(12_000, 12_000, "trips", "over")) == "at least 12,000 trips"


def card_of(page: str, code: str) -> str:
    """Return the words of one card."""
    [html] = re.findall(rf'<a class="figure-card" href="{reverse("figure_series", args=[code])}">.*?</a>', page, re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.django_db
def test_the_search_shows_the_figure_of_the_card_and_how_it_is_known(figures):
    """Not the one whose months begin last: that may be a part of a year, one without a period, or one that was revised."""
    [kind] = [one for one in FINDABLE if one.code == "figures"]
    with override("en"):
        [line] = kind.show([RAIL_SEA], timezone.now())
    assert line.words.endswith("1.425 million TEU · 2025 · published")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        (RAIL_SEA, "en", "containers 1.425 million TEU 2025 +48.4 % against 2024 published"),
        (RAIL_SEA, "zh-hans", "集装箱量 142.5 万标箱 2025 较2024 +48.4 % 已公布"),
        ("chongqing-asean-bn-yuan", "en", "value 132.65 bn yuan 2025 +12.6 %, as said published"),
        ("ilstc-destinations-countries", "en", "127 countries Jan 2026 unchanged against Aug 2025 published"),
        ("china-asean-bn-usd", "vi", "giá trị 1.050 tỷ USD 2025 +6,9 % so với 2024"),
    ],
)
def test_a_card_has_the_newest_value_its_change_and_its_grade(client, figures, code, language, said):
    page = client.get(reverse("figures"), headers={"accept-language": language}).content.decode()
    assert said in card_of(page, code)


@pytest.mark.django_db
def test_headlines_come_first_and_each_series_stands_once(client, figures):
    page = client.get(reverse("figures")).content.decode()
    codes = re.findall(r'class="figure-card" href="/figures/series/([^/]+)/"', page)
    assert tuple(codes[: len(HEADLINES)]) == HEADLINES
    assert sorted(codes) == sorted(Series.objects.values_list("code", flat=True))


@pytest.mark.django_db
def test_a_small_line_says_what_it_shows(client, figures):
    page = client.get(reverse("figures")).content.decode()
    assert 'aria-label="5 figures, from 3,382 TEU to 1.425 million TEU"' in page


@pytest.mark.django_db
def test_a_title_is_in_the_readers_language(client, figures):
    page = client.get(reverse("figures"), headers={"accept-language": "zh-hans"}).content.decode()
    assert "西部陆海新通道铁海联运班列" in page and "ILSTC rail-sea trains" not in page


@pytest.mark.django_db
def test_the_chart_names_each_point_and_marks_parts_of_years(client, figures):
    page = client.get(reverse("figure_series", args=[RAIL_SEA])).content.decode()
    points = re.findall(r'<a class="chart-point[^"]*" href="#([^"]+)"><title>([^<]+)</title>', page)
    assert dict(points)["F001.1"] == "2025: 1.425 million TEU (published)"
    assert dict(points)["F003.1"] == "Jan-Sep 2025: 1.09 million TEU (published)"
    assert page.count('class="chart-part') == 2
    assert all(f'<tr id="{code}">' in page for code, _label in points)


@pytest.mark.django_db
def test_sources_are_links_where_they_are_addresses(client, figures):
    page = client.get(reverse("figure_series", args=[RAIL_SEA])).content.decode()
    assert 'href="https://en.people.cn/n3/2026/0107/c90000-20411007.html" rel="external noopener"' in page
    assert "big5.china.com.cn" in page and 'href="https://big5' not in page


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("en.people.cn/n3/2025/0205/c90000-20272406.html", "https://en.people.cn/n3/2025/0205/c90000-20272406.html"),
        ("https://example.org/a", "https://example.org/a"),
        ("big5.china.com.cn .../content_43233433.html", ""),
        ("ichongqing.info/2024/04/23/...", ""),
        ("example.org/a/amp (Lao counsellor)", "https://example.org/a/amp"),
        ("asiaone; china-railway.com.cn 2024-05-17", ""),
        ("people.cn 2022/0303", ""),
        ("article on the founding of the mechanism", ""),
    ],
)
def test_a_source_is_linked_only_where_it_is_one_whole_address(source, address):
    assert link_source(source) == address


@pytest.mark.django_db
def test_a_contradiction_shows_two_marks_on_one_scale_with_both_sources(client, figures):
    page = unescape(client.get(reverse("contradiction", args=["route:F060+F061"])).content.decode())
    pair = page.split('class="two-sides"')[1].split("</figure>")[0]
    assert "M114.7 6" in pair and "M310 5" in pair, "52 and 149 of 149 hours, from 10 to 310"
    words = " ".join(re.sub(r"<[^>]+>", " ", pair).split())
    assert "52 hours aec.utcc.ac.th (Global Times)" in words
    assert "149 hours speedtransport.la copy of JETRO note" in words


@pytest.mark.django_db
def test_what_we_reckoned_is_called_our_arithmetic(client, figures):
    page = client.get(reverse("contradiction", args=["growth:F113"])).content.decode()
    pair = page.split('class="two-sides"')[1].split("</figure>")[0]
    assert "+30.3 %" in pair and pair.count("our arithmetic") == 1


def test_a_growth_bears_the_source_that_says_it_and_not_that_of_the_year_before():
    said = Sentence("%(right)s, not %(said)s", right="30.3%", said="24.2%")
    rows = [SimpleNamespace(source="year before"), SimpleNamespace(source="report of the growth")]
    scale = find_scale(Contradiction(("F1", "F2"), "growth", said), rows)
    assert [side.source for side in scale.sides if not side.is_computed] == ["report of the growth"]
