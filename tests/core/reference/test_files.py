"""The files of this checkout: in order, large enough, covering every topic in every country."""

from pathlib import Path

import pytest

from landsea_core.reference import compute_coverage, find_reference_problems, read_reference

FOLDER = Path(__file__).parents[3] / "data" / "reference"


@pytest.fixture(scope="module")
def reference():
    return read_reference(FOLDER)


def test_nothing_is_wrong_with_them():
    assert find_reference_problems(FOLDER) == []


def test_they_hold_what_was_promised(reference):
    assert len(reference.offices) >= 400
    assert len(reference.desks) >= 700
    assert len(reference.places) >= 245


def test_every_topic_has_a_desk_in_every_country_or_a_reason(reference):
    cells = compute_coverage(reference)
    assert len(cells) == len(reference.topics) * 12
    assert {(cell.topic, cell.country) for cell in cells.values() if not cell.covered} == {("ip", "TL")}
    assert cells["ip", "TL"].words == "coordinator (knowingly)"
    assert cells["ip", "VN"].words == "vn-intellectual-property.marks"


def test_missions_stand_beside_but_never_before_the_host(reference):
    missions = [
        (desk, office)
        for desk in reference.desks.values()
        if (office := reference.offices[desk.office]).kind == "embassy_commercial"
    ]
    assert missions
    for desk, office in missions:
        for row in desk.rows():
            assert (row.topic, row.country, row.filer_country) == ("", office.host_country, office.country), desk.code


def test_the_neighbours_of_a_border_are_apart(reference):
    """No desk answers for places of two countries."""
    for desk in reference.desks.values():
        countries = {reference.places[row.place].country for row in desk.rows() if row.place}
        assert len(countries) <= 1, desk.code


def test_a_place_knows_what_it_lies_within(reference):
    assert reference.wider("CNMHR") == ("CNMHR", "CNMLC")
    assert reference.wider("nowhere") == ()


@pytest.mark.parametrize(
    ("office", "weekend"),
    [
        ("my-customs-bukit-kayu-hitam", (4, 5)),
        ("my-customs-johor", (5, 6)),
        ("bn-customs", (4, 6)),
        ("vn-customs", (5, 6)),
    ],
)
def test_weekends_are_those_of_the_place(reference, office, weekend):
    assert reference.offices[office].weekend == weekend
