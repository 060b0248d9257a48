"""What counts as a correction, what is learnt from it, and when the reader is said to drift."""

from datetime import date

import pytest

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.marking import highlight_phrases
from landsea_core.text.quality.card import read_shares
from landsea_core.text.quality.corrections import (
    Change,
    Learnt,
    list_changes,
    make_example,
)
from landsea_core.text.quality.drift import (
    Drift,
    Tally,
    add_up_tallies,
    find_drift,
)

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("suggested", "chosen", "found"),
    [
        ({"matter": ("rail", 0.7)}, {}, []),
        ({"matter": ("rail", 0.7)}, {"matter": "rail"}, []),
        ({"matter": ("rail", 0.7)}, {"matter": "visa"}, [Change("matter", "rail", "visa", 0.7)]),
        ({"matter": ("rail", 0.7)}, {"matter": ""}, [Change("matter", "rail", "", 0.7)]),
        ({}, {"matter": "visa"}, [Change("matter", "", "visa")]),
        ({}, {"place": "CNMHN", "country": "CN", "goods": "081060"}, []),
        ({"goods": ("081060", 0.9)}, {"goods": "08"}, []),
        ({"goods": ("0810", 0.9)}, {"goods": "081060"}, []),
        ({"goods": ("081060", 0.9)}, {"goods": "2008"}, [Change("goods", "081060", "2008", 0.9)]),
        ({"goods": ("081060", 0.9)}, {"goods": ""}, [Change("goods", "081060", "", 0.9)]),
        ({"language": ("id", 0.6)}, {"language": "tet"}, [Change("language", "id", "tet", 0.6)]),
    ],
)
def test_only_what_a_person_decided_otherwise_is_a_correction(suggested, chosen, found):
    assert list_changes(suggested, chosen) == found


LEARNT = Learnt("LS-1", "Text.", "vi", "VN", "CN", "sps_tbt", "plant_health", "customs", True, False, "081060")


def test_an_accepted_case_becomes_a_row_like_those_of_the_examples():
    row = make_example(LEARNT)

    assert row["hs"] == "08"
    assert (row["from"], row["where"], row["scope"], row["urgent"]) == ("VN", "CN", "in", False)
    ours = next(iter((find_default_data_folder() / "examples").glob("training.vi.jsonl")))
    first = ours.read_text(encoding="utf-8").splitlines()[0]
    assert all(f'"{name}"' in first for name in row)


def test_a_case_without_a_matter_teaches_nothing():
    with pytest.raises(ValueError, match="no matter"):
        make_example(Learnt(**{**vars(LEARNT), "matter": ""}))


def tally(count: int, corrected: int, confidence: float, language: str = "vi") -> Tally:
    return Tally(language, MONDAY, count, corrected, confidence * count)


@pytest.mark.parametrize(
    ("found", "card", "warns"),
    [
        (tally(19, 19, 0.9), None, False),  # too few to judge
        (tally(100, 10, 0.9), None, False),  # as often right as it says
        (tally(100, 16, 0.9), None, False),  # 0.06 short; chance alone gives up to 0.0699
        (tally(100, 18, 0.9), None, True),  # 0.08 short
        (tally(100, 18, 0.9), 0.8, False),  # the card promised no more than that
        (tally(1000, 140, 0.9), None, False),  # certain, but only 0.04 short
        (tally(20, 20, 1.0), None, True),
    ],
)
def test_the_warning_rule_is_the_formula_of_its_module(found, card, warns):
    assert bool(find_drift(found, card)) is warns


def test_weeks_are_judged_together_and_languages_apart():
    weeks = [tally(10, 5, 0.8), tally(15, 9, 0.8), tally(30, 1, 0.8, "lo")]

    found = add_up_tallies(weeks)
    assert (found["vi"].count, found["vi"].corrected, round(found["vi"].confidence, 6)) == (25, 14, 0.8)
    assert find_drift(found["vi"]) == Drift("vi", 25, 1 - 14 / 25, pytest.approx(0.8))
    assert find_drift(found["lo"]) is None
    assert not tally(9, 1, 0.5).is_shown


def test_the_figures_of_the_card_can_be_read_back():
    card = (find_default_data_folder() / "models" / "CARD.md").read_text(encoding="utf-8")

    topic, three = read_shares(card, "topic"), read_shares(card, "topic in 3")
    assert {"en", "zh", "vi", "th", "lo", "all"} <= set(topic)
    assert all(0 < topic[language] <= three[language] <= 1 for language in topic)
    assert read_shares(card, "no such column") == read_shares("no card", "topic") == {}


def test_words_are_highlighted_where_they_stand_and_nothing_else_is():
    pieces = highlight_phrases("Xe chở  Sầu riêng <b>kẹt</b> ở cửa khẩu", ["sầu riêng", "kẹt"])

    assert [piece.words for piece in pieces if piece.found] == ["Sầu riêng", "kẹt"]
    assert "".join(piece.words for piece in pieces) == "Xe chở  Sầu riêng <b>kẹt</b> ở cửa khẩu"
    assert highlight_phrases("nothing of it", ["sầu riêng"]) == highlight_phrases("text", []) == []


def test_a_long_text_is_cut_around_the_first_word():
    pieces = highlight_phrases("x " * 500 + "durian" + " y" * 500, ["durian"])

    assert pieces[0].words == pieces[-1].words.strip() + " " == "… "
    assert len("".join(piece.words for piece in pieces)) < 200
