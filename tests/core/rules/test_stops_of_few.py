"""What stops few goods, or no goods at all, stops nobody else: ordinary loads are asked of the measures on file."""

import pytest

from landsea_core.rules import Book, Shipment, ask_gate, describe_verdict
from landsea_core.rules.coverage import Coverage
from landsea_core.rules.measure_kinds import NOT_ABOUT_GOODS, Effect

from .making import measure
from .test_coverage import ALL_LOOKED_AT, DAY, DOOR, PHONE


def ask(book, hs, origin, destination, mode="sea", condition=""):
    return ask_gate(book, Shipment(hs, origin, destination, (), mode, condition=condition), DAY)


def codes(gaps):
    return {gap.measure.code for gap in gaps if gap.measure is not None}


def test_what_names_goods_in_words_only_never_decides_about_all_goods(book):
    stops = [one for one in book if one.effect is Effect.FORBIDS and one.kind not in NOT_ABOUT_GOODS]
    assert [one.code for one in stops if one.scope.goods and not (one.scope.hs or one.scope.exception)] == []


@pytest.mark.parametrize(
    ("hs", "origin", "destination", "mode", "told"),
    [
        ("843149", "TH", "MY", "road", ""),
        ("843149", "MY", "SG", "road", ""),
        ("841410", "CN", "SG", "sea", "M2529"),
        ("961310", "CN", "SG", "sea", "M2619"),
        ("870323", "CN", "KH", "sea", "M2555"),
        ("870323", "CN", "TL", "sea", "M2574"),
        ("060312", "ID", "TL", "air", "M2621"),
    ],
)
def test_an_ordinary_load_passes_and_is_told_which_goods_do_not(book, hs, origin, destination, mode, told):
    verdict = ask(book, hs, origin, destination, mode)
    assert verdict.answer == "allowed_with"
    assert not told or told in codes(verdict.gaps)
    said = describe_verdict(verdict)["says"]
    assert said.startswith("Some goods of this code may not pass" if told else "No rule known to us stops these goods.")
    assert "not a permission" in said


def test_a_new_car_is_not_told_of_the_stop_of_old_ones(book):
    assert "M2574" in codes(ask(book, "870323", "CN", "TL", condition="used").gaps)
    assert "M2574" not in codes(ask(book, "870323", "CN", "TL", condition="new").gaps)


def test_thai_pork_of_approved_abattoirs_enters_malaysia_and_that_of_neighbours_does_not(book):
    assert ask(book, "020329", "TH", "MY", "road").answer == "allowed_with"
    assert {one.measure.code for one in ask(book, "020329", "VN", "MY").forbids} == {"M2620"}
    assert ask(book, "010392", "TH", "MY", "road").answer == "forbidden"


def test_canned_pork_of_china_enters_malaysia_if_it_was_retorted(book):
    verdict = ask(book, "160249", "CN", "MY")
    assert verdict.answer == "allowed_with"
    assert "M2660" in codes(verdict.gaps)


def test_transit_by_rail_is_told_to_who_passes_through_thailand_only(book):
    ends_there = Shipment("843149", "LA", "TH", (), "rail")
    passes = Shipment("843149", "LA", "MY", ("TH",), "rail")
    told = [{one.measure.code for one in ask_gate(book, shipment, DAY).requires} for shipment in (ends_there, passes)]
    assert ["M2117" in one for one in told] == [False, True]


def test_a_duty_whose_five_years_are_over_is_told_and_not_owed(book):
    for hs in ("292242", "392020"):
        verdict = ask(book, hs, "CN", "VN")
        assert not {"M2045", "M2071"} & {one.measure.code for one in verdict.requires}
        assert {"M2045", "M2071"} & {one.measure.code for one in verdict.informs}


def test_algae_of_indonesia_are_admitted_and_sugar_cane_is_not_with_them(book):
    admitted = [{one.measure.code for one in ask(book, hs, "ID", "CN").admits} for hs in ("121221", "121293")]
    assert ["M2058" in one for one in admitted] == [True, False]


@pytest.mark.parametrize(
    ("hs", "origin", "destination", "condition", "told"),
    [
        ("071490", "ID", "CN", "", "M1047"),
        ("845710", "CN", "VN", "used", "M7412"),
        ("880240", "SG", "VN", "used", "M4884"),
        ("890190", "CN", "VN", "", "M4886"),
    ],
)
def test_the_first_line_says_that_some_goods_of_the_code_may_not_pass(book, hs, origin, destination, condition, told):
    verdict = ask(book, hs, origin, destination, condition=condition)
    assert told in codes(verdict.gaps)
    if verdict.answer != "unknown":
        assert describe_verdict(verdict)["says"].startswith(
            "Some goods of this code may not pass: they are named below."
        )


def test_where_all_was_looked_at_the_others_may_pass():
    few = measure("F", "forbids", hs=["8517"], goods="phones with mercury", exception=True)
    said = [
        describe_verdict(ask_gate(Book([DOOR, *stops], Coverage(ALL_LOOKED_AT)), PHONE, DAY))["says"]
        for stops in ([], [few])
    ]
    assert said[0].startswith("These goods may pass")
    assert said[1].endswith("they are named below. The others may pass, with what is listed below.")


def test_a_new_machine_is_not_told_of_the_stop_of_old_ones(book):
    assert "M7412" not in codes(ask(book, "845710", "CN", "VN", condition="new").gaps)
