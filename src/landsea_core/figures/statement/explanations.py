"""The sentences that more than one check says of a contradiction, made of the figures that it is about."""

from landsea_core.figures.quantities import print_percent
from landsea_core.figures.statement.item import Item
from landsea_core.sentences import Sentence

_ALL = 100.0


def explain_share(part: Item, whole: Item, said: str) -> Sentence:
    """Say what per cent of a whole a part is, and what was said of it."""
    share = part.figure.value / whole.figure.value * _ALL if whole.figure.value else 0.0
    return Sentence(
        "%(part)s of %(whole)s is %(right)s, said was %(said)s",
        part=part.figure.print_value(),
        whole=whole.figure.print_value(),
        right=print_percent(share, 1, sign=False),
        said=said,
    )


def explain_rate(rate: str, per: str, count: str, right: float, total: Item) -> Sentence:
    """Say what so much per something over so many of them makes, and what was said: `right` is in the unit of `total`."""
    return Sentence(
        "%(rate)s per %(per)s over %(count)s make %(right)s, said were %(total)s",
        rate=rate,
        per=per,
        count=count,
        right=total.figure.print_value(right),
        total=total.figure.print_value(),
    )


def explain_exchange(amount: Item, rate: Item, said: Item) -> Sentence:
    """Say what an amount makes at a rate of exchange, and what was said."""
    return Sentence(
        "%(one)s at a rate of %(rate)s are %(right)s, said were %(other)s",
        one=amount.figure.print_value(),
        rate=rate.figure.text,
        right=said.figure.print_value(amount.figure.value * rate.figure.value),
        other=said.figure.print_value(),
    )


def explain_times(many: Item, each: Item, right: float, total: Item) -> Sentence:
    """Say what so many times so much makes, and what was said: for counts of what no word names."""
    return Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=f"{many.figure.print_value()} × {each.figure.print_value()}",
        right=total.figure.print_value(right),
        whole=total.figure.print_value(),
    )
