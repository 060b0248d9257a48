"""Figures that count one thing under two names: people and traders, trains and trips, passings and lorries."""

from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Quantity
from landsea_core.text.units.unit import PEOPLE, PLAIN

_TRIPS, _VEHICLES = "count:trips", "count:vehicles"
_RUNS = ("count:trains", "count:voyages", "count:flights", "count:ships")
_LEAD = 24
"""Characters before a figure in which it is called a population."""


def join_counted(figures: list[Quantity], text: str) -> list[Quantity]:
    """Return the figures with one unit for what is counted under two names."""
    figures = [_count_people(one, text) for one in figures]
    return _join_runs(_join_people(_join_visits(figures)))


def _count_people(figure: Quantity, text: str) -> Quantity:
    """ "A population of | 800,000", 人口 | 80万: people, whatever is measured behind it."""
    is_told = figure.unit == PLAIN and read_statement_cues().population.search(
        text[max(0, figure.start - _LEAD) : figure.start]
    )
    return replace(figure, unit=PEOPLE) if is_told else figure


def _join_visits(figures: list[Quantity]) -> list[Quantity]:
    """ "3,000 lượt xe, against 2,500 | lượt": passings of lorries where lorries alone are counted."""
    vehicles = next((one.unit for one in figures if one.unit.kind == _VEHICLES), None)
    people = [one for one in figures if one.unit == PEOPLE]
    if vehicles is None or not people or any(one.words != "visits" for one in people):
        return figures
    return [replace(one, unit=vehicles) if one.unit == PEOPLE else one for one in figures]


def _join_people(figures: list[Quantity]) -> list[Quantity]:
    """ "Of 800 drivers 360 people said so": where one kind of people is counted, people are theirs."""
    people = read_statement_cues().counts_people
    kinds = {one.unit.kind: one.unit for one in figures if one.unit.kind.removeprefix("count:") in people}
    others = [unit for unit in kinds.values() if unit != PEOPLE]
    counted = [one for one in figures if one.unit in (PEOPLE, *others)]
    is_apart = any(one.scale != 1 for one in counted) or (counted and counted[0].unit == PEOPLE)
    if len(others) != 1 or PEOPLE not in kinds.values() or is_apart:
        return figures
    return [replace(one, unit=others[0]) if one.unit == PEOPLE else one for one in figures]


def _join_runs(figures: list[Quantity]) -> list[Quantity]:
    """ "1,185 trains, against 1,000 trips": where trains are counted, trips are theirs."""
    kinds = {one.unit.kind: one.unit for one in figures}
    runs = [kinds[kind] for kind in _RUNS if kind in kinds]
    if len(runs) != 1 or _TRIPS not in kinds:
        return figures
    return [replace(one, unit=runs[0]) if one.unit.kind == _TRIPS else one for one in figures]
