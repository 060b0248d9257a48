"""What lets off charges, prices and products: a base of their own, other charges beside them, holidays, days of a month."""

import re
from itertools import permutations

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import widen_percentage
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, find_clause_behind, list_around
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.told.wordings import find_words
from landsea_core.text.units.unit import PERCENT

_OF_IT = re.compile(r"\s*of it\b")
""" "It holds 4,800 tonnes of rice, 35 percent | of it | imported": a part that has no figure."""
_BESIDE = 40
_MOST_AROUND = 12
"""Figures around a charge among which its own base is looked for."""


def is_charged_otherwise(rule: str, items: list[Item], read: ReadStatement) -> bool:
    """Say whether a percentage is of another base, or of another charge, than what it was compared with."""
    if rule == "share" and (_is_of_both(items) or _OF_IT.match(items[-1].after) or _is_of_value(items)):
        return True
    if rule == "exchange":
        return bool(
            read_sense_cues().names_charge.search(find_clause_before(items[-1]))
        )  # the duty on it, at that rate
    if rule in ("share", "shares"):
        return _is_charge_on_its_base(items, read) or _names_other_charge(items, read)
    if rule != "percentage_out_of_bounds":
        return False
    told = tell_items(items, read)
    return _is_part_of_percentage(items, read) or bool(find_words("MAY_BE_MORE").search(told))


def is_priced_otherwise(rule: str, items: list[Item], read: ReadStatement) -> bool:
    """Say whether a product is of another time or has something added, or a growth is that of a price."""
    if rule == "growth":
        return _is_growth_of_price(items) or _is_against_last_year(items, read)
    told, cues = tell_items(items, read), read_statement_cues()
    is_other = bool(cues.adds_other.search(told) or cues.on_holidays.search(told) or cues.for_two_things.search(told))
    is_other = is_other or bool(find_words("BOUGHT_AND_SOLD").search(told))
    return rule == "product" and (is_other or _is_of_a_year_named(items, read) or _has_days_of_months(items, read))


def tell_items(items: list[Item], read: ReadStatement) -> str:
    """Return the sentences in which some figures stand."""
    return " ".join(read.sentence_text(at) for at in sorted({one.sentence for one in items}))


def _is_of_both(items: list[Item]) -> bool:
    """ "640 men and 160 women; women are 20 percent of them all": of both together it is right."""
    percents = [one for one in items if one.unit == PERCENT]
    parts = [one.figure.value for one in items if one.unit != PERCENT]
    if len(percents) != 1 or len(parts) != 2 or not sum(parts) > 0 or items[-1] is not percents[0]:
        return False
    said = widen_percentage(percents[0].figure)
    return any(said.low <= one / sum(parts) * 100 <= said.high for one in parts)


def _is_of_value(items: list[Item]) -> bool:
    """ "75 of 250 firms are foreign, with 40 percent | of exports", 出口占全区的|40%: a share of what was not counted."""
    percents = [one for one in items if one.unit == PERCENT]
    is_counted = all(one.unit.kind.startswith("count:") for one in items if one not in percents)
    cue = find_words("OF_VALUE")
    return is_counted and any(cue.search(one.after) or cue.search(one.before) for one in percents)


def _is_against_last_year(items: list[Item], read: ReadStatement) -> bool:
    """ "A capacity of 200 million, 70 million in it, | 45 % less than a year before": the year before has no figure."""
    amounts = [one for one in items if one.unit != PERCENT]
    percent = next((one for one in items if one.unit == PERCENT), None)
    if percent is None or any(one.role != "" or one.period for one in amounts):
        return False
    start, end = amounts[-1].figure.end, percent.figure.end + _BESIDE
    return any(one.earlier and start <= one.start < end for one in read.periods)


def _has_days_of_months(items: list[Item], read: ReadStatement) -> bool:
    """ "300 a day, | 12 days a month | for two months": days of each month, and months."""
    around = [one for at in {item.sentence for item in items} for one in read.items_of_sentence(at)]
    times = [one for one in around if one.unit.kind == "time"]
    pairs = permutations(times, 2)
    return any(
        one.per and one not in items and other.figure.scale > one.figure.scale and not other.per for one, other in pairs
    )


def _is_charge_on_its_base(items: list[Item], read: ReadStatement) -> bool:
    """ "A levy of 3 percent applies above 50,000; on 80,000 it comes to 900": a charge, and words that name what it is on."""
    percents = [one for one in items if one.unit == PERCENT]
    if len(percents) == 1 and read_statement_cues().adds_other.search(tell_items(items, read)):
        return True
    if not any(read_sense_cues().names_charge.search(read.sentence_text(one.sentence)) for one in percents):
        return False
    if read_statement_cues().names_base.search(tell_items(items, read)) and len(percents) > 1:
        return True
    return any(_has_other_base(one, items, read) for one in percents)


def _names_other_charge(items: list[Item], read: ReadStatement) -> bool:
    """ "The tax is 5 percent. On goods of 60,000 the broker gets | 400": one charge by the hundred, and another as a sum."""
    percents = [one for one in items if one.unit == PERCENT]
    kinds = (read_statement_cues().is_tax, read_statement_cues().is_fee)
    for percent in percents:
        for sum_of in (one for one in items if one.unit != PERCENT):
            first, last = find_clause_before(percent), find_clause_before(sum_of) + " " + find_clause_behind(sum_of)
            told = [(bool(cue.search(first)), bool(cue.search(last))) for cue in kinds]
            if told in ([(True, False), (False, True)], [(False, True), (True, False)]):
                return True
    return False


def _has_other_base(percent: Item, items: list[Item], read: ReadStatement) -> bool:
    """Say whether some other two amounts around a percentage, of one unit, are part and whole of it."""
    around = [one for one in list_around(read, percent.sentence, behind=1) if one.unit != PERCENT]
    said = widen_percentage(percent.figure)
    for part, whole in permutations(around, 2) if len(around) <= _MOST_AROUND else ():
        is_other = part not in items or whole not in items
        is_part = part.unit.kind == whole.unit.kind and whole.figure.value > part.figure.value
        if is_other and is_part and said.low <= part.figure.value / whole.figure.value * 100 <= said.high:
            return True
    return False


def _is_growth_of_price(items: list[Item]) -> bool:
    """ "300 kilos with 200 kilos; the | price | of robusta rose by 70 percent": no growth of what is weighed or counted."""
    percents = [one for one in items if one.unit == PERCENT]
    has_money = any(one.unit.kind.isupper() or one.unit.kind == "plain" for one in items if one.unit != PERCENT)
    return not has_money and any(read_sense_cues().in_price.search(find_clause_before(one)) for one in percents)


def _is_part_of_percentage(items: list[Item], read: ReadStatement) -> bool:
    """ "0.4 percent of | 110 percent of the value": so many per cent of a value that is itself raised."""
    return any(one.unit == PERCENT and one not in items for one in read.items_of_sentence(items[0].sentence)) and bool(
        read_sense_cues().names_charge.search(read.sentence_text(items[0].sentence))
    )


def _is_of_a_year_named(items: list[Item], read: ReadStatement) -> bool:
    """ "In 1991 it opened with 200 a day. Last year 1,400 crossed on an average day": of a year named, and of now."""
    first, last = items[0], items[-1]
    start, end = read.sentences[last.sentence]
    is_now = any(start <= one.start < end and one.earlier for one in read.periods)
    return first.sentence != last.sentence and is_now and bool(first.period and first.period.year)
