"""The lines that telephones and programs put under a mail: "Sent from my iPhone", "签名由 网易邮箱大师 定制".

A footer is told by two things in one short line: a device or program, and a verb of sending or getting in any of the
languages; so the next model of telephone needs no change. Only lines at the end are looked at: the same words in the middle
of a text are a person's.
"""

import re

from landsea_core.mailtext.written.footer_wordings import DEVICES, GET, PROGRAMS, SENT_AT_END, SENT_FROM, WHOLE
from landsea_core.mailtext.written.lines import ADDRESS, is_bare

_DEVICE = re.compile(rf"(?<![a-z])(?:{DEVICES})(?![a-z])", re.IGNORECASE)
_BEGINS = re.compile(rf"^(?:{SENT_FROM})", re.IGNORECASE)
_ENDS = re.compile(rf"(?:{SENT_AT_END})$", re.IGNORECASE)
_OFFERS = re.compile(rf"^(?:{GET}).{{0,30}}(?:{PROGRAMS})", re.IGNORECASE)
_LINK = re.compile(r"\s*[<(\[]?\s*https?://[^\s>)\]]{1,300}\s*[>)\]]?\s*")
_CARD = re.compile(r"签名由|簽名由|定制$")
_BARS = frozenset({"|", "| |", "||"})
_LONGEST_ON_CARD = 60
_SECOND_THOUGHT = re.compile(r"[.!?。！？]\s*[^\W\d]{4}|[，；;]")
_LONG_NUMBER = re.compile(r"\d{4}")
_ASKS = re.compile(r"^(?:请|請|麻烦|已|把|将|將|可以|我|你|您|他|她)")
_MOST_BEFORE_DEVICE = 12
_LONGEST = 90
_REACH = 14


def is_footer(line: str) -> bool:
    """Say whether a line is one that a telephone or program wrote.

    >>> is_footer("Đã gửi từ iPhone của tôi"), is_footer("The iPhone cartons were sent from Hanoi on Monday.")
    (True, False)
    """
    bare = _LINK.sub(" ", line).strip(" *_|>-\t")
    if not bare or len(bare) > _LONGEST:
        return False
    if WHOLE.match(bare):
        return True
    bare = bare.rstrip(" .!。！")
    is_one_thought = not _SECOND_THOUGHT.search(bare) and not _LONG_NUMBER.search(_DEVICE.sub("", bare))
    if not is_one_thought:
        return False
    if _OFFERS.match(bare):
        return True
    device = _DEVICE.search(bare)
    return bool(device and (_BEGINS.match(bare) or (_ENDS.search(bare) and _names_own_device(bare, device.start()))))


def _names_own_device(bare: str, device: int) -> bool:
    """Say whether a line whose verb stands last begins with a device, or with "my" and one: else it asks somebody to send."""
    return device <= _MOST_BEFORE_DEVICE and not _ASKS.match(bare)


def drop_footers(lines: list[str], sender: str, sender_name: str) -> list[str]:
    """Return the lines without the footers at their end.

    So goes the sender's own address where it stands there alone, as Foxmail puts it.
    """
    kept = list(lines)
    for _ in range(_REACH):
        if not kept:
            break
        line = kept[-1].strip(" |*_\t")
        is_card = bool(_CARD.search(line)) and is_footer(kept[-1])
        if is_card or kept[-1].strip() in _BARS:
            kept = _without_card(kept[:-1] if is_card else kept, sender, sender_name)
        elif is_bare(kept[-1]) or is_footer(kept[-1]) or (sender and line.strip("<>").lower() == sender):
            kept.pop()
        else:
            break
    return kept


def _without_card(lines: list[str], sender: str, sender_name: str) -> list[str]:
    """Return the lines without the visiting card that NetEase's program draws under a mail, perhaps above a line of its own.

    As plain text the card stands between bars; as a page it is the sender's name and address, a line each.
    """
    first = max(0, len(lines) - _REACH)
    bars = [number for number in range(first, len(lines)) if lines[number].strip() in _BARS]
    if bars and all(len(line) <= _LONGEST_ON_CARD for line in lines[bars[0] :]):
        return lines[: bars[0]]
    kept = list(lines)
    while kept:
        line = kept[-1].strip(" |\t")
        if not line or (sender_name and line == sender_name) or (ADDRESS.search(line) and len(line) < _LONGEST_ON_CARD):
            kept.pop()
        else:
            break
    return kept
