"""The diagram's layout: every served place stands on it once, no two names touch in any language, each line is served."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.planner.diagram.gates import find_gate
from landsea_core.planner.diagram.labels import make_label
from landsea_core.planner.diagram.layout import LayoutFault, Stop, read_layout, read_overview
from landsea_core.planner.diagram.placing import (
    DESK,
    OVERVIEW,
    PHONE,
    Box,
    find_collisions,
    measure_picture,
    place_stops,
)
from landsea_core.planner.diagram.routes import draw_stretches
from landsea_core.planner.diagram.text_widths import measure_width
from landsea_core.planner.network.load import load_corridor

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
LANGUAGES = ("en", "zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
SIZES = {"phone": PHONE, "desk": DESK}


@pytest.fixture(scope="module")
def corridor():
    return load_corridor(REFERENCE)


@pytest.fixture(scope="module")
def layout():
    return read_layout(REFERENCE / "diagram")


def test_every_served_place_stands_on_it_exactly_once(corridor, layout):
    served = {call.place for one in corridor.services.values() for call in one.calls}
    standing = [code for codes in layout.members_of(corridor).values() for code in codes]
    assert sorted(standing) == sorted(served)


def test_every_stop_stands_for_a_served_place(corridor, layout):
    assert not [stop for stop, codes in layout.members_of(corridor).items() if not codes]


def test_no_code_is_named_by_two_stops(layout):
    named = [code for stop in layout.stops.values() for code in (stop.place, *stop.covers)]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_names_touch(corridor, layout, language, size):
    hours = {code: "07:30–19:30" for code in layout.posts}
    for notes in ({}, hours):
        placed = place_stops(
            layout,
            SIZES[size],
            lambda stop: stop.name_in(language, corridor.places[stop.place].names),
            notes,
        )
        assert not find_collisions(placed, measure_picture(layout, SIZES[size])[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_names_of_the_small_picture_touch(corridor, layout, language):
    few = read_overview(REFERENCE / "diagram", layout)
    placed = place_stops(few, OVERVIEW, lambda stop: stop.name_in(language, corridor.places[stop.place].names))
    width, height = measure_picture(layout, OVERVIEW)
    assert not find_collisions(placed, width)
    assert all(one.box.top >= 0 and one.box.bottom <= height for one in placed)


def test_the_small_picture_names_a_stop_of_each_country_and_fits_a_phone(layout):
    few = read_overview(REFERENCE / "diagram", layout)
    assert {place[:2] for place in few.stops} == {
        "CN",
        "VN",
        "LA",
        "MM",
        "TH",
        "KH",
        "MY",
        "SG",
        "ID",
        "PH",
        "BN",
        "TL",
    }
    width, height = measure_picture(layout, OVERVIEW)
    assert width <= 360 and height <= 330
    assert few.stops["VNSGN"].name_in("vi", {"vi": "Thành phố Hồ Chí Minh"}) == "TP. HCM"


def test_the_small_picture_names_no_stop_that_is_not_there(tmp_path, layout):
    (tmp_path / "overview.jsonl").write_text(json.dumps({"place": "XXXXX"}))
    with pytest.raises(LayoutFault, match="XXXXX is no stop"):
        read_overview(tmp_path, layout)


def test_a_phone_shows_it_as_it_is_drawn(layout):
    """A phone 390 pixels wide has 358 beside its margins: type of 11 is drawn at 10.5 at least."""
    width, _height = measure_picture(layout, PHONE)
    assert PHONE.type * 358 / width >= 10.5


@pytest.mark.parametrize("size", SIZES)
def test_lines_go_upright_level_or_slanting_and_end_at_their_stops(layout, size):
    for stretch, points in draw_stretches(layout, SIZES[size]):
        ends = [layout.stops[code] for code in (stretch.origin, stretch.destination)]
        for stop, (x, y) in zip(ends, (points[0], points[-1]), strict=True):
            assert abs(x - SIZES[size].x(stop.column)) <= 6
            assert y == SIZES[size].y(stop.row)


def test_collisions_are_found(layout):
    close = type(PHONE)(**{name: getattr(PHONE, name) for name in PHONE.__slots__} | {"row": 10})
    found = find_collisions(place_stops(layout, close, lambda stop: stop.place), 1000)
    assert any("touch" in one for one in found)


def test_rectangles_that_share_an_edge_do_not_touch():
    assert not Box("a", 0, 0, 10, 10).touches(Box("b", 10, 0, 20, 10))
    assert Box("a", 0, 0, 10, 10).touches(Box("b", 9, 9, 20, 20))


@pytest.mark.parametrize(
    ("name", "lines"),
    [("Nanning", ("Nanning",)), ("Bandar Seri Begawan", ("Bandar Seri", "Begawan")), ("重庆", ("重庆",))],
)
def test_a_name_is_cut_where_a_word_ends(name, lines):
    assert make_label(name, 68, 11, 2).lines == lines


def test_a_word_too_wide_is_drawn_narrower_until_nobody_could_read_it():
    wide = make_label("Fangchenggang", 70, 11, 2)
    assert wide.fits and wide.narrowed == (True,) and wide.width == 70
    assert not make_label("Fangchenggang", 40, 11, 2).fits


def test_marks_above_and_below_letters_take_no_width():
    assert measure_width("ກິ") == measure_width("ກ")
    assert measure_width("Hà Nội") == measure_width("Ha Noi")


def test_a_stop_has_its_short_name_then_the_places_then_english():
    stop = Stop("CNMHN", 1, 13, names=(("en", "Mohan"),))
    assert stop.name_in("en", {"en": "Mohan road border post"}) == "Mohan"
    assert stop.name_in("zh-hans", {"en": "Mohan road border post", "zh": "磨憨"}) == "磨憨"
    assert stop.name_in("th", {}) == "Mohan"


def test_a_gate_is_open_by_its_own_clock(corridor):
    at_noon_there = find_gate(corridor, ["CNYYG"], datetime(2026, 12, 1, 4, tzinfo=UTC))
    at_night_there = find_gate(corridor, ["CNYYG"], datetime(2026, 12, 1, 18, tzinfo=UTC))
    assert at_noon_there.clock == "12:00" and at_noon_there.is_open
    assert not at_night_there.is_open
    assert find_gate(corridor, ["CNCKG"], datetime(2026, 12, 1, 4, tzinfo=UTC)) is None


def test_a_gate_says_how_sure_its_hours_are(corridor):
    noon = datetime(2026, 12, 1, 4, tzinfo=UTC)
    assert find_gate(corridor, ["CNYYG"], noon).is_sure
    assumed = find_gate(corridor, ["CNMHN"], noon)
    assert assumed.grade == "assumed" and not assumed.is_sure


def test_a_row_that_names_no_stop_is_refused_by_a_sentence(tmp_path):
    (tmp_path / "stops.jsonl").write_text(json.dumps({"place": "CNCKG", "column": 0, "row": 0}))
    (tmp_path / "lines.jsonl").write_text(json.dumps({"mode": "rail", "stops": ["CNCKG", "CNKMG"]}))
    (tmp_path / "pairs.jsonl").write_text("")
    with pytest.raises(LayoutFault, match="names what is no stop"):
        read_layout(tmp_path)
