"""How many names are said to follow in the words as typed: "five markets, namely Japan, Laos, Thailand and Malaysia".

A list is counted where one small number, and no other, opens its sentence, where it is closed by "and", 和 or "và", and where
nothing says that it goes on. Two parts that may be one name ("Bangkok, Thailand") may be counted once or twice.
"""

import re
from collections.abc import Iterator, Sequence

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.typed_statement import TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.sentences import Sentence

_NUMBERS = {
    word: at
    for words in (
        "two three four five six seven eight nine ten",
        "hai ba bốn năm sáu bảy tám chín mười",
        "两 三 四 五 六 七 八 九 十",
    )
    for at, word in enumerate(words.split(), 2)
}
_COUNT = re.compile(
    r"(?<![\w.,])(?P<word>[2-9]|10|two|three|four|five|six|seven|eight|nine|ten|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"(?= (?!năm |tháng |ngày |giờ |quý )[a-zà-ỹđ-]{2,})|(?P<han>[两三四五六七八九十2-9])(?=[个家条项国类种座大省市])",
    re.IGNORECASE,
)
_NUMBER_LIKE = re.compile(r"\d|[一二两三四五六七八九十百千]+(?=[个家条项国类种座大省市年月天])")
_NAME = r"(?:the )?(?:[A-ZĐÀ-Ỹ][\w'’-]*)(?: (?:of |de )?[A-ZĐÀ-Ỹ][\w'’-]*){0,3}"
_LIST = re.compile(rf"(?P<first>{_NAME})(?P<rest>(?:, {_NAME})+),? (?:and|và|&) (?P<last>{_NAME})")
_HAN_LIST = re.compile(
    r"(?P<rest>(?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6})[和及与](?P<last>[\u4e00-\u9fff]{2,6}?)(?=[。，,；;]|$)"
)
_PLACE_BEHIND = re.compile(rf", {_NAME}")
""" "Qinzhou, Guangxi and Dalian | , Liaoning": each with its province."""
_LONGEST_LEAD = 90


def check_lists_counted(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction for each closed list that has more or fewer names than its sentence says."""
    for number, (start, end) in enumerate(typed.sentences):
        text = _hide_dates(typed, start, end).strip()
        found = list(_COUNT.finditer(text))
        names = _list_names(text, found[0].end()) if len(found) == 1 else ()
        if not names or find_cue("list_goes_on").search(text) or _has_other_number(text, found[0]):
            continue
        said = _read_count(found[0])
        if said not in _count_ways(names):
            words = Sentence("%(listed)s are listed, said were %(said)s", listed=len(names), said=found[0].group())
            yield Outcome(False, Finding("list", typed.read.sentence_text(number), words))


def _hide_dates(typed: TypedStatement, start: int, end: int) -> str:
    """Return a sentence without the digits of its days: "from | 1 November | on"."""
    text = list(typed.text[start:end])
    for first, last, _one in typed.periods:
        if start <= first and last <= end:
            text[first - start : last - start] = " " * (last - first)
    return "".join(text)


def _list_names(text: str, place: int) -> Sequence[str]:
    """Return the names of the first closed list behind a number; none where words that open a list do not stand before it."""
    match = _LIST.search(text, place) or _HAN_LIST.search(text, place)
    if match is None or match.start() - place > _LONGEST_LEAD or _PLACE_BEHIND.match(text, match.end()):
        return ()
    if not find_cue("list_opens").search(text[place : match.start("rest") + match["rest"].find("、") + 1]):
        return ()
    rest = [part.strip() for part in re.split(r"[,、]", match["rest"]) if part.strip()]
    first = [match["first"]] if "first" in match.groupdict() else []
    return [*first, *rest, match["last"]]


def _has_other_number(text: str, count: re.Match[str]) -> bool:
    return bool(_NUMBER_LIKE.search(text[: count.start()] + " " + text[count.end() :]))


def _read_count(match: re.Match[str]) -> int:
    written = match.group().lower()
    return int(written) if written.isdigit() else _NUMBERS[written]


def _count_ways(names: Sequence[str]) -> range:
    """Return how many a list may have, where a country right behind a place may be told of that place."""
    are_countries = [_is_country(one) for one in names]
    joined = sum(is_land and not was for was, is_land in zip(are_countries, are_countries[1:], strict=False))
    return range(len(names) - joined, len(names) + 1)


def _is_country(name: str) -> bool:
    return any(len(code) == 2 for code in find_subject(name.removeprefix("the ")).get("place", ()))
