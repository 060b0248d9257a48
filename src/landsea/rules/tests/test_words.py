"""The app says the same sentences as the core."""

from landsea.rules import words
from landsea_core.rules import MODES, Effect, GateAnswer, MeasureKind, MeasureState, Purpose
from landsea_core.rules.difference import SENTENCES as CHANGES
from landsea_core.rules.reasons import SENTENCES as REASONS


def test_reasons_and_changes_are_those_of_the_core():
    assert {code: str(text) for code, text in words.REASONS.items()} == REASONS
    assert {code: str(text) for code, text in words.CHANGES.items()} == CHANGES


def test_every_code_has_words():
    for table, codes in (
        (words.KINDS, MeasureKind),
        (words.EFFECTS, Effect),
        (words.STATES, MeasureState),
        (words.ANSWERS, GateAnswer),
        (words.MODES, MODES),
        (words.PURPOSES, Purpose),
    ):
        assert set(table) == {str(code) for code in codes}
