"""Where out-of-scope matters are handed on to."""

import pytest

from landsea_core.routing import OutsideBody, find_outside_body, list_outside_bodies


def place(code, reason, country="CN", filer_country=""):
    return OutsideBody(code, reason, country, filer_country, {"en": code}, {}, "", "", "test", "assumed", "2026-11-25")


PLACES = [
    place("arbitration", "private_dispute"),
    place("court", "court_case"),
    place("labour", "employment"),
    place("embassy-vn", "employment", filer_country="VN"),
    place("embassy-th", "employment", filer_country="TH"),
    place("chamber", "not_cross_border"),
    place("arbitration-vn", "private_dispute", country="VN"),
]


def chosen(topic, matter, country="CN", filer_country="VN", reason=""):
    found = find_outside_body(topic, matter, country=country, filer_country=filer_country, reason=reason, places=PLACES)
    return found and found.code


@pytest.mark.parametrize(
    ("matter", "code"),
    [("private_dispute", "arbitration"), ("court_case", "court"), ("labour_rights", "labour"), ("unclear", "chamber")],
)
def test_the_matter_names_the_place(matter, code):
    assert chosen("other", matter) == code


def test_what_the_text_said_goes_before_the_matter():
    assert chosen("taxes_fees", "trade_remedy", reason="court_case") == "court"


def test_the_filers_own_mission_stands_second_and_nobody_elses():
    found = list_outside_bodies("other", "labour_rights", country="CN", filer_country="VN", places=PLACES)
    assert [one.code for one in found] == ["labour", "embassy-vn"]


def test_a_reason_without_a_place_falls_back_to_the_chamber():
    assert chosen("other", "consumer_protection") == "chamber"


def test_a_country_without_any_row_has_no_place():
    assert chosen("other", "court_case", country="LA") is None
