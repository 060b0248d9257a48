"""The line above a quote that says who wrote it and when: "On Mon, 2 March, Li wrote:", in any language.

1. The wording: a line (or up to four, where a program wrapped it) that names an address or a time of the day and ends in
   a verb of writing with a colon, or begins as such lines begin and holds that verb.
2. The place: whatever short paragraph stands right above lines with quote marks and names an address or a time, or ends
   in a colon after a verb of writing. This needs no table of languages.
"""

import re

from landsea_core.mailtext.written.lines import ADDRESS, is_quoted, tells_time

_MOST_LINES = 4
_VERBS = (
    r"wrote|writes|has written|写道|寫道|写到|寫到|写了|說|来信|编写|編寫|"
    r"đã viết|viết|đã gửi|เขียนว่า|เขียน|ได้เขียนว่า|เขียนไว้ว่า|ຂຽນວ່າ|ຂຽນ|ໄດ້ຂຽນ(?:ວ່າ)?|"
    r"បានសរសេរ(?:ថា)?|សរសេរ(?:ថា)?|ရေးသားခဲ့သည်|ရေးခဲ့သည်|ရေးသည်|ရေးသား(?:သည်|ထားသည်)|က ရေးသည်|"
    r"menulis|menuliskan|telah menulis|sumulat|isinulat|ay sumulat|hakerek|"
    r"さんは書きました|書きました|より|님이 작성|작성함|쓴 내용|a écrit|schrieb|escribió|escreveu|ha scritto|написал(?:\(а\))?"
)
_ENDS = re.compile(rf"(?:{_VERBS})\s*(?:[:\uff1a\ufe30\u17d6]|:?\s*[-\u2013\u2014]+)?\s*$", re.IGNORECASE)
_ENDS_STRICTLY = re.compile(rf"(?:{_VERBS})\s*(?:[:\uff1a\ufe30\u17d6]|:?\s*[-\u2013\u2014]+)\s*$", re.IGNORECASE)
_VERB_THEN_TIME = re.compile(r"(?:wrote|viết|menulis|เขียน|写)\b.{0,60}\d.{0,20}[:\uff1a]\s*$", re.IGNORECASE)
_BEGINS = re.compile(
    r"^[\s\-*>|]*(?:On|At|In a message|Le|Am|El|Em|Il|在|于|於|Vào|Ngày|Lúc|Hôm|ในวันที่|เมื่อ|วันที่|"
    r"ໃນ|ເມື່ອ|ວັນ|នៅ|កាលពី|Pada|Noong|Sa|Nong|Tanggal)(?=[\s\d,，]|[^\x00-\x7f])"
)
_VERB_THEN_NAME = re.compile(
    r"(?:schrieb|sumulat si|sinulat ni|skrev|schreef|napsal|pisze)\b.{1,160}[:\uff1a]\s*$", re.IGNORECASE
)
_NAME_AND_TIME = re.compile(r"<[\w.+%=-]{1,80}@[\w.-]{1,200}>\s*[:\uff1a]\s*$")
_ONE_LINE = re.compile(rf"(?:{_VERBS})\s*[:\uff1a\u17d6]", re.IGNORECASE)


def count_attribution_lines(lines: list[str], start: int) -> int:
    """Return how many lines, from this one on, say who wrote what follows; 0 when they do not."""
    if not _may_begin(lines, start):
        return 0
    joined = ""
    for count in range(1, _MOST_LINES + 1):
        number = start + count - 1
        if number >= len(lines) or is_quoted(lines[number]) != is_quoted(lines[start]) or not lines[number].strip():
            return 0
        joined += " " + lines[number].strip(" *>|")
        if len(joined) > 400:
            return 0
        if _says_who(joined.strip(), lines, number + 1):
            return count
    return 0


def _may_begin(lines: list[str], start: int) -> bool:
    line = lines[start]
    if not line.strip():
        return False
    if _BEGINS.match(line) or ADDRESS.search(line) or tells_time(line):
        return True
    goes_on = start + 1 < len(lines) and (ADDRESS.search(lines[start + 1]) or tells_time(lines[start + 1]))
    is_alone = start == 0 or not lines[start - 1].strip()
    if is_alone and goes_on and not line.rstrip().endswith(tuple(".!?。！？…,，;；")):
        return bool(
            _ENDS_STRICTLY.search(lines[start + 1])
            or (start + 2 < len(lines) and _ENDS_STRICTLY.search(lines[start + 2]))
        )
    return bool(_ENDS_STRICTLY.search(line)) and _quote_follows(lines, start + 1)


def _says_who(joined: str, lines: list[str], following: int) -> bool:
    bare = joined.strip("-\u2013\u2014 ")
    if _ENDS_STRICTLY.search(joined) or (_ENDS.search(bare) and (joined != bare or ADDRESS.search(joined))):
        return bool(ADDRESS.search(joined) or tells_time(joined) or _quote_follows(lines, following))
    if _VERB_THEN_TIME.search(joined):
        return bool(ADDRESS.search(joined) or tells_time(joined) or _quote_follows(lines, following))
    if (_VERB_THEN_NAME.search(joined) or _NAME_AND_TIME.search(joined)) and len(joined) < 200:
        return tells_time(joined)
    if _BEGINS.match(joined) and ADDRESS.search(joined) and tells_time(joined):
        said, address = _ONE_LINE.search(joined), ADDRESS.search(joined)
        return bool(said and address and said.start() > address.start())
    return False


def _quote_follows(lines: list[str], start: int) -> bool:
    for line in lines[start : start + 3]:
        if line.strip():
            return is_quoted(line)
    return False


def count_lines_above_quote(lines: list[str], quote: int) -> int:
    """Return how many lines right above the quoted line `quote` (blank ones among them) belong to the quote, by their place."""
    end = quote
    while end > 0 and not lines[end - 1].strip() and quote - end < 2:
        end -= 1
    start = end
    while start > 0 and lines[start - 1].strip() and not is_quoted(lines[start - 1]) and end - start < _MOST_LINES:
        start -= 1
        joined = " ".join(line.strip() for line in lines[start:end])
        says_who = ADDRESS.search(joined) and (
            tells_time(joined) or joined.rstrip().endswith((":", "\uff1a", "\u17d6", "-"))
        )
        if says_who or (joined.rstrip().endswith((":", "\uff1a", "\u17d6")) and tells_time(joined)):
            return quote - start
    return 0
