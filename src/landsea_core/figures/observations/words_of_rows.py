"""Units and periods as rows of observations write them."""

from landsea_core.text.default_lexicons import read_statement_units
from landsea_core.text.eras import BUDDHIST_YEARS
from landsea_core.text.periods import Period, find_periods
from landsea_core.text.periods.buddhist_years import advise_on_buddhist_year
from landsea_core.text.units.unit import Unit


def read_unit(words: str) -> tuple[Unit, float]:
    """Return the unit and its scale for words such as "bn yuan", "TEU", "trains"; ValueError for unknown ones."""
    parts = words.split()
    magnitude = read_statement_units().magnitudes.get(parts[0].lower(), 1.0) if len(parts) > 1 else 1.0
    name = " ".join(parts[1:] if magnitude != 1.0 else parts).lower()
    if name not in read_statement_units().units:
        raise ValueError(
            f"The unit '{words}' is not known: use one of yuan, USD, TEU, tonnes, km, hours, days, trips, ..."
        )
    unit = read_statement_units().units[name]
    return unit, magnitude * unit.factor


def read_period(words: str) -> Period | None:
    """Return the period of a row ("2025", "2025-09", "2025 H1", "Jan-Sep 2025"); None for empty; ValueError otherwise."""
    if not words:
        return None
    if words.isdigit() and int(words) in BUDDHIST_YEARS:
        raise ValueError(str(advise_on_buddhist_year(int(words))))
    found = find_periods(words)
    if len(found) != 1 or found[0].year is None or found[0].earlier:
        raise ValueError(
            f"The period '{words}' is not understood: write 2025, Q1 2025, H1 2025, Jan-Sep 2025 or Sep 2025."
        )
    return found[0]
