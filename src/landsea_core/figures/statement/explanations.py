"""The sentences that more than one check says of a contradiction, made of the figures that it is about."""

from collections.abc import Sequence

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


def explain_growth(base: Item, result: Item, said: Item, start: str) -> Sentence:
    """Say what the growth between two amounts is, what was said, and from what that would start; `start` prints the base."""
    begin = result.figure.value / (1 + said.signed_value / _ALL) if said.signed_value > -_ALL else 0.0
    return Sentence(
        "from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s",
        base=start,
        result=result.figure.print_value(),
        right=print_percent((result.figure.value / base.figure.value - 1) * _ALL, max(1, said.figure.decimals)),
        said=print_percent(said.signed_value, said.figure.decimals),
        start=result.figure.print_value(begin),
    )


def explain_multiple(base: Item, result: Item, said: str) -> Sentence:
    """Say how many times one amount another is, and in which words it was said."""
    return Sentence(
        "%(result)s is %(right)s times %(base)s, said was “%(said)s”",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=f"{result.figure.value / base.figure.value if base.figure.value else 0:.2f}",
        said=said,
    )


def explain_sum(parts: Sequence[Item], whole: Item) -> Sentence:
    """Say what parts make together, and what was said."""
    return Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=" + ".join(one.figure.print_value() for one in parts),
        right=whole.figure.print_value(sum(one.figure.value for one in parts)),
        whole=whole.figure.print_value(),
    )


def explain_mean(values: Sequence[Item], said: Item) -> Sentence:
    """Say what the mean of some amounts is, and what was said."""
    return Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=f"({' + '.join(one.figure.print_value() for one in values)}) / {len(values)}",
        right=said.figure.print_value(sum(one.figure.value for one in values) / len(values)),
        whole=said.figure.print_value(),
    )
