"""Parts and wholes: shares of a total, percentages beyond their bounds. Sums are in `sums`."""

from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval, print_percent
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.growth import ROUNDING
from landsea_core.figures.statement.items import Item, Read
from landsea_core.figures.statement.sums import balance, check_periods, sums
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

MOST_GROWTH = 1000.0
"""Growth beyond a tenfold and more is rather a slip of the decimal point: it is asked about, not refused."""


def check_parts(read: Read) -> Iterator[Outcome]:
    """Yield the outcome of each share, sum and bound."""
    yield from _bounds(read)
    yield from _of_them(read)
    for number in range(len(read.sentences)):
        here = [item for item in read.items if item.sentence == number]
        yield from _shares(here, read)
        yield from sums(here, read)
        yield from balance(here, read)
    yield from check_periods(read)
    yield from _growths_of_periods(read)
    yield from _attained(read)


def _growths_of_periods(read: Read) -> Iterator[Outcome]:
    """The growth of a half lies between those of its quarters, whatever they weigh."""
    growths = [
        item
        for item in read.items
        if item.role == "growth" and item.unit == PERCENT and item.period and not (item.period.day or item.compared)
    ]
    for whole in growths:
        parts = [item for item in growths if item.sentence == whole.sentence and whole.period.contains(item.period)]
        apart = all(not one.period.overlap(other.period) for n, one in enumerate(parts) for other in parts[:n])
        if len(parts) < 2 or not apart or sum(item.period.months for item in parts) != whole.period.months:
            continue
        said = [
            item.figure.make_interval(ROUNDING) if item.sign > 0 else item.figure.make_interval(ROUNDING).scale(-1)
            for item in parts
        ]
        low, high = min(one.low for one in said), max(one.high for one in said)
        fits = Interval(low, high).meets(
            whole.figure.make_interval(ROUNDING) if whole.sign > 0 else whole.figure.make_interval(ROUNDING).scale(-1)
        )
        words = Sentence(
            "the growth of the whole lies between those of its parts (%(parts)s), said was %(said)s",
            parts=", ".join(print_percent(item.figure.value * item.sign, item.figure.decimals) for item in parts),
            said=print_percent(whole.figure.value * whole.sign, whole.figure.decimals),
        )
        places = frozenset(read.items.index(item) for item in (*parts, whole))
        yield Outcome(fits, Finding("growth_of_parts", read.sentence_text(whole.sentence), words), places)


def _attained(read: Read) -> Iterator[Outcome]:
    """What was reached of a plan, which may be more than all of it."""
    for said in read.items:
        if said.role != "attained":
            continue
        amounts = [
            item
            for item in read.items
            if item.sentence == said.sentence
            and item.unit != PERCENT
            and not item.per
            and item.role in ("", "result", "base", "delta")
        ]
        plans = [item for item in amounts if statement_cues().planned.search(item.before)]
        reached = [item for item in amounts if item not in plans and plans and item.unit.kind == plans[0].unit.kind]
        if len(plans) == 1 and len(reached) == 1:
            yield _share(reached[0], plans[0], said, read)


def _bounds(read: Read) -> Iterator[Outcome]:
    for at, item in enumerate(read.items):
        if item.unit != PERCENT:
            continue
        value, text = item.figure.value, read.sentence_text(item.sentence)
        said = item.figure.print_value()
        if item.role == "share" and (item.figure.low > 100 or item.figure.low < 0):
            words = Sentence("%(said)s is no share: a part lies between 0 and 100 %% of its whole", said=said)
            yield Outcome(False, Finding("percentage_out_of_bounds", text, words), frozenset({at}))
        elif item.role == "growth" and value * item.sign < -100:
            words = Sentence(
                "a fall of %(said)s is impossible: nothing can fall by more than 100 %%",
                said=print_percent(abs(value), item.figure.decimals, sign=False),
            )
            yield Outcome(False, Finding("percentage_out_of_bounds", text, words), frozenset({at}))


def _shares(items: list[Item], read: Read) -> Iterator[Outcome]:
    shares = [item for item in items if item.role == "share"]
    if shares and not any(item.role == "growth" for item in items):
        shares = [item for item in items if item.unit == PERCENT and item.role in ("share", "")]
    amounts = [item for item in items if item.unit != PERCENT and item.role in ("", "result", "base") and not item.per]
    for share in shares:
        pair = _pair_of(share, amounts, read)
        if pair:
            yield _share(*pair, share, read)
    if not shares:
        for pair, share in _of_pairs(amounts, items, read):
            yield _share(*pair, share, read)
    yield from _shares_together(shares, read)


def _of_them(read: Read) -> Iterator[Outcome]:
    """ "240 companies; 90 of them, or 25 %, ...": the whole stands in the sentence before."""
    for at, part in enumerate(read.items):
        if not at or not statement_cues().of_them.match(part.after):
            continue
        whole = read.items[at - 1]
        share = next(
            (item for item in read.items[at + 1 : at + 2] if item.unit == PERCENT and item.role in ("", "share")), None
        )
        if share and whole.unit.kind == part.unit.kind and share.sentence == part.sentence != whole.sentence:
            yield _share(part, whole, share, read)


def _of_pairs(amounts: list[Item], items: list[Item], read: Read) -> Iterator[tuple[tuple[Item, Item], Item]]:
    """ "46 of 150 cases is 31 %": two figures joined by "of", and a percentage that is nothing else."""
    for part, whole in zip(amounts, amounts[1:], strict=False):
        gap = read.text[part.figure.end : whole.figure.start]
        share = next((item for item in items if item.unit == PERCENT and item.role in ("", "result", "share")), None)
        if not share or part.unit.kind != whole.unit.kind:
            continue
        if gap.strip().lower() in ("of", "of the", "out of", "out of the"):
            yield (part, whole), share
        elif statement_cues().of_all.search(part.before) and whole.figure.value <= part.figure.value:
            yield (whole, part), share


def _pair_of(share: Item, amounts: list[Item], read: Read) -> tuple[Item, Item] | None:
    """Return (part, whole) that a share is about: two amounts of one unit, the larger one the whole."""
    beside = next((item for item in amounts if _equals(share, item, read)), None)
    if beside:
        larger = [
            item for item in amounts if item.unit.kind == beside.unit.kind and item.figure.value > beside.figure.value
        ]
        return (beside, max(larger, key=lambda item: item.figure.value)) if larger else None
    kinds = {}
    for item in amounts:
        kinds.setdefault(item.unit.kind, []).append(item)
    for group in kinds.values():
        if len(group) == 2:
            part, whole = sorted(group, key=lambda item: item.figure.value)
            if _is_within(part, whole, read):
                return part, whole
            continue
        wholes = [item for item in group if item.is_total]
        if len(group) > 2 and wholes:
            others = [item for item in group if item is not wholes[0]]
            near = min(others, key=lambda item: abs(item.figure.start - share.figure.start))
            before = [item for item in others if item.figure.start < share.figure.start]
            return (before[-1] if before else near), wholes[0]
    return None


def _equals(share: Item, item: Item, read: Read) -> bool:
    """ "60 %, that is 30 bn", 60%即30亿元."""
    gap = read.text[share.figure.end : item.figure.start]
    return (
        share.figure.end <= item.figure.start
        and len(gap) < 20
        and bool(gap.strip())
        and bool(statement_cues().equal_gap.match(gap))
    )


def _is_within(part: Item, whole: Item, read: Read) -> bool:
    """Two periods that do not contain each other make no part and whole."""
    if part.period and whole.period and not part.period.same(whole.period):
        return whole.period.contains(part.period)
    return part.role != "base" or whole.role != "result" or "of" in part.before


def _share(part: Item, whole: Item, share: Item, read: Read) -> Outcome:
    inside, around = part.figure.make_interval(), whole.figure.make_interval()
    text = read.sentence_text(share.sentence)
    right = (
        Interval(inside.low / around.high * 100, inside.high / around.low * 100) if around.low > 0 else Interval(0, 0)
    )
    fits = right.meets(share.figure.make_interval(ROUNDING))
    value = part.figure.value / whole.figure.value * 100 if whole.figure.value else 0.0
    words = Sentence(
        "%(part)s of %(whole)s is %(right)s, said was %(said)s",
        part=part.figure.print_value(),
        whole=whole.figure.print_value(),
        right=print_percent(value, 1, sign=False),
        said=share.figure.print_value(),
    )
    places = frozenset(read.items.index(item) for item in (part, whole, share))
    return Outcome(fits, Finding("share", text, words), places)


def _shares_together(shares: list[Item], read: Read) -> Iterator[Outcome]:
    if len(shares) < 2 or any(share.figure.value > 100 for share in shares):
        return
    text = read.sentence_text(shares[0].sentence)
    total = sum(share.figure.value for share in shares)
    room = sum(share.figure.make_interval().high - share.figure.value for share in shares)
    places = frozenset(read.items.index(share) for share in shares)
    shown = " + ".join(share.figure.print_value().removesuffix(" %") for share in shares)
    if statement_cues().incomplete.search(text) or any(len({s.period for s in shares}) > 1 for _ in (0,)):
        return
    complete = statement_cues().together.search(text) or statement_cues().all_the_rest.search(text)
    if total - room > 100 or (complete and total + room < 100):
        words = Sentence(
            "the shares %(shares)s make %(total)s, not 100 %%", shares=shown, total=print_percent(total, 1, sign=False)
        )
        yield Outcome(False, Finding("shares", text, words), places)
