"""Finding by name in the corridor's scripts, with unfinished words, and quickly among 10,000 desks."""

import pytest

from landsea.directory import access
from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Desk
from landsea.directory.name_search import find_by_name, find_places
from landsea.directory.tests.reference_files import reference_rows, write_reference
from landsea.directory.tests.test_load_reference import NOW

pytestmark = pytest.mark.django_db

ROOMS = {
    "en": "Cold store register",
    "zh": "冷库登记处",
    "vi": "Phòng Đăng ký kho lạnh",
    "lo": "ຫ້ອງການກັກກັນພືດ",
    "th": "ด่านกักกันพืชหนองคาย",
    "km": "ការិយាល័យគយប៉ោយប៉ែត",
    "my": "မူဆယ်အကောက်ခွန်ရုံး",
    "id": "Karantina Pelabuhan",
}


@pytest.fixture
def directory(tmp_path):
    """The small directory, with one desk that has names in eight languages."""
    rows = reference_rows()
    rows["desks"][1]["names"] = ROOMS
    load_reference(write_reference(tmp_path, rows), NOW)


@pytest.mark.parametrize(
    "typed",
    [
        "cold store",
        "COLD regis",
        "冷库登记",
        "dang ky kho lanh",
        "Đăng Ký",
        "ກັກກັນພືດ",
        "กักกันพืช",
        "หนองคาย",
        "ប៉ោយប៉ែត",
        "အကောက်ခွန်",
        "karantina pelab",
    ],
)
def test_finds_a_desk_in_every_script(directory, typed):
    assert [desk.code for desk in find_by_name(typed).desks] == ["cn-mohan.quarantine"]


def test_finds_desks_under_the_names_of_their_office_and_its_place(directory):
    assert {desk.code for desk in find_by_name("磨憨").desks} == {"cn-mohan.quarantine", "cn-mohan.clearance"}
    assert [office.code for office in find_by_name("Hai quan Ma Ham").offices] == ["cn-mohan"]


def test_the_name_that_says_little_else_comes_first(directory):
    assert [place.code for place in find_places("Mohan")] == ["CNMOH", "CNMOR"]
    assert [place.code for place in find_places("mohan rail")] == ["CNMOR"]
    assert [place.code for place in find_places("cnmor")] == ["CNMOR"]
    assert find_places("Mohan", country="LA") == ()


def test_letters_inside_a_word_of_a_script_without_spaces_are_found_all_the_same(directory):
    assert [desk.code for desk in find_by_name("憨海").desks] == ["cn-mohan.clearance", "cn-mohan.quarantine"]


@pytest.mark.parametrize(
    "typed", ["", "   ", "!?", "'", "a' | 'b", "\\", "x:*", "\ud800", "\x00", "🍈", "nowhere at all"]
)
def test_nothing_is_found_and_nothing_breaks(directory, typed):
    assert not find_by_name(typed)


def test_retired_desks_are_not_found(directory):
    Desk.objects.filter(code="cn-mohan.quarantine").update(retired_at=NOW)
    assert not find_by_name("cold store")


def test_countries_tell_of_nobody_in_a_language_more_too(settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("pt", "Português")]
    assert {"Thailand", "泰国", "Thái Lan", "Tailândia"} <= set(access.list_names_that_tell_of_nobody())
