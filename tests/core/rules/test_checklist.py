"""Steps in order, readiness, and the difference in words."""

from datetime import date

from landsea_core.rules import Interest, Purpose, Shipment, is_concerned_by, list_changes, make_checklist
from landsea_core.rules.difference import explain_change

from .making import measure

DAY = date(2026, 8, 1)
STARCH = Shipment("110814", "LA", "CN", (), "rail")


def test_a_lao_starch_maker_gets_steps_in_order_with_sources(book):
    found = make_checklist(book, STARCH, DAY)
    kinds = [str(step.measure.kind) for step in found.entries]
    assert kinds.index("establishment_registration") < kinds.index("conformity_labelling") < kinds.index("tax_fee")
    assert all(step.measure.source for step in found.entries)
    assert any("LDC certificate" in item.requirement.what for step in found.entries for item in step.items)
    assert found.readiness(frozenset()) == (0, len(found.duties))


def test_a_tick_counts_once_and_terms_of_a_relief_are_no_duty(book):
    found = make_checklist(book, STARCH, DAY)
    offered = next(item for step in found.entries if step.offered for item in step.items)
    done, of = found.readiness(frozenset({found.duties[0].key, offered.key}))
    assert (done, of) == (1, len(found.duties))


def test_people_get_visas_and_nothing_about_goods(book):
    found = make_checklist(book, Shipment("", "MY", "CN"), DAY, Purpose.PEOPLE)
    assert {str(step.measure.kind) for step in found.entries} == {"visa_entry"}
    assert "M056" in {step.measure.code for step in found.entries}


def test_investors_get_incentives(book):
    found = make_checklist(book, Shipment("870380", "CN", "TH"), DAY, Purpose.INVEST)
    assert "M093" in {step.measure.code for step in found.entries}


def said(before, after):
    return [str(explain_change(change)) for change in list_changes(before, after)]


def test_a_changed_requirement_is_told_as_a_trader_would():
    before = measure("A", requires=[{"what": "Test report.", "lead_time": "3 days"}, {"what": "Old paper."}])
    after = measure("A", requires=[{"what": "Test report.", "lead_time": "7 days"}, {"what": "New paper."}])
    assert said(before, after) == [
        "Now also needed: New paper.",
        "No longer needed: Old paper.",
        "Test report. It now takes 7 days (before: 3 days).",
    ]


def test_a_new_measure_and_a_mere_second_look():
    assert said(None, measure("A")) == ["This rule is new here: Rule A."]
    assert said(measure("A", checked="2026-01-01"), measure("A", checked="2026-11-25")) == [
        "Only looked at again on 2026-11-25; nothing in the rule changed."
    ]
    assert said(measure("A"), measure("A")) == []


def test_dates_suspensions_and_scope_are_told():
    before = measure("A", in_force="2026-01-01", hs=["0810"])
    after = measure("A", suspensions=[{"first": "2026-02-04"}], hs=["0810", "0811"], last_day="2026-12-31")
    assert said(before, after) == [
        "It begins on - (before: 2026-01-01).",
        "Its last day is 2026-12-31 (before: -).",
        "It is suspended from 2026-02-04 to -.",
        "Goods: now HS 0810, 0811 (before: 0810).",
    ]


def test_a_stop_that_becomes_an_exception_is_no_mere_second_look():
    all_cars = measure("A", "forbids", hs=["8703"], goods="right-hand drive", checked="2026-01-01")
    few = measure("A", "forbids", hs=["8703"], goods="right-hand drive", exception=True)
    assert said(all_cars, few) == [
        "It stops only the goods that it names; others of these codes are judged by other rules."
    ]
    assert said(few, all_cars) == ["The goods that it names are no exception among these codes any more."]


def test_whom_a_measure_concerns():
    durian = measure("A", hs=["081060"], origin=["TH"], modes=["rail"])
    assert is_concerned_by(Interest(), durian)
    assert is_concerned_by(Interest(hs=("08",)), durian)
    assert is_concerned_by(Interest(hs=("0810600000",)), durian)
    assert not is_concerned_by(Interest(hs=("0811",)), durian)
    assert not is_concerned_by(Interest(origins=frozenset({"VN"})), durian)
    assert not is_concerned_by(Interest(modes=frozenset({"sea"})), durian)
    assert not is_concerned_by(Interest(kinds=frozenset({"visa_entry"})), durian)
    border = measure("B", destination=[], borders=["TH-KH"])
    assert is_concerned_by(Interest(destinations=frozenset({"KH"})), border)
    assert not is_concerned_by(Interest(destinations=frozenset({"VN"})), border)


def test_whoever_invests_reads_first_whether_and_how(book):
    for market in ("VN", "ID", "TH", "MY", "PH", "MM", "LA", "KH", "SG", "BN", "TL"):
        steps = make_checklist(book, Shipment("", "CN", market), date(2026, 12, 1), Purpose.INVEST).entries
        assert steps and steps[0].measure.kind == "investment_incentive", market
    (step, *_) = make_checklist(book, Shipment("", "TH", "CN"), date(2026, 12, 1), Purpose.INVEST).entries
    assert step.measure.code == "M492"


def test_every_pair_with_china_says_something_about_visas(book):
    for country in ("VN", "ID", "TH", "MY", "PH", "MM", "LA", "KH", "SG", "BN", "TL"):
        for way in (("CN", country), (country, "CN")):
            assert make_checklist(book, Shipment("", *way), date(2026, 12, 1), Purpose.PEOPLE).entries, way
