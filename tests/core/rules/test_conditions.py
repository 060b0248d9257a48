"""New, used or waste: what a code does not tell. The book's own rows, and rows made for one question each."""

from datetime import date
from pathlib import Path

import pytest

from landsea_core.rules import GateAnswer, Shipment, ask_gate, read_book, read_condition, say_answer
from landsea_core.rules.check import check_measure
from landsea_core.rules.measure_files import read_measure

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def book():
    return read_book(REFERENCE)


def ask(book, hs, origin, destination, condition=""):
    return ask_gate(book, Shipment(hs, origin, destination, (), "sea", condition=condition), DAY)


def test_used_cars_are_stopped_where_new_ones_are_not(book):
    assert ask(book, "870323", "CN", "TH", "used").answer is GateAnswer.FORBIDDEN
    assert ask(book, "870323", "CN", "TH", "new").answer is GateAnswer.ALLOWED_WITH


def test_where_nobody_said_the_state_the_verdict_says_what_would_differ(book):
    verdict = ask(book, "870323", "CN", "TH")
    assert verdict.answer is GateAnswer.UNKNOWN
    assert "depends on their state" in str(say_answer(verdict))
    said = {one.condition: one for one in verdict.by_condition}
    assert said["new"].verdict.answer is GateAnswer.ALLOWED_WITH
    assert said["used"].verdict.answer is GateAnswer.FORBIDDEN
    assert "M781" in {measure.code for measure in said["used"].measures}


def test_a_duty_to_be_new_stops_used_goods_and_leaves_the_others_as_they_were(book):
    assert ask(book, "841810", "CN", "VN").answer is GateAnswer.ALLOWED_WITH
    verdict = ask(book, "841810", "CN", "VN", "used")
    assert verdict.answer is GateAnswer.FORBIDDEN
    assert [(one.measure.code, one.reason.code) for one in verdict.forbids] == [("M468", "not_in_this_state")]


def test_used_goods_that_no_rule_of_the_market_speaks_of_are_not_said_to_pass(book):
    verdict = ask(book, "842951", "CN", "KH", "used")
    assert verdict.answer is GateAnswer.UNKNOWN
    assert "used_not_on_file" in {gap.reason.code for gap in verdict.gaps if gap.decides}


@pytest.mark.parametrize("condition", ["", "used", "new"])
def test_codes_that_are_used_goods_pass_nowhere_without_a_rule_that_names_them(book, condition):
    for code, destination in (("401220", "MY"), ("401211", "KH"), ("890800", "LA")):
        verdict = ask(book, code, "CN", destination, condition)
        assert verdict.answer is GateAnswer.UNKNOWN, (code, destination)
        assert "used_not_on_file" in {gap.reason.code for gap in verdict.gaps if gap.decides}
    assert ask(book, "40122021", "CN", "TH", condition).answer is GateAnswer.ALLOWED_WITH  # under a licence
    assert ask(book, "401290", "CN", "MY").answer is GateAnswer.ALLOWED_WITH  # flaps and solid tyres are new


def test_waste_is_asked_about_by_the_codes_of_waste(book):
    assert "waste_has_its_codes" in {gap.reason.code for gap in ask(book, "847130", "CN", "KH", "waste").gaps}
    assert ask(book, "854930", "CN", "MY", "waste").answer is GateAnswer.FORBIDDEN
    for code in ("271099", "811261", "230400"):  # waste oils, waste of cadmium, oil-cake
        assert "waste_has_its_codes" not in {gap.reason.code for gap in ask(book, code, "CN", "KH", "waste").gaps}


def test_nothing_is_said_of_states_where_no_rule_hangs_on_them(book):
    assert ask(book, "081060", "MY", "CN").by_condition == ()


def test_states_that_do_not_exist_and_admissions_that_hang_on_them_are_faults(book):
    row = {
        "id": "M999",
        "title": "t",
        "kind": "market_access_protocol",
        "effect": "admits",
        "country": "CN",
        "authority": "a",
        "legal_act": "l",
        "summary": "s",
        "requires": [],
        "life": {},
        "source": "https://a.example",
        "grade": "published",
        "checked": "2026-11-29",
        "applies": {"hs": ["87"], "destination": ["CN"], "conditions": ["old"]},
    }
    faults = " ".join(str(one) for one in check_measure(read_measure(row)))
    assert "'old' is no state of goods" in faults and "cannot hang on the state" in faults


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("used cars", "used"),
        ("second-hand excavators", "used"),
        ("二手车", "used"),
        ("旧轮胎", "used"),
        ("máy cũ", "used"),
        ("xe ô tô đã qua sử dụng", "used"),
        ("รถมือสอง", "used"),
        ("ລົດມືສອງ", "used"),
        ("mobil bekas", "used"),
        ("plastic scrap", "waste"),
        ("废塑料", "waste"),
        ("phế liệu sắt", "waste"),
        ("เศษเหล็ก", "waste"),
        ("limbah plastik", "waste"),
        ("brand new laptops", "new"),
        ("全新手机", "new"),
        ("new energy vehicles", ""),
        ("used cooking oil", ""),
        ("củ cải", ""),
        ("durian", ""),
        ("used scrap tyres", ""),
        ("machines used in hospitals", ""),
        ("clothes worn by children", ""),
        ("used machines for waste treatment", "used"),
        ("waste water pumps", ""),
        ("waste bins", ""),
        ("waste paper", "waste"),
        ("废水处理设备", ""),
        ("máy xử lý chất thải", ""),
        ("tempat sampah", ""),
        ("bekas makanan", ""),
        ("barang bekas pakai", "used"),
        ("ข้าวหอมพิเศษ", ""),
        ("ถุงขยะ", ""),
        ("ເຂົ້າພິເສດ", ""),
        ("ສິນຄ້າກະເສດ", ""),
        ("เศษพลาสติกเกรดพิเศษ", "waste"),
        ("ເສດເຫຼັກ", "waste"),
    ],
)
def test_words_say_the_state(words, condition):
    assert read_condition(words) == condition
