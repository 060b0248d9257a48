"""The figures of a text as they are weighed: those that were read, and words that stand for one ("doubled", "one in four")."""

import re
from dataclasses import dataclass

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.following.operands import gather_operands
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.told.wordings import read_number

COUNTED = "count:"
PERCENT, POINTS, TIMES, PLAIN = "percent", "points", "times", "plain"
_ALL = 100.0
_WORDS = re.compile(
    r"\b(?P<times>doubl(?:ed?|ing)|tripl(?:ed?|ing)|trebl(?:ed?|ing)|quadrupl(?:ed?|ing)|halv(?:ed?|ing))\b"
    r"|\bone in (?P<among>\w+)\b",
    re.IGNORECASE,
)
_FACTORS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_ROOM_OF_WORDS = 0.02


@dataclass(frozen=True)
class SeenFigure:
    """A figure with what is weighed of it. `kind` is its unit's kind; `loose` what it may stand for where means are rounded.

    `place` is its place in the list of items, None for a word that is no item; `start` and `end` are places in the text.
    `is_made` says that figures around make it in one step or two, whether that is told or not.
    """

    value: float
    interval: Interval
    loose: Interval
    step: float
    kind: str
    start: int
    end: int
    sentence: int
    place: int | None = None
    role: str = ""
    sign: int = 1
    per: str = ""
    is_total: bool = False
    bound: str = ""
    is_range: bool = False
    period: str = ""
    is_made: bool = False

    @property
    def family(self) -> str:
        """The kind, with all that is counted as one."""
        return "count" if self.kind.startswith(COUNTED) else self.kind

    @property
    def is_relation(self) -> bool:
        """True for a percentage, points and multiples: no amount of something."""
        return self.kind in (PERCENT, POINTS, TIMES)


def see_figures(read: ReadStatement) -> tuple[SeenFigure, ...]:
    """Return all figures in the order in which they stand; "one in four" is one, and not a one and a four."""
    words = _see_words(read)
    items = (
        _see_item(item, place, read)
        for place, item in enumerate(read.items)
        if not any(one.start < item.figure.end and item.figure.start < one.end for one in words)
    )
    return tuple(sorted([*items, *words], key=lambda one: one.start))


def find_likeness(one: SeenFigure, other: SeenFigure) -> str:
    """Return how two figures may be of one thing: "same" kind, two "counts", one "plain", percent and points; "" for not."""
    if one.kind == other.kind:
        return "same"
    if PLAIN in (one.kind, other.kind):
        return "plain"
    if one.family == other.family == "count":
        return "counts"
    return "points" if {one.kind, other.kind} == {PERCENT, POINTS} else ""


def _see_item(item: Item, place: int, read: ReadStatement) -> SeenFigure:
    figure = item.figure
    return SeenFigure(
        figure.value,
        figure.make_interval(),
        figure.make_loose_interval(),
        figure.step,
        item.unit.kind,
        figure.start,
        figure.end,
        item.sentence,
        place,
        item.role,
        item.sign,
        item.per,
        item.is_total,
        figure.bound,
        figure.is_range,
        str(item.period) if item.period else "",
        can_be_made(gather_operands(item, read)),
    )


def _see_words(read: ReadStatement) -> list[SeenFigure]:
    """Return the words for a multiple or a share, of which counts may have been read but nothing else."""
    found = []
    for match in _WORDS.finditer(read.text):
        value, kind = _read_words(match)
        over = [one for one in read.items if one.figure.start < match.end() and match.start() < one.figure.end]
        if value and all(one.unit.kind.startswith((COUNTED, PLAIN)) for one in over):
            room = Interval(value * (1 - _ROOM_OF_WORDS), value * (1 + _ROOM_OF_WORDS))
            place = match.start()
            number = next((at for at, (start, end) in enumerate(read.sentences) if start <= place < end), 0)
            found.append(
                SeenFigure(value, room, room, value * _ROOM_OF_WORDS, kind, match.start(), match.end(), number)
            )
    return found


def _read_words(match: re.Match[str]) -> tuple[float, str]:
    if match["times"]:
        return next(factor for stem, factor in _FACTORS.items() if match["times"].lower().startswith(stem)), TIMES
    among = read_number(match["among"].lower())
    return (_ALL / among, PERCENT) if among and among > 1 else (0.0, PERCENT)
