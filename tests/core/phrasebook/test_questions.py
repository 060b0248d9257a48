"""Two questions in one text are told apart, in every script, and each brings its first ask; one question stays whole."""

import pytest

from landsea_core.phrasebook import read_phrasebook
from landsea_core.phrasebook.questions import KINDS, QuestionWords, offer_for_each
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.lexicon import Lexicon


@pytest.fixture(scope="module")
def words() -> QuestionWords:
    return QuestionWords.make(Lexicon.load(find_default_data_folder() / "lexicon", kinds=KINDS))


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Why is it held and when may I fetch it?", "and when may i fetch it?"),
        ("You have it? Who decides?", "who decides?"),
        ("货在哪里？什么时候放行", "什么时候放行"),
        ("貨在哪裡，什麼時候放行", "什麼時候放行"),
        ("Hàng đang ở đâu và bao giờ được thông quan", "và bao giờ được thông quan"),
        ("ສິນຄ້າຢູ່ໃສ ແລະ ຈະປ່ອຍມື້ໃດ", "ແລະ ຈະປ່ອຍມື້ໃດ"),
        ("ของอยู่ที่ไหน จะปล่อยเมื่อไร", "จะปล่อยเมื่อไร"),
        ("ទំនិញនៅឯណា ហើយដោះលែងថ្ងៃណា", "ហើយដោះលែងថ្ងៃណា"),
        ("ကုန်ပစ္စည်းရောက်ပြီလား။ ဘယ်တော့ထုတ်ပေးမလဲ။", "ဘယ်တော့ထုတ်ပေးမလဲ။"),
        ("Barang di mana dan kapan dilepas?", "dan kapan dilepas?"),
        ("Nasaan ang kargamento at kailan ilalabas?", "at kailan ilalabas?"),
    ],
)
def test_two_questions_are_cut_where_the_second_begins(words, text, second):
    first, found = words.split_in_two(text)
    assert found.lower() == second and text.startswith(first)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ? ",
        "?" * 5000,
        "When will the goods be released?",
        "What is missing, the invoice or the C/O?",
        "Which documents do you need: invoice, packing list?",
        "请问需要什么文件，发票还是原产地证？",
        "Our lorry is held and the fruit spoils. When is it free?",
        "Tôi có ba xe và ba giấy, xin trả lời.",
        "货在友谊关好几天了，什么时候放行？",
        "Không ai trả lời, bao giờ hàng được thông quan?",
        "ไม่มีใครตอบ เมื่อไรจะปล่อยของ",
        "ບໍ່ມີໃຜຕອບ ເມື່ອໃດຈະປ່ອຍ",
        "Tidak ada siapa pun yang menjawab, kapan truk keluar?",
        "Ilang araw na kaming naghihintay, kailan ilalabas?",
        "ຂໍໃບຢັ້ງຢືນ ແລະ ໃບເກັບເງິນ",
        "ပစ္စည်းနှင့် စာရွက်စာတမ်း",
    ],
)
def test_one_question_or_none_stays_whole(words, text):
    assert words.split_in_two(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "We do not know who to call, what is missing?",
        "When we came the gate was shut, who opens it?",
        "文件一份都没有，缺什么怎么办",
        "不知道为什么，什么时候放行",
        "几车西瓜卡在口岸，缺什么文件",
        "Mấy xe dưa của em nằm ở cửa khẩu, thiếu giấy gì ạ",
        "Ba ngày rồi chưa được gì, bao giờ thông quan?",
        "ເຄື່ອງຈັກຢູ່ດ່ານ ຂາດເອກະສານຫຍັງ",
        "ຍັງບໍ່ໄດ້ໃສ່ລົດ ເມື່ອໃດຈະອອກ",
        "ผ้าไหมติดด่าน ขาดเอกสารอะไร",
        "ไม่รู้ทำไม เมื่อไรจะปล่อย",
        "ឡានមិនទាន់ចេញទេ ហេតុអ្វី",
        "អីវ៉ាន់នៅព្រំដែន ខ្វះឯកសារអ្វី",
        "ဘာကြောင့်လဲမသိ၊ ဘယ်တော့ထုတ်မလဲ",
        "Ada truk kami di perbatasan, apa yang kurang?",
        "Sudah tiga hari kami menunggu, kapan dilepas?",
        "Dah tiga hari tunggu, bila boleh keluar?",
        "May trak kami sa hangganan, ano ang kulang?",
    ],
)
def test_what_is_told_before_a_question_is_none(words, text):
    assert words.split_in_two(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Can it go today, and what is missing?",
        "Ada biayanya? Berapa?",
        "Adakah lori boleh keluar, apa yang kurang?",
        "Puwede bang umalis ngayon, ano ang kulang?",
        "Hàng có được đi không, thiếu giấy gì",
        "放行了没有，缺什么文件",
        "รถไปได้ไหม ขาดเอกสารอะไร",
        "ລົດໄດ້ໄປບໍ່ ຂາດເອກະສານຫຍັງ",
        "ឡានចេញបានទេ ខ្វះឯកសារអ្វី",
        "ကားထွက်လို့ရပြီလား၊ ဘာစာရွက်လိုလဲ",
    ],
)
def test_a_short_question_before_another_is_one_all_the_same(words, text):
    assert words.split_in_two(text) is not None


def test_the_first_ask_of_each_question_is_offered(words):
    asks = read_phrasebook(find_default_data_folder() / "reference").asks
    offers = {
        "Why is it held and when is it free?": ["A10", "B03", "A07"],
        "Why is it held": ["B03", "A10"],
        "and when is it free?": ["B04", "A10"],
    }
    offered = offer_for_each(next(iter(offers)), words, lambda text: [(asks[code], 0.5) for code in offers[text]])
    assert [ask.code for ask, _near in offered] == ["A10", "B03", "B04"]
    same = offer_for_each("when is it free?", words, lambda _text: [(asks["B04"], 0.5), (asks["A10"], 0.4)])
    assert [ask.code for ask, _near in same] == ["B04", "A10"]
