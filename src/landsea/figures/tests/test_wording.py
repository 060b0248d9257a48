"""Figures in the four languages of the pages: what stands in the reference files, and the sentences made with it."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from landsea.figures.figure_words import describe_period, say_figure
from landsea.figures.presenters import write_on_axis
from landsea_core.translations import Translations

LANGUAGES = ("zh-hans", "vi", "lo", "th")
SERIES = [json.loads(line) for line in (Path(settings.REFERENCE) / "series.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_series_has_its_title_metric_and_unit(language):
    words = Translations.load(Path(settings.REFERENCE), "figures")
    assert not [row["series"] for row in map(words.fill, SERIES) if not row["title"].get(language)]
    assert not [row["metric"] for row in SERIES if words.find(row["metric"], language) is None]
    assert not [row["unit"] for row in SERIES if words.find(row["unit"], language) is None]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Jan–Sep 2025", "2025年1月 – 2025年9月"),
        ("H1 2025", "2025年1月 – 2025年6月"),
        ("Oct 2025", "2025年10月"),
        ("2025", "2025"),
        (" in Q1 2024", " (2024年1月 – 2024年3月)"),
        ("about 1,200 km", "约 1,200 公里"),
        ("2–3 days", "2–3 天"),
        ("5 trains (Xinhua)", "5 列 (新华社)"),
        ("−20 % (minister)", "−20 % (部长)"),
        ("+24.2 %", "+24.2 %"),
        ("as somebody typed it", "as somebody typed it"),
    ],
)
def test_amounts_and_periods_are_said_in_the_readers_language(printed, said):
    with override("zh-hans"):
        assert say_figure(printed) == said
    with override("en"):
        assert say_figure(printed) == printed
        assert describe_period(printed) == printed


def test_what_is_counted_and_what_it_is_per_are_said_by_one_word():
    with override("vi"):
        assert tuple(map(say_figure, ("ship", "lorry", "day", "4 ships × 5,000 dollars"))) == (
            "tàu biển",
            "xe tải",
            "ngày",
            "4 tàu biển × 5.000 đô la",
        )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", ("tháng 9", "tháng 1 – tháng 9", "tháng 4 – tháng 6", "8 (tháng 9) + 7 (tháng 7 – tháng 12)")),
        ("zh-hans", ("9月", "1月 – 9月", "4月 – 6月", "8 (9月) + 7 (7月 – 12月)")),
        ("th", ("เดือน 9", "เดือน 1 – เดือน 9", "เดือน 4 – เดือน 6", "8 (เดือน 9) + 7 (เดือน 7 – เดือน 12)")),
    ],
)
def test_months_of_no_year_are_said_in_the_readers_language(language, said):
    with override(language):
        assert tuple(map(say_figure, ("Sep", "Jan–Sep", "Q2", "8 (Sep) + 7 (H2)"))) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("1,090,000 TEU (+70.3 %)", "1.090.000 TEU (+70,3 %)"),
        ("4,556", "4.556"),
        ("+3.0 %", "+3,0 %"),
        ("−10 – −15 %", "−10 – −15 %"),
        ("over 10,000", "ít nhất 10.000"),
        ("2024", "2024"),
        ("as in version 1.2 of it", "as in version 1.2 of it"),
    ],
)
def test_amounts_have_the_marks_of_the_readers_language(printed, said):
    with override("vi"):
        assert say_figure(printed) == said
        assert write_on_axis(7.5e6) == "7,5 triệu"
        assert write_on_axis(5000) == "5.000"
    with override("zh-hans"):
        assert [write_on_axis(value) for value in (2e9, 7.5e6, 12_000, 5000, 0.5)] == [
            "20 亿",
            "750 万",
            "1.2 万",
            "5000",
            "0.5",
        ]
    assert write_on_axis(2e9) == "2 bn"


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contradiction_is_said_alike_beside_the_series_and_on_its_own_page(client, figures, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    pages = [
        client.get(url).content.decode()
        for url in (
            reverse("figure_series", args=["chongqing-philippines-bn-yuan"]),
            reverse("contradiction", args=["growth:F113"]),
        )
    ]
    with override(language):
        amount, subject = say_figure("8.59 bn yuan"), say_figure("Chongqing - Philippines")
    for page in pages:
        assert amount in page
        assert subject in page
        assert "would start from" not in page
