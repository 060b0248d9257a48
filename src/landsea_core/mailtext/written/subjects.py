"""Whether a subject begins as mail programs begin that of a forwarded mail: "Fwd:", "转发:", "ສົ່ງຕໍ່:".

A wording is added once in the table, whichever program writes it; the lines inside a mail are the business of `separators`.
"""

import re

_FORWARDS = (
    "fwd|fw|forward|forwarded|转发|轉寄|轉發|转寄|转|fwd.|chuyển tiếp|ct|c.t|ch.tiếp|ส่งต่อ|สต|ສົ່ງຕໍ່|បញ្ជូនបន្ត|ထပ်ဆင့်ပို့|"
    "terusan|teruskan|diteruskan|trs|dimajukan|majukan|ipinasa|wg|tr|vs|rv|enc|i|doorst|転送|전달"
)
_COLON = r"\s*(?:[\[(（]\d{1,3}[\])）])?\s*[:\uff1a\u17d6]\s*"
_FORWARD = re.compile(rf"^\s*(?:\[[^\]]{{1,40}}\]\s*)?(?:{_FORWARDS.replace('.', '[.]')}){_COLON}", re.IGNORECASE)


def says_forwarded(subject: str) -> bool:
    """Say whether a subject calls the mail forwarded: for example "转发: 发票", but not "Re: invoice" or "Re: Fwd: invoice"."""
    return bool(_FORWARD.match(subject))
