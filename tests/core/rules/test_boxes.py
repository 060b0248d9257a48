"""A checklist in boxes: each paper once, nothing lost, the duty and the days in front, what is not known told from nothing."""

from datetime import date

import pytest

from landsea_core.rules import (
    Book,
    MeasureKind,
    Purpose,
    Requirement,
    Shipment,
    find_duty,
    find_issuing_country,
    make_checklist,
    put_into_boxes,
    say_duty,
)
from landsea_core.rules.boxes import is_paper
from landsea_core.rules.duty import Duty
from landsea_core.rules.paper_facts import count_days
from landsea_core.rules.paper_stages import PaperStage, find_stage

from .making import measure

DAY = date(2026, 11, 29)
COFFEE = Shipment("090111", "VN", "CN", (), "road")
DURIAN = Shipment("081060", "TH", "CN", ("LA",), "rail")
MOTORCYCLES = Shipment("871120", "CN", "VN", (), "road")
STARCH = Shipment("110814", "LA", "CN", (), "rail")


def items_in(boxed) -> list[str]:
    parts = (*boxed.conditions, *boxed.offered, *boxed.background)
    papers = [item.key for box in boxed.papers for item in box.items]
    return papers + [item.key for part in parts for item in part.items]


@pytest.mark.parametrize("shipment", [COFFEE, DURIAN, MOTORCYCLES, STARCH])
def test_every_item_of_a_checklist_stands_in_one_part(book, shipment):
    found = make_checklist(book, shipment, DAY)
    keys = [item.key for entry in found.entries for item in entry.items]
    assert sorted(items_in(put_into_boxes(found))) == sorted(keys)


def test_a_paper_that_several_rules_ask_for_has_one_box_with_all_of_them(book):
    boxed = put_into_boxes(make_checklist(book, DURIAN, DAY))
    (box,) = [one for one in boxed.papers if "hytosanitary" in one.what]
    assert {"M011", "M211", "M388"} <= {rule.code for rule in box.measures}
    assert (box.who, box.cost) == (
        "Department of Agriculture of Thailand",
        "100 baht a certificate, a replacement 50 baht",
    )
    reports = [one for one in boxed.papers if "report" in one.what and "Laboratory" in one.who]
    assert len(reports) == 1


def test_papers_come_in_the_order_in_which_they_are_got(book):
    """The permit before the contract and the test before the certificate of the lot, though the protocol names that first."""
    words = [box.what for box in put_into_boxes(make_checklist(book, DURIAN, DAY)).papers]
    starts = (
        "Orchard",
        "Producer",
        "Quarantine permit",
        "BY2",
        "Phytosanitary",
        "Form E",
        "Customs document",
        "Customs declaration",
    )
    places = [next(number for number, what in enumerate(words) if what.startswith(start)) for start in starts]
    assert places == sorted(places)


def test_papers_of_one_name_by_two_words_share_a_box_with_the_time_and_fee_of_the_origin(book):
    boxes = put_into_boxes(make_checklist(book, DURIAN, DAY)).papers
    (permit,) = [one for one in boxes if "permit" in one.what.lower()]
    assert {"M211", "M112"} == {rule.code for rule in permit.measures}
    (proof,) = [one for one in boxes if "Form E" in one.what]
    assert (proof.lead_time, proof.cost, proof.validity) == (
        "Thailand 1 to 2 working days",
        "Thailand 50 baht",
        "12 months",
    )
    shrimp = put_into_boxes(make_checklist(book, Shipment("030617", "VN", "CN", (), "road"), DAY)).papers
    assert len([one for one in shrimp if "health certificate" in one.what.lower()]) == 1


def test_what_online_platforms_owe_is_no_paper_of_a_load(book):
    boxed = put_into_boxes(make_checklist(book, Shipment("854143", "CN", "PH", (), "sea"), DAY))
    assert [box.what for box in boxed.papers] == ["Accredited importer; customs declaration; VAT 12 percent."]


@pytest.mark.parametrize(
    ("what", "stage"),
    [
        ("Mill and exporter on the registered list.", PaperStage.MAKER),
        ("Registration certificate for fertilisers.", PaperStage.MAKER),
        ("Car registered at most 180 days before.", PaperStage.PERMIT),
        ("Import licence.", PaperStage.PERMIT),
        ("Test report per lot.", PaperStage.TEST),
        ("Inspection certificate (CIQ) before the export declaration.", PaperStage.LOT),
        ("Certificate of origin (Form E, RCEP or LDC).", PaperStage.ORIGIN),
        ("Carrier's approval before booking.", PaperStage.WAY),
        ("Customs declaration in ASYCUDA; VAT 10 percent.", PaperStage.CUSTOMS),
    ],
)
def test_words_say_when_a_paper_is_got(what, stage):
    assert find_stage(Requirement(what, doc=True), MeasureKind.LICENCE_PERMIT) is stage


def test_papers_of_one_stage_keep_the_order_of_the_checklist(book):
    boxed = put_into_boxes(make_checklist(book, COFFEE, DAY))
    words = [box.what for box in boxed.papers]
    registration = next(number for number, what in enumerate(words) if "GACC registration" in what)
    assert registration < words.index("Customs declaration by a registered importer or broker.")
    assert not any("Check whether" in what or "is renewed" in what for what in words)


def test_only_the_proof_of_origin_that_lowers_the_duty_is_a_box_among_what_is_offered(book):
    for shipment, count in ((COFFEE, 1), (DURIAN, 1), (MOTORCYCLES, 0)):
        boxed = put_into_boxes(make_checklist(book, shipment, DAY))
        assert sum(box.is_offered for box in boxed.papers) == count


@pytest.mark.parametrize(
    ("shipment", "words"),
    [
        (COFFEE, "Duty 0 % with Form E, else 8 %"),
        (DURIAN, "Duty 0 % with Form E, else 20 %"),
        (MOTORCYCLES, "The rate of duty is not on file"),
        (
            STARCH,
            "Duty 0 % with the certificate of least developed countries; the rate without it is not on file",
        ),
    ],
)
def test_the_duty_is_said_first_and_what_is_not_known_of_it(book, shipment, words):
    assert str(say_duty(find_duty(make_checklist(book, shipment, DAY)))) == words


def test_a_rate_without_a_zero_is_not_rounded_down():
    relief = measure(
        "A",
        effect="eases",
        kind="tariff_preference",
        requires=[
            {"what": "Form E or RCEP proof for the agreed rate.", "cost": "saves the general (MFN) duty of 9 percent"}
        ],
    )
    found = make_checklist(Book((relief,)), COFFEE, DAY)
    assert str(say_duty(find_duty(found))) == "Duty 9 %, less with Form E"


def test_a_range_of_rates_has_no_english_word_in_it():
    assert "else 2–5 %" in str(say_duty(Duty(general="2 to 5", lower="0", eased=True, proofs=("Form E",))))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("1 to 3 days", 3),
        ("20 working days", 28),
        ("45 working days by law", 63),
        ("10 to 16 weeks", 112),
        ("6 to 24 months", 720),
        ("answer within 6 working hours of the online file", 1),
        ("show the goods 48 hours before loading", 2),
        ("24 hours with all papers", 1),
        ("5 to 7 laboratory days", 7),
        ("inspection of vegetables and fruit under special terms: ask 3 to 5 working days ahead", 7),
        ("weeks to months", None),
        ("once a year, applications in October", None),
        ("", None),
    ],
)
def test_lead_times_become_days_only_where_they_name_some(words, days):
    assert count_days(words) == days


def test_the_sums_count_what_is_known_and_no_saved_duty_as_a_fee():
    asked = [
        {"what": "Export licence.", "lead_time": "20 working days", "cost": "25 US dollars", "doc": True},
        {"what": "Inspection record.", "lead_time": "5 to 7 days", "cost": "saves the duty", "doc": True},
        {"what": "Plant number.", "doc": True},
    ]
    boxed = put_into_boxes(make_checklist(Book((measure("A", hs=["0901"], requires=asked),)), COFFEE, DAY))
    assert (len(boxed.papers), boxed.days, boxed.timed, boxed.priced) == (3, 35, 2, 1)


@pytest.mark.parametrize(
    ("origin", "sums"), [("VN", (1, 1, 1)), ("TH", (3, 1, 1)), ("MY", (2, 1, 0)), ("LA", (0, 0, 0))]
)
def test_a_time_and_a_fee_of_other_countries_are_not_known_for_this_origin(origin, sums):
    times = "Malaysia 1 working day online; Thailand 1 to 2 working days; Viet Nam 6 working hours"
    asked = [{"what": "Form E.", "lead_time": times, "cost": "Thailand 50 baht; Viet Nam 30,000 dong", "doc": True}]
    coffee = Shipment("090111", origin, "CN", (), "road")
    boxed = put_into_boxes(make_checklist(Book((measure("A", hs=["0901"], requires=asked),)), coffee, DAY))
    assert (boxed.days, boxed.timed, boxed.priced) == sums


def test_a_fee_whose_amount_was_not_found_is_not_known():
    asked = [
        {"what": "Entry in the register.", "cost": "a fee for each class; the amount was not found", "doc": True},
        {"what": "Export licence.", "cost": "no fee", "doc": True},
        {"what": "Plant number.", "cost": "not published", "doc": True},
    ]
    boxed = put_into_boxes(make_checklist(Book((measure("A", hs=["0901"], requires=asked),)), COFFEE, DAY))
    assert boxed.priced == 1


@pytest.mark.parametrize(
    ("who", "made_by", "country"),
    [
        ("Department of Agriculture of Thailand", "CN", "TH"),
        ("Plant protection authority of Viet Nam", "VN", "VN"),
        ("Issuing body of the exporting country", "RCEP", "TH"),
        ("Plant protection authority of the origin", "CN", "TH"),
        ("General Administration of Customs of China (GACC), on proposal of the home authority", "CN", "CN"),
        ("", "CN", "CN"),
        ("RCEP parties", "RCEP", ""),
    ],
)
def test_the_country_whose_desk_answers_follows_from_who_issues(who, made_by, country):
    assert find_issuing_country(who, made_by, DURIAN) == country


def test_a_fact_about_a_paper_is_no_paper():
    assert is_paper(Requirement("Export licence.", doc=True))
    assert not is_paper(Requirement("Registration is renewed automatically for 5 years.", doc=True))
    assert not is_paper(Requirement("Chinese label on the pack."))


def test_a_checklist_without_goods_has_boxes_too(book):
    found = make_checklist(book, Shipment("", "MY", "CN"), DAY, Purpose.PEOPLE)
    assert len(items_in(put_into_boxes(found))) == sum(len(entry.items) for entry in found.entries)
