"""The mean of a list that is told whole: "three auctions brought 18, 20 and 22 dollars, on average 21.5" cannot be."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import find_clause_before
from landsea_core.figures.statement.explanations import explain_mean
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, read_count
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_LEAST, _MOST = 2, 6


def solve_mean(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return the mean of the figures of a list, where as many are told as there are and nothing weighs them."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES, PLAIN) or said.figure.bound or said.role not in ("", "result"):
        return None
    values = [one for one in operands.near if one.unit.kind == said.unit.kind]
    others = [one for one in operands.near if one not in values and not _counts(one, values)]
    if not _LEAST <= len(values) <= _MOST or others or not read_sense_cues().says_mean.search(find_clause_before(said)):
        return None
    sentences = {one.sentence for one in values}
    pers = {one.per for one in (*values, said)} - {""}
    if said.period and said.period not in [one.period for one in values]:
        return None  # "the average for the year was 23"
    if len(sentences) > 1 or len(pers) > 1 or any(one.figure.bound or one.role == "delta" for one in values):
        return None
    if not _is_whole_list(values, said, read):
        return None
    return _say(values, said)


def _counts(item: Item, values: list[Item]) -> bool:
    """ "Three | auctions": as many as there are values."""
    return item.unit.kind.startswith("count:") and item.figure.value == len(values)


def _is_whole_list(values: list[Item], said: Item, read: ReadStatement) -> bool:
    """Say whether words count the list ("three auctions", "the second ... the third"), so that no value is missing."""
    periods = [one.period for one in values if one.period]
    if len({str(one) for one in periods}) == len(values) and len({one.months for one in periods}) == 1:
        return (
            max(one.first for one in periods) - min(one.first for one in periods)
            == (len(values) - 1) * periods[0].months
        )
    text = read.text[read.sentences[values[0].sentence][0] : said.figure.start]
    found = [read_count(match) for match in read_statement_cues().counts_list.finditer(text)]
    return len(values) in found or bool(read_statement_cues().one_after_other.search(text))


def _say(values: list[Item], said: Item) -> Solution:
    inside = [one.figure.make_interval() for one in values]
    many = len(values)
    right = Interval(sum(one.low for one in inside) / many, sum(one.high for one in inside) / many)
    return Solution(
        "average", right, said.figure.make_interval(), explain_mean(values, said), tuple(values), is_closed=True
    )
