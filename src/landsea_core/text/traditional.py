"""Chinese in traditional characters, for readers in Taiwan and Hong Kong: made from our simplified texts, kept nowhere.

Only what the platform itself says is converted. Names of people and what somebody wrote stay as they were written: nobody may
write another's name otherwise, and an original is an original.

Characters go by OpenCC's standard of Taiwan (`s2tw`): it tells 发 of hair (髮) from 发 of sending (發) by the words beside.
Its list of words (`s2twp`) is for computers and does harm here: a customs procedure (程序) would become a computer program
(程式), a paper (文件) a file (檔案). So the words of Taiwan that our readers meet stand below.
"""

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

SIMPLIFIED, TRADITIONAL = "zh-hans", "zh-hant"
DERIVED = {TRADITIONAL: SIMPLIFIED}
"""Languages of pages that are made of another one: nobody translates into them, no file holds them."""
STANDARD = "s2tw"
WORDS_OF_TAIWAN = {
    "老撾": "寮國",
    "文萊": "汶萊",
    "印度尼西亞": "印尼",
    "新西蘭": "紐西蘭",
    "榴蓮": "榴槤",
    "集裝箱": "貨櫃",
    "登錄": "登入",
    "退出登錄": "登出",
    "信息化部": "信息化部",
    "鏈接": "連結",
    "密鑰": "金鑰",
    "短信": "簡訊",
    "軟件": "軟體",
    "網絡": "網路",
    "服務器": "伺服器",
    "搜索": "搜尋",
    "打印": "列印",
    "屏幕": "螢幕",
    "默認": "預設",
    "郵箱": "電子郵件",
    "電子郵箱": "電子郵件",
    "賬": "帳",
    "視頻": "視訊",
    "信息": "資訊",
    "塑料": "塑膠",
    "卡車": "貨車",
    "菠蘿": "鳳梨",
    "土豆": "馬鈴薯",
    "三文魚": "鮭魚",
    "人工智能": "人工智慧",
    "設置": "設定",
    "用戶名": "使用者名稱",
    "粘貼": "貼上",
    "激活": "啟用",
    "菜單": "選單",
    "文件夾": "資料夾",
    "字段": "欄位",
    "令牌": "權杖",
    "在線": "線上",
    "數據庫": "資料庫",
    "我的數據": "我的資料",
    "數據副本": "資料副本",
    "郵件程序": "郵件程式",
    "日曆程序": "日曆程式",
    "程序密鑰": "程式金鑰",
    "由程序所寫": "由程式所寫",
}
"""What Taiwan calls otherwise, after the characters were converted; read one by one against our own texts. Offices of the
mainland keep the names that they have there: the ministry of 信息化 is none of 資訊化. An address for mails is no 信箱, for so
the mailbox of a case is called; a motorcycle stays 摩托車, for the 機車 of our lists of goods is a locomotive. A procedure is
程序, a program 程式, and only in the words that stand here.
"""
TOLD_WRONGLY = {
    "鬚": "須",
    "鬥": "斗",
    "采用": "採用",
    "回復": "回覆",
    "天后": "天後",
    "給髮": "給發",
    "換髮": "換發",
    "髮給": "發給",
    "鬚髮": "須發",
    "這些周": "這些週",
    "所在周": "所在週",
    "交流周": "交流週",
    "文化周": "文化週",
    "瀾湄周": "瀾湄週",
    "這隻能": "這只能",
    "註果": "注果",
    "自注冊": "自註冊",
    "市場準入": "市場准入",
    "準運證": "准運證",
    "準許": "准許",
    "準證": "准證",
    "不準": "不准",
    "海裡": "海里",
    "幹": "乾",
    "汶幹": "汶干",
    "摺合": "折合",
    "免籤": "免簽",
    "團籤": "團簽",
    "在籤": "在簽",
    "依託咪酯": "依托咪酯",
    "穀氨酸": "麩胺酸",
    "捲心菜": "高麗菜",
    "衝梅": "沖梅",
    "鮮姜": "鮮薑",
    "南姜": "南薑",
    "復制": "複製",
    "會合並": "會合併",
    "效應制冷": "效應製冷",
    "制粉工": "製粉工",
    "材料制": "材料製",
    "封志": "封誌",
    "軋卷": "軋捲",
    "鋼卷": "鋼捲",
    "千周一": "千週一",
    "…周": "…週",
    "了解": "瞭解",
    "發布": "發佈",
}
"""Simplified characters that stand for several, where OpenCC takes the wrong one in our texts: "须" before "发" is no hair, and
in Chong Mek (冲梅) nobody clashes. Found by reading all our texts with characters of two readings.
"""
_TOLD_RIGHTLY = (
    "主幹 骨幹 樹幹 枝幹 軀幹 才幹 能幹 精幹 幹部 幹事 幹員 幹線 幹道 幹路 幹流 幹渠 幹活 "
    "鬥爭 戰鬥 奮鬥 搏鬥 鬥雞 鬥牛 鬍鬚 龍鬚 鬚根 不準確 不準時 天后宮 "
    "標準證 基準證 恢復制度"
)
"""Words that keep a character which is told wrongly elsewhere: trunks and cadres among what is dry, fights among buckets."""
_WEEKS = re.compile(r"(?<=[\d)s])( ?)周(?![年歲邊])")
_CORRECTED = WORDS_OF_TAIWAN | TOLD_WRONGLY | {word: word for word in _TOLD_RIGHTLY.split()}
_WORDS = re.compile("|".join(sorted(map(re.escape, _CORRECTED), key=len, reverse=True)))


def write_in_script(text: str, language: str) -> str:
    """Return a Chinese text of ours in the characters of a language of the pages: traditional ones for zh-hant, or as it is on
    a machine without OpenCC: whoever chose that language on another one is written to all the same.
    """
    return convert_to_traditional(text) if language == TRADITIONAL and _is_installed() else text


@lru_cache(maxsize=32_768)
def convert_to_traditional(text: str) -> str:
    """Return a text in simplified characters in traditional ones; what is in other scripts stays.

    >>> convert_to_traditional("老挝海关发来报关单")
    '寮國海關發來報關單'
    """
    converted: str = _converter().convert(text)
    return _WEEKS.sub(r"\1週", _WORDS.sub(lambda found: _CORRECTED[found[0]], converted))


@cache
def _is_installed() -> bool:
    return find_spec("opencc") is not None


@cache
def _converter() -> Any:
    import opencc  # here: whoever has no page in traditional characters does without it

    return opencc.OpenCC(STANDARD)
