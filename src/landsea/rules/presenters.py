"""A measure and a finding of the gate as templates draw them: words in the reader's language beside dates and sources."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from landsea.rules import access
from landsea.rules.labels import (
    EFFECTS,
    GRADES,
    KINDS,
    MODES,
    STATES,
    name_maker,
    say_reason,
)
from landsea_core.rules import (
    GateFinding,
    Measure,
    MeasureReason,
    Standing,
)


@dataclass(frozen=True)
class MeasureLine:
    """A measure in a list. `state` is kind and words for `{% state %}`; `doubts` are sentences, `more_doubts` those beside a
    start that was not found, which a list says in its own words.
    """

    measure: Measure
    kind: str
    effect: str
    maker: str
    state: tuple[str, str]
    why: str = ""
    doubts: tuple[str, ...] = ()
    more_doubts: tuple[str, ...] = ()
    stale: bool = False

    @property
    def code(self) -> str:
        """The measure's code."""
        return self.measure.code

    @property
    def grade(self) -> str:
        """How sure we are, in words."""
        return str(GRADES[self.measure.grade])

    @property
    def source(self) -> str:
        """Where it is from, short: the site of an address, or the words as they are."""
        return urlsplit(self.measure.source).hostname or self.measure.source


def shape_measure(measure: Measure, stands: Standing, today: date, why: MeasureReason | None = None) -> MeasureLine:
    """Return a measure with its standing."""
    kind, words = STATES[stands.state]
    return MeasureLine(
        measure=measure,
        kind=str(KINDS[measure.kind]),
        effect=str(EFFECTS[measure.effect]),
        maker=name_maker(measure.country),
        state=(kind, str(words)),
        why=say_reason(why) if why else "",
        doubts=tuple(_doubt_sentence(doubt, measure) for doubt in stands.doubts),
        more_doubts=tuple(_doubt_sentence(doubt, measure) for doubt in stands.doubts if doubt != "start_not_found"),
        stale=access.is_stale(measure, today),
    )


def _doubt_sentence(doubt: str, measure: Measure) -> str:
    return say_reason(MeasureReason(doubt, {"measure": measure.code}))


def shape_finding(finding: GateFinding, today: date) -> MeasureLine:
    """Return a finding of the gate."""
    return shape_measure(finding.measure, finding.standing, today, finding.reason)


def name_ways(measure: Measure) -> str:
    """Return the ways of carriage that a measure names, in words."""
    return ", ".join(str(MODES[mode]) for mode in MODES if mode in measure.scope.modes)
