"""Fitting and calibrating on numbers alone."""

import numpy as np
import pytest

from landsea_core.text.model.linear import apply_softmax, fit_calibrated_model, fit_model

LABELS = ("a", "b", "c")


def clouds(seed=3, count=300, noise=1.0):
    random = np.random.default_rng(seed)
    which = np.arange(count) % 3
    middle = np.array([[2.0, 0, 0], [0, 2.0, 0], [0, 0, 2.0]])
    return middle[which] + random.normal(0, noise, (count, 3)), np.eye(3)[which]


def test_it_learns_what_can_be_learnt():
    features, targets = clouds(noise=0.3)
    guessed = fit_model(features, targets, LABELS, 0.001).find_probabilities(features).argmax(axis=1)
    assert (guessed == targets.argmax(axis=1)).mean() > 0.98


def test_the_same_rows_give_the_same_weights():
    features, targets = clouds()
    first, second = (fit_model(features, targets, LABELS, 0.01) for _ in range(2))
    assert np.array_equal(first.weights, second.weights)


def test_a_row_counts_as_much_as_its_target_adds_up_to():
    features, targets = clouds(count=60)
    doubled = fit_model(np.vstack([features, features[:10]]), np.vstack([targets, targets[:10]]), LABELS, 0.01)
    weighted = targets.copy()
    weighted[:10] *= 2
    # The mean is taken over rows, so the penalty of 70 rows with weight 1 is that of 60 rows scaled.
    heavier = fit_model(features, weighted * 60 / 70, LABELS, 0.01)
    assert np.allclose(doubled.weights, heavier.weights, atol=1e-2)


def test_confidences_of_unseen_rows_are_honest_after_calibration():
    features, targets = clouds(noise=1.5, count=1500)
    model, unseen = fit_calibrated_model(features[:900], targets[:900], LABELS, 0.001)
    assert unseen.shape == (900, 3)
    chances = model.find_probabilities(features[900:])
    best = chances.max(axis=1)
    right = chances.argmax(axis=1) == targets[900:].argmax(axis=1)
    assert right.mean() == pytest.approx(best.mean(), abs=0.06)


def test_rows_of_probabilities_add_up_to_one_even_for_large_scores():
    assert apply_softmax(np.array([[1000.0, 0.0], [-5.0, -5.0]])).sum(axis=1) == pytest.approx([1.0, 1.0])
