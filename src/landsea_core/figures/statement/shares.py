"""Shares of a total: a part of a whole in percent, and several shares of one whole."""

from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval, print_percent, widen_percentage
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.share_pairs import find_pair, find_pairs_of
from landsea_core.figures.statement.sums import last_clause
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

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
        if item.unit != PERCENT and item.role in AMOUNT_ROLES and not item.per and not _is_many_months(item)
    ]
    for share in shares:
        pair = find_pair(share, amounts, read)
        if pair and not _names_own_part(share, pair):
            yield compare_share(*pair, share, read)
    if not shares:
        for pair, share in find_pairs_of(amounts, items, read):
            yield compare_share(*pair, share, read)
    yield from _check_together(shares, read)


def _names_own_part(share: Item, pair: tuple[Item, Item]) -> bool:
    """ "1,240 firms, 860 of them trade, of which private ones are 80 %": the share is of a part that has no figure."""
    is_behind = all(one.figure.end <= share.figure.start for one in pair)
    return is_behind and bool(statement_cues().of_which.search(last_clause(share)))


def _is_many_months(item: Item) -> bool:
    """ "67 % at once, 85 % in five years": a length of years has no parts."""
    return item.unit.kind == "time" and item.figure.scale >= _MONTH


def check_shares_of_sentence_before(read: ReadStatement) -> Iterator[Outcome]:
    """ "240 companies; 90 of them, or 25 %, ...": the whole stands in the sentence before."""
    for (whole, part), share in zip(pairwise(read.items), read.items[2:], strict=False):
        is_of_them = statement_cues().of_them.match(part.after) and whole.unit.kind == part.unit.kind
        is_share = share.unit == PERCENT and share.role in ("", "share")
        if is_of_them and is_share and share.sentence == part.sentence != whole.sentence:
            yield compare_share(part, whole, share, read)


def compare_share(part: Item, whole: Item, share: Item, read: ReadStatement) -> Outcome:
    """Return whether a part of a whole is as many per cent as was said."""
    inside, around = part.figure.make_interval(), whole.figure.make_interval()
    right = Interval(0, 0)
    if around.low > 0:
        right = Interval(inside.low / around.high * 100, inside.high / around.low * 100)
    value = part.figure.value / whole.figure.value * 100 if whole.figure.value else 0.0
    words = Sentence(
        "%(part)s of %(whole)s is %(right)s, said was %(said)s",
        part=part.figure.print_value(),
        whole=whole.figure.print_value(),
        right=print_percent(value, 1, sign=False),
        said=share.figure.print_value(),
    )
    fits = right.meets(widen_percentage(share.figure))
    return Outcome(
        fits, Finding("share", read.sentence_text(share.sentence), words), read.places_of(part, whole, share)
    )


def _check_together(shares: list[Item], read: ReadStatement) -> Iterator[Outcome]:
    """Yield several shares of one whole that make more than 100 %, or less where they are said to be all."""
    if len(shares) < 2 or any(share.figure.value > 100 for share in shares) or len({one.period for one in shares}) > 1:
        return
    text, cues = read.sentence_text(shares[0].sentence), statement_cues()
    if cues.incomplete.search(text):
        return
    total = sum(share.figure.value for share in shares)
    room = sum(share.figure.make_interval().high - share.figure.value for share in shares)
    rest = cues.all_the_rest.search(text)
    is_complete = cues.together.search(text) or (
        rest and any(share.figure.text in text[rest.end() :] for share in shares)
    )
    if total - room > 100 or (is_complete and total + room < 100):
        words = Sentence(
            "the shares %(shares)s make %(total)s, not 100 %%",
            shares=" + ".join(share.figure.print_value().removesuffix(" %") for share in shares),
            total=print_percent(total, 1, sign=False),
        )
        yield Outcome(False, Finding("shares", text, words), read.places_of(*shares))
