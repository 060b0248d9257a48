"""Periods: which holds where, what is past, and files that cannot be used."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.retention import Period, PeriodFault, find_moment_of_expiry, find_period, read_periods

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "now,months,then",
    [
        ((2026, 11, 29), 12, (2025, 11, 29)),
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2028, 3, 31), 1, (2028, 2, 29)),
        ((2026, 1, 15), 1, (2025, 12, 15)),
        ((2026, 12, 31), 36, (2023, 12, 31)),
    ],
)
def test_past_since_counts_whole_months(now, months, then):
    assert find_moment_of_expiry(datetime(*now, 5, 6, tzinfo=UTC), months) == datetime(*then, 5, 6, tzinfo=UTC)


def test_a_country_comes_before_everywhere_and_the_own_file_before_ours():
    periods = [Period("mails", "*", 12, ""), Period("mails", "LA", 6, ""), Period("mails", "*", 3, "own")]
    assert find_period(periods, "mails", "LA").months == 6
    assert find_period(periods, "mails", "VN").months == 3
    assert find_period(periods, "seats", "VN") is None


@pytest.mark.parametrize(
    "line,says",
    [
        ("{", "line 1"),
        ('{"kind": "mails"}', "line 1"),
        ('{"kind": "mails", "country": "*", "months": 0, "because": ""}', "months"),
        ('{"kind": "mails", "country": "*", "months": "6", "because": ""}', "months"),
        ('{"kind": "mails", "country": "laos", "months": 6, "because": ""}', "country"),
        ('{"kind": "mails", "country": "LA", "months": 6, "because": "", "grade": "published"}', "source"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, says):
    file = tmp_path / "periods.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(PeriodFault, match=says):
        read_periods(file)


def test_our_own_file_can_be_read_and_names_each_kind_once():
    periods = read_periods(ROOT / "data/reference/privacy/periods.jsonl")
    assert len({(one.kind, one.country) for one in periods}) == len(periods)
