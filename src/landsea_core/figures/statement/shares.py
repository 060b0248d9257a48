"""Shares of a total: a part of a whole in percent, and several shares of one whole."""

import re
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, print_percent, widen_percentage
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.share_pairs import find_pair, find_pairs_of
from landsea_core.figures.statement.sums import find_last_clause
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_RATE_OF = re.compile(r"([\u4e00-\u9fff]{2})率(?:为|达|达到|约|是|高达|提高到|:)?\s*$")
_WHOLE_BEFORE = re.compile(r"占([^,，。;；占]{2,16}?)的?(?:比重|比例)?(?:为|达|约|近|超过)?\s*$")
_WHOLE_BEHIND = re.compile(
    r"\s*(?:of\s+(?:the\s+|all\s+|its\s+|their\s+)?([a-z]+)|的([\u4e00-\u9fff]{2}))", re.IGNORECASE
)
_VAGUE = re.compile("大部分|大多数|多数")
_CLAUSE = re.compile(r"[,，;；]")
_ROW = re.compile(
    r"(?:\s*of (?:the |all |its )?[a-z]+|\s*volume goods)?\s*(?:,|，|、|;|；|\band\b|和)\s*(?:and\b)?(?:\s*[a-z]+){0,4}\s*|"
    r"[,，、;；和][\u4e00-\u9fff]{1,8}",
    re.IGNORECASE,
)
"""What parts shares that are told in a row: their names, behind a comma or "and"."""
_LEAD = 24
_PAIR = 2
_MONTH = 24 * 28.0
"""Hours."""


def check_shares(items: list[Item], read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome of each share of one sentence: "46 of 150 cases, 31 %" fits, "40 %" would not."""
    shares = [item for item in items if item.role == "share"]
    if shares and not any(item.role == "growth" for item in items):
        shares = [item for item in items if item.unit == PERCENT and item.role in ("share", "")]
    amounts = [
        item
        for item in items
        if item.unit != PERCENT
        and item.role in AMOUNT_ROLES
        and (not item.per or _leads_parts(item, items, read))
        and not _is_many_months(item)
    ]
    if _are_shares_of_others(shares, amounts, read):
        return
    for share in _keep_nearest(shares, amounts):
        pair = None if _is_rate_of_something_else(share, read) else find_pair(share, amounts, read)
        if pair and not _names_own_part(share, pair) and not _is_the_rest(pair[0], share):
            outcome = compare_share(*pair, share, read)
            if outcome.fits or not _fits_another_whole(pair, share, amounts, read):
                yield outcome
    if not shares:
        for pair, share in find_pairs_of(amounts, items, read):
            yield compare_share(*pair, share, read)
    yield from _check_together(shares or _list_ends_of_shares(items, read) or _list_parts_of_all(items), read)


def _is_the_rest(part: Item, share: Item) -> bool:
    """ "A third came from Thailand, the remaining | 14 from Cambodia": what is left is not the share before it."""
    is_behind = part.figure.start > share.figure.end
    return is_behind and bool(read_statement_cues().the_rest.search(_CLAUSE.split(part.before)[-1]))


def _leads_parts(item: Item, items: list[Item], read: ReadStatement) -> bool:
    """ "2,400 dollars a box, of which 1,500 are for rail, 62.5 %": the only rate of its sentence, its first figure."""
    rest = read.text[item.figure.end : read.sentences[item.sentence][1]]
    rates = [one for one in items if one.per]
    return items[0] is item and len(rates) == 1 and bool(read_statement_cues().of_which.search(rest))


def _fits_another_whole(pair: tuple[Item, Item], share: Item, amounts: list[Item], read: ReadStatement) -> bool:
    """ "120 posts, 108 people work there, 12 are vacant, or 10 %": of 120 it is right, whatever 108 makes."""
    others = [one for one in amounts if one not in pair and one.figure.value > pair[0].figure.value]
    return any(compare_share(pair[0], one, share, read).fits for one in others)


def _list_ends_of_shares(items: list[Item], read: ReadStatement) -> list[Item]:
    """ "Rail's share rose to 46 % and road's to 38 %, while sea has 26 %": what shares came to, where nothing else is told."""
    percents = [item for item in items if item.unit == PERCENT]
    are_ends = all(item.role in ("result", "") for item in percents)
    is_told = percents and read_statement_cues().share_before.search(read.sentence_text(percents[0].sentence))
    return percents if are_ends and is_told else []


def _list_parts_of_all(items: list[Item]) -> list[Item]:
    """ "Of the cargo, 48 % was fruit, 37 % electronics and 25 % timber": three or more percentages and nothing else."""
    percents = [item for item in items if item.unit == PERCENT and item.role == ""]
    is_alone = len(percents) == len(items) > _PAIR and read_statement_cues().of_all_lead.match(percents[0].before)
    return percents if is_alone else []


def _keep_nearest(shares: list[Item], amounts: list[Item]) -> list[Item]:
    """ "1,080 is 1.4 % of 74,772, elsewhere it is 7 to 8 %": of two amounts the nearest share is told, and no vague "most"."""
    said = [one for one in shares if not _VAGUE.search(one.figure.text)]
    if len(said) < 2 or len(amounts) != _PAIR:
        return said
    return [min(said, key=lambda one: abs(one.figure.start - amounts[-1].figure.end))]


def _are_shares_of_others(shares: list[Item], amounts: list[Item], read: ReadStatement) -> bool:
    """ "703 prizes, 63 of them national, 47 % and 35 % of all respectively": shares of wholes that have no figures."""
    is_in_turn = shares and read_statement_cues().respectively.search(read.sentence_text(shares[0].sentence))
    return bool(is_in_turn) and len(shares) > 1 and len(shares) == len(amounts)


def _is_rate_of_something_else(share: Item, read: ReadStatement) -> bool:
    """成活率: a rate of what its sentence has not told before ("成活") is no share of the figures there."""
    found = _RATE_OF.search(share.before)
    if found is None:
        return False
    lead = read.text[read.sentences[share.sentence][0] : share.figure.start - len(share.before) + found.start()]
    return found.group(1) not in lead


def _names_own_part(share: Item, pair: tuple[Item, Item]) -> bool:
    """ "1,240 firms, 860 of them trade, of which private ones are 80 %": the share is of a part that has no figure."""
    is_behind = all(one.figure.end <= share.figure.start for one in pair)
    return is_behind and bool(read_statement_cues().of_which.search(find_last_clause(share)))


def _is_many_months(item: Item) -> bool:
    """ "67 % at once, 85 % in five years": a length of years has no parts."""
    return item.unit.kind == "time" and item.figure.scale >= _MONTH


def check_shares_of_sentence_before(read: ReadStatement) -> Iterator[Outcome]:
    """ "240 companies; 90 of them, or 25 %, ...": the whole stands in the sentence before."""
    for (whole, part), share in zip(pairwise(read.items), read.items[2:], strict=False):
        is_of_them = read_statement_cues().of_them.match(part.after) and whole.unit.kind == part.unit.kind
        is_share = share.unit == PERCENT and share.role in ("", "share")
        if is_of_them and is_share and share.sentence == part.sentence != whole.sentence:
            yield compare_share(part, whole, share, read)


def compare_share(part: Item, whole: Item, share: Item, read: ReadStatement) -> Outcome:
    """Return whether a part of a whole is as many per cent as was said."""
    inside, around = part.figure.make_interval(), whole.figure.make_interval()
    right = Interval(0, 0)
    if around.low > 0:
        right = Interval(inside.low / around.high * 100, inside.high / around.low * 100)
    words = explain_share(part, whole, share.figure.print_value())
    fits = right.meets(widen_percentage(share.figure))
    return Outcome(
        fits, Finding("share", read.sentence_text(share.sentence), words), read.places_of(part, whole, share)
    )


def _name_wholes(shares: list[Item], read: ReadStatement) -> set[str]:
    """Return what several shares are said to be of: "99 % of publishers, 90 % of readers" are shares of two wholes."""
    found = set()
    for one in shares:
        before = _WHOLE_BEFORE.search(read.text[max(0, one.figure.start - _LEAD) : one.figure.start])
        behind = _WHOLE_BEHIND.match(read.text, one.figure.end)
        named = next((group for match in (before, behind) if match for group in match.groups() if group), "")
        found.add(named.lower())
    return found - {""}


def _drop_sum_of_others(shares: list[Item]) -> list[Item]:
    """ "The three have 78 percent: 41, 24 and 13": a share that the others make is no part beside them.

    Three in a row, each with its own name and none opened by a colon, are parts even where two of them make the third.
    """
    for one in shares if len(shares) > _PAIR and not _stand_in_a_row(shares) else ():
        others = [other for other in shares if other is not one]
        room = sum(other.figure.make_interval().high - other.figure.value for other in shares)
        if abs(sum(other.figure.value for other in others) - one.figure.value) <= room:
            return others
    return shares


def _stand_in_a_row(shares: list[Item]) -> bool:
    """ "Rail | carried 55 percent of the goods, | road | 30 percent and | barges | 25": commas and "and" part them, no sign."""
    gaps = [one.before for one in shares[1:]]
    has_sum = any(read_statement_cues().together.search(one.before) or one.is_total for one in shares)
    return not has_sum and all(_ROW.fullmatch(gap) for gap in gaps)


def _check_together(shares: list[Item], read: ReadStatement) -> Iterator[Outcome]:
    """Yield several shares of one whole that make more than 100 %, or less where they are said to be all."""
    if len(shares) < 2 or any(share.figure.value > 100 for share in shares) or len({one.period for one in shares}) > 1:
        return
    text, cues = read.sentence_text(shares[0].sentence), read_statement_cues()
    if len(_name_wholes(shares, read)) > 1 or any(cues.of_a_part.search(find_last_clause(one)) for one in shares):
        return  # "half are foreign, and of the foreign ones 60 % from ASEAN"
    if cues.incomplete.search(text) or sum(bool(_RATE_OF.search(one.before)) for one in shares) > 1:
        return
    told = _drop_sum_of_others(shares)
    shares, is_summed = told, len(told) < len(shares)
    total = sum(share.figure.value for share in shares)
    room = sum(share.figure.make_interval().high - share.figure.value for share in shares)
    rest = cues.all_the_rest.search(text)
    is_complete = cues.together.search(text) or (
        rest and any(share.figure.text in text[rest.end() :] for share in shares)
    )
    between = read.text[shares[0].figure.end : shares[-1].figure.start]
    if total - room > 100 and (read_sense_cues().but_only.search(between) or cues.do_several_things.search(text)):
        return  # "85 % of the exporters but only 22 % of the exports", "70 % of firms file online, 60 % pay so"
    goes_on = any(
        one.unit == PERCENT for one in read.items_of_sentence(shares[0].sentence + 1)
    )  # "Wages take another 20 %"
    if total - room > 100 or (is_complete and not (is_summed or goes_on) and total + room < 100):
        words = Sentence(
            "the shares %(shares)s make %(total)s, not 100 %%",
            shares=" + ".join(share.figure.print_value().removesuffix(" %") for share in shares),
            total=print_percent(total, 1, sign=False),
        )
        yield Outcome(False, Finding("shares", text, words), read.places_of(*shares))
