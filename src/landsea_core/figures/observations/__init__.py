"""Observations: figures with unit, period, scope, source, date and grade, as held by the platform.

A series is one subject and one metric in one unit; its observations differ by period and by who said it. A later figure
for the same period and source revises the earlier one, which stays.
"""

from landsea_core.figures.observations.files import load_observations, load_series
from landsea_core.figures.observations.observation import Observation, drop_revised, read_observation
from landsea_core.figures.observations.row_faults import GRADES, find_faults
from landsea_core.figures.observations.series import Series, read_series
from landsea_core.figures.observations.words_of_rows import read_period, read_unit

__all__ = [
    "GRADES",
    "Observation",
    "Series",
    "drop_revised",
    "find_faults",
    "load_observations",
    "load_series",
    "read_observation",
    "read_period",
    "read_series",
    "read_unit",
]
