"""Tables of figures: series, printed rows, observations, rulings."""

from landsea.figures.models.rulings import Ruling, Verdict
from landsea.figures.models.series import Observation, Printed, Series

__all__ = ["Observation", "Printed", "Ruling", "Series", "Verdict"]
