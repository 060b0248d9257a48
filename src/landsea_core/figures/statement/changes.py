"""Gathering the figures of a statement into changes: beginning, end, and what is said about the way between them.

Items are gathered in the order in which they stand: a new change begins where a part is filled already. What has no
beginning of its own may take it from the sentences around, if its period or its words say that it is the one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.statement.completing import completed
from landsea_core.figures.statement.items import Item, Read
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_MONTH = 24 * 28.0
"""Hours: what took months or years is how long something else took, rather than a travel time."""


@dataclass
class Change:
    """What one change is said to be, as places in the list of items; `multiple` may come from a word instead."""

    parts: dict[str, int] = field(default_factory=dict)
    word: tuple[float, str, int] | None = None

    def item(self, role: str, items: tuple[Item, ...]) -> Item | None:
        """Return the item of a part."""
        return items[self.parts[role]] if role in self.parts else None


def changes(read: Read) -> list[Change]:
    """Gather the items into changes."""
    items, found, open_ = read.items, [], Change()
    in_turn = list(_in_turn(read))
    taken = {at for change in in_turn for at in change.parts.values()}
    for at, item in enumerate(items):
        role = item.role
        if at in taken:
            continue
        if (
            (item.per and role not in ("base", "result"))
            or role == "share"
            or (role == "" and not _may_end(item, items, read))
        ):
            continue
        if _is_length_beside(item, items) or _is_aside(at, items, read):
            continue
        if open_.parts and _begins_new(open_, at, items, read):
            found.append(open_)
            open_ = Change()
        if role == "":
            role = "result" if "base" in open_.parts or not _later_end(at, items, read) else "base"
        if role == "result" and _is_measured_from(item, open_, items):
            role = "base"
        if role in open_.parts and role in ("growth", "points", "multiple", "delta", "base"):
            found.append(open_)
            open_ = Change()
        if role == "result" and "result" in open_.parts:
            if "base" not in open_.parts and not {"growth", "delta", "multiple", "points"} & set(open_.parts):
                other = open_.parts.pop("result")
                first = _is_before(item, items[other])
                open_.parts |= {"base": at, "result": other} if first else {"base": other, "result": at}
                continue
            else:
                found.append(open_)
                open_ = Change()
        open_.parts[role] = at
    found += [open_, *in_turn]
    _attach_words(found, read)
    return [
        Change(completed(change.parts, change.word is not None, read), change.word) for change in found if change.parts
    ]


def _in_turn(read: Read) -> Iterator[Change]:
    """ "From 14.2 in 2022 to 15.9 in 2023 and 17.5 in 2024, up 12 % and 10 % respectively": one change after the other."""
    for number, (start, end) in enumerate(read.sentences):
        if not statement_cues().respectively.search(read.text, start, end):
            continue
        here = [at for at, item in enumerate(read.items) if item.sentence == number]
        growths = [at for at in here if read.items[at].unit == PERCENT]
        ends = [at for at in here if at not in growths and not read.items[at].per]
        periods = [read.items[at].period for at in ends]
        ordered = None not in periods and all(
            one.first < other.first for one, other in zip(periods, periods[1:], strict=False)
        )
        one_kind = len({read.items[at].unit.kind for at in ends}) == 1
        if ordered and one_kind and len(growths) > 1 and len(ends) == len(growths) + 1:
            for turn, at in enumerate(growths):
                yield Change({"base": ends[turn], "result": ends[turn + 1], "growth": at})


def _is_aside(at: int, items: tuple[Item, ...], read: Read) -> bool:
    """ "8 days (2 by rail and 6 by sea)": amounts that a bracket holds several of are parts, and no ends."""
    place = items[at].figure.start
    opened = read.text.rfind("(", 0, items[at].figure.end)
    if opened < 0 or read.text.find(")", opened) < place:
        return False
    closed = read.text.find(")", opened)
    inside = [one for one in items if opened <= one.figure.start < closed and one.unit.kind == items[at].unit.kind]
    return len(inside) > 1 and items[at].unit != PERCENT


def _is_length_beside(item: Item, items: tuple[Item, ...]) -> bool:
    """ "in two years", 两年增长: how long a change of something else took is no part of it."""
    is_long = item.unit.kind == "time" and item.figure.scale >= _MONTH
    amounts = [one for one in items if one.sentence == item.sentence and one.unit not in (PERCENT, POINTS, TIMES)]
    return is_long and any(one.unit.kind != "time" for one in amounts)


def _is_measured_from(item: Item, open_: Change, items: tuple[Item, ...]) -> bool:
    """ "增长50%" against 2020: the figure of 2020 is the beginning, wherever it stands."""
    growth = open_.item("growth", items)
    return bool(growth and growth.compared and item.period and growth.compared.same(item.period))


def _is_before(one: Item, other: Item) -> bool:
    return bool(one.period and other.period and one.period.first < other.period.first)


def _may_end(item: Item, items: tuple[Item, ...], read: Read) -> bool:
    """Say whether an amount may be an end: something in the statement speaks of a change."""
    changed = any(other.role in ("growth", "delta", "base", "multiple", "points") for other in items)
    start, end = read.sentences[item.sentence]
    doubled = any(one.words.search(read.text, start, end) for one in statement_cues().multiples)
    return item.unit != PERCENT and (changed or doubled)


def _later_end(at: int, items: tuple[Item, ...], read: Read) -> bool:
    """Say whether a later figure of the same unit and sentence is the end of this change."""
    one = items[at]
    for place, other in enumerate(items[at + 1 :], start=at + 1):
        if other.sentence != one.sentence:
            break
        if other.unit.kind == one.unit.kind and other.role in ("result", "") and not other.per:
            if statement_cues().of_which.search(read.text, one.figure.end, other.figure.start):
                return False  # a part is no end
            if _has_own_growth(at, items) and _has_own_growth(place, items):
                return False  # "exports 21 bn, up 8 %, imports 11 bn, up 2 %": two changes, each with its end only
            return not (one.period and other.period and other.period.first < one.period.first)
    return False


def _has_own_growth(at: int, items: tuple[Item, ...]) -> bool:
    following = items[at + 1] if at + 1 < len(items) else None
    return following is not None and following.role == "growth" and following.sentence == items[at].sentence


def _begins_new(open_: Change, at: int, items: tuple[Item, ...], read: Read) -> bool:
    """A change ends with its sentence, and where another unit begins (a percentage apart)."""
    item, last = items[at], items[max(open_.parts.values())]
    between = last.figure.end, item.figure.start
    if (
        item.sentence != last.sentence
        or statement_cues().contrast.search(read.text, *between)
        or statement_cues().of_which.search(read.text, *between)
    ):
        return True
    ends = [items[place] for role, place in open_.parts.items() if role in ("base", "result")]
    other_unit = item.role in ("base", "result", "delta", "") and any(end.unit.kind != item.unit.kind for end in ends)
    return bool(other_unit)


def _attach_words(found: list[Change], read: Read) -> None:
    """Give words like "doubled" to the change in whose sentence they stand nearest."""
    for multiple in statement_cues().multiples:
        for match in multiple.words.finditer(read.text):
            near = [
                (min(abs(read.items[at].figure.start - match.start()) for at in change.parts.values()), number)
                for number, change in enumerate(found)
                if change.parts
                and not {"multiple", "growth"} & set(change.parts)
                and _same_sentence(change, match.start(), read)
            ]
            if near:
                found[min(near)[1]].word = (multiple.factor, match.group(), match.start())


def _same_sentence(change: Change, place: int, read: Read) -> bool:
    start, end = read.sentences[read.items[max(change.parts.values())].sentence]
    return start <= place < end
