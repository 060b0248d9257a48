"""Names stand in the order in which a language's readers look for them."""

import pytest

from landsea_core.text.letters.alphabet import sort_by_alphabet


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh-hans", ["柬埔寨", "老挝", "缅甸", "泰国", "新加坡", "越南", "中国"]),
        ("zh-hant", ["中國", "老撾", "柬埔寨", "泰國", "越南"]),
        ("th", ["กัมพูชา", "จีน", "ติมอร์-เลสเต", "ไทย", "บรูไน", "เมียนมา", "ลาว", "เวียดนาม", "สิงคโปร์"]),
        ("lo", ["ຈີນ", "ສິງກະໂປ", "ໄທ", "ມຽນມາ", "ລາວ", "ຫວຽດນາມ"]),
        ("km", ["ម៉ាឡេស៊ី", "មីយ៉ាន់ម៉ា", "ឡាវ"]),
        ("vi", ["Ấn Độ", "Đông Ti-mo", "Lào", "Thái Lan", "Việt Nam"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(language, names):
    assert sort_by_alphabet(sorted(names), language) == names


def test_what_an_encoding_does_not_hold_breaks_nothing():
    assert sorted(sort_by_alphabet(["ກ", "中国"], "zh-hans")) == sorted(["ກ", "中国"])
