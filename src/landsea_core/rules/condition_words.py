"""Reading in plain words whether goods are new, used, or waste: "used cars", "二手车", "phế liệu nhựa", "เศษเหล็ก".

Only words that mean the state of goods and little else: "new" alone may be energy or Zealand, "cũ" without its mark a tuber.
"""

import re
from collections.abc import Mapping

from landsea_core.text.letters.folding import normalize_spelling

_NO_STATE = re.compile(
    r"\bused (cooking )?oil\b|\b(used|worn) (in|for|to|by|as|with|on|at|when|under)\b|食用油"
    r"|\bwaste[- ](?=water|gas)|\b(waste|rubbish|scrap)[- ](paper )?(bins?|bags?|baskets?|containers?|trucks?|compactors?)\b"
    r"|\b(waste|scrap|rubbish)( \w+)?[- ](treatment|disposal|handling|shredders?|presses|sorting)\b"
    r"|[废廢][^,，;；、]{0,6}?(处理|處理|净化|淨化|焚烧|焚燒|粉碎|破碎|回收)(设备|設備|装置|裝置|系统|系統|机|機|器|炉|爐|线|線)"
    r"|(xử lý|thùng|túi|bao|xe|tái chế) (chất thải|rác thải|phế liệu|phế thải)"
    r"|\b(tempat|tong|kantong|kantung|beg|bakul|plastik|truk|lori) sampah\b|\b(pengolahan|pengolah) (air )?limbah\b"
    r"|(^|[^\w ] *)bekas (?!pakai)|\bbekas (makanan|minuman|plastik|kaca|air)\b"
    r"|\b(lalagyan|trak|supot|bag) ng basura\b"
    r"|พิเศษ|(ถัง|ถุง|รถ|รถเก็บ|รถขน|เครื่องกำจัด)ขยะ|ພິເສດ|ປະຕິເສດ|ກະເສດ|ເສດຖະກິດ|(ຖັງ|ຖົງ|ລົດ)ຂີ້ເຫຍື້ອ"
)
"""Words that hold one for a state and say none: what a thing is used for or worn by, bins and machines for waste, the Malay
for a box ("bekas plastik"), the Thai and Lao for "special"; and goods that are called used and have a code of their own.
"""
_SPACED: Mapping[str, re.Pattern[str]] = {
    "new": re.compile(r"\b(brand[- ]new|unused|hàng mới|mới 100 ?%|barang baru|bagong-bago)\b|mới 100%"),
    "used": re.compile(
        r"\b(used|second[- ]?hand|pre-?owned|worn|đã qua sử dụng|hàng cũ|xe cũ|máy cũ|bekas|terpakai|segunda mano|gamit na)\b"
    ),
    "waste": re.compile(
        r"\b(waste|scrap|scraps|parings|rubbish|phế liệu|phế thải|chất thải|rác thải|limbah|rongsok|skrap|sampah|sisa buangan"
        r"|sisa (?=papan|elektronik|plastik|kertas|logam|getah|besi|tekstil|industri|klinikal)"
        r"|basura|patapon)\b"
    ),
}
_UNSPACED: Mapping[str, tuple[str, ...]] = {
    "new": ("全新", "ของใหม่", "มือหนึ่ง", "ມືໜຶ່ງ"),
    "used": ("二手", "旧", "舊", "มือสอง", "ใช้แล้ว", "ມືສອງ", "ໃຊ້ແລ້ວ", "មួយទឹក", "ប្រើរួច", "တစ်ပတ်ရစ်"),
    "waste": ("废", "廢", "เศษ", "ขยะ", "ของเสีย", "ເສດ", "ຂີ້ເຫຍື້ອ", "សំណល់", "អេតចាយ", "စွန့်ပစ်"),
}


def read_condition(text: str) -> str:
    """Return the state of goods that words name (`goods_states.CONDITIONS`), "" where they name none or several."""
    said = _NO_STATE.sub(" ", normalize_spelling(text))
    found = {
        condition
        for condition, words in _SPACED.items()
        if words.search(said) or any(word in said for word in _UNSPACED[condition])
    }
    return found.pop() if len(found) == 1 else ""
