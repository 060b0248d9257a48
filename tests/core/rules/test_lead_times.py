"""A season is no lead time: neither in the rows on file nor in what an editor types."""

import pytest

from landsea_core.rules import Requirement
from landsea_core.rules.check import check_measure
from landsea_core.rules.lead_times import find_lead_time_fault

from .making import measure


@pytest.mark.parametrize(
    ("what", "lead_time"),
    [
        ("Harvest 10 to 11 weeks after flowering.", "10 to 11 weeks"),
        ("Harvest 10 to 16 weeks after flowering; ripe or split fruit is refused.", "10 to 16 weeks"),
        ("Coconut aged 8 to 9 months after flowering, husk and stalk removed.", "8 to 9 months"),
        ("Quota certificate.", "once a year, applications in October"),
        ("Phytosanitary certificate.", "before the harvest season"),
        ("植物检疫证书。", "采收前2周"),
        ("Thu hoạch 10 tuần sau khi ra hoa.", "10 tuần"),
        ("ໃບຢັ້ງຢືນ.", "10 ອາທິດຫຼັງອອກດອກ"),
        ("ใบรับรอง", "ก่อนเก็บเกี่ยว 3 วัน"),
    ],
)
def test_a_season_is_refused_as_a_lead_time(what, lead_time):
    assert "no lead time" in str(find_lead_time_fault(Requirement(what, lead_time=lead_time)))


@pytest.mark.parametrize(
    ("what", "lead_time"),
    [
        ("Phytosanitary certificate for the lot.", "1 to 3 days"),
        ("Export licence for dual-use items.", "45 working days by law"),
        ("Plan 5 to 7 laboratory days.", "5 to 7 laboratory days"),
        ("Harvest 10 to 11 weeks after flowering.", ""),
        ("Registration of the orchard; fruit is picked by hand.", "6 to 24 months"),
        ("Pay the tax.", "by 31 March 2026"),
    ],
)
def test_a_length_of_time_is_a_lead_time(what, lead_time):
    assert find_lead_time_fault(Requirement(what, lead_time=lead_time)) is None


def test_a_measure_with_a_season_as_a_lead_time_is_not_published():
    wrong = measure("M1", requires=[{"what": "Harvest 10 to 11 weeks after flowering.", "lead_time": "10 to 11 weeks"}])
    assert any("season" in str(fault) for fault in check_measure(wrong))


def test_no_row_on_file_has_one(book):
    assert not [one.code for one in book if any(map(find_lead_time_fault, one.requirements))]
