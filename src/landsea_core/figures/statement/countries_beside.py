"""The countries beside a figure: "| Thailand | 365 million and | Laos | 90 million", "With 61,000 | Thailand | led"."""

import re
from collections.abc import Iterator

from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject

_CODE = 2
_OWN = {"China": "CN", "中国": "CN"}
_NAME = re.compile(r"(?:\b(?P<lead>[a-z]+) (?:the )?)?(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)|(?P<han>[\u4e00-\u9fff]{2,})")
_TOWARDS = frozenset({"to", "from", "into", "in", "at", "of", "for", "by", "with", "via", "crossed", "through"})
_END = re.compile(r"[,;:.，；。](?=\s|$|[\u4e00-\u9fff])")


def find_country_before(item: Item, read: ReadStatement) -> tuple[str, bool] | None:
    """Return the first country between the figure before and this one, else the first behind it, as `name_countries` does."""
    begin, _end = read.sentences[item.sentence]
    begin = max([begin, *(one.figure.end for one in read.items if one.figure.end <= item.figure.start)])
    return next(name_countries(read.text[begin : item.figure.start]), None) or find_country_after(item, read)


def find_country_after(item: Item, read: ReadStatement) -> tuple[str, bool] | None:
    """Return the first country behind a figure, within its clause and before the next figure."""
    _begin, end = read.sentences[item.sentence]
    end = min([end, *(one.figure.start for one in read.items if one.figure.start >= item.figure.end)])
    return next(name_countries(_END.split(read.text[item.figure.end : end])[0]), None)


def name_countries(words: str) -> Iterator[tuple[str, bool]]:
    """Yield the code of each country named in some words, and whether a word like "to" leads to it."""
    for match in _NAME.finditer(words):
        name = match["name"] or match["han"]
        found = [_OWN[name]] if name in _OWN else find_subject(name).get("place", ())
        codes = [code for code in found if len(code) == _CODE]
        if len(codes) == 1:
            yield codes[0], (match["lead"] or "").lower() in _TOWARDS
