"""The beginning or end of a change that its own sentence does not name: taken from the figures around it."""

from landsea_core.figures.statement.items import Item, Read
from landsea_core.text.units.unit import PERCENT


def completed(parts: dict[str, int], is_in_a_word: bool, read: Read) -> dict[str, int]:
    """Return the parts of a change with a missing beginning or end, looked for among the figures around it; `is_in_a_word`
    when a word like "doubled" says how it changed.
    """
    items, parts = read.items, dict(parts)
    said = next((items[parts[role]] for role in ("growth", "multiple", "points", "delta") if role in parts), None)
    if said is None and not is_in_a_word:
        return parts
    anchor = said or items[max(parts.values())]
    unit = _unit_kind(parts, items)
    amounts = [
        at
        for at, item in enumerate(items)
        if item.role in ("", "result", "base")
        and not item.per
        and at not in parts.values()
        and not item.is_peak
        and (unit is None and item.unit != PERCENT or item.unit.kind == unit)
    ]
    earlier = [at for at in amounts if items[at].sentence < anchor.sentence]
    if "result" not in parts and "base" not in parts and said is not None and said.role in ("growth", "multiple"):
        pair = earlier[-2:]
        if len(pair) == 2 and len({items[at].unit.kind for at in pair}) == 1 and len(earlier) <= 3:
            first, second = sorted(pair, key=lambda at: (items[at].period.first if items[at].period else 0, at))
            if not yearly_mismatch(said, items[first], items[second]):
                parts |= {"base": first, "result": second}
    elif "result" in parts and "base" not in parts:
        end = items[parts["result"]]
        candidates = [at for at in amounts if _is_base_for(items[at], end, anchor)]
        if (
            not candidates and said is not None and said.role == "delta"
        ):  # "555 in January and 584 a year later, 29 more"
            beside = [
                at for at in amounts if items[at].sentence == end.sentence and items[at].unit.kind == end.unit.kind
            ]
            candidates = beside if len(beside) == 1 and beside[0] < parts["result"] else []
        if candidates:
            parts["base"] = candidates[-1]
    elif "base" in parts and "result" not in parts and said is not None:
        begin = items[parts["base"]]
        candidates = [
            at
            for at in amounts
            if abs(items[at].sentence - anchor.sentence) <= 1 and _is_base_for(begin, items[at], anchor)
        ]
        if len(candidates) == 1:
            parts["result"] = candidates[0]
    return _larger_first(parts, items)


def _larger_first(parts: dict[str, int], items: tuple[Item, ...]) -> dict[str, int]:
    """ "5 days by rail, 30 by sea: 25 are saved": what is saved is counted from the larger, when no word says otherwise."""
    if not {"base", "result", "delta"} <= set(parts) or items[parts["base"]].role == "base":
        return parts
    base, result = items[parts["base"]], items[parts["result"]]
    if items[parts["delta"]].sign < 0 and base.figure.value < result.figure.value:
        return parts | {"base": parts["result"], "result": parts["base"]}
    return parts


def _unit_kind(parts: dict[str, int], items: tuple[Item, ...]) -> str | None:
    return next((items[parts[role]].unit.kind for role in ("base", "result") if role in parts), None)


def _is_base_for(base: Item, end: Item, said: Item) -> bool:
    """Say whether a figure elsewhere is the beginning: it has the period named, or the same months a year before."""
    if base.unit.kind == end.unit.kind and base.role == "base" and abs(base.sentence - end.sentence) == 1:
        return True
    if base.period is None or end.period is None or base.unit.kind != end.unit.kind:
        return False
    if said.compared:
        return base.period.same(said.compared)
    if base.period.months != end.period.months:
        return False
    return end.period.first - base.period.first == 12


def yearly_mismatch(said: Item, base: Item, result: Item) -> bool:
    """A growth said as year-on-year is none between figures that lie further apart."""
    if not said.yearly or not (base.period and result.period):
        return False
    return result.period.first - base.period.first not in (0, 12)
