"""Rows of facts and the claims in them.

A row says several things at once ("TEU / value 2025": "327,700 (+30%) / CNY 58.31 bn (+25%)"); a claim is one of them, with
its unit, months, growth and qualifying words. Reading only: no rule lives here.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.facts.slots import known_kinds, label, paired, slots, split, unit_in, without_remarks
from landsea_core.figures.periods import Period, buddhist, find_periods
from landsea_core.figures.quantity import Interval, Quantity, coarse_step
from landsea_core.figures.reading import find_quantities, normal
from landsea_core.figures.units import PERCENT, PLAIN

_BUDDHIST = re.compile(r"(?<![\d.,])25[3-9]\d(?![\d.,])")
_LEAD = 4
"""Months count as those of a figure when the brackets behind it begin with them ("(2025, +12.6%)", "(by Sep 2025)")."""
_GROWTH = re.compile(r"(?<![\w.])[+-]\d+(?:\.\d+)?\s*%")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


class FactsFault(ValueError):
    """A file that cannot be read; the sentence says which line and what to do."""


@dataclass(frozen=True)
class Fact:
    """One row of the file, as written."""

    id: str
    group: str
    subject: str
    metric: str
    value: str
    date: str = ""
    source: str = ""
    grade: str = ""


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
    also: tuple[Quantity, ...] = ()
    subject: str = ""

    @property
    def kind(self) -> str:
        """The kind of unit."""
        return self.figure.unit.kind

    @property
    def is_planned(self) -> bool:
        """True for targets, plans and forecasts."""
        return bool(
            fact_cues().plan.search(self.metric)
            or fact_cues().plan.search(self.text)
            or fact_cues().plan.search(self.notes)
        )

    def interval(self) -> Interval:
        """Return what the figure may stand for; zeros at the end of a long number are rounding."""
        figure = self.figure
        whole = figure.high / figure.scale
        if not figure.decimals and whole >= 1000 and figure.bound != "about":
            coarse = min(coarse_step(whole), 10 ** (len(str(int(whole))) - 2))
            figure = replace(figure, step=coarse * figure.scale)
        elif not figure.decimals:
            figure = replace(figure, step=figure.scale if figure.scale != figure.unit.factor else 0.0)
        return figure.interval()

    def show(self) -> str:
        """Return the figure as words."""
        return self.figure.show()


def read_facts(lines: Iterable[str]) -> list[Fact]:
    """Read JSON lines with at least id, subject, metric and value; other keys are left alone. Raises FactsFault."""
    found: list[Fact] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as problem:
            raise FactsFault(f"Line {number} is no JSON ({problem.msg}): write one object a line.") from problem
        missing = [key for key in ("id", "subject", "metric", "value") if not isinstance(row, dict) or key not in row]
        if missing:
            raise FactsFault(
                f"Line {number} has no {', '.join(missing)}: each row needs id, subject, metric and value."
            )
        if any(fact.id == str(row["id"]) for fact in found):
            raise FactsFault(f"Line {number} has the id {row['id']} again: give each row its own.")
        old = _BUDDHIST.search(f"{row['metric']} {row.get('date', '')}")
        if old:
            raise FactsFault(f"Line {number}: {buddhist(int(old.group()))}")
        found.append(Fact(**{key: _text(row.get(key)) for key in Fact.__dataclass_fields__}))
    return found


def _text(value: object) -> str:
    """A cell as text; numbers as they stand, nothing for null."""
    return "" if value is None else str(value)


def claims_of(fact: Fact) -> list[Claim]:
    """Return what one row claims."""
    metric = without_remarks(normal(fact.metric))
    asked = [slots(group) for group in split(metric, ";")]
    given = [slots(group, values=True) for group in split(normal(fact.value.translate(_QUOTES)), ";")]
    asked = [_of_which(asked[0], group) for group in asked]
    claims = [claim for pair in paired(asked, given) for claim in _claims(fact, *pair)]
    return _with_subjects(fact, _with_group_months(_with_first_unit(claims, metric)))


def _of_which(first: list[str], group: list[str]) -> list[str]:
    """ "TEU 2025; of which reefer": the same unit and months as the first."""
    if not group[0].lower().startswith("of which"):
        return group
    return [f"{words}, {first[0]}" for words in group]


def _with_group_months(claims: list[Claim]) -> list[Claim]:
    """ "163/75/18 (Aug 2025)": months behind the last figure are those of all of its group."""
    out = []
    for claim in claims:
        if claim.period is None:
            named = [
                other.period
                for other in claims
                if other.group == claim.group and other.dated and other.slot > claim.slot
            ]
            out.append(replace(claim, period=named[-1], dated=True) if named else claim)
        else:
            out.append(claim)
    return out


def _with_first_unit(claims: list[Claim], metric: str) -> list[Claim]:
    """A bare figure behind one of time is of the same unit ("days; vs road": "~5; '10 by road'"), if it may be."""
    out: list[Claim] = []
    for claim in claims:
        first = out[0].figure if out else None
        as_first = claim.figure
        if first and claim.figure.unit == PLAIN and first.unit.kind == "time" and not claim.label & fact_cues().counted:
            as_first = claim.figure.as_unit(first)
        near = first is None or 0.05 < as_first.value / (first.value or 1) < 20
        out.append(replace(claim, figure=as_first) if near else claim)
    return out


def _with_subjects(fact: Fact, claims: list[Claim]) -> list[Claim]:
    """Give each claim its subject: "A - B / C / D" with three figures is three subjects; months there are the claim's."""
    periods = find_periods(normal(fact.subject))
    bare = normal(fact.subject)
    names = [part.strip() for part in bare.split(" / ")]
    several = len(names) > 1 and len(names) == len(claims) and len({claim.group for claim in claims}) == 1
    lead = names[0].rpartition(" - ")[0]
    out = []
    for at, claim in enumerate(claims):
        subject = bare if not several else names[0] if at == 0 or not lead else f"{lead} - {names[at]}"
        period = claim.period or (periods[0] if len(periods) == 1 else None)
        if period and period.year is None:
            years = [one.year for one in (*find_periods(claim.fact.metric), *periods) if one.year]
            period = period.in_year(years[0]) if years else period
        out.append(replace(claim, subject=subject.strip(), period=period))
    return out


def _claims(fact: Fact, metric: str, value: str, group: int, slot: int, aligned: bool) -> list[Claim]:
    notes = " ; ".join(re.findall(r"\(([^()]*)\)", value))
    bare = re.sub(r"\([^()]*\)", " ", value).replace("'", " ").replace('"', " ")
    asked = find_periods(metric)
    found = []
    for order, part in enumerate(bare.split("->")):
        own = find_periods(part)
        quantities = [one for one in find_quantities(part, own) if not (one.signed and one.unit == PERCENT and found)]
        if len(quantities) > 1:
            own = [one for one in own if one.start < quantities[1].start]
        if not quantities:
            continue
        in_notes = [one for one in find_periods(_part_notes(value, order, notes)) if one.start <= _LEAD]
        period = (own or in_notes or [None])[0] or (asked[min(order, len(asked) - 1)] if asked else None)
        figure = _in_metric_unit(quantities[0], metric)
        words = part[: quantities[0].start] + " " + part[quantities[0].end :]
        found.append(
            Claim(
                fact,
                figure,
                label(metric),
                metric,
                period,
                _growth(value, order),
                _part_notes(value, order, notes),
                f"{part.strip()} {words}",
                group,
                slot,
                order,
                aligned,
                bool(own or in_notes),
                tuple(_in_metric_unit(one, metric) for one in quantities[1:]),
            )
        )
    return found


def _part_notes(value: str, order: int, notes: str) -> str:
    parts = split(value.replace("->", "\x1e"), "\x1e")
    found = " ; ".join(re.findall(r"\(([^()]*)\)", parts[order])) if order < len(parts) else notes
    return found.replace(" \x1f ", "/")


def _growth(value: str, order: int) -> Quantity | None:
    """The growth in brackets behind a figure: "(+47.6%)", "(2025, +12.6%)"."""
    parts = split(value.replace("->", "\x1e"), "\x1e")
    for note in re.findall(r"\(([^()]*)\)", parts[min(order, len(parts) - 1)]):
        match = _GROWTH.search(note)
        if match:
            return find_quantities(match.group(), [])[0]
    return None


def _in_metric_unit(figure: Quantity, metric: str) -> Quantity:
    """Give a figure the unit and magnitude that its metric names ("CNY bn": "6.59")."""
    unit, words, magnitude = unit_in(metric)
    if figure.unit == PLAIN or (
        figure.unit.kind.startswith("count:") and unit and figure.unit.kind not in known_kinds()
    ):
        if unit is None:
            return replace(figure, unit=PLAIN)
        bare = figure.scale == 1
        factor = (magnitude if bare else 1.0) * unit.factor
        return replace(
            figure,
            unit=unit,
            low=figure.low * factor,
            high=figure.high * factor,
            step=figure.step * factor,
            scale=figure.scale * factor,
            words=f"{figure.words} {words}".strip() if not bare else words,
        )
    return figure
