"""What says that nobody abroad is meant, and whose an office is that another country's name follows."""

import pytest

from landsea_core.text.countries.home_signs import HomeSigns
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.reader import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader(find_default_data_folder())


def signs(reader, text, filer):
    return reader.features.whereabouts.read_whereabouts(PreparedText(text), filer).home_signs


def test_the_own_country_alone_says_more_than_no_country_at_all(reader):
    alone = signs(reader, "Our box is held at KLIA, the permit number is wrong", "MY")
    nothing = signs(reader, "Our box is held, the permit number is wrong", "MY")
    assert alone.alone > nothing.alone > 0


@pytest.mark.parametrize(
    ("text", "filer"),
    [
        ("Our box is held at KLIA and at Laem Chabang", "MY"),
        ("Trucks stand at Poipet, the other side does not open", "KH"),
        ("The bank in Chengdu wants another paper", "LA"),
    ],
)
def test_another_country_or_the_other_side_leaves_it_open(reader, text, filer):
    assert signs(reader, text, filer) == HomeSigns()


@pytest.mark.parametrize(
    ("text", "filer"),
    [
        ("Our mangosteen from Chanthaburi was found with mealybug on arrival", "TH"),
        ("Our sacks from Bavet are opened one by one, their customs wants to see each", "KH"),
    ],
)
def test_an_office_abroad_that_is_not_named_leaves_it_open_too(reader, text, filer):
    assert signs(reader, text, filer) == HomeSigns()
    assert signs(reader, text.replace(" on arrival", "").replace("their customs", "somebody"), filer).alone > 0


def test_a_country_that_goods_only_come_from_says_less(reader):
    found = signs(reader, "Cabbage from Kunming was burnt at Bukit Kayu Hitam", "MY")
    assert found.passed > 0
    assert found.alone == 0


def test_where_goods_came_from_alone_says_that_they_are_here(reader):
    here = signs(reader, "Cabbage from Kunming was burnt at Bukit Kayu Hitam", "MY")
    sold = signs(reader, "Cabbage for Kunming was burnt at Bukit Kayu Hitam", "MY")
    nowhere = signs(reader, "មីកំប៉ុងនាំពីថៃ ត្រូវគេកំណត់ថាហួសកាលបរិច្ឆេទ", "KH")
    assert here.passed > nowhere.passed > 0
    assert sold.passed < here.passed


def test_a_filer_who_is_not_known_is_not_raised(reader):
    assert signs(reader, "Our box is held at KLIA", "") == HomeSigns()


def test_matters_that_the_receiving_country_decides_are_raised_less():
    found = HomeSigns(alone=1.0, decided_abroad=frozenset({"market_opening"}))
    chances = {"CN": 0.5, "LA": 0.5}
    at_home = found.raise_home(chances, "LA", {"vat_refund": 1.0})
    abroad = found.raise_home(chances, "LA", {"market_opening": 1.0})
    assert at_home["LA"] > 0.7
    assert abroad == chances
    assert sum(at_home.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("text", "filer", "country"),
    [
        ("យើងរង់ចាំលេខពីអគ្គនាយកដ្ឋានគយចិន", "KH", "CN"),
        ("hồ sơ nằm ở Tổng cục Hải quan Trung Quốc", "VN", "CN"),
    ],
)
def test_an_office_is_of_the_country_named_right_after_it(reader, text, filer, country):
    read = PreparedText(text)
    assert filer not in {one for one, _words in reader.countries.list_offices(read)}
    assert {one.country for one in reader.countries.find_mentions(read)} == {country}


def test_over_there_at_a_place_abroad_is_that_place(reader):
    text = PreparedText("货车在甘拜地那头停了三天")
    assert reader.countries.list_other_sides(text, "CN") == []
    assert reader.countries.list_other_sides(text, "MM") == [("CN", "那头")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Xe nằm ở Cần Giuộc ba ngày", "VN"),
        ("ของค้างที่คลองใหญ่", "TH"),
        ("ឡានជាប់នៅច្រកភ្នំដី", "KH"),
        ("ကားတွေ မယ်စဲ့မှာ ရပ်နေ", "MM"),
        ("ລົດຖືກກັກຢູ່ໄກສອນ", "LA"),
    ],
)
def test_small_towns_and_posts_say_in_which_country_something_is(reader, text, country):
    assert {one.country for one in reader.countries.find_mentions(PreparedText(text))} == {country}


def test_a_town_called_like_a_word_needs_a_capital(reader):
    assert reader.countries.find_mentions(PreparedText("Ang bahay ay malapit sa puno ng santol")) == []


@pytest.mark.parametrize(
    ("text", "filer", "country"),
    [
        ("lorries of live chickens sat on the other side of the strait", "SG", "MY"),
        ("ayam kami nak masuk pasar seberang tambak", "MY", "SG"),
        ("udang sangkut belah Padang Besar sana, pegawai tak balik", "MY", "TH"),
        ("အပိုပစ္စည်း သေတ္တာတွေ မိုင်း ၁၀၅ ဟိုဘက်မှာ", "MM", "CN"),
    ],
)
def test_the_other_side_of_a_water_or_over_there_at_a_border_town_is_told(reader, text, filer, country):
    assert country in {found for found, _ in reader.countries.list_other_sides(PreparedText(text), filer)}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("xe than từ mỏ Ka Lừm ra", "LA"),
        ("ទិញពីដាក់ឡាក់", "VN"),
        ("ปลาแช่แข็งไปท่าตันจุงเปรียก", "ID"),
        ("ເຂົ້າໄປຄຸນມິງ", "CN"),
        ("pembeli di Geylang", "SG"),
        ("关税局让我开DES准证", ""),
    ],
)
def test_neighbours_spell_places_in_their_own_way(reader, text, country):
    assert {one.country for one in reader.countries.find_mentions(PreparedText(text))} == (
        {country} if country else set()
    )


def test_a_customs_office_by_its_own_chinese_name_is_one_countrys(reader):
    assert reader.countries.list_offices(PreparedText("关税局让我开DES准证")) == [("SG", "关税局")]


def test_a_pram_names_no_town(reader):
    assert not reader.countries.find_mentions(PreparedText("kereta sorong bayi kena cukai"))
