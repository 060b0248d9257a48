"""The choice among candidates: what it learns from which rows, what it does with a row that only says what may be right."""

import numpy as np
import pytest

from landsea_core.text.model.choice import (
    NOBODY,
    Choices,
    Side,
    fit_calibrated_choice,
    fit_choice,
)

PENALTIES = (0.001, 0.001)


def rows_of(count: int = 60) -> tuple[Choices, np.ndarray]:
    """Three candidates: the one named is right, unless the filer's own (always the first) is spoken for."""
    own = np.zeros((count, 3, 1), dtype=np.float32)
    home = np.zeros((count, 1), dtype=np.float32)
    right = np.zeros((count, 3), dtype=np.float32)
    for row in range(count):
        named = 1 + row % 2
        own[row, named, 0] = 1.0
        home[row, 0] = row // 2 % 2
        right[row, 0 if home[row, 0] else named] = 1.0
    return Choices(own, (Side(home, np.zeros(count, dtype=int)),)), right


def test_it_learns_when_the_one_named_is_right_and_when_home_is():
    choices, right = rows_of()
    model = fit_choice(choices, right, np.ones(60, dtype=np.float32), PENALTIES)
    assert (model.find_probabilities(choices).argmax(axis=1) == right.argmax(axis=1)).all()


def test_what_speaks_for_home_counts_for_nothing_when_the_filer_is_not_known():
    choices, right = rows_of()
    model = fit_choice(choices, right, np.ones(60, dtype=np.float32), PENALTIES)
    unknown = Choices(choices.own, (Side(np.full((60, 1), 5.0, dtype=np.float32), np.full(60, NOBODY)),))
    assert (model.find_probabilities(unknown)[:, 0] < 0.4).all()


def test_a_second_side_speaks_for_another_candidate():
    choices, _ = rows_of()
    far = Side(1 - choices.sides[0].numbers, np.full(60, 2))
    both = Choices(np.zeros_like(choices.own), (choices.sides[0], far))
    right = np.zeros((60, 3), dtype=np.float32)
    for row, spoken in enumerate(choices.sides[0].numbers[:, 0]):
        right[row, 0 if spoken else 2] = 1.0
    model = fit_choice(both, right, np.ones(60, dtype=np.float32), PENALTIES)
    assert (model.find_probabilities(both).argmax(axis=1) == right.argmax(axis=1)).all()


def test_a_row_that_only_excludes_home_teaches_nothing_about_the_others():
    choices, right = rows_of()
    abroad = np.tile(np.array([0.0, 1.0, 1.0], dtype=np.float32), (60, 1))
    blank = Choices(np.zeros_like(choices.own), (Side(np.ones((60, 1), dtype=np.float32), choices.sides[0].at),))
    model = fit_choice(blank, abroad, np.ones(60, dtype=np.float32), PENALTIES)
    chances = model.find_probabilities(blank)[0]
    assert chances[0] < 0.2
    assert chances[1] == pytest.approx(chances[2])


def test_rows_that_contradict_each_other_make_it_unsure():
    choices, right = rows_of(100)
    noisy = right.copy()
    noisy[::5] = np.roll(noisy[::5], 1, axis=1)
    sure = (
        fit_calibrated_choice(choices, right, np.ones(100, dtype=np.float32), PENALTIES)
        .find_probabilities(choices)
        .max(axis=1)
    )
    unsure = (
        fit_calibrated_choice(choices, noisy, np.ones(100, dtype=np.float32), PENALTIES)
        .find_probabilities(choices)
        .max(axis=1)
    )
    assert unsure.mean() < sure.mean()


def test_fitting_twice_gives_the_same_weights():
    choices, right = rows_of()
    counts = np.ones(60, dtype=np.float32)
    first, second = (fit_calibrated_choice(choices, right, counts, PENALTIES) for _ in range(2))
    assert np.array_equal(first.own, second.own) and np.array_equal(first.sides[0], second.sides[0])
