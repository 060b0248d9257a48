"""A claim: one figure of a row of facts, with its unit, months, growth and qualifying words."""

from dataclasses import dataclass, replace

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.fact import Fact
from landsea_core.figures.quantities import Interval, Quantity, find_coarse_step
from landsea_core.text.periods import Period

_EXACT_BELOW = 1000


@dataclass(frozen=True)
class Claim:
    """One figure of a row. `label` are the words of its metric without unit and months; `group` counts the parts of the
    value that a semicolon divides, `order` the steps of "A -> B -> C"; `notes` is what stands in brackets behind it.
    """

    fact: Fact
    figure: Quantity
    label: frozenset[str]
    metric: str
    period: Period | None
    growth: Quantity | None
    notes: str
    text: str
    group: int
    slot: int
    order: int = 0
    aligned: bool = True
    dated: bool = False
    subject: str = ""

    @property
    def kind(self) -> str:
        """The kind of unit."""
        return self.figure.unit.kind

    @property
    def is_planned(self) -> bool:
        """True for targets, plans and forecasts."""
        return any(read_fact_cues().plan.search(words) for words in (self.metric, self.text, self.notes))

    def make_interval(self) -> Interval:
        """Return what the figure may stand for; zeros at the end of a number are rounding: 327,700 is 327,650 to 327,750."""
        figure = self.figure
        whole = figure.high / figure.scale
        if not figure.decimals and whole >= _EXACT_BELOW and figure.bound != "about":
            coarse = min(find_coarse_step(whole), 10 ** (len(str(int(whole))) - 2))
            figure = replace(figure, step=coarse * figure.scale)
        elif not figure.decimals:
            figure = replace(figure, step=figure.scale if figure.scale != figure.unit.factor else 0.0)
        return figure.make_interval()

    def print_value(self) -> str:
        """Return the figure as words."""
        return self.figure.print_value()
