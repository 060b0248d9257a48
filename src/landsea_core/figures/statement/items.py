"""The figures of a statement with their parts: which is the beginning, which the end, which a difference, a share, ...

A part is read from the words around a figure (`cues`), and where words say nothing, from the periods. Nothing is
computed here.
"""

import re
from dataclasses import dataclass, replace

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Quantity, find_quantities, normalize_statement
from landsea_core.figures.statement.roles import Item, item_at
from landsea_core.text.periods import Period, find_periods
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, THINGS, TIMES

_SENTENCE_END = re.compile(
    r"(?<=[^\d\s.])(?<!\bi\.e)(?<!\be\.g)(?<!\bvs)(?<!approx)(?<!\bNo)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-Z])|[!?！？。;；\n]+"
)
_OF_IN_CHINESE = "的"


@dataclass(frozen=True)
class Read:
    """A statement read: its normal text, items, periods, and the sentences as (start, end)."""

    text: str
    items: tuple[Item, ...]
    periods: tuple[Period, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence_text(self, at: int) -> str:
        """Return the words of one sentence."""
        start, end = self.sentences[at]
        return self.text[start:end].strip()

    def lower_sentence(self, at: int) -> str:
        """Return one sentence in lower case, for looking for words."""
        return self.sentence_text(at).lower()


def read_items(text: str) -> Read:
    """Read a statement as typed."""
    text = normalize_statement(text)
    periods = _with_years(find_periods(text))
    figures = _with_units(find_quantities(text, periods), text)
    sentences = _sentences(text)
    items = [item_at(at, figures, periods, sentences, text) for at in range(len(figures))]
    return Read(text, tuple(_settle(_spanned(items, periods, text), text)), tuple(periods), tuple(sentences))


def _spanned(items: list[Item], periods: list[Period], text: str) -> list[Item]:
    """ "Between 2023 and 2025 ... from A to B": A belongs to the first of the two."""
    first_of = {
        other.start: one
        for one, other in zip(periods, periods[1:], strict=False)
        if statement_cues().span.fullmatch(text[one.end : other.start].strip())
    }
    return [
        replace(item, period=first_of[item.period.start])
        if item.role == "base"
        and item.period
        and item.period.start in first_of
        and item.period.end <= item.figure.start
        else item
        for item in items
    ]


def _with_years(periods: list[Period]) -> list[Period]:
    """Give periods without a year the year named last before, or else first after."""
    known = [period for period in periods if period.year]
    out = []
    for period in periods:
        if period.year is None and not period.earlier and known:
            before = [other for other in known if other.start < period.start]
            out.append(period.in_year((before[-1] if before else known[0]).year))
        else:
            out.append(period)
    return out


def _with_units(figures: list[Quantity], text: str) -> list[Quantity]:
    """Let a bare number take the unit of the amount it is joined to: "from 6.59 to 8.59 bn yuan"."""
    out = list(figures)
    for at in range(len(out) - 1, -1, -1):
        one = out[at]
        if one.unit == PLAIN:
            following = next((other for other in out[at + 1 :] if other.unit not in (PERCENT, POINTS, TIMES)), None)
            if following and _joined(text[one.end : following.start]) and _may_share(one, following):
                out[at] = one.in_unit_of(following)
    for at, one in enumerate(out):
        if one.unit in (PLAIN, THINGS):
            previous = next(
                (other for other in reversed(out[:at]) if other.unit not in (PERCENT, POINTS, TIMES, PLAIN)), None
            )
            if one.unit == THINGS and previous and not previous.unit.kind.startswith("count:"):
                continue
            near = previous and (
                not _ends(text[previous.end : one.start]) or statement_cues().of_them.match(text[one.end :])
            )
            if near and (_may_share(one, previous) or _is_rate(one, text)):
                out[at] = one.in_unit_of(previous)
    kinds = {
        one.unit.kind: one for one in out if one.unit not in (PERCENT, POINTS, TIMES, PLAIN) and one.unit.kind != "time"
    }
    if len(kinds) == 1:  # the whole statement counts one thing
        only = next(iter(kinds.values()))
        out = [
            one.in_unit_of(only) if one.unit == PLAIN and one.scale == 1 and _may_share(one, only) else one
            for one in out
        ]
    return [
        replace(one, unit=PERCENT, words="%") if one.unit == PLAIN and one.signed and "%" in one.text else one
        for one in out
    ]


def _is_rate(figure: Quantity, text: str) -> bool:
    return bool(statement_cues().rates.find_unit(text[figure.end :], text[: figure.start]))


def _may_share(bare: Quantity, united: Quantity) -> bool:
    if united.unit == PLAIN:
        return bare.scale == 1 and united.scale > 1 and 0.01 < bare.low / (united.low / united.scale or 1) < 100
    if bare.scale != 1:  # "6.59 bn": its own magnitude, only the unit is missing
        return united.unit.kind not in ("time", "length")
    ratio = bare.value / (united.value / united.scale or 1)
    return 0.02 < abs(ratio) < 50


def _ends(gap: str) -> bool:
    return bool(_SENTENCE_END.search(gap))


def _joined(gap: str) -> bool:
    return len(gap) < 60 and not _ends(gap)


def _sentences(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.start()].strip():
            found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def _way_of(text: str, item: Item, items: list[Item]) -> int:
    """The way that the sentence said last before a bare percentage: "went up from 120 to 180, i.e. by 50 %"."""
    start = next((one.figure.start - len(one.before) for one in items if one.sentence == item.sentence), 0)
    words = text[start : item.figure.start]
    rise = max((match.start() for match in statement_cues().up.finditer(words)), default=-1)
    fall = max((match.start() for match in statement_cues().down.finditer(words)), default=-1)
    return -1 if fall > rise else 1


def _bare_percentage(item: Item, previous: Item, gap: str, items: list[Item], text: str) -> Item:
    """A percentage that its own words leave open: 占…的50%, "by 40 %", "or 60 %" after a difference."""
    if statement_cues().takes_up.search(re.split("[,，;]", text[: item.figure.start])[-1]):
        return replace(item, role="share")
    if statement_cues().by_before.search(item.before):
        falls = statement_cues().minus_before.search(item.before)
        return replace(item, role="growth", sign=-1 if falls else _way_of(text, item, items))
    if previous.role in ("delta", "growth") and statement_cues().or_gap.match(gap):
        return replace(item, role="growth", sign=previous.sign)
    return item


def _is_compared(words: str) -> bool:
    """Say whether a figure begins with "more than" or "less than"."""
    return bool(statement_cues().more_than.match(words) or statement_cues().less_than.match(words))


def _counted(before: list[Item], item: Item) -> Item | None:
    """Return what is counted nearest before, in the sentence: "46 stations handled 9.2 million tonnes, 200,000 each"."""
    here = [one for one in before if one.sentence == item.sentence and one.unit.kind.startswith("count:")]
    return here[-1] if here else None


def _settle(items: list[Item], text: str) -> list[Item]:
    """Say what only the figure before tells: an arrow, "or 60 %" after a difference, "24 % more than ...", 占…的50%."""
    out = list(items)
    for at, item in enumerate(out):
        previous = out[at - 1] if at and out[at - 1].sentence == item.sentence else None
        if previous is None:
            continue
        gap = text[previous.figure.end : item.figure.start]
        each = statement_cues().rates.each_carried.match(gap)
        if each and statement_cues().each_of.search(text[: previous.figure.start]):
            out[at] = replace(
                item, role="", per=(each["thing"] or previous.unit.kind.removeprefix("count:").rstrip("s")).lower()
            )
        elif statement_cues().each_after.match(item.after) and not item.per and (counted := _counted(out[:at], item)):
            out[at] = replace(item, role="", per=counted.unit.kind.removeprefix("count:").rstrip("s"))
        elif (
            statement_cues().equal_gap.match(gap)
            and previous.unit.kind == item.unit.kind
            and previous.figure.words != item.figure.words
        ):
            out[at] = replace(item, role="same")  # one amount in two units
        elif item.role == "multiple" and gap.strip() == _OF_IN_CHINESE:
            out[at - 1] = replace(previous, role="base")
        elif "->" in item.before and previous.is_amount:
            out[at - 1] = replace(previous, role="base") if previous.role in ("", "result") else previous
            out[at] = replace(item, role="result") if item.role != "growth" else item
        elif (
            _is_compared(item.figure.text)
            and not gap.strip()
            and previous.role in ("", "growth", "delta", "result", "share")
        ):
            sign = -1 if statement_cues().less_than.match(item.figure.text) else 1
            out[at] = replace(item, role="base", figure=replace(item.figure, bound=""))
            out[at - 1] = replace(previous, role="growth" if previous.unit == PERCENT else "delta", sign=sign)
        elif (
            item.unit == PERCENT and gap.strip() == _OF_IN_CHINESE and statement_cues().planned.search(previous.before)
        ):
            out[at] = replace(item, role="attained")
        elif item.unit == PERCENT and item.role == "":
            out[at] = _bare_percentage(item, previous, gap, out, text)
    for at, (item, following) in enumerate(zip(out, out[1:], strict=False)):
        gap = text[item.figure.end : following.figure.start]
        if (
            item.unit == PERCENT
            and item.role == ""
            and following.unit != PERCENT
            and statement_cues().equal_gap.match(gap)
        ):
            out[at] = replace(item, role="share")
    return out
