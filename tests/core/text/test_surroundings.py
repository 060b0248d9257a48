"""What stands around the name of a country: a side that acts, somebody who says who he is, and whose office is spoken of."""

import pytest

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.reader import Reader


@pytest.fixture(scope="module")
def whereabouts():
    return Reader(find_default_data_folder()).features.whereabouts


def numbers(whereabouts, text, filer, country):
    return whereabouts.read_whereabouts(PreparedText(text), filer).own[country]


@pytest.mark.parametrize(
    ("text", "filer", "country"),
    [
        ("The Lao side opens at nine", "TH", "LA"),
        ("泰方说文件不对", "CN", "TH"),
        ("印尼方要求重新检测", "CN", "ID"),
        ("Phía Trung Quốc đổi giờ", "VN", "CN"),
        ("ฝั่งลาวไม่ให้ผ่าน", "TH", "LA"),
        ("ຝ່າຍໄທບອກວ່າເຂົ້າບໍ່ໄດ້", "LA", "TH"),
        ("ທາງຫວຽດນາມເກັບເງິນ", "LA", "VN"),
        ("ភាគីថៃបិទច្រក", "KH", "TH"),
        ("တရုတ်ဘက်က ဂိတ်ပိတ်ထားတယ်", "MM", "CN"),
        ("Pihak Malaysia menolak", "ID", "MY"),
    ],
)
def test_a_side_is_told_in_many_languages(whereabouts, text, filer, country):
    assert numbers(whereabouts, text, filer, country)["away:side"] > 0


def test_what_a_side_does_is_told_and_what_another_does_is_not_its_own(whereabouts):
    text = "The Lao side demands a new form. We load in Bangkok"
    assert numbers(whereabouts, text, "TH", "LA")["away:side does"] > 0
    assert "home:side does" not in numbers(whereabouts, text, "TH", "TH")


def test_a_country_named_to_say_who_speaks_is_told_apart_from_one_where_something_happens(whereabouts):
    text = "We are a Lao firm. In Udon Thani the scale is wrong"
    assert numbers(whereabouts, text, "LA", "LA")["home:who speaks"] > 0
    assert "home:named otherwise" not in numbers(whereabouts, text, "LA", "LA")
    assert numbers(whereabouts, text, "LA", "TH")["away:named otherwise"] > 0


def test_the_sentence_in_which_something_happened_speaks_for_the_country_it_names(whereabouts):
    text = "Our cooperative lies near Pakse. At Chong Mek our lorries queue for two days."
    told = numbers(whereabouts, text, "LA", "TH")["away:told of"]
    assert told > numbers(whereabouts, text, "LA", "LA").get("home:told of", 0.0)


@pytest.mark.parametrize(
    ("text", "filer", "name"),
    [
        ("Ngân hàng của mình không ghi có", "VN", "our bank"),
        ("ທະນາຄານຂອງເຮົາບໍ່ໃຫ້ຖອນ", "LA", "our bank"),
        ("Their ministry has not answered", "TH", "their office"),
        ("他们海关认为价格太低", "CN", "their office"),
        ("Kementerian mereka belum menjawab", "ID", "their office"),
    ],
)
def test_whose_office_it_is_is_told_without_a_country(whereabouts, text, filer, name):
    assert whereabouts.read_whereabouts(PreparedText(text), filer).home[name] > 0


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The label must be in Khmer", "KH"),
        ("Bản dịch tiếng Khơ-me", "KH"),
        ("缴的是基普", "LA"),
        ("The declaration hangs in CEISA", "ID"),
        ("เก็บเป็นเงินกีบ", "LA"),
    ],
)
def test_money_languages_and_systems_speak_for_their_country(whereabouts, text, country):
    assert numbers(whereabouts, text, "PH", country)["away:named"] > 0
