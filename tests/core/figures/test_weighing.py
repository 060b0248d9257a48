"""Weighing: what is guessed of figures, how a guess is named, what the model learns, and what it may cost."""

import re
from pathlib import Path

import numpy as np
import pytest

from landsea_core.figures.learning import LabelledText, read_labelled_texts
from landsea_core.figures.learning.weigher_learning import learn_weigher
from landsea_core.figures.statement import check_statement
from landsea_core.figures.statement.read_statement import read_statement, respell_statement
from landsea_core.figures.statement.weighing.default_weigher import read_default_weigher
from landsea_core.figures.statement.weighing.guessing import list_guesses
from landsea_core.figures.statement.weighing.hashed_model import HashedModel, fit_hashed_model, hash_names
from landsea_core.figures.statement.weighing.listening import ListeningNet
from landsea_core.figures.statement.weighing.listening.listening_net import list_shapes
from landsea_core.figures.statement.weighing.seeing import see_figures
from landsea_core.figures.statement.weighing.weigher import Weigher
from landsea_core.figures.statement.weighing.words_around import WordedFigures

_NET = {f"net_{name}": np.zeros(shape, np.float16) for name, shape in list_shapes().items()}
FOLDER = Path(__file__).resolve().parents[3] / "data/examples/figures"


def _see(text):
    read = read_statement(respell_statement(text).text)
    return read, see_figures(read)


def _fitting(text):
    figures = _see(text)[1]
    fitting = [one for one in list_guesses(figures) if one.fits]
    return {(one.formula, tuple(round(figures[at].value, 4) for at in one.places)) for one in fitting}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Sales rose from 40 to 50 tonnes, up 25 percent.", ("up", (50, 40, 25))),
        ("Sales fell from 50 to 40 tonnes, down 20 percent.", ("down", (40, 50, 20))),
        ("Of 80 lorries 20, or 25 percent, were sent back.", ("part", (20, 80, 25))),
        ("The price doubled from 40 to 80 dollars.", ("times", (80, 40, 2))),
        ("Mohan cleared 300 lorries, Ruili 200 and Hekou 100, in all 600.", ("sum", (300, 200, 100, 600))),
        ("Of 90 boxes 60 were opened and 30 were not.", ("sum", (60, 30, 90))),
        ("They took 10, 20 and 30 hours, on average 20 hours.", ("mean", (10, 20, 30, 20))),
        ("Each of 12 barges carries 350 tonnes, together 4,200 tonnes.", ("product", (12, 350, 4200))),
        ("One in four of the 200 drivers, 50 of them, has no visa.", ("part", (50, 200, 25))),
        ("The crossing took 45 minutes, now 9: a fifth of the time.", ("part", (0.15, 0.75, 20))),
        ("Half of the 260 drivers, 130, came by night.", ("part", (130, 260, 50))),
        ("Tolls twice as high: 80 dollars where 40 were paid.", ("times", (80, 40, 2))),
        (
            "The tug pulls four barges. Each carries 900 tonnes, so 3,600 tonnes go at once.",
            ("product", (4, 900, 3600)),
        ),
        ("The nurse works four nights of 11 hours, 44 hours a week.", ("product", (4, 11, 44))),
        ("35 men for 14 days at 300,000 dong a day each: 147,000,000 dong.", ("long_product", (35, 14, 3e5, 1.47e8))),
        ("They began with 40 boxes, got 25, sold 45 and have 20.", ("balance", (40, 25, 45, 20))),
        ("Stock 410 bags, 250 and 250 came, 630 went, 280 are left.", ("long_balance", (410, 250, 250, 630, 280))),
        ("After 3 free days each of the 10 days costs 50 dollars: 350 dollars.", ("less_times", (10, 3, 50, 350))),
        (
            "20 crates at 30 dollars and 60 dollars for the haul make 660 dollars.",
            ("product_and_more", (20, 30, 60, 660)),
        ),
        ("12 rooms for 2 and 30 rooms for 4 have 144 beds.", ("two_products", (12, 2, 30, 4, 144))),
        ("Duty fell from 25 to 10 percent: on 80,000 yuan 12,000 yuan less.", ("gap_of_parts", (25, 10, 8e4, 1.2e4))),
        ("42 litres from every 100 kilos; from 650 kilos came 273 litres.", ("proportion", (42, 0.1, 273, 0.65))),
        ("55 percent came by rail, 30 percent by road and 15 percent by river.", ("hundred", (55, 30, 15))),
        (
            "The train is 150 minutes late, that is 2.5 hours; 214 people wait, 30 of them outside.",
            ("same", (2.5, 2.5)),
        ),
    ],
)
def test_each_relation_is_guessed_and_fits(text, relation):
    assert relation in _fitting(text)


def test_a_slip_is_guessed_and_does_not_fit():
    assert not {one for one in _fitting("Sales rose from 40 to 50 tonnes, up 35 percent.") if one[0] == "up"}


def test_the_names_of_a_guess_hold_no_value_of_a_figure():
    texts = [
        f"Sales rose from {base} to {result} tonnes, up {said} percent."
        for base, result, said in ((40, 50, 25), (61, 97, 33))
    ]
    named = []
    for text in texts:
        read, figures = _see(text)
        worded = WordedFigures(read.text, figures)
        ups = [one for one in list_guesses(figures) if one.formula == "up"]
        named.append([worded.name_features(one) for one in ups])
    assert named[0] == named[1] != []


def test_the_model_learns_a_name_and_gives_the_same_weights_again():
    rows = [["rises", "x"], ["rises", "y"], ["beside", "x"], ["beside", "y"]] * 900
    answers = np.array([1, 1, 0, 0] * 900, dtype=np.float32)
    places, counts = hash_names(rows, 256), np.ones(len(rows), dtype=np.float32)
    model = fit_hashed_model(places, answers, counts, 256, 1.0)
    assert model.find_log_odds(["rises", "z"]) > 0.5 > -0.5 > model.find_log_odds(["beside", "z"])
    assert (fit_hashed_model(places, answers, counts, 256, 1.0).weights == model.weights).all()


def test_a_weigher_learns_how_a_sum_is_told_and_is_kept_in_a_file(tmp_path):
    texts = []
    for number in range(60):
        first, second = 20 + number, 31 + 2 * number
        source = f"list-{number % 6}"
        told = "Sites A and B took {} and {} lorries, together {} lorries."
        texts += [
            LabelledText(told.format(first, second, first + second), True, source),
            LabelledText(told.format(first, second, first + second + 7 + number % 9), False, source),
            LabelledText(
                f"{first} came in May, {second} in June, the best day had {first + second + 11}.", True, source
            ),
        ]
    learnt = learn_weigher(texts * 4)
    learnt.save(tmp_path / "kept.npz")
    kept = Weigher.load(tmp_path / "kept.npz")
    wrong = _doubt(kept, "Sites A and B took 44 and 71 lorries, together 135 lorries.")
    other = _doubt(kept, "44 came in May, 71 in June, the best day had 126.")
    assert wrong[0].wrong > 0.5 > max((one.wrong for one in other), default=0.0)


def _doubt(weigher, text):
    read, figures = _see(text)
    return weigher.weigh(read.text, figures).doubts


def test_nothing_is_weighed_where_the_file_is_missing_or_damaged(tmp_path, monkeypatch):
    file = tmp_path / "models/figures.npz"
    file.parent.mkdir()
    for damage in (
        lambda: None,
        lambda: file.write_bytes(b"no arrays"),
        lambda: np.savez(file, telling=np.zeros(257)),
        lambda: np.savez(file, telling=np.zeros(257), slipping=np.zeros(257)),
        lambda: np.savez(file, telling=np.zeros(257), slipping=np.zeros(0), holding=np.zeros(9), **_NET),
        lambda: np.savez(file, telling=np.zeros((2, 9)), slipping=np.zeros(257), holding=np.zeros(9), **_NET),
        lambda: np.savez(
            file,
            telling=np.zeros(257),
            slipping=np.zeros(257),
            holding=np.zeros(9),
            **(_NET | {"net_out": np.zeros((3, 1))}),
        ),
    ):
        damage()
        monkeypatch.setattr(
            "landsea_core.figures.statement.weighing.default_weigher.find_default_data_folder", lambda: tmp_path
        )
        read_default_weigher.cache_clear()
        assert read_default_weigher() is None
        assert check_statement("Sales rose from 40 to 50 tonnes, up 35 percent.").contradictions
    monkeypatch.undo()
    read_default_weigher.cache_clear()
    assert read_default_weigher() is not None


def test_each_labelled_text_is_read_once_with_its_slip_and_once_without():
    texts = read_labelled_texts(FOLDER)
    slips = [one for one in texts if one.wrong]
    assert len(slips) > 4000
    assert all(one.text[slice(*one.wrong)].strip() for one in slips)
    assert not any(re.search(r"[\[\]|]", one.text) for one in texts if one.source.startswith("slips"))
    assert len({(one.text, one.fits) for one in texts}) > 0.97 * len(texts)


def test_a_set_can_be_left_out():
    left = read_labelled_texts(FOLDER, ["forty-eighth"])
    assert {one.source for one in read_labelled_texts(FOLDER)} - {one.source for one in left} == {"forty-eighth"}


@pytest.mark.parametrize(
    "text",
    [
        "A mill buys 640 sacks and uses 280 of them, so 320 are left.",
        "Chợ có 140 gian hàng, gồm 45 gian bán trái cây, 75 gian bán rau và 35 gian bán cá.",
        "Mỗi xe chở 24 tấn, 15 xe chở tất cả 390 tấn sắn.",
        "仓库上月存粮860吨，本月调出240吨，现存660吨。",
    ],
)
def test_what_is_told_and_does_not_fit_is_said_with_the_sum_that_would(text):
    assert check_statement(text).contradictions


def test_an_empty_model_accuses_nobody():
    empty = HashedModel(np.zeros(257, np.float32))
    still = ListeningNet({name: np.zeros(shape, np.float32) for name, shape in list_shapes().items()})
    weigher = Weigher(empty, still, HashedModel(np.append(np.zeros(256), -5).astype(np.float32)), empty)
    assert all(one.wrong < 0.5 for one in _doubt(weigher, "Of 90 boxes 60 were opened and 40 were not."))
