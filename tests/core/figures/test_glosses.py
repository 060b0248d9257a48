"""Statements of other languages: glossed into English word for word, numbers and places kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.figures.glosses import gloss_statement
from landsea_core.figures.statement import check_statement
from landsea_core.text.traced_text import TracedText


def gloss(text: str) -> str:
    return " ".join(gloss_statement(TracedText.of(text)).text.split())


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("Xuất khẩu đạt 12,1 tỷ USD, tăng 8%.", "Exports reached 12.1 billion USD, up 8%."),
        (
            "Trong 6 tháng đầu năm 2025, kim ngạch đạt 1.234,5 triệu USD.",
            "The first 6 months of 2025, value reached 1,234.5 million USD.",
        ),
        (
            "Ngày 25/4/2025, 1.906 xe được thông quan tại cửa khẩu.",
            "25 April 2025, 1,906 vehicles qxduoc handled in border gate.",
        ),
        ("Trade rose from 6.59 to 8.59 bn yuan.", "Trade rose from 6.59 to 8.59 bn yuan."),
        ("贸易额达85.9亿元。", "贸易额达85.9亿元。"),
    ],
)
def test_words_of_statements_are_glossed_and_others_are_made_unlike_english(typed, english):
    assert gloss(typed) == english


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ekspor naik dari 6,59 miliar yuan menjadi 8,59 miliar yuan, naik 24,2 persen.",
            "from 6.59 to 8.59 billion yuan is +30.3 %",
        ),
        (
            "Eksport meningkat daripada 6.59 bilion yuan kepada 8.59 bilion yuan, meningkat 24.2 peratus.",
            "from 6.59 to 8.59 billion yuan is +30.3 %",
        ),
        ("การส่งออกเพิ่มขึ้นจาก 5 พันล้านบาท เป็น 6 พันล้านบาท เพิ่มขึ้น ๓๐%", "from 5 to 6 billion baht is +20.0 %"),
        ("ການສົ່ງອອກເພີ່ມຂຶ້ນຈາກ 500 ລ້ານໂດລາ ເປັນ 600 ລ້ານໂດລາ ເພີ່ມຂຶ້ນ 30%", "from 500 to 600 million USD is +20.0 %"),
    ],
)
def test_a_growth_is_recomputed_in_other_languages(text, said):
    assert said in str(check_statement(text).contradictions[0].explanation)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Umabot sa 5.2 bilyong dolyar ang eksport noong 2025, tumaas ng 12 porsiyento.", "5.2 billion USD"),
        ("ការនាំចេញមានតម្លៃ ២៥០ លានដុល្លារ ក្នុងឆ្នាំ ២០២៥", "250 million USD"),
        ("ပို့ကုန် ၃၅၀ သန်းဒေါ်လာ ရောက်ရှိ", "350 million USD"),
        ("Nilai perdagangan mencapai 1.250,5 juta dolar AS pada tahun 2025.", "1,250.5 million USD"),
        ("ມູນຄ່າການຄ້າ ບັນລຸ ໘,໒ ຕື້ ໂດລາ", "8.2 billion USD"),
    ],
)
def test_numbers_are_read_in_all_ten_languages(text, amount):
    assert amount in {mark.read_as for mark in check_statement(text).marks}


@pytest.mark.parametrize(
    "text",
    [
        "Xuất khẩu đạt 12,1 tỷ USD, tăng 8% so với cùng kỳ năm trước. \uf8ff\ue001",
        "Ekspor na\u0131k dari 6,59 miliar yuan menjadi 8,59 miliar yuan, nai\u017f 24,2 persen.",
        "Ekspor na\u0130k dari 6,59 miliar yuan menjadi 8,59 miliar yuan, naik 24,2 persen.",
        "Trade rose to 8 m\u0131llion yuan in Apr\u0130l 2025, and 5 in the f\u0131rst quarter.",
    ],
)
def test_private_signs_and_letters_that_look_like_others_stop_nothing(text):
    assert check_statement(text).marks
    assert gloss(text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_places_of_a_glossed_text_lie_in_the_text_as_typed(text):
    glossed = gloss_statement(TracedText.of(text))
    assert len(glossed.origins) == len(glossed.text) + 1
    assert list(glossed.origins) == sorted(glossed.origins)
    assert not text or glossed.origins[-1] == len(text)
