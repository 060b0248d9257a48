"""Who fits whom on the exchange board, and when an entry is over."""

from datetime import date

import pytest

from landsea_core.matching import Listing, is_past, match_listings, parse_day, rank_matches

BREWERY = Listing(
    1,
    "goods_offered",
    "brewery",
    hs=frozenset({"220300"}),
    countries=frozenset({"LA"}),
    languages=frozenset({"lo", "en"}),
)


def wanted(id_, **fields):
    about = {"party": f"p{id_}", "hs": frozenset({"220300"}), "countries": frozenset({"CN"})} | fields
    return Listing(id_, "goods_wanted", **about)


def test_an_offer_meets_a_wish_for_the_same_goods_with_the_reasons():
    found = match_listings(BREWERY, wanted(2, languages=frozenset({"en", "zh"}), countries=frozenset({"CN", "LA"})))
    assert [(r.code, r.value, r.points) for r in found.reasons] == [
        ("goods", "220300", 40),
        ("country", "LA", 10),
        ("language", "en", 5),
    ]
    assert found.score == 55


def test_fewer_digits_in_common_weigh_less():
    scores = [match_listings(BREWERY, wanted(2, hs=frozenset({hs}))).score for hs in ("220300", "2203", "2202", "22")]
    assert scores == [40, 30, 15, 15]
    assert match_listings(BREWERY, wanted(2, hs=frozenset({"870899"}))) is None


def test_place_and_language_alone_make_no_match():
    near = wanted(2, hs=frozenset(), languages=frozenset({"en"}), countries=frozenset({"LA"}))
    assert match_listings(BREWERY, near) is None


def test_nobody_is_matched_with_himself_or_with_one_who_offers_the_same():
    assert match_listings(BREWERY, wanted(2, party="brewery")) is None
    assert match_listings(BREWERY, Listing(3, "goods_offered", "other", hs=BREWERY.hs)) is None


def test_a_project_meets_the_policy_of_its_sector():
    project = Listing(1, "project", sectors=frozenset({"new_energy_vehicles"}))
    policy = Listing(2, "incentive", sectors=frozenset({"new_energy_vehicles"}))
    assert match_listings(project, policy).reasons[0].code == "sector"


def test_the_best_come_first_and_the_order_is_the_same_for_everybody():
    others = [wanted(3, hs=frozenset({"22"})), wanted(4), wanted(2)]
    assert [fit.id for fit in rank_matches(BREWERY, others, most=2)] == [2, 4]


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "recurring", "past"),
    [
        ("trade_fair", "2025-09-17", "", "", True),
        ("trade_fair", "2025-09-17", "", "every year", False),
        ("trade_fair", "2026-11", "", "", False),
        ("trade_fair", "2026", "", "", False),
        ("cooperation_zone", "2015", "", "", False),
        ("incentive", "2022", "2025", "", True),
        ("incentive", "2022", "2027", "", False),
        ("scholarship", "", "", "", False),
    ],
)
def test_what_belongs_into_the_archive(kind, starts, ends, recurring, past):
    assert is_past(kind, starts, ends, recurring, date(2026, 11, 25)) is past


@pytest.mark.parametrize("text", ["2569-01-01", "soon", "2026-13", "2026-02-30", "2026-1-1-1"])
def test_a_date_that_is_none_gets_a_sentence(text):
    with pytest.raises(ValueError, match="Write it as"):
        parse_day(text)
