"""Totals that stand behind their parts: "among them 20 from China and 15 from Laos, 35 in all"."""

import re
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement

_CLOSES = re.compile(r"[,，]一?共(?:计)?\s*$|合计\s*$|总计\s*$")


def closes_periods(whole: Item, parts: list[Item]) -> bool:
    """ "48 in March, 36 in April and 30 in May, three months | 114 in all": each has a time of its own, in a row."""
    periods = [one.period for one in parts if one.period]
    are_many = len(periods) == len(parts) > 1 and len({one.months for one in periods}) == 1
    if not are_many or not whole.is_total:
        return False
    months = sum(one.months for one in periods)
    is_longer = whole.period is not None and whole.period not in periods and whole.period.months != months
    if is_longer or any(read_sense_cues().names_stock.search(one.before) for one in parts):
        return False  # "the first half 250 in all"; stocks of three months
    firsts = sorted(one.first for one in periods)
    return all(later - earlier == periods[0].months for earlier, later in pairwise(firsts))


def _list_heads(whole: Item, parts: list[Item], read: ReadStatement) -> list[Item]:
    """Return the figures of another unit before a list: how many there are of what its parts are of."""
    return [
        one
        for one in read.items_of_sentence(whole.sentence)
        if one.figure.end <= parts[0].figure.start and one.unit.kind != whole.unit.kind
    ]


def closes_list(whole: Item, parts: list[Item], amounts: list[Item], read: ReadStatement) -> bool:
    """ "五国代表参会,其中中国20人、老挝15人,共 | 35人": a list opens, and its total stands last, so that it is all of it."""
    is_last = whole.is_total and len(parts) > 1 and amounts[-1] is whole and parts[0] is amounts[0]
    if not is_last or not _CLOSES.search(whole.before):
        return False
    if any(
        one.unit.kind.startswith("count:") and one.figure.value != len(parts) for one in _list_heads(whole, parts, read)
    ):
        return False  # "five countries, among them 20 from China and 15 from Thailand, 50 in all"
    cue, start = read_statement_cues().incomplete, read.sentences[whole.sentence][0]
    opened = cue.search(read.text, start, parts[0].figure.start)
    return bool(opened) and not cue.search(read.text, parts[0].figure.end, whole.figure.start)
