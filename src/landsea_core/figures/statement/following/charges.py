"""What is charged on an amount by the hundred, and what many things that do the same do together."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, make_outcome
from landsea_core.figures.statement.explanations import explain_share, explain_times
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands, is_countable, is_money
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT

_IS = re.compile(r"\b(?:is|are|was|were)\s*$|[是为]\s*$")
_EACH_OF_MANY = re.compile(
    r"\beach of (?:the|these|those|its|our)? ?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b", re.I
)
_OURS = re.compile(r"(?:our|its|their|these)\s*$", re.IGNORECASE)


def judge_charged(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "The duty of 10 % on goods worth 84,000 dollars came to 6,200" cannot be: one percentage, one amount, what they make."""
    said = operands.said
    around = [one for one in operands.all if said.sentence - one.sentence <= 1]
    here = [one for one in around if one.sentence == said.sentence]
    percents = [one for one in around if one.unit == PERCENT]
    worth = [one for one in here if one.unit.kind == said.unit.kind]
    if is_money(said) and not here and read_sense_cues().names_charge.search(said.before):
        here = around  # "80 million at 2.5 percent a year. Interest comes to 4 million"
        worth = [one for one in here if one.unit.kind == said.unit.kind]
        return _judge_charge_before(said, percents, worth, operands, read)
    if not is_money(said) or len(percents) != 1 or len(worth) != 1:
        return None
    percent, amount = percents[0], worth[0]
    if read_sense_cues().says_difference.search(find_clause_before(said)):
        return None
    names_charge = read_sense_cues().names_charge.search(percent.before) or read_sense_cues().names_charge.search(
        percent.after
    )
    is_told = _concludes(said) or _IS.search(said.before)
    is_first = percent.figure.start < said.figure.start and amount.figure.start < said.figure.start
    if not (names_charge and is_told and is_first) or percent.role in ("growth", "base", "result") or amount.per:
        return None
    if said.figure.value >= amount.figure.value or can_be_made(operands) or _is_for_part_of_year(percent, said, read):
        return None
    return _say(said, amount, percent, read)


def _judge_charge_before(
    said: Item, percents: list[Item], worth: list[Item], operands: Operands, read: ReadStatement
) -> Outcome | None:
    """Return whether a charge is what the only percentage and the only amount of the sentence before it make."""
    if len(percents) != 1 or len(worth) != 1 or percents[0].role in ("growth", "base", "result") or worth[0].per:
        return None
    percent, amount = percents[0], worth[0]
    if said.figure.value >= amount.figure.value or can_be_made(operands) or _is_for_part_of_year(percent, said, read):
        return None
    return _say(said, amount, percent, read)


def _is_for_part_of_year(percent: Item, said: Item, read: ReadStatement) -> bool:
    """ "At 6 percent a year, held for six months, it comes to 3 percent of the deposit": no whole year is charged."""
    text = read.text[read.sentences[percent.sentence][0] : read.sentences[said.sentence][1]]
    cues = read_sense_cues()
    return bool(cues.by_the_year.search(text) and cues.other_than_a_year.search(text))


def _say(said: Item, amount: Item, percent: Item, read: ReadStatement) -> Outcome:
    words = explain_share(said, amount, percent.figure.print_value())
    return make_outcome(False, "share", words, read, percent, amount, said)


def judge_each_of(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "Each of our 18 lorries makes 5 trips a week, which gives 115 trips" cannot be: three figures, the last one follows."""
    said = operands.said
    here = [one for one in operands.all if one.sentence == said.sentence]
    if len(here) != 2 or any(one.figure.end > said.figure.start for one in here):
        return None
    many, each = here
    if (
        not read_statement_cues().each_of.search(_OURS.sub("", many.before))
        or not is_countable(many)
        or many.unit.kind == each.unit.kind
    ):
        return None
    if each.unit.kind != said.unit.kind or not _concludes(said) or can_be_made(operands):
        return None
    words = explain_times(many, each, each.figure.value * many.figure.value, said)
    return make_outcome(False, "product", words, read, many, each, said)


def _is_count(item: Item) -> bool:
    return is_countable(item) or item.unit.kind.startswith("count:")


def judge_each_times_many(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "A barge needs 7 sailors. There are 40 barges, so 380 sailors are needed": what one needs, and how many there are."""
    said, cues = operands.said, read_sense_cues()
    each = [one for one in operands.near if one.unit.kind == said.unit.kind and one.role in ("", "result")]
    many = [one for one in operands.near if one.unit.kind != said.unit.kind and one.figure.value > 1]
    if len(each) != 1 or len(many) != 1 or not _is_count(many[0]) or said.role not in ("", "result"):
        return None
    lead = read.text[read.sentences[each[0].sentence][0] : each[0].figure.start]
    is_told = cues.each_thing.search(lead) and cues.makes_together.search(find_clause_before(said))
    if _EACH_OF_MANY.search(lead) or each[0].figure.bound:
        return None  # "each of the three weekly flights": how many there are is told with them
    product = each[0].figure.make_interval().scale(many[0].figure.value)
    is_right = product.meets(said.figure.make_loose_interval())
    if not is_told or said.figure.value <= each[0].figure.value or is_right or can_be_made(operands):
        return None
    words = explain_times(many[0], each[0], each[0].figure.value * many[0].figure.value, said)
    return make_outcome(False, "product", words, read, many[0], each[0], said)


def _concludes(said: Item) -> bool:
    cues, lead = read_sense_cues(), find_clause_before(said)
    return bool(cues.says_equal.search(lead) or cues.says_so.search(lead))
