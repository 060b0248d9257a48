"""A figure of a year that a later sentence takes up with another value: "180,000 in 2025. The 150,000 handled in 2025"."""

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.figures.statement.subjects import may_be_compared, read_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_NO_AMOUNTS = (PERCENT, POINTS, TIMES, PLAIN)


def find_told_again(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return the only other figure of its unit and period, where the later one is taken up as one that is known."""
    said = operands.said
    alike = [one for one in read.items if one.unit.kind == said.unit.kind and one.unit not in _NO_AMOUNTS]
    if len(alike) != 2 or alike[1] is not said or said.unit.kind == "time" or not _are_of_one_time(*alike):
        return None
    first = alike[0]
    if first.sentence == said.sentence or any(
        one.role not in AMOUNT_ROLES or one.per or one.role == "base" for one in alike
    ):
        return None
    if not _is_taken_up(said, read) or not may_be_compared(read_subject(first, read), read_subject(said, read)):
        return None
    words = Sentence(
        "for the same thing both %(one)s and %(other)s are said",
        one=first.figure.print_value(),
        other=said.figure.print_value(),
    )
    return Solution(
        "said_twice", first.figure.make_interval(), said.figure.make_interval(), words, (first,), is_closed=True
    )


def _are_of_one_time(first: Item, said: Item) -> bool:
    return bool(first.period and said.period and first.period.is_same(said.period) and first.period.year)


def _is_taken_up(said: Item, read: ReadStatement) -> bool:
    """ "The | 150,000 containers handled in 2025", 完成的 | 15万标箱: told as what is known already, and as no part of it."""
    start, end = read.sentences[said.sentence]
    lead, rest = read.text[start : said.figure.start], read.text[said.figure.end : end]
    cues = read_statement_cues()
    if cues.incomplete.search(lead) or cues.of_which.search(lead) or cues.part_again.search(lead + rest):
        return False
    return bool(cues.taken_up_before.search(lead) and cues.taken_up_behind.match(rest))
