"""How many are said to be listed, and how many are: "four lines: Wan Hai, SITC and RCL" does not fit.

A list is counted only where it is closed (no "among others", no 等) and made of short names, or of parts with a figure each.
"""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import make_outcome
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN

_CITY_STATE = "Singapore"
_MOST, _MOST_WORDS = 12, 5
_LISTED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|&|、|和|及|以及|与|，)\s*")
_HAN_LIST = re.compile(r"(?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6}(?:和|及|与)[\u4e00-\u9fff]{2,6}$")
_LONGEST_LIST = 90
_HAN_JOINT = re.compile("、|和|及|与")
_LIST_END = re.compile(r"[).]\s|[).]$|[。;；)]|\s[–—-]{1,2}\s|——|—")
_NAME = re.compile(r"(?:the\s+|port of\s+)?(?:[A-Z][\w'’.-]*)(?:\s+(?:[A-Z][\w'’.-]*|of|de|qx\w+|\d[\w.%]*))*\s*")
_PLAIN_NOUN = re.compile(r"\s*(?:the )?[a-z]{3,}(?: [a-z]{3,})?\s*")
_AND = re.compile(r"\band\b|&|和|以及|及|与")
_HAN = re.compile(r"[\u4e00-\u9fff]{1,10}")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HAN_NUMBERS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_COUNTED = re.compile(
    rf"\b(?P<word>{'|'.join(_NUMBERS)})\s+(?=(?:[a-z-]+\s+){{0,2}}[a-z]+s\b)|(?P<han>[两三四五六七八九十])(?=[个家条项国类种座大省市])",
    re.IGNORECASE,
)


def check_list_counts(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether as many are listed as were said, for counts up to twelve."""
    yield from _check_far_lists(read)
    yield from _check_lists_before(read)
    for item in read.items:
        if not _is_small_count(item):
            continue
        listed = _count_listed(item, read)
        if not listed:
            continue
        words = Sentence(
            "%(listed)s are listed, said were %(said)s",
            listed=listed,
            said=item.figure.text,
        )
        yield make_outcome(listed == round(item.figure.value), "list", words, read, item)


def _check_lists_before(read: ReadStatement) -> Iterator[Outcome]:
    """ "钦州、海防、岘港和新加坡 | 三个港口": names set apart, and behind the last of them how many they are."""
    for item in read.items:
        start = max(read.sentences[item.sentence][0], item.figure.start - _LONGEST_LIST)
        found = _HAN_LIST.search(read.text[start : item.figure.start])
        if (
            not _is_small_count(item)
            or found is None
            or read_sense_cues().open_list.search(found.group() + item.after[:4])
        ):
            continue
        listed = len(_HAN_JOINT.split(found.group()))
        words = Sentence("%(listed)s are listed, said were %(said)s", listed=listed, said=item.figure.text)
        yield make_outcome(listed == round(item.figure.value), "list", words, read, item)


def _check_far_lists(read: ReadStatement) -> Iterator[Outcome]:
    """ "Four border posts will be open on Sundays from July: Youyi, Shuikou and Longbang": a list behind the only colon."""
    for number, (start, end) in enumerate(read.sentences):
        text = read.text[start:end]
        lead, colon, rest = text.partition(":")
        found = list(_COUNTED.finditer(lead))
        if not colon or len(found) != 1 or any(sign.isdigit() for sign in lead.replace(found[0].group(), "") + rest):
            continue
        if any(start <= one.figure.start < end for one in read.items if _is_small_count(one)):
            continue  # told as a figure, and counted there
        if read_sense_cues().open_list.search(text):
            continue
        said, listed = _read_small_number(found[0]), _count_names(rest.strip(), 0) or _count_plain_nouns(rest.strip())
        if listed and said:
            words = Sentence("%(listed)s are listed, said were %(said)s", listed=listed, said=found[0].group().strip())
            yield Outcome(listed == said, Finding("list", read.sentence_text(number), words))


def _read_small_number(match: re.Match[str]) -> int:
    written = (match["word"] or match["han"]).lower()
    return _NUMBERS.index(written) + 2 if written in _NUMBERS else _HAN_NUMBERS.get(written, 0)


def _is_small_count(item: Item) -> bool:
    is_count = item.unit == PLAIN or item.unit.kind.startswith("count:")
    whole = item.figure.value == round(item.figure.value)
    is_plain = item.role in ("", "result") and not item.per and not item.figure.bound and not item.figure.is_range
    return is_count and whole and is_plain and 2 <= item.figure.value <= _MOST


def _count_listed(item: Item, read: ReadStatement) -> int:
    """Return how many parts the list behind a figure has; 0 where there is none, or where it may go on."""
    rest = read.text[item.figure.end : read.sentences[item.sentence][1]]
    opened = read_sense_cues().opens_list.match(rest)
    lead = read.text[read.sentences[item.sentence][0] : item.figure.start] + (opened.group() if opened else "")
    names_days = any(cue.search(rest) for cue in read_sense_cues().weekdays.values())
    if opened is None or names_days or read_sense_cues().open_list.search(lead):
        return 0
    found = rest[opened.end() :]
    whole = _cut_behind_list(found)
    if read_sense_cues().open_list.search(whole):
        return 0
    with_figures = _count_figures(item, item.figure.end + opened.end() + len(whole), read)
    if with_figures:
        return with_figures
    listed = _count_names(whole, item.figure.value)
    is_closed = "、" not in whole or _AND.search(whole) or len(whole) == len(found)
    return 0 if not is_closed and listed < item.figure.value else listed


def _count_names(whole: str, said: float) -> int:
    """Return how many short names a list has; 0 where it is none, or where two parts may be one name."""
    parts = [part for part in _LISTED.split(_LIST_END.split(whole)[0].strip()) if part.strip()]
    if len(parts) < 2 or not all(_is_short_name(part) for part in parts) or _may_be_joined(whole, parts):
        return 0
    has_regions = len(parts) == 2 * said and "," in whole  # "Qinzhou, Guangxi and Dalian, Liaoning"
    return 0 if has_regions else len(parts)


def _count_plain_nouns(whole: str) -> int:
    """ "Four agencies: customs, border guards and quarantine": nouns of one or two words each, the last behind "and"."""
    listed = _LIST_END.split(whole)[0].strip()
    parts = [part for part in _LISTED.split(listed) if part.strip()]
    is_closed = len(_AND.findall(listed)) == 1 and _AND.search(listed.rpartition(",")[2])
    return len(parts) if is_closed and len(parts) > 2 and all(map(_PLAIN_NOUN.fullmatch, parts)) else 0


def _may_be_joined(whole: str, parts: list[str]) -> bool:
    """Say whether two parts may be one name: "Ministry of Industry and Trade", "Bangkok, Thailand"."""
    *_, last = ands = _AND.split(whole)
    countries = [part for part in parts if _is_country(part) and part.strip() != _CITY_STATE]
    is_inner = len(ands) > 2 or (len(ands) == 2 and ("," in last or "、" in last))
    return is_inner or ("," in whole and 0 < len(countries) < len(parts))


def _is_country(part: str) -> bool:
    return "China" in part or any(len(code) == 2 for code in find_subject(part).get("place", ()))


def _cut_behind_list(words: str) -> str:
    """Return a list without the clause behind it: "Wan Hai, SITC and RCL | , which call weekly", A、B和C | ,总投资..."""
    for joint, end in (("、", r"[,，]"), (" and ", r",\s+(?=[a-z])(?!and\b)")):
        found = re.search(end, words)
        if found and joint in words[: found.start()]:
            return words[: found.start()]
    return words


def _count_figures(item: Item, end: int, read: ReadStatement) -> int:
    """Return the number of parts when each has one figure of one unit: 广西增长18%,贵州增长12%."""
    behind = [one for one in read.items if item.figure.end < one.figure.start < end and one.sentence == item.sentence]
    kinds = {one.unit.kind for one in behind}
    if len(behind) < 2 or len(kinds) != 1 or any(one.role in ("base", "delta", "points") for one in behind):
        return 0
    if behind[0].unit == PLAIN or behind[0].unit.kind.startswith("count:"):
        return 0  # "8 lanes: 5 in and 3 out" are parts of them
    stretch = read.text[behind[0].figure.end : behind[-1].figure.start]
    joints = len(re.findall(r"[,，、]\s*(?:and\s)?|\sand\s|和", stretch))
    is_parallel = joints == len(behind) - 1 and (behind[0].unit == PERCENT or behind[0].unit.is_known)
    return len(behind) if is_parallel and not any(one.is_total for one in behind) else 0


def _is_short_name(part: str) -> bool:
    if _HAN.fullmatch(part):
        return True
    return bool(_NAME.fullmatch(part)) and len(part.split()) <= _MOST_WORDS and len(part) > 1
