"""The plain filter of lists: words count as wholes where their script has spaces, and anywhere where it has none."""

import pytest

from landsea_core.finding import holds_all_words


@pytest.mark.parametrize(
    ("text", "typed", "held"),
    [
        ("Rice from Viet Nam", "rice", True),
        ("Lower price of permits", "rice", False),
        ("Exports of fish", "port", False),
        ("Fresh durians by land", "durian", True),
        ("Fresh durian by land", "DURIANS", True),
        ("Licensing of batteries", "battery", True),
        ("Viet Nam: foreign trade", "vietnam trade", True),
        ("Xiamen port of VietNam", "viet nam", False),
        ("Decree 259/2025/ND-CP", "259/2025", True),
        ("Decree 1259/2025/ND-CP", "259/2025", False),
        ("Nghị định về sầu riêng", "sau rieng", True),
        ("Sắn lát khô", "sắn", True),
        ("Sản phẩm ở sân bay", "sắn", False),
        ("Sản phẩm ở sân bay", "san", True),
        ("Cam kết", "cấm", True),  # whoever wrote it may have left its marks out
        ("Cấm nhập khẩu cam", "cam", True),
        ("Hoà Bình: thủy sản", "Hòa Bình thuỷ sản", True),
        ("VIÊNG CHĂN", "viêng chăn", True),
        ("Dili", "Díli", True),
        ("进口鲜食榴莲植物检疫要求", "榴莲", True),
        ("進口鮮食榴蓮", "榴莲", True),
        ("ทุเรียนสดจากไทย", "ทุเรียน", True),
        ("anything", "", True),
        ("anything", "...", True),
    ],
)
def test_words_are_held(text, typed, held):
    assert holds_all_words(text, typed) is held
