"""The figures of the article on the founding of the mechanism are all held, each with the article's address."""

from pathlib import Path

import pytest

from landsea_core.figures.observations import load_observations
from landsea_core.figures.statement import check_statement

HELD = load_observations(Path(__file__).resolve().parents[3] / "data/reference")
ADDRESS = "www.ichongqing.info/2026/02/11/asean-diplomats-discuss-ilstcs-role"


@pytest.mark.parametrize(
    ("series", "value", "growth"),
    [
        ("chongqing-asean-bn-yuan", 132.65, 12.6),
        ("chongqing-philippines-bn-yuan", 6.59, None),
        ("chongqing-philippines-bn-yuan", 8.59, None),
        ("chongqing-philippines-growth", 24.2, None),
        ("vietnamese-visitors-to-chongqing-people", 350_000, 40),
        ("corridor-growth-on-founding", 25, None),
        ("laos-china-by-sea-days", 30, None),
        ("chongqing-haiphong-air-hours", 2, None),
    ],
)
def test_a_figure_of_the_article_is_held_with_its_address(series, value, growth):
    rows = [one for one in HELD if one.series.code == series and one.source.startswith(ADDRESS)]
    assert (value, growth) in {(one.low, one.growth) for one in rows}


@pytest.mark.parametrize(
    ("series", "ends"), [("laos-china-rail-sea-v-days", (3, 5)), ("chongqing-haiphong-rail-days", (2, 3))]
)
def test_a_range_of_the_article_is_held_with_its_address(series, ends):
    rows = [one for one in HELD if one.series.code == series and one.source.startswith(ADDRESS)]
    assert ends in {(one.low, one.high) for one in rows}


def test_what_the_article_says_of_different_things_is_no_change():
    said = (
        "Chongqing's trade with ASEAN reached 132.65 billion yuan in 2025, up 12.6 percent. Trade with the Philippines "
        "rose from 6.59 billion yuan in 2023 to 8.59 billion yuan. Goods reach Haiphong in 2-3 days by rail and people in "
        "2 hours by air. "
        "From Laos rail takes 3 to 5 days, and the sea about 30 days."
    )
    assert not check_statement(said, HELD).contradictions


@pytest.mark.parametrize(
    "said",
    [
        "It rose from 6.59 to 8.59 billion yuan, up 30.3 %. Trains take 2-3 days by rail and 2 hours by air.",
        "Trade grew 8 %. Goods take 3 days by rail and 20 days by sea.",
    ],
)
def test_two_ways_are_not_beginning_and_end(said):
    assert "change" not in {one.rule for one in check_statement(said).understood}


def test_a_time_that_was_cut_by_taking_another_way_is_a_change():
    found = check_statement("Travel time was cut from 3 days by sea to 5 hours by rail.")
    assert "change" in {one.rule for one in found.understood}
