"""Two hundred generated cases with marker names, companies, numbers and plates: each is found, or held for a person."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.anonymise import KnownWords, MentionKind, find_mentions, find_undecided_mentions, mask_mentions

HARMLESS = (
    "Mohan",
    "Chongqing",
    "Youyi Guan",
    "Hanoi",
    "Lang Son",
    "Vientiane",
    "Customs",
    "磨憨",
    "重庆",
    "友谊关",
    "海关",
    "检疫",
    "榴莲",
)
PEOPLE = {
    "en": ("Zarquon Beeblebrox", "Ilse Quamby", "Tobias Wrexford"),
    "zh": ("欧阳紫芊", "覃墨寒", "莫雨桐"),
    "vi": ("Nguyễn Thị Quỳnh Mơ", "Trần Đức Khôi", "Lương Bảo Vy"),
    "lo": ("ສົມພອນ ແກ້ວມະນີ", "ບຸນມີ ສີສະຫວາດ"),
    "th": ("สมชาย ใจกล้า", "อรทัย วงศ์ดี"),
}
COMPANIES = {
    "en": ("Quamby & Sons Trading Co., Ltd", "Zarq Fruit JSC", "Wrexford Logistics"),
    "zh": ("紫芊果业有限公司", "墨寒贸易行"),
    "vi": ("Công ty TNHH Quỳnh Mơ", "công ty cổ phần XNK Đức Khôi"),
    "lo": ("ບໍລິສັດ ແກ້ວມະນີ",),
    "th": ("บริษัท ใจกล้า",),
}
NUMBERS = (
    "+856 20 5551 2345",
    "0912 345 678",
    "138 1234 5678",
    "zarq@quamby.example",
    "29C-123.45",
    "渝A8K235",
    "ກຂ 4567",
    "70-1234",
    "TCLU 482913 7",
    "LS-2026-004417",
    "wechat: zarq_88",
    "91500000MA5U7XYZ12",
    "invoice no. ZQ-2026/118",
    "510212198803041234",
    "https://quamby.example/order/1",
    "12 Quamby Street",
)
SENTENCES = {
    "en": (
        "Two lorries of durian wait at Mohan. {company} sent the report. {person} drove, {number}. Customs says nothing.",
        "We are stuck at Youyi Guan; the invoice of {company} was refused. Ask for {person} at {number}.",
        "Since Monday {person} of {company} has been told to come again. Our number is {number}.",
    ),
    "zh": (
        "两车榴莲在磨憨等候。{company}提交了检测报告，联系人：{person}，电话{number}。",
        "我们在友谊关被拦，{person}先生说{company}的单证不被接受，{number}。",
    ),
    "vi": (
        "Hai xe sầu riêng chờ ở Lạng Sơn. {company} đã gửi phiếu kiểm nghiệm. Liên hệ ông {person}, {number}.",
        "Xe của {person} bị giữ từ thứ hai, {company} không được trả lời, số {number}.",
    ),
    "lo": ("ລົດສອງຄັນລໍຖ້າຢູ່ດ່ານ. {company} ສົ່ງໃບກວດແລ້ວ. {person} ເປັນຄົນຂັບ, {number}.",),
    "th": ("รถสองคันรออยู่ที่ด่าน {company} ส่งรายงานแล้ว {person} เป็นคนขับ {number}",),
}


def generated(count: int = 200):
    chance = random.Random(7)
    for _ in range(count):
        language = chance.choice(list(SENTENCES))
        parts = {
            "person": chance.choice(PEOPLE[language]),
            "company": chance.choice(COMPANIES[language]),
            "number": chance.choice(NUMBERS),
        }
        yield chance.choice(SENTENCES[language]).format(**parts), parts


def covered(text: str, marker: str, found) -> bool:
    start = text.index(marker)
    return all(
        any(one.start <= at < one.end for one in found)
        for at in range(start, start + len(marker))
        if text[at].isalnum()
    )


@pytest.mark.parametrize(
    ("text", "parts"), list(generated()), ids=lambda value: value[:30] if isinstance(value, str) else ""
)
def test_every_marker_is_found_or_held_for_a_person(text, parts):
    found = find_mentions(text, KnownWords.of((), HARMLESS))
    for marker in parts.values():
        assert covered(text, marker, found), (marker, [(one.text, one.why) for one in found])


def test_numbers_and_companies_with_a_form_are_sure_and_masked():
    text = "Quamby & Sons Trading Co., Ltd, +856 20 5551 2345, zarq@quamby.example, TCLU 482913 7."
    found = [one for one in find_mentions(text) if one.sure]
    assert mask_mentions(text, found) == "[company], [telephone], [e-mail], [number]."


def test_what_the_platform_knows_is_found_however_it_is_written():
    known = KnownWords.of(["Nguyễn Thị Quỳnh Mơ", "Quamby Fruit"])
    for text in ("ask nguyen thi quynh mo", "QUAMBY has it", "quamby fruit", "Mr. Quỳnh"):
        found = [one for one in find_mentions(text, known) if one.why == "known to the platform"]
        assert found, text
        assert find_undecided_mentions(text, known, kept={one.text for one in found}), "what is known is never kept"


def test_what_a_person_kept_no_longer_holds():
    text = "The Zarquon form is needed at Mohan."
    known = KnownWords.of((), HARMLESS)
    assert [one.text for one in find_undecided_mentions(text, known, ())] == ["Zarquon"]
    assert find_undecided_mentions(text, known, {"Zarquon"}) == []


def test_an_ordinary_answer_is_not_full_of_findings():
    text = (
        "Ask the laboratory for a report in the form of the Chinese customs. The quarantine desk at Mohan accepts it within "
        "two hours. Code 0810.60, 24 laboratories, 50 tonnes in 2025."
    )
    assert find_mentions(text, KnownWords.of((), HARMLESS)) == []


@pytest.mark.parametrize("word", ["Somebody", "Nobody", "Everyone", "Although", "According", "Unfortunately"])
def test_a_word_that_begins_a_sentence_is_no_name(word):
    """A heading read "[person] registered our brand": nobody was named."""
    assert find_mentions(f"{word} registered our brand before us.") == []


def test_masked_words_are_no_findings():
    assert find_undecided_mentions("[company] wrote to [person].", KnownWords(), ()) == []


@given(st.text(max_size=120))
def test_no_text_makes_it_fall_over_and_findings_lie_inside(text):
    for one in find_mentions(text, KnownWords.of(["Quamby"])):
        assert text[one.start : one.end] == one.text
        assert isinstance(one.kind, MentionKind)
