"""A difference, or percentage points, against the two figures between which it lies."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

_NEAR, _LEAD = 12, 24
_TIMES = ("day", "week", "month", "quarter", "year")
_FARTHEST_BEYOND = 100
"""A difference so many times its larger end is no slip of a unit but the difference of something else."""


def print_without_unit_of(base: Item, result: Item) -> str:
    """Return the beginning as words, without a unit that the end repeats."""
    words = base.figure.print_value()
    return words.removesuffix(f" {result.figure.words}") if base.figure.words == result.figure.words else words


def check_difference(base: Item, result: Item, said: Item, read: ReadStatement) -> Outcome | None:
    """Return whether a difference fits: between 17 and 12 days lie 5. None for one of another unit."""
    if base.unit.kind != said.unit.kind or _is_far_beyond(base, result, said):
        return None
    if base.role != "base" and _is_against_earlier(result, said, read):
        return None
    if _is_each_time(said) and not (base.per or result.per):
        return None
    if read_sense_cues().formerly.search(result.before[-_NEAR:]):
        return None  # "860 places, 340 more, formerly there were 520": the end is named first
    if read_sense_cues().says_gap.search(said.before):
        base, result = sorted((base, result), key=lambda one: one.figure.value)  # a gap has no way
    first, last = base.figure.make_interval(), result.figure.make_interval()
    if said.sign < 0 or (result.figure.value < base.figure.value and _is_called_less(said)):
        right = Interval(first.low - last.high, first.high - last.low)
        shown = (base.figure.high - result.figure.high, base.figure.low - result.figure.low)
    else:
        right = Interval(last.low - first.high, last.high - first.low)
        shown = (result.figure.low - base.figure.low, result.figure.high - base.figure.high)
    fits = said.figure.make_interval().meets(right)
    words = say_difference(
        print_without_unit_of(base, result), result, _print_ends(result, min(shown), max(shown)), said
    )
    return Outcome(fits, Finding("difference", read.sentence_text(said.sentence), words))


def _is_called_less(said: Item) -> bool:
    """ "Down 500 yuan", 低500元: a step downwards though no verb of falling stands before it."""
    near = said.before[-_NEAR:]
    return bool(read_statement_cues().down.search(near) or read_sense_cues().lesser.search(near))


def _is_each_time(said: Item) -> bool:
    """ "From 25 % to nothing, 5 points a year", 每年新增10个: a step of several."""
    return said.per in _TIMES or bool(
        read_statement_cues().each_year.search(said.before[-_LEAD:] + " " + said.after[:_NEAR])
    )


def _is_against_earlier(result: Item, said: Item, read: ReadStatement) -> bool:
    """ "860 of them, 75 more than a year before": the year before has no figure here."""
    return any(one.earlier and result.figure.end <= one.start < said.figure.start for one in read.periods)


def _is_far_beyond(base: Item, result: Item, said: Item) -> bool:
    """ "The fee falls from 400 to 280 yuan, which saves 9 million yuan a year": what is saved is of something else.

    Between two prices of a tonne nothing lies that is more than both: "which saves 100,000 yuan on 500 tonnes".
    """
    most = 1 if (base.per or result.per) and not said.per else _FARTHEST_BEYOND
    return said.figure.low > most * max(base.figure.high, result.figure.high)


def say_difference(base: str, result: Item, right: str, said: Item) -> Sentence:
    """Say what lies between two figures and what was said."""
    return Sentence(
        "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
        base=base,
        result=result.figure.print_value(),
        said=said.figure.print_value(),
        right=right,
    )


def check_points(base: Item, result: Item, said: Item, read: ReadStatement) -> Outcome | None:
    """Return whether percentage points fit: from 30 % to 45 % are 15. None between figures that are no percentages."""
    if base.unit != PERCENT or _is_each_time(said) or read_statement_cues().next_step.search(said.before):
        return None
    right = (result.figure.value - base.figure.value) * (1 if said.sign > 0 else -1)
    if not read_statement_cues().up.search(said.before):  # "falls from 20 to 12 percent, or by eight points"
        right = abs(right)
    room = (base.figure.step + result.figure.step + said.figure.step) / 2 + 1e-9
    if read_sense_cues().names_charge.search(read.sentence_text(said.sentence)) and not _has_decimals(
        base, result, said
    ):
        room = 1e-9  # a duty of 12 percent is one of 12.0
    words = Sentence(
        "from %(base)s to %(result)s is %(right)s percentage points, said were %(said)s",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=f"{right:g}"[:6],
        said=f"{said.figure.value:g}",
    )
    return Outcome(abs(right - said.figure.value) <= room, Finding("points", read.sentence_text(said.sentence), words))


def _has_decimals(*items: Item) -> bool:
    return any(one.figure.decimals or one.figure.bound for one in items)


def _print_ends(result: Item, low: float, high: float) -> str:
    ends = result.figure.print_value(low), result.figure.print_value(high)
    return ends[0] if low == high else f"{ends[0]} to {ends[1]}"
