"""What a text says for each country, as numbers with names, and that the trained model reads them as people mean them."""

import numpy as np
import pytest

from landsea_core.text import read_countries
from landsea_core.text.countries.whereabouts import CANDIDATES, make_choices
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.model.choice import NOBODY
from landsea_core.text.reader import Reader


@pytest.fixture(scope="module")
def whereabouts():
    return Reader(find_default_data_folder()).features.whereabouts


def numbers(whereabouts, text, filer, country):
    return whereabouts.read_whereabouts(PreparedText(text), filer).own[country]


def test_how_a_country_is_named_is_told_apart(whereabouts):
    text = "We ship from Penang to a customer in Chengdu, and the lorry stands at Boten."
    assert numbers(whereabouts, text, "MY", "CN")["away:before:partner"] > 0
    assert "away:before:partner" not in numbers(whereabouts, text, "MY", "LA")
    assert numbers(whereabouts, text, "MY", "LA")["away:last"] == 1
    assert numbers(whereabouts, text, "MY", "MY")["home:first"] == 1
    assert numbers(whereabouts, text, "MY", "VN").keys() == {"away:unnamed", "south:VN"}


@pytest.mark.parametrize(
    ("text", "country", "role"),
    [
        ("The bank in Chengdu wants another paper", "CN", "bank"),
        ("印尼客户说拿不到许可", "ID", "partner"),
        ("Hải quan Bằng Tường không nhận", "CN", "office"),
        ("ธนาคารไทยขอใบขน", "TH", "bank"),
        ("Pembeli di Xiamen menunggu", "CN", "partner"),
    ],
)
def test_who_is_named_beside_a_country_is_told_apart(whereabouts, text, country, role):
    found = whereabouts.read_whereabouts(PreparedText(text), "LA").own
    assert found[country][f"away:with:{role}"] == 1
    others = set(found) - {country, "LA"}
    assert not any(name.startswith("away:with") for other in others for name in found[other])


def test_a_role_far_from_the_name_is_not_beside_it(whereabouts):
    text = "The bank has told us that it needs one more paper before it pays for goods sent to Chengdu"
    assert "away:with:bank" not in numbers(whereabouts, text, "LA", "CN")


def test_the_language_of_another_country_speaks_for_it_and_ones_own_does_not(whereabouts):
    text = "ລົດຂອງພວກເຮົາຄ້າງຢູ່ດ່ານ"
    assert numbers(whereabouts, text, "CN", "LA")["away:spoken"] == 1
    assert "away:spoken" not in numbers(whereabouts, text, "LA", "LA")


def test_a_filer_who_is_not_known_is_at_home_where_the_language_is_spoken(whereabouts):
    assert whereabouts.read_whereabouts(PreparedText("Xe của tôi nằm ở cửa khẩu ba ngày rồi")).filer == "VN"
    assert whereabouts.read_whereabouts(PreparedText("The lorry has stood at the gate for three days")).filer == ""
    assert whereabouts.read_whereabouts(PreparedText("The lorry has stood at the gate for three days")).home == {}


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The goods were returned, the importer says", "arrival"),
        ("货到了，那边不认", "there"),
        ("Ngân hàng mình không cho chuyển", "our_office"),
        ("เรานำเข้าพัดลมมาขาย", "importer"),
        ("Kami ekspor kopi", "exporter"),
    ],
)
def test_which_way_the_goods_go_is_read_in_many_languages(whereabouts, text, way):
    assert whereabouts.read_whereabouts(PreparedText(text), "TH").home[f"way:{way}"] > 0


def test_a_country_that_the_text_lets_nobody_think_of_cannot_be_told(whereabouts):
    found = whereabouts.read_whereabouts(PreparedText("They want another stamp, then another."), "CN")
    assert found.could_be == {"CN"}
    found = whereabouts.read_whereabouts(PreparedText("They want another stamp in Da Nang."), "LA")
    assert found.could_be == {"LA", "VN", "CN"}


def test_what_speaks_beside_the_words_speaks_for_china_too_and_apart_for_those_who_are_there(whereabouts):
    read = [
        whereabouts.read_whereabouts(PreparedText("The box stands at the gate"), filer) for filer in ("LA", "CN", "")
    ]
    home, mainland, of_mainland = make_choices(read, (), (), np.ones((3, 2))).sides
    assert list(home.at) == [CANDIDATES.index("LA"), CANDIDATES.index("CN"), NOBODY]
    assert list(mainland.at) == [CANDIDATES.index("CN"), NOBODY, NOBODY]
    assert list(of_mainland.at) == [NOBODY, CANDIDATES.index("CN"), NOBODY]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Our own officers are quick; over the river they shut at five", "theirs"),
        ("Over the river they are quick; our own officers shut at five", "ours"),
        ("我们这边很快，对面下午五点就关", "theirs"),
        ("Bên kia gọi xe nhanh, kẹt là ở bên mình", "ours"),
    ],
)
def test_the_side_of_the_border_that_is_spoken_of_last_is_told(whereabouts, text, last):
    home = whereabouts.read_whereabouts(PreparedText(text), "VN").home
    assert [name for name in home if name.startswith("last side")] == [f"last side:{last}"]


def test_without_words_for_a_side_none_is_the_last(whereabouts):
    home = whereabouts.read_whereabouts(PreparedText("The box stands at the quay"), "VN").home
    assert not any(name.startswith("last side") for name in home)


@pytest.mark.parametrize("text", ["", "x" * 50_000, "ດ່ານ" * 20_000, "at in from to " * 5_000])
def test_hostile_texts_have_few_numbers(whereabouts, text):
    found = whereabouts.read_whereabouts(PreparedText(text), "LA")
    assert all(len(own) < 40 for own in found.own.values())
    assert all(0 <= value <= 2 for value in found.home.values())


@pytest.mark.parametrize(
    ("text", "filer", "country"),
    [
        ("Cửa hàng tôi giao sang Kampong Cham mà bị giữ ở đó", "VN", "KH"),
        ("货车在甘拜地那头停了三天", "CN", "MM"),
        ("ตู้ของเราค้างอยู่ที่เจิ้งโจว", "TH", "CN"),
        ("ລົດຄ້າງຢູ່ໜອງຄາຍ", "LA", "TH"),
        ("Truk kami tertahan di Kuching", "ID", "MY"),
        ("Nasa Surabaya pa ang kargamento", "PH", "ID"),
        ("ទំនិញជាប់នៅហូជីមិញ", "KH", "VN"),
        ("ကုန်ကား ရနောင်းမှာ ရပ်ထားတယ်", "MM", "TH"),
    ],
)
def test_provinces_and_cities_say_in_which_country_something_is(text, filer, country):
    assert read_countries(text, filer)[0].value == country


@pytest.mark.parametrize(
    ("text", "filer", "country"),
    [
        ("Hàng lỡ tàu ba chuyến liền, không ai báo.", "VN", "CN"),
        ("Tờ khai in thiếu trang hai nên họ không nhận.", "VN", "TH"),
        ("Petugas menaikkan nilai pabean mesin kami dua kali.", "ID", "MY"),
    ],
)
def test_words_of_everyday_speech_are_no_names(whereabouts, text, filer, country):
    assert "away:named" not in numbers(whereabouts, text, filer, country)


@pytest.mark.parametrize(
    ("text", "filer", "country"),
    [("Hàng của em đi Tàu rồi bị trả.", "VN", "CN"), ("Kilang kami di Nilai belum dapat lesen.", "ID", "MY")],
)
def test_the_same_words_with_a_capital_are_names(whereabouts, text, filer, country):
    assert numbers(whereabouts, text, filer, country)["away:named"] > 0


def test_burmese_says_after_a_place_whether_it_is_there_or_from_there(whereabouts):
    there = numbers(whereabouts, "ရွှေလီမှာ ကားတွေ ပိတ်မိနေတယ်", "MM", "CN")
    assert there["away:before:at"] > 0
    not_from = numbers(whereabouts, "ကျွန်တော်တို့ စက်က တရုတ်ဘက်မှာ စာရင်းမဝင်သေးဘူး", "MM", "CN")
    assert "away:before:from" not in not_from


@pytest.mark.parametrize(
    ("text", "country"),
    [("ยื่นเรื่องไว้ที่กรมประมง", "TH"), ("hồ sơ ở cục sở hữu trí tuệ", "VN"), ("kata syahbandar belum giliran", "ID")],
)
def test_offices_that_only_one_country_has_speak_for_it(whereabouts, text, country):
    assert numbers(whereabouts, text, country, country)["home:office"] == 1
