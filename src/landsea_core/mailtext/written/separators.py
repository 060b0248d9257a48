"""Lines that mail programs put between new words and old ones: "Original Message", "Forwarded message", our own marker.

Each wording stands once in a table, by what it means; around it programs put dashes, or a colon behind it.
"""

import re

_ORIGINAL = (
    "original message|replied message|original mail|original email|original|"
    "reply message|reply to message|message originally sent|"
    "原始邮件|原邮件|邮件原件|邮件原文|原始信件|原始消息|回复的原邮件|回复的邮件|回复邮件|原始郵件|原郵件|原始訊息|"
    "tin nhắn gốc|thư gốc|thư ban đầu|nội dung gốc|nội dung thư gốc|email gốc|tin gốc|"
    "ข้อความต้นฉบับ|ข้อความเดิม|ต้นฉบับ|จดหมายต้นฉบับ|อีเมลต้นฉบับ|ข้อความดั้งเดิม|"
    "ຂໍ້ຄວາມຕົ້ນສະບັບ|ຂໍ້ຄວາມເດີມ|ຕົ້ນສະບັບ|"
    "សារដើម|អ៊ីមែលដើម|សំបុត្រដើម|"
    "မူရင်းစာ|မူရင်းမက်ဆေ့ချ်|မူလစာ|မူရင်း|မူလမက်ဆေ့ချ်|"
    "pesan asli|pesan orisinal|pesan awal|surat asli|email asli|mesej asal|e-mel asal|emel asal|orihinal na mensahe|"
    "元のメッセージ|元メール|원본 메시지|원본메시지|ursprüngliche nachricht|message d'origine|mensaje original"
)
_FORWARDED = (
    "forwarded message|forwarded mail|forwarded email|begin forwarded message|start of forwarded message|forwarded by|"
    "转发邮件|转发的邮件|转发邮件信息|转发的原邮件|转发消息|以下是转发的邮件|开始转发的邮件|已转发邮件|被转发邮件信息|转发|"
    "轉寄郵件|轉寄的郵件|開始轉寄郵件|轉寄訊息|已轉寄的訊息|轉寄|"
    "thư được chuyển tiếp|thư chuyển tiếp|tin nhắn được chuyển tiếp|tin nhắn chuyển tiếp|bắt đầu thư được chuyển tiếp|"
    "bắt đầu tin nhắn được chuyển tiếp|bắt đầu thư chuyển tiếp|email được chuyển tiếp|nội dung chuyển tiếp|chuyển tiếp|"
    "ข้อความที่ส่งต่อ|เริ่มต้นข้อความที่ส่งต่อ|ข้อความที่ถูกส่งต่อ|อีเมลที่ส่งต่อ|ส่งต่อข้อความ|ข้อความส่งต่อ|ส่งต่อ|"
    "ຂໍ້ຄວາມສົ່ງຕໍ່|ຂໍ້ຄວາມທີ່ສົ່ງຕໍ່|ສົ່ງຕໍ່|"
    "សារបញ្ជូនបន្ត|សារដែលបានបញ្ជូនបន្ត|បញ្ជូនបន្ត|"
    "ထပ်ဆင့်ပို့သောစာ|တဆင့်ပေးပို့သောစာ|ထပ်ဆင့်ပို့သည့်စာ|လက်ဆင့်ကမ်း|"
    "pesan terusan|pesan yang diteruskan|mulai pesan yang diteruskan|pesan diteruskan|email yang diteruskan|diteruskan|"
    "mesej dimajukan|mesej yang dimajukan|mula mesej dimajukan|e-mel dimajukan|dimajukan|ipinasang mensahe|"
    "転送メッセージ|転送されたメッセージ|전달된 메시지|weitergeleitete nachricht|message transféré"
)
_OURS = (
    "reply above this line|please reply above this line|write above this line|"
    "请在此行上方回复|请在此行以上回复|請在此行上方回覆|"
    "vui lòng trả lời phía trên dòng này|trả lời phía trên dòng này|xin trả lời phía trên dòng này|"
    "ກະລຸນາຕອບຢູ່ເທິງເສັ້ນນີ້|กรุณาตอบกลับเหนือบรรทัดนี้|ตอบกลับเหนือบรรทัดนี้|"
    "សូមឆ្លើយតបនៅខាងលើបន្ទាត់នេះ|ဤစာကြောင်းအထက်တွင် ပြန်ဖြေပါ|"
    "balas di atas baris ini|silakan balas di atas garis ini|sila balas di atas baris ini|sumagot sa itaas ng linyang ito"
)
MARKERS = {
    "en": "Please reply above this line",
    "zh": "请在此行上方回复",
    "vi": "Vui lòng trả lời phía trên dòng này",
    "lo": "ກະລຸນາຕອບຢູ່ເທິງເສັ້ນນີ້",
    "th": "กรุณาตอบกลับเหนือบรรทัดนี้",
    "km": "សូមឆ្លើយតបនៅខាងលើបន្ទាត់នេះ",
    "my": "ဤစာကြောင်းအထက်တွင် ပြန်ဖြေပါ",
    "id": "Silakan balas di atas garis ini",
    "ms": "Sila balas di atas baris ini",
    "fil": "Sumagot sa itaas ng linyang ito",
}
"""The marker line that our mails put above what is quoted back to us, by the language of the mail."""


def write_marker_line(language: str) -> str:
    """Return our marker line in a language, in English where there is none."""
    return f"##- {MARKERS.get(language, MARKERS['en'])} -##"


def _squeezed(text: str) -> str:
    return "".join(
        character for character in text.lower() if not character.isspace() and character not in "\u200b\u200c\u200d"
    )


_NOUNS = re.compile(
    r"message|e-?mail|mail|letter|邮件|郵件|消息|訊息|信|thư|tin|ข้อความ|อีเมล|จดหมาย|ຂໍ້ຄວາມ|ອີເມວ|សារ|អ៊ីមែល|စာ|pesan|mesej|e-?mel|surat|mensahe|メッセージ|메시지"
)
_ORIGINAL_STEM = re.compile(
    r"original|原始|原邮件|原郵件|原文|原信|gốc|ต้นฉบับ|เดิม|ຕົ້ນສະບັບ|ເດີມ|ដើម|မူရင်း|မူလ|asli|asal|orisinal|orihinal|元の|원본"
)
_FORWARD_STEM = re.compile(
    r"forward|转发|轉發|轉寄|转寄|chuyểntiếp|ส่งต่อ|ສົ່ງຕໍ່|បញ្ជូនបន្ត|ထပ်ဆင့်|လက်ဆင့်|terusan|erusk|dimajukan|majukan|ipinasa|転送|전달|weitergeleitet|transféré|reenviado"
)
_ORIGINALS = frozenset(map(_squeezed, _ORIGINAL.split("|")))
_FORWARDS = frozenset(map(_squeezed, _FORWARDED.split("|")))
_MARKS = tuple(map(_squeezed, _OURS.split("|")))
_RULED = re.compile(
    r"^[\s>|*]*(?P<left>[-_=~*\u2014\u2500\u2501#]{2,})?[\s*]*(?P<words>[^-_=~\u2014\u2500\u2501#].*?)[\s*]*(?P<right>[-_=~*\u2014\u2500\u2501#]{2,})?[\s*|]*$"
)
_SPACED = re.compile(r"&nbsp;")
_LONGEST = 120
_LONGEST_TITLE = 40


_INLINE = re.compile(
    r"-{4,}(?:\s|&nbsp;)*(?:"
    + "|".join(re.escape(words) for words in f"{_ORIGINAL}|{_FORWARDED}".split("|"))
    + r")(?:\s|&nbsp;)*-{4,}",
    re.IGNORECASE,
)


def put_separators_apart(text: str) -> str:
    """Return a text in which separators stand on lines of their own: some gateways flatten a whole mail into one line."""
    return _INLINE.sub(lambda hit: f"\n{hit[0]}\n", text) if "----" in text else text


def find_kind_of_separator(line: str) -> str:
    """Return "original", "forwarded" or "ours" for a line that separates, else an empty string.

    >>> find_kind_of_separator("------------------&nbsp;原始邮件&nbsp;------------------")
    'original'
    >>> find_kind_of_separator("Begin forwarded message:")
    'forwarded'
    """
    if len(line) > _LONGEST:
        return ""
    hit = _RULED.match(_SPACED.sub(" ", line))
    if not hit:
        return ""
    is_ruled = bool(hit["left"] or hit["right"])
    ends_in_colon = hit["words"].rstrip().endswith((":", "\uff1a", "\u17d6"))
    words = _squeezed(hit["words"].strip(" :\uff1a\u17d6.\u3002"))
    if any(mark in words for mark in _MARKS) and len(words) < 60:
        return "ours"
    is_enclosed = bool(hit["left"] and hit["right"]) and len(words) <= _LONGEST_TITLE
    if _is_forward(words) or (
        _FORWARD_STEM.search(words) and _NOUNS.search(words) and (is_enclosed or len(words) <= _LONGEST_TITLE)
    ):
        return "forwarded" if is_ruled or (ends_in_colon and len(words) > 4) else ""
    if words in _ORIGINALS or (is_enclosed and _ORIGINAL_STEM.search(words) and _NOUNS.search(words)):
        return "original" if is_ruled or (ends_in_colon and len(words) > 4) else ""
    return ""


def _is_forward(words: str) -> bool:
    return words in _FORWARDS or words.startswith("forwardedby")
