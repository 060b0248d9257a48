"""Families of the kinds of fault that the writers of paragraphs named in their own words, in three languages.

`find_family("thặng dư hay thâm hụt")` is "balance": the first family whose words a kind has, "other" for none.
"""

import re

_WORDS = {
    "currency": "currency|exchange|conversion|tiền tệ|quy đổi|rates|wrong rate|折算",
    "rank or record": "|".join(
        ("rank|record|highest|second|xếp hạng|thứ hạng|mức cao|ít nhất|名次|位次|排名|新高|最低|khoảng giá|last year",)
    ),
    "plan or limit": "plan|target|limit|hoàn thành|kế hoạch|vượt|目标|计划|完成|限值|quorum",
    "direction": "direction|hướng|chiều|升降|方向|涨跌|dwell word|thời gian chờ|months in a row|连续|时间变化|dearer|便宜|word",
    "balance": "balance$|balance word|cán cân|thâm hụt|thặng dư|顺差|逆差|贸易顺差",
    "points": "point|điểm|点数|百分 点",
    "growth": "|".join(
        (
            "growth|increase|decline|tăng|giảm|base|增|降|环比|gain|đà|earliness|giá cước|discount|折扣|time ratio",
            "total growth",
        )
    ),
    "multiple": "multipl|times more|doubl|halving|gấp|bội|số lần|倍",
    "half or fraction": "half|major|quá nửa|过半|fraction|phân số|几分|ratio|比例",
    "stock or rest": "|".join(
        (
            "stock|rest|left|queue|carried|remain|free places|used|còn lại|cuối kỳ|tồn|chỗ trống|剩余|余额|结转|期末|空位",
            "cumul|累计|lũy|running",
        )
    ),
    "share": "|".join(
        (
            "share|percent|load factor|tỷ trọng|tỷ lệ|占比|比重|持股|payout|phần trăm|over 100|stakes|capacity",
            "công suất|votes|tập con|part above",
        )
    ),
    "difference": "difference|fewer|差|trễ|nhanh hơn|late|净|晚点|减少|định giá",
    "mean": "mean|average|bình quân|trung bình|均",
    "days, hours, dates": "|".join(
        (
            "hour|day|week|date|duration|time|crossing|ngày|giờ|thời gian|历时|天数|时间|工期|周年|届次|anniver|year span",
            "số năm|order|voyage|speed",
            "tốc độ|时速|span|calendar|length",
        )
    ),
    "count of listed": "count of|list|số mục|liệt kê",
    "unit": "unit|area|đổi|换算|单位|亩|box(?!es train)|sample|litres|lít|油耗|yield|exceed",
    "told twice": "twice|told|nói hai|前后|same thing",
    "product or price": "|".join(
        (
            "product|price|cost|nhân|tích|tiền|rent|thuế|duty|tax|fee|采购|乘积",
            "租金|税|派息|chia|yield|payment|interest|value|spending|money|lưu bãi|giá",
            "frequency|per|单价|lease",
        )
    ),
    "sum": "sum|total|tổng|sai tổng|合计|总|cả năm|toàn|add|cả|full|year|rooms|số phòng|全年|parts",
}
FAMILIES = (*_WORDS, "other")
_PATTERNS = {family: re.compile(words, re.IGNORECASE) for family, words in _WORDS.items()}


def find_family(kind: str) -> str:
    """Return the family of a kind of fault."""
    return next((family for family, pattern in _PATTERNS.items() if pattern.search(kind)), "other")
