"""Surges: the chance of a week by the eight before it, against an independent count; parties, not cases."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.grouping import compute_chance, find_surge


@pytest.mark.parametrize(
    ("cases", "before", "chance"),
    [
        (0, 0, 1.0),
        (1, 0, 0.057191),  # 1 - (8/9)^(1/2)
        (1, 8, 0.632546),  # 1 - (8/9)^(17/2)
        (2, 0, 0.004812),  # 1 - (8/9)^(1/2) (1 + 1/18)
    ],
)
def test_the_chance_of_a_week_by_hand(cases, before, chance):
    assert compute_chance(cases, before) == pytest.approx(chance, abs=1e-6)


@pytest.mark.parametrize(("cases", "before"), [(3, 2), (7, 8), (12, 40), (30, 160)])
def test_the_formula_is_a_poisson_week_with_a_rate_known_from_eight_weeks(cases, before):
    """Drawn, not calculated: a rate that could have given the eight weeks, then a week of that rate."""
    rng = np.random.default_rng(20261125)
    rates = rng.gamma(before + 0.5, 1 / 8, size=2_000_000)
    assert compute_chance(cases, before) == pytest.approx((rng.poisson(rates) >= cases).mean(), rel=0.05, abs=2e-5)


@given(st.integers(0, 60), st.integers(0, 300))
def test_more_cases_are_less_likely_and_a_busier_past_makes_them_likelier(cases, before):
    assert 0 <= compute_chance(cases + 1, before) <= compute_chance(cases, before) <= 1
    assert compute_chance(cases, before) <= compute_chance(cases, before + 1) + 1e-12


def test_a_quiet_kind_surges_with_five_and_a_busy_one_does_not():
    quiet = find_surge(cases=5, parties=5, before=1)
    assert quiet is not None and quiet.usual == 0.125 and quiet.chance < 0.001
    assert find_surge(cases=5, parties=5, before=40) is None
    assert find_surge(cases=20, parties=18, before=40) is not None


def test_one_firm_that_files_often_is_no_surge():
    assert find_surge(cases=50, parties=4, before=0) is None


@pytest.mark.parametrize("wrong", [(-1, 0, 8), (0, -1, 8), (0, 0, 0)])
def test_numbers_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match="Count cases from nought"):
        compute_chance(*wrong)
