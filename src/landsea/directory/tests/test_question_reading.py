"""What is made of what people type: chosen values win, words are read, doubts are kept."""

import pytest

from landsea.directory import question_reading
from landsea.directory.forms import WhoForm
from landsea.directory.question_reading import find_hs_code, understand_question
from landsea_core.text import Guess

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference(reference_directory) -> None:
    """The real reference directory, whose places the readers know."""


def _understood(**typed):
    return understand_question({name: "" for name in WhoForm.base_fields} | typed)


@pytest.mark.parametrize(
    ("text", "code"),
    [("0810.60", "081060"), ("HS 08 10", "0810"), ("fresh durian", ""), ("08", "08"), ("ทุเรียน 081060", "081060")],
)
def test_codes_of_goods_with_and_without_dots(text, code):
    assert find_hs_code(text) == code


def test_everything_can_be_read_from_one_sentence(reference):
    found = _understood(about="榴莲在磨憨口岸,检疫证书不被接受")
    assert (found.question.hs[:4], found.place.code, found.question.country) == ("0810", "CNMHN", "CN")
    assert found.question.topic == "sps_tbt" and {"place", "goods"} < found.guessed


def test_a_matter_is_read_from_words_and_within_a_chosen_topic_only(reference):
    words = "they refuse our phytosanitary certificate"
    assert _understood(about=words).question.matter == "plant_health"
    within = _understood(about=words, matter="customs_clearance")
    assert within.question.topic == "customs_clearance" and within.question.matter != "plant_health"


def test_the_words_of_a_page_say_the_matter_alone(reference):
    found = _understood(reads="they refuse our phytosanitary certificate 榴莲在磨憨口岸")
    assert (found.place, found.question.country, found.question.hs) == (None, "", "")
    assert _understood(reads="they refuse our phytosanitary certificate").question.matter == "plant_health"


def test_chosen_values_win_over_words(reference):
    found = _understood(about="榴莲在磨憨口岸", place="Boten", country="LA", goods="0803", matter="rail")
    assert (found.question.matter, found.question.country, found.question.hs) == ("rail", "LA", "0803")
    assert found.place.country == "LA" and found.guessed == frozenset()


def test_a_gate_that_two_countries_call_by_one_name_is_asked_back_until_a_country_is_chosen(reference):
    words = "xe sầu riêng chờ ở cửa khẩu hữu nghị"
    either = _understood(about=words)
    assert either.place is None and {place.country for place in either.other_places} == {"CN", "VN"}
    assert _understood(about=words, country="VN").place.country == "VN"


def test_a_country_in_the_place_field_counts_as_one(reference):
    found = _understood(place="Việt Nam", about="hàng bị giữ")
    assert found.question.country == "VN" and found.place is None and "country" in found.guessed


def test_what_is_not_known_stays_open(reference):
    found = _understood(place="Atlantis", goods="shiny things")
    assert (found.unknown_place, found.unknown_goods) == ("Atlantis", "shiny things")
    assert (found.question.places, found.question.hs, found.question.country) == ((), "", "")


def _say_of_countries(monkeypatch, *pairs) -> None:
    guesses = [Guess(code, confidence) for code, confidence in pairs]
    monkeypatch.setattr(question_reading, "read_countries", lambda text, filer="": guesses)


def test_where_something_stands_does_not_say_who_has_to_act(reference, monkeypatch):
    """A place that the words name was taken for the side that acts, whatever else they said."""
    words = "kiểm dịch bên mình không cấp giấy, xe ớt chưa đi được, khách chờ ở Bằng Tường"
    _say_of_countries(monkeypatch, ("VN", 0.7), ("CN", 0.3))
    found = _understood(about=words, filer_country="VN")
    assert found.place.country == "CN" and found.question.country == "VN" and "country" in found.guessed
    _say_of_countries(monkeypatch, ("VN", 0.55), ("CN", 0.44))
    found = _understood(about=words, filer_country="VN")
    assert found.place.country == "CN" and found.question.country == "" and found.sides == ("VN", "CN")


def test_a_typed_place_says_which_side_whatever_else_is_told(reference, monkeypatch):
    _say_of_countries(monkeypatch, ("LA", 0.8), ("CN", 0.2))
    found = _understood(about="our own ministry has not signed", place="Mohan", filer_country="LA")
    assert found.question.country == "CN" and found.sides == ()
