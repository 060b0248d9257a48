"""A name that places of two countries share is given to the one that is meant."""

import pytest

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.reader import Reader


@pytest.fixture(scope="module")
def countries():
    return Reader(find_default_data_folder()).countries


def named(countries, text):
    return {one.country for one in countries.find_mentions(PreparedText(text))}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Xe tôi kẹt ở Tây Ninh từ hôm qua", "VN"),
        ("Xe tôi kẹt ở Tây Ninh ba ngày", "VN"),
        ("我们的牦牛肉在西宁被扣了", "CN"),
        ("木牌口岸那边，西宁的边检不放车", "VN"),
    ],
)
def test_a_shared_name_is_one_country_s(countries, text, country):
    assert named(countries, text) == {country}


def test_goods_sent_to_a_country_do_not_make_the_name_its_own(countries):
    assert named(countries, "西宁的枸杞出口到越南，海关不放") == {"CN", "VN"}


def test_what_is_typed_as_a_name_stays_one(countries):
    assert "CN" in named(countries, "Hàng gửi từ Tây Ninh đi Ninh Ba bị giữ")
