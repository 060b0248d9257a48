"""Dividing a metric and a value into their parts and laying them side by side; the unit and the words of a metric."""

import re
from functools import cache

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.periods import find_periods
from landsea_core.figures.units import CURRENCIES, MAGNITUDES, WORDS, Unit


def without_remarks(metric: str) -> str:
    """Return a metric without what stands in brackets, unless that is its unit or its months: "value (CNY bn), 2024"."""

    def kept(match: re.Match) -> str:
        inside = match.group(1)
        rest = label(inside) if unit_in(inside)[0] else {"remark"}
        months = find_periods(inside)
        only_months = len(months) == 1 and months[0].end - months[0].start >= len(inside.strip()) - 1
        return f" {inside} " if not rest or only_months else " "

    return re.sub(r"\(([^()]*)\)", kept, metric)


def paired(asked: list[list[str]], given: list[list[str]]) -> list[tuple[str, str, int, int, bool]]:
    """Return (metric words, value words, group, slot, aligned) for each value."""
    first = asked[0]
    asked = [_inherit(first, group) for group in asked]
    if len(asked) == len(given):
        return [
            (
                _with_tail(group, at) if len(group) == len(values) else _with_tail(group, min(at, len(group) - 1)),
                value,
                number,
                at,
                len(group) == len(values),
            )
            for number, (group, values) in enumerate(zip(asked, given, strict=True))
            for at, value in enumerate(values)
        ]
    flat = [_with_tail(group, at) for group in asked for at in range(len(group))]
    if len(asked) == 1:
        return [
            (_with_tail(asked[0], min(at, len(asked[0]) - 1)), value, number, at, len(values) == len(asked[0]))
            for number, values in enumerate(given)
            for at, value in enumerate(values)
        ]
    values = [(number, at, value) for number, group in enumerate(given) for at, value in enumerate(group)]
    if len(flat) == len(values):
        return [(words, value, number, at, True) for words, (number, at, value) in zip(flat, values, strict=True)]
    return [(" ".join(flat), value, number, at, False) for number, at, value in values]


def _inherit(first: list[str], group: list[str]) -> list[str]:
    """A group that names only months ("ports / countries, 2022 ; 2023") asks the same as the first, for its months."""
    if (
        group is not first
        and len(group) == 1
        and not label(group[0])
        and find_periods(group[0])
        and not unit_in(group[0])[0]
    ):
        return [f"{drop_periods(words)} {group[0]}" for words in first]
    return group


def _with_tail(group: list[str], at: int) -> str:
    """A slot with the months and unit that only a neighbour names ("southbound / northbound TEU 2025", "TEU 2019 / 2020")."""
    words = group[at]
    if not unit_in(words)[0] and not label(words):
        words = f"{drop_periods(group[0])} {words}"
    elif not unit_in(words)[0] and at < len(group) - 1 and "value" not in words:
        tail = unit_in(group[-1])[1]
        words += f" {tail}" if tail and label(group[-1]) else ""
    if not find_periods(words):
        named = next((find_periods(other) for other in reversed(group) if find_periods(other)), [])
        if named and len([other for other in group if find_periods(other)]) == 1:
            other = next(other for other in group if find_periods(other))
            words += ", " + other[named[0].start : named[0].end]
    return words


def drop_periods(words: str) -> str:
    for period in reversed(find_periods(words)):
        words = words[: period.start] + words[period.end :]
    return words


def slots(group: str, values: bool = False) -> list[str]:
    """Divide at slashes: in a metric only at those with spaces, in a value between figures ("335/113")."""
    if values:
        return [
            part
            for part in split(
                re.sub(r"(?<=[\d+%)])\s*/\s*(?=[\d~<>'$]|CNY|USD|VND)", " \x1f ", group).replace(" / ", " \x1f "),
                "\x1f",
            )
        ]
    return [part for part in split(group.replace(" / ", "\x1f"), "\x1f")]


def split(text: str, mark: str) -> list[str]:
    """Divide at a mark that stands outside brackets and quotation marks."""
    parts, depth, quoted, start = [], 0, False, 0
    for at, character in enumerate(text):
        if character in "(（":
            depth += 1
        elif character in ")）":
            depth = max(0, depth - 1)
        elif character == "'" and (at == 0 or not text[at - 1].isalnum() or quoted):
            quoted = not quoted
        elif character == mark and not depth and not quoted:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]


def known_kinds() -> set[str]:
    return {unit.kind for unit in WORDS.values()}


def unit_in(metric: str) -> tuple[Unit | None, str, float]:
    """Return the unit, its words and magnitude that a metric names; (None, "", 1) for none."""
    bare = re.sub(r"/\s*\w+|\b(?:per|a|each) (?:day|week|month|year|truck|container)\b", " ", drop_periods(metric))
    currency = _money().search(bare)
    if currency:
        size = currency["before"] or currency["after"] or ""
        name = "yuan" if currency["unit"].upper() == "CNY" else currency["unit"]
        return WORDS[name.lower()], f"{size} {name}".strip(), MAGNITUDES.get(size.lower(), 1.0)
    low = bare.lower()
    for word in re.findall(r"[a-z]+(?: [a-z]+)?|%|[\u4e00-\u9fff]+", low):
        for name in (word, *word.split()):
            unit = WORDS.get(name)
            if (
                unit is None
                or name in fact_cues().no_unit_here
                or (unit.kind.startswith("count:") and name.isascii() and not name.endswith("s"))
            ):
                continue
            size = re.search(rf"\b({_sizes()}|{_any_of(fact_cues().thousand)})\s+(?:of\s+)?{re.escape(name)}\b", low)
            shown = "TEU" if name == "teu" else name
            return unit, f"{size.group(1)} {shown}" if size else shown, MAGNITUDES[size.group(1)] if size else 1.0
    return None, "", 1.0


def label(metric: str) -> frozenset[str]:
    """Return the words that tell metrics of one unit apart, folded to lower case and singular."""
    words = {word.lower().strip("-") for word in _LABEL_WORD.findall(drop_periods(metric))}
    return frozenset(
        word.rstrip("s") for word in words if word not in _UNIT_WORDS | fact_cues().not_a_label | set(MAGNITUDES)
    )


_LABEL_WORD = re.compile(r"[a-z][a-z-]+|[\u4e00-\u9fff]+", re.IGNORECASE)


_UNIT_WORDS = {word for word in WORDS if word.isascii()} | {"teu", "vehicles", "trips", "mt", "cny", "usd", "vnd"}


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _sizes() -> str:
    return _any_of(fact_cues().size)


@cache
def _money() -> re.Pattern[str]:
    """A currency with its magnitude before or behind it: "CNY bn", "bn yuan"."""
    return re.compile(
        rf"(?:\b(?P<before>{_sizes()})\s+)?\b(?P<unit>{'|'.join(CURRENCIES)}|yuan)\b(?:\s+(?P<after>{_sizes()})\b)?",
        re.IGNORECASE,
    )
