"""Reading in plain words whether goods are new, used, or waste: "used cars", "二手车", "phế liệu nhựa", "เศษเหล็ก".

Only words that mean the state of goods and little else: "new" alone may be energy or Zealand, "cũ" without its mark a tuber.
"""

import re
from collections.abc import Mapping

from landsea_core.text.letters.folding import normalize_spelling

_USED_AS_A_NAME = re.compile(r"\bused (cooking )?oil\b|食用油")
"""Goods that are called used and traded under a code of their own."""
_SPACED: Mapping[str, re.Pattern[str]] = {
    "new": re.compile(r"\b(brand[- ]new|unused|hàng mới|mới 100 ?%|barang baru|bagong-bago)\b|mới 100%"),
    "used": re.compile(
        r"\b(used|second[- ]?hand|pre-?owned|worn|đã qua sử dụng|hàng cũ|xe cũ|máy cũ|bekas|terpakai|segunda mano|gamit na)\b"
    ),
    "waste": re.compile(
        r"\b(waste|scrap|scraps|parings|rubbish|phế liệu|phế thải|chất thải|rác thải|limbah|rongsok|skrap|sampah|sisa buangan"
        r"|basura|patapon)\b"
    ),
}
_UNSPACED: Mapping[str, tuple[str, ...]] = {
    "new": ("全新", "ของใหม่", "มือหนึ่ง", "ມືໜຶ່ງ"),
    "used": ("二手", "旧", "舊", "มือสอง", "ใช้แล้ว", "ມືສອງ", "ໃຊ້ແລ້ວ", "មួយទឹក", "ប្រើរួច", "တစ်ပတ်ရစ်"),
    "waste": ("废", "廢", "เศษ", "ขยะ", "ของเสีย", "ເສດ", "ຂີ້ເຫຍື້ອ", "សំណល់", "អេតចាយ", "စွန့်ပစ်"),
}


def read_condition(text: str) -> str:
    """Return the state of goods that words name (`model.CONDITIONS`), "" where they name none or several."""
    said = _USED_AS_A_NAME.sub(" ", normalize_spelling(text))
    found = {
        condition
        for condition, words in _SPACED.items()
        if words.search(said) or any(word in said for word in _UNSPACED[condition])
    }
    return found.pop() if len(found) == 1 else ""
