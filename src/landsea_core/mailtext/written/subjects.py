"""What the beginning of a subject says: an answer ("Re:", "回复：", "TL:"), a forwarded mail ("Fwd:", "转发:"), or neither.

The same tables as in `separators`: a wording is added once, for every program.
"""

import re

_FORWARDS = (
    "fwd|fw|forward|forwarded|转发|轉寄|轉發|转寄|转|fwd.|chuyển tiếp|ct|c.t|ch.tiếp|ส่งต่อ|สต|ສົ່ງຕໍ່|បញ្ជូនបន្ត|ထပ်ဆင့်ပို့|"
    "terusan|teruskan|diteruskan|trs|dimajukan|majukan|ipinasa|wg|tr|vs|rv|enc|i|doorst|転送|전달"
)
_ANSWERS = (
    "re|aw|sv|ré|回复|回覆|答复|答覆|回信|trả lời|tl|t.l|hồi đáp|phản hồi|ตอบกลับ|ตอบ|ຕອບກັບ|ຕອບ|ឆ្លើយតប|ឆ្លើយ|ပြန်စာ|ပြန်ကြားချက်|"
    "balas|bls|balasan|jawab|tumugon|sagot|返信|回复全部|답장|res|rép|antw|odp"
)
_COLON = r"\s*(?:[\[(（]\d{1,3}[\])）])?\s*[:\uff1a\u17d6]\s*"
_FORWARD = re.compile(
    rf"^\s*(?:\[[^\]]{{1,40}}\]\s*)?(?:(?:{_ANSWERS}){_COLON})*(?:{_FORWARDS.replace('.', '[.]')}){_COLON}",
    re.IGNORECASE,
)
_ANSWER = re.compile(rf"^\s*(?:\[[^\]]{{1,40}}\]\s*)?(?:{_ANSWERS.replace('.', '[.]')}){_COLON}", re.IGNORECASE)


def says_forwarded(subject: str) -> bool:
    """Say whether a subject calls the mail forwarded: for example "转发: 发票", but not "Re: invoice"."""
    return bool(_FORWARD.match(subject)) and not (_ANSWER.match(subject) and not _starts_forwarded(subject))


def says_answer(subject: str) -> bool:
    """Say whether a subject calls the mail an answer."""
    return bool(_ANSWER.match(subject))


def _starts_forwarded(subject: str) -> bool:
    rest = _ANSWER.sub("", subject, count=1)
    return rest == subject
