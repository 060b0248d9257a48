"""The periods that hold in this installation: those of the reference file, and its own (LANDSEA_RETENTION) before them."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsea.base.personal_data import PersonalTable
from landsea_core.retention import Period, find_period, read_periods


@cache
def _periods_of(ours: Path, own: str) -> tuple[Period, ...]:
    return (*read_periods(ours), *(read_periods(Path(own)) if own else []))


def load_periods() -> tuple[Period, ...]:
    """Return all periods, the installation's own behind ours. Raises PeriodFault for a file that cannot be used."""
    return _periods_of(settings.REFERENCE / "privacy" / "periods.jsonl", settings.RETENTION_FILE)


def choose_period(table: PersonalTable, country: str) -> Period | None:
    """Return how long rows of this table stay in this country (empty: unknown) after their use has ended; None: until asked.
    Rows that name no country stay as long everywhere: the job cannot tell whose they are.
    """
    return (
        find_period(load_periods(), table.kind, country if table.country else "")
        if table.since and table.erase
        else None
    )


def describe_period(table: PersonalTable, country: str) -> str:
    """Say how long rows of this table stay."""
    period = choose_period(table, country)
    if period is None:
        return str(_("until you ask")) if table.erase else ""
    words = ngettext("%(number)d month after it has ended", "%(number)d months after it has ended", period.months)
    return words % {"number": period.months}
