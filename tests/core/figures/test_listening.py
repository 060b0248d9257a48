"""The listening network: what it hears of a text, that lengths do not matter, and that it learns a wording."""

import numpy as np
import pytest

from landsea_core.figures.learning.net_learning import HeardLabels, learn_net
from landsea_core.figures.statement.read_statement import read_statement, respell_statement
from landsea_core.figures.statement.weighing.guessing import list_guesses
from landsea_core.figures.statement.weighing.listening import HeardText, ListeningNet
from landsea_core.figures.statement.weighing.listening.listening_net import (
    embed_words,
    list_shapes,
    read_words,
)
from landsea_core.figures.statement.weighing.seeing import see_figures


def _hear(text):
    read = read_statement(respell_statement(text).text)
    figures = see_figures(read)
    guesses = list_guesses(figures)
    return HeardText.hear(read.text, figures, guesses), guesses


@pytest.fixture(scope="module")
def net():
    chance = np.random.default_rng(3)
    shapes = list_shapes().items()
    return ListeningNet({name: chance.normal(0, 0.1, shape).astype(np.float32) for name, shape in shapes})


def test_what_is_heard_holds_no_value_of_a_figure():
    heard = [
        _hear(f"Sales rose from {a} to {b} tonnes, up {p} percent.")[0] for a, b, p in ((40, 50, 25), (60, 75, 26))
    ]
    assert (heard[0].words == heard[1].words).all()


def test_nothing_is_heard_where_nothing_is_guessed_or_the_figures_stand_too_far_apart():
    assert _hear("Sales rose.")[0] is None
    far = "They were sold again. " * 80
    assert (
        _hear(f"Sales rose from 40 to 50 tonnes. {far} That is up 25 percent, or 10 tonnes, and 60 are planned.")[0]
        is None
    )


def test_a_text_is_read_alike_however_far_a_batch_is_filled_up(net):
    heard, _guesses = _hear("Of 90 boxes 60 were opened and 30 were not.")
    count = len(heard.words)
    alone = read_words(np, net.arrays, embed_words(np, net.arrays, heard.words[None]), np.ones((1, count)))
    filled = np.full((1, count + 20, heard.words.shape[1]), 2**15)
    filled[0, :count] = heard.words
    mask = np.zeros((1, count + 20))
    mask[0, :count] = 1
    among = read_words(np, net.arrays, embed_words(np, net.arrays, filled), mask)
    assert np.allclose(alone[0], among[0, :count], atol=1e-4)


def test_a_guess_is_scored_by_the_words_around_its_figures(net):
    one, other = (_hear(f"Of 90 boxes 60 were opened and 30 were {word}.")[0] for word in ("not", "found"))
    assert not np.allclose(net.find_log_odds(one), net.find_log_odds(other))


def test_the_network_learns_how_a_sum_is_told():
    texts = []
    for number in range(40):
        first, second = 21 + number, 33 + 2 * number
        for text in (
            f"Sites A and B took {first} and {second} lorries, together {first + second} lorries.",
            f"{first} came in May, {second} in June, the best day had {first + second + 11}.",
        ):
            heard, guesses = _hear(text)
            texts.append(HeardLabels(heard, np.array([one.fits for one in guesses], np.float32)))
    learnt = learn_net(texts * 3)
    told, told_guesses = _hear("Sites A and B took 44 and 71 lorries, together 135 lorries.")
    beside, beside_guesses = _hear("44 came in May, 71 in June, the best day had 126.")
    assert _find_sum(learnt, told, told_guesses) > 0.5 > -0.5 > _find_sum(learnt, beside, beside_guesses)


def _find_sum(net, heard, guesses):
    at = next(at for at, one in enumerate(guesses) if one.formula == "sum" and one.places == (0, 1, 2))
    return net.find_log_odds(heard)[at]
