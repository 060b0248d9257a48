"""What a claim takes from the others of its row: the months behind the last figure, the unit of the first, its own subject."""

from dataclasses import replace

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.fact import Fact
from landsea_core.figures.quantities import normalize_statement
from landsea_core.text.periods import Period, find_periods
from landsea_core.text.units.unit import PLAIN

_LEAST_RATIO, _MOST_RATIO = 0.05, 20


def fill_from_neighbours(fact: Fact, claims: list[Claim]) -> list[Claim]:
    """Return the claims of a row with units, months and subjects that only others of the row name."""
    return _add_subjects(fact, _add_group_months(_add_first_unit(claims)))


def _add_first_unit(claims: list[Claim]) -> list[Claim]:
    """A bare figure behind one of time is of the same unit ("days; vs road": "~5; '10 by road'"), if it may be."""
    out: list[Claim] = []
    for claim in claims:
        first = out[0].figure if out else None
        as_first = claim.figure
        if (
            first
            and claim.figure.unit == PLAIN
            and first.unit.kind == "time"
            and not claim.label & read_fact_cues().counted
        ):
            as_first = claim.figure.in_unit_of(first)
        is_near = first is None or _LEAST_RATIO < as_first.value / (first.value or 1) < _MOST_RATIO
        out.append(replace(claim, figure=as_first) if is_near else claim)
    return out


def _add_group_months(claims: list[Claim]) -> list[Claim]:
    """ "163/75/18 (Aug 2025)": months behind the last figure are those of all of its group."""
    return [claim if claim.period else _with_months_behind(claim, claims) for claim in claims]


def _with_months_behind(claim: Claim, claims: list[Claim]) -> Claim:
    named = [other.period for other in claims if other.group == claim.group and other.dated and other.slot > claim.slot]
    return replace(claim, period=named[-1], dated=True) if named else claim


def _add_subjects(fact: Fact, claims: list[Claim]) -> list[Claim]:
    """Give each claim its subject: "A - B / C / D" with three figures is three subjects; months there are the claim's."""
    whole = normalize_statement(fact.subject)
    periods = find_periods(whole)
    names = [part.strip() for part in whole.split(" / ")]
    several = len(names) > 1 and len(names) == len(claims) and len({claim.group for claim in claims}) == 1
    lead = names[0].rpartition(" - ")[0]
    out = []
    for at, claim in enumerate(claims):
        subject = whole if not several else names[0] if at == 0 or not lead else f"{lead} - {names[at]}"
        period = claim.period or (periods[0] if len(periods) == 1 else None)
        out.append(replace(claim, subject=subject.strip(), period=_in_named_year(period, claim, periods)))
    return out


def _in_named_year(period: Period | None, claim: Claim, of_subject: list[Period]) -> Period | None:
    """Return a period in the year that the metric names, or else the subject, if it has none itself."""
    if period is None or period.year is not None:
        return period
    years = [one.year for one in (*find_periods(claim.fact.metric), *of_subject) if one.year]
    return period.in_year(years[0]) if years else period
